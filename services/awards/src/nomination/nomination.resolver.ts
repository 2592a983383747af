import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { PageArgs } from '@jejaring/chassis/graph/page';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Competition } from '../competition/competition.entity.js';
import { CompetitionType, toCompetitionType } from '../competition/competition.types.js';
import { countPart, pageOf } from '../competition/pages-of-competitions.js';
import { EligibilityResultType, toResultType } from '../eligibility/eligibility.types.js';
import { Nomination } from './nomination.entity.js';
import type { NominationCommand } from './nomination.rules.js';
import { commandsFor, isInsider, seesRank } from './nomination.rules.js';
import {
  NominationCommandType,
  NominationConnection,
  NominationType,
  toNominationType,
} from './nomination.types.js';
import { RepresentativeType, toRepresentative } from './representatives.types.js';

@Resolver(() => NominationType)
export class NominationResolver {
  @Query(() => NominationType, {
    nullable: true,
    description: 'A nomination; null when the caller may not see it.',
  })
  async nomination(
    @Arg('id', () => ID, { description: '`nom_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<NominationType | null> {
    const uuid = decodeId('nom', id);
    const row = uuid && (await loadBy(context, Nomination, 'id', uuid));
    return row ? toNominationType(row) : null;
  }

  @FieldResolver(() => CompetitionType, { nullable: true, description: 'The competition.' })
  async competition(
    @Root() { row }: NominationType,
    @Ctx() context: GraphContext,
  ): Promise<CompetitionType | null> {
    const found = await loadBy(context, Competition, 'id', row.competitionId);
    return found && toCompetitionType(found);
  }

  @FieldResolver(() => [EligibilityResultType], {
    nullable: true,
    description:
      'How each rule was answered, and from what; null but for the organizer, the nominee and the offices of its region.',
  })
  eligibility(
    @Root() { row }: NominationType,
    @Ctx() { caller }: GraphContext,
  ): EligibilityResultType[] | null {
    return isInsider(row, caller) ? row.eligibility.map(toResultType) : null;
  }

  @FieldResolver(() => [RepresentativeType], {
    nullable: true,
    description:
      'Who takes part for it; null but for the organizer, the nominee and the offices of its region.',
  })
  representatives(
    @Root() { row }: NominationType,
    @Ctx() { caller }: GraphContext,
  ): RepresentativeType[] | null {
    return isInsider(row, caller) ? row.representatives.map(toRepresentative) : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The place it won; before the announcement for the organizer only.',
  })
  rank(@Root() { row }: NominationType, @Ctx() { caller }: GraphContext): number | null {
    return seesRank(row, caller) ? row.rank : null;
  }

  @FieldResolver(() => [NominationCommandType], {
    description: 'What the caller may do with it now.',
  })
  async viewerCan(
    @Root() { row }: NominationType,
    @Ctx() context: GraphContext,
  ): Promise<NominationCommand[]> {
    const competition = await loadBy(context, Competition, 'id', row.competitionId);
    return competition ? commandsFor(row, competition, context.caller) : [];
  }
}

// What is counted is public, also before it may be seen who it is.
const countSql = `
  select competition_id as "competitionId", sum(nominations)::integer as count
  from nomination_count where competition_id = any ($1) group by competition_id`;

@Resolver(() => CompetitionType)
export class NomineesResolver {
  @FieldResolver(() => NominationConnection, {
    description:
      'Nominations that were not withdrawn: `totalCount` counts all of them, the nodes are those that the caller may see.',
  })
  nominations(
    @Root() { row }: CompetitionType,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const part = {
      name: 'nominations',
      entity: Nomination,
      table: 'nomination',
      order: ['id'] as const,
      where: "t.status <> 'WITHDRAWN'",
      toNode: toNominationType,
      counted: () => countPart(context, 'nominationCount', countSql, row.id),
    };
    return pageOf(context, part, row.id, page);
  }
}
