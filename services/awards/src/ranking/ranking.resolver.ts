import { Access } from '@jejaring/chassis/graph/access';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { PageArgs } from '@jejaring/chassis/graph/page';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { command, seen } from '../competition/competition-command.js';
import { CompetitionStepInput } from '../competition/competition-inputs.types.js';
import { Competition } from '../competition/competition.entity.js';
import { mayProve, organizers } from '../competition/competition.rules.js';
import { CompetitionType, competitionResult } from '../competition/competition.types.js';
import { countPart, pageOf } from '../competition/pages-of-competitions.js';
import { RankingEntry } from './ranking.entity.js';
import { computeRanking, recomputeRanking } from './ranking.service.js';
import {
  RankedCriterionType,
  RankedStageType,
  RankingConnection,
  RankingExplanationType,
  RankingProofType,
  toExplanation,
  toRankedCriterion,
  toRankedStage,
} from './ranking.types.js';

const ComputeRankingResult = competitionResult('ComputeRankingResult');

@Resolver(() => RankingExplanationType)
export class RankingResolver {
  @Access(...organizers)
  @Mutation(() => ComputeRankingResult, {
    description:
      'Ranks the nominees from the sealed sheets, once: integer arithmetic, ties by the heaviest criterion, then the next, then the visit. Never by a name.',
  })
  computeRanking(@Arg('input') input: CompetitionStepInput, @Ctx() context: GraphContext) {
    return command(context, 'computeRanking', input, (work) => computeRanking(work, seen(input)));
  }

  @Query(() => RankingExplanationType, {
    nullable: true,
    description: 'How a nominee came to its rank; null when the caller may not see it.',
  })
  async rankingExplanation(
    @Arg('nominationId', () => ID, { description: '`nom_…`' }) nominationId: string,
    @Ctx() context: GraphContext,
  ): Promise<RankingExplanationType | null> {
    const uuid = decodeId('nom', nominationId);
    const row = uuid && (await loadBy(context, RankingEntry, 'nominationId', uuid));
    return row ? toExplanation(row) : null;
  }

  @FieldResolver(() => [RankedCriterionType], { description: 'Value by value, with the weights.' })
  async criteria(@Root() { row }: RankingExplanationType, @Ctx() context: GraphContext) {
    const { judging } = (await loadBy(context, Competition, 'id', row.competitionId))!;
    return row.criteria.map((one, index) => toRankedCriterion(one, judging!.criteria[index]!));
  }

  @FieldResolver(() => [RankedStageType], { description: 'Stage by stage, with the weights.' })
  async stages(@Root() { row }: RankingExplanationType, @Ctx() context: GraphContext) {
    const { judging } = (await loadBy(context, Competition, 'id', row.competitionId))!;
    return row.stages.map((one, index) => toRankedStage(one, judging!.stages[index]!));
  }
}

const countSql = `
  select competition_id as "competitionId", count(*)::integer as count
  from ranking_entry where competition_id = any ($1) group by competition_id`;

@Resolver(() => CompetitionType)
export class RankingsResolver {
  @FieldResolver(() => RankingConnection, {
    description:
      'The ranking, best first, as far as the caller may see it: all of it for the organizer and the auditor, the public sees the winners alone.',
  })
  ranking(@Root() { row }: CompetitionType, @Args() page: PageArgs, @Ctx() context: GraphContext) {
    const part = {
      name: 'ranking',
      entity: RankingEntry,
      table: 'ranking_entry',
      order: ['rank', 'id'] as const,
      toNode: toExplanation,
      counted: () => countPart(context, 'rankingCount', countSql, row.id),
    };
    return pageOf(context, part, row.id, page);
  }

  @FieldResolver(() => RankingProofType, {
    nullable: true,
    description:
      'Computes the ranking anew from the sealed sheets and compares; null but for the organizer and the auditor, and before there is a ranking.',
  })
  async rankingProof(
    @Root() { row }: CompetitionType,
    @Ctx() context: GraphContext,
  ): Promise<RankingProofType | null> {
    const work = await context.read();
    if (!mayProve(row, context.caller)) return null;
    const proof = await recomputeRanking(work, row);
    return proof && Object.assign(new RankingProofType(), proof);
  }
}
