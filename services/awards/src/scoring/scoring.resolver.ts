import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { badInput } from '@jejaring/chassis/graph/faults';
import { readId } from '@jejaring/chassis/graph/ids';
import { SeenInput } from '@jejaring/chassis/graph/inputs';
import { PageArgs } from '@jejaring/chassis/graph/page';
import { Min } from 'class-validator';
import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int } from 'type-graphql';
import { Mutation, Resolver, Root } from 'type-graphql';
import { command as ofCompetition, seen } from '../competition/competition-command.js';
import { organizers } from '../competition/competition.rules.js';
import { CompetitionType, competitionResult } from '../competition/competition.types.js';
import { countPart, pageOf } from '../competition/pages-of-competitions.js';
import { Juror } from '../jury/juror.entity.js';
import {
  juryResult,
  ReopenScoreSheetInput,
  toJurorType,
  toJuryProblem,
} from '../jury/jury.types.js';
import { ScoreSheet } from './score-sheet.entity.js';
import * as scoring from './scoring.service.js';
import {
  ScoreSheetConnection,
  scoreSheetResult,
  SubmitScoreSheetInput,
  toScoreSheetProblem,
  toScoreSheetType,
} from './scoring.types.js';

const SubmitScoreSheetResult = scoreSheetResult('SubmitScoreSheetResult');
const ReopenScoreSheetResult = juryResult('ReopenScoreSheetResult');
const SealStageResult = competitionResult('SealStageResult');

const ofSheet = commandsOf({
  entity: ScoreSheet,
  toType: toScoreSheetType,
  toProblem: toScoreSheetProblem,
});
const ofJuror = commandsOf({ entity: Juror, toType: toJurorType, toProblem: toJuryProblem });

@InputType({ description: 'The stage whose sheets are to be sealed.' })
class SealStageInput extends SeenInput {
  @Field(() => ID, { description: 'The competition.' })
  id!: string;

  @Min(1)
  @Field(() => Int, { description: 'Place of the stage in the scheme, from 1.' })
  stage!: number;
}

function readScores(given: SubmitScoreSheetInput['scores']): Record<string, number> {
  const scores = Object.fromEntries(
    given.map(({ criterion, hundredths }) => [criterion, hundredths]),
  );
  if (Object.keys(scores).length === given.length) return scores;
  throw badInput('scores', 'A criterion stands twice.');
}

@Resolver()
export class ScoringCommandsResolver {
  @Access('JUROR')
  @Mutation(() => SubmitScoreSheetResult, {
    description: 'Hands in a score sheet (lembar penilaian); only its juror can.',
  })
  submitScoreSheet(@Arg('input') input: SubmitScoreSheetInput, @Ctx() context: GraphContext) {
    const { expectedVersion } = input;
    const filled = {
      id: readId('sht', 'id', input.id),
      expectedVersion,
      scores: readScores(input.scores),
    };
    return ofSheet(context, 'submitScoreSheet', input, (work) =>
      scoring.submitScoreSheet(work, filled),
    );
  }

  @Access('JUROR')
  @Mutation(() => ReopenScoreSheetResult, {
    description:
      'Gives a sheet back to its juror, until its stage is sealed: by the chair of the jury, who does not see its scores. Answers with the chair.',
  })
  reopenScoreSheet(@Arg('input') input: ReopenScoreSheetInput, @Ctx() context: GraphContext) {
    const { stage, reason } = input;
    const sheet = {
      jurorId: readId('jur', 'jurorId', input.jurorId),
      nominationId: readId('nom', 'nominationId', input.nominationId),
    };
    return ofJuror(context, 'reopenScoreSheet', input, (work) =>
      scoring.reopenScoreSheet(work, { ...sheet, stage, reason }),
    );
  }

  @Access(...organizers)
  @Mutation(() => SealStageResult, {
    description: 'Seals the score sheets of a stage, when all are in; none changes afterwards.',
  })
  sealStage(@Arg('input') input: SealStageInput, @Ctx() context: GraphContext) {
    const { stage } = input;
    return ofCompetition(context, 'sealStage', input, (work) =>
      scoring.sealStage(work, { ...seen(input), stage }),
    );
  }
}

const countSql = `
  select competition_id as "competitionId", count(*)::integer as count
  from score_sheet where competition_id = any ($1) group by competition_id`;

@Resolver(() => CompetitionType)
export class ScoreSheetsResolver {
  @FieldResolver(() => ScoreSheetConnection, {
    description:
      'Score sheets that the caller may see: a juror their own, the organizer and the auditor what is sealed, others none.',
  })
  scoreSheets(
    @Root() { row }: CompetitionType,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const part = {
      name: 'scoreSheets',
      entity: ScoreSheet,
      table: 'score_sheet',
      order: ['id'] as const,
      toNode: toScoreSheetType,
      counted: () => countPart(context, 'scoreSheetCount', countSql, row.id),
    };
    return pageOf(context, part, row.id, page);
  }
}
