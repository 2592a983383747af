import { loadBy } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import { PageArgs } from '@jejaring/chassis/graph/page';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import { Competition } from '../competition/competition.entity.js';
import { CompetitionType, toCompetitionType } from '../competition/competition.types.js';
import { countPart, pageOf } from '../competition/pages-of-competitions.js';
import { Award } from './award.entity.js';
import type { AwardCommand } from './award.rules.js';
import { revoke } from './award.rules.js';
import {
  AwardCommandType,
  AwardConnection,
  AwardType,
  ofAward,
  toAwardType,
} from './award.types.js';

@Resolver(() => AwardType)
export class AwardResolver {
  @Cached()
  @FieldResolver(() => CompetitionType, { nullable: true, description: 'Where it was won.' })
  async competition(
    @Root() { row }: AwardType,
    @Ctx() context: GraphContext,
  ): Promise<CompetitionType | null> {
    const found = await loadBy(context, Competition, 'id', row.competitionId);
    return found && toCompetitionType(found);
  }

  @Cached()
  @FieldResolver(() => [AwardCommandType], { description: 'What the caller may do with it now.' })
  viewerCan(@Root() { row }: AwardType, @Ctx() { caller }: GraphContext): AwardCommand[] {
    return revoke(row, caller).refused === null ? ['REVOKE'] : [];
  }
}

const countSql = `
  select competition_id as "competitionId", count(*)::integer as count
  from award where competition_id = any ($1) and status <> 'REVOKED' group by competition_id`;

@Resolver(() => CompetitionType)
export class WinnersResolver {
  @Cached({ until: ofAward.untilOwn })
  @FieldResolver(() => AwardConnection, {
    description: 'What was won, best first; empty before the announcement.',
  })
  winners(@Root() { row }: CompetitionType, @Args() page: PageArgs, @Ctx() context: GraphContext) {
    const part = {
      name: 'winners',
      entity: Award,
      table: 'award',
      order: ['rank', 'id'] as const,
      where: "t.status <> 'REVOKED'",
      toNode: toAwardType,
      counted: () => countPart(context, 'winnersCount', countSql, row.id),
    };
    return pageOf(context, part, row.id, page);
  }
}
