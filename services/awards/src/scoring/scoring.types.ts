import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { Instant } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { ArrayMaxSize, Max, Min, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { juryWords } from '../jury/jury-words.js';
import { OrganizationType, organizationOf } from '../organization/organization.types.js';
import type { ScoreSheet } from './score-sheet.entity.js';

type Ref<T> = T;

export const SheetStatusType = enumOf('ScoreSheetStatus', 'Where a score sheet stands.', {
  OPEN: 'To be filled in.',
  SUBMITTED: 'Handed in; the chair of the jury may give it back.',
  SEALED: 'Fixed, in the chain of its stage.',
  EXCUSED: 'Not waited for: the juror does not judge this nominee.',
});

@ObjectType('CriterionScore', { description: 'What a juror gives for a criterion.' })
export class CriterionScoreType {
  @Field({ description: 'Code of the criterion.' })
  criterion!: string;

  @Field(() => Int, { description: 'Hundredths of a point, 0 to 10000.' })
  hundredths!: number;
}

@Directive('@key(fields: "id")')
@ObjectType('ScoreSheet', {
  description:
    'What a juror gives a nominee at a stage (lembar penilaian). A juror sees only their own; the organizer and the auditor see what is sealed.',
})
export class ScoreSheetType {
  row!: ScoreSheet;

  @Field(() => ID, { description: '`sht_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => ID, { description: 'The nomination, `nom_…`.' })
  nominationId!: string;

  @Field(() => OrganizationType, { nullable: true, description: 'The nominee.' })
  nominee!: Ref<OrganizationType> | null;

  @Field(() => Int, { description: 'Place of the stage in the scheme, from 1.' })
  stage!: number;

  @Field(() => ID, { description: 'The juror, `jur_…`.' })
  jurorId!: string;

  @Field(() => SheetStatusType, { description: 'Where it stands.' })
  status!: keyof typeof SheetStatusType;

  @Field(() => [CriterionScoreType], { description: 'The scores; empty while it is open.' })
  scores!: Ref<CriterionScoreType>[];

  @Field(() => Instant, { nullable: true, description: 'When it was handed in.' })
  submittedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over the hash before it in the chain and the sheet itself.',
  })
  sealHash!: string | null;
}

export const ScoreSheetConnection = connectionOf('ScoreSheet', () => ScoreSheetType);

export function toScoreSheetType(row: ScoreSheet): ScoreSheetType {
  const { version, stage, status, submittedAt, sealHash } = row;
  return Object.assign(new ScoreSheetType(), {
    row,
    version,
    stage,
    status,
    submittedAt,
    sealHash,
    id: encodeId('sht', row.id),
    nominationId: encodeId('nom', row.nominationId),
    nominee: organizationOf(row.organizationId),
    jurorId: encodeId('jur', row.jurorId),
    scores: Object.entries(row.scores ?? {}).map(([criterion, hundredths]) =>
      Object.assign(new CriterionScoreType(), {
        criterion,
        hundredths,
      }),
    ),
  });
}

@ObjectType({ implements: Problem, description: 'The score sheet cannot be handed in now.' })
export class ScoreSheetRefusedProblem extends Problem {
  @Field({ description: 'Why, in one word: `not-judging`, `wrong-sheet-state`.' })
  ground!: string;

  @Field(() => SheetStatusType, {
    nullable: true,
    description: 'Where the sheet stands, when that is the reason.',
  })
  currentStatus!: keyof typeof SheetStatusType | null;
}

export function toScoreSheetProblem(refusal: Refusal): Problem | null {
  const message = juryWords[refusal.refused];
  if (message === undefined) return null;
  const { sheetStatus: currentStatus = null } = refusal as {
    sheetStatus?: keyof typeof SheetStatusType;
  };
  return problem(ScoreSheetRefusedProblem, message, { ground: refusal.refused, currentStatus });
}

export const scoreSheetResult = (name: string) =>
  resultUnion(name, () => ScoreSheetType, ScoreSheetRefusedProblem);

@InputType({ description: 'What a juror gives for a criterion.' })
export class CriterionScoreInput {
  @Field({ description: 'Code of the criterion.' })
  criterion!: string;

  @Min(0)
  @Max(10_000)
  @Field(() => Int, { description: 'Hundredths of a point: 8750 is 87.50.' })
  hundredths!: number;
}

@InputType({ description: 'A filled-in score sheet.' })
export class SubmitScoreSheetInput extends SeenInput {
  @Field(() => ID, { description: 'The sheet.' })
  id!: string;

  @ValidateNested({ each: true })
  @ArrayMaxSize(30)
  @Field(() => [CriterionScoreInput], { description: 'A score for each criterion.' })
  scores!: Ref<CriterionScoreInput>[];
}
