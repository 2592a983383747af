import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { Access } from '@jejaring/chassis/graph/access';
import { In } from 'typeorm';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Competition } from '../competition/competition.entity.js';
import { CompetitionType, toCompetitionType } from '../competition/competition.types.js';
import { countPart, pageOf } from '../competition/pages-of-competitions.js';
import { Juror, Recusal } from './juror.entity.js';
import { JurorCommandType } from './jury-words.js';
import type { JurorCommand } from './jury.rules.js';
import { commandsFor } from './jury.rules.js';
import { JurorConnection, JurorType, OfficerRef, RecusalType, toJurorType } from './jury.types.js';

@Resolver(() => JurorType)
export class JurorResolver {
  @Access('JUROR')
  @Query(() => JurorConnection, {
    nullable: true,
    description: 'What the caller is appointed to judge, newest first.',
  })
  async myJuries(@Args() page: PageArgs, @Ctx() context: GraphContext) {
    const work = await context.read();
    const query = work.select(Juror, 'j').where('j.actor = :actor', { actor: context.caller.id });
    return listPage({ query, order: ['id'], descending: true, toNode: toJurorType }, page);
  }

  @FieldResolver(() => CompetitionType, { nullable: true, description: 'What is judged.' })
  async competition(@Root() { row }: JurorType, @Ctx() context: GraphContext) {
    const found = await loadBy(context, Competition, 'id', row.competitionId);
    return found && toCompetitionType(found);
  }

  @FieldResolver(() => OfficerRef, {
    nullable: true,
    description: 'The juror as an officer of a board, when stated so.',
  })
  officer(@Root() { row }: JurorType): OfficerRef | null {
    const { officerId } = row;
    if (officerId === null) return null;
    return Object.assign(new OfficerRef(), { id: encodeId('ofr', officerId) });
  }

  @FieldResolver(() => [RecusalType], { description: 'Whom the juror does not judge.' })
  async recusals(@Root() { row }: JurorType, @Ctx() context: GraphContext) {
    const loader = context.loader<string, Recusal[]>('recusalsOfJuror', async (work, ids) => {
      const rows = await work.list(Recusal, { jurorId: In([...ids]) }, { id: 'ASC' });
      return grouped(rows, ids, ({ jurorId }) => jurorId);
    });
    const rows = await loader.load(row.id);
    return rows.map(({ nominationId, kind, source }) =>
      Object.assign(new RecusalType(), {
        nominationId: encodeId('nom', nominationId),
        kind,
        detected: source === 'DETECTED',
      }),
    );
  }

  @FieldResolver(() => [JurorCommandType], { description: 'What the caller may do about it now.' })
  async viewerCan(
    @Root() { row }: JurorType,
    @Ctx() context: GraphContext,
  ): Promise<JurorCommand[]> {
    const competition = await loadBy(context, Competition, 'id', row.competitionId);
    return competition ? commandsFor(row, competition, context.caller) : [];
  }
}

const countSql = `
  select competition_id as "competitionId", count(*)::integer as count
  from juror where competition_id = any ($1) group by competition_id`;

@Resolver(() => CompetitionType)
export class JuryResolver {
  @FieldResolver(() => JurorConnection, {
    description: 'The jury (dewan juri); empty but for the organizer, the auditor and jurors.',
  })
  jurors(@Root() { row }: CompetitionType, @Args() page: PageArgs, @Ctx() context: GraphContext) {
    const part = {
      name: 'jurors',
      entity: Juror,
      table: 'juror',
      order: ['id'] as const,
      toNode: toJurorType,
      counted: () => countPart(context, 'jurorCount', countSql, row.id),
    };
    return pageOf(context, part, row.id, page);
  }
}
