import { enumOf } from '@jejaring/chassis/graph/enums';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import type { Criterion, JudgingScheme } from './criteria.rules.js';

type Ref<T> = T;

export const StageKindType = enumOf('JudgingStageKind', 'What a stage of judging looks at.', {
  ADMINISTRATIVE: 'The papers that were handed in (seleksi administrasi).',
  PAPER: 'A written work (makalah).',
  PRESENTATION: 'What is shown and told (pemaparan).',
  INTERVIEW: 'Questions and answers (wawancara).',
  FIELD_VERIFICATION: 'A visit to the place (verifikasi lapangan).',
});

@Cached()
@ObjectType('JudgingCriterion', { description: 'What nominees are scored for, 0 to 100.' })
export class CriterionType {
  @Field({ description: 'Its code, which score sheets use.' })
  code!: string;

  @Field({ description: 'Its name.' })
  title!: string;

  @Field(() => Int, { description: 'Its weight in basis points; all make up 10,000.' })
  weightBp!: number;

  @Field(() => String, { nullable: true, description: 'What earns how many points (rubrik).' })
  rubric!: string | null;
}

@Cached()
@ObjectType('JudgingStage', { description: 'A stage of judging.' })
export class StageType {
  @Field(() => StageKindType, { description: 'What it looks at.' })
  kind!: keyof typeof StageKindType;

  @Field(() => Int, { description: 'Its weight in basis points; all make up 10,000.' })
  weightBp!: number;
}

@Cached()
@ObjectType('JudgingScheme', {
  description: 'How a competition is judged (kriteria penilaian); fixed from publication on.',
})
export class JudgingSchemeType {
  @Field(() => [CriterionType], { description: 'What is scored, at every stage.' })
  criteria!: Ref<CriterionType>[];

  @Field(() => [StageType], { description: 'The stages, in their order.' })
  stages!: Ref<StageType>[];

  @Field(() => Int, { description: 'How many jurors must count for each nominee.' })
  minJurors!: number;

  @Field({
    description:
      'Whether the highest and the lowest score of a criterion are left out, from five jurors on.',
  })
  dropsExtremes!: boolean;
}

const toCriterion = (criterion: Criterion) => Object.assign(new CriterionType(), criterion);

export const toScheme = (scheme: JudgingScheme | null): JudgingSchemeType | null =>
  scheme &&
  Object.assign(new JudgingSchemeType(), {
    ...scheme,
    criteria: scheme.criteria.map(toCriterion),
    stages: scheme.stages.map((stage) => Object.assign(new StageType(), stage)),
  });

export const toCriteria = (criteria: readonly Criterion[]) => criteria.map(toCriterion);

@InputType({ description: 'What nominees are scored for.' })
export class CriterionInput {
  @Matches(/^[A-Z][A-Z0-9_]{1,39}$/, {
    message: 'code has 2 to 40 capital letters, digits, underscores',
  })
  @Field({ description: 'Capital letters, digits and underscores, 2 to 40.' })
  code!: string;

  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'Its name, 2 to 200 characters.' })
  title!: string;

  @Min(1)
  @Max(10_000)
  @Field(() => Int, { description: 'Its weight in basis points; all make up 10,000.' })
  weightBp!: number;

  @MaxLength(2_000)
  @Field(() => String, { nullable: true, description: 'What earns how many points.' })
  rubric?: string | null;
}

@InputType({ description: 'A stage of judging.' })
export class StageInput {
  @Field(() => StageKindType, { description: 'What it looks at.' })
  kind!: keyof typeof StageKindType;

  @Min(1)
  @Max(10_000)
  @Field(() => Int, { description: 'Its weight in basis points; all make up 10,000.' })
  weightBp!: number;
}

@InputType({ description: 'How a competition is to be judged.' })
export class JudgingSchemeInput {
  @ValidateNested({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @Field(() => [CriterionInput], { description: 'What is scored.' })
  criteria!: Ref<CriterionInput>[];

  @ValidateNested({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @Field(() => [StageInput], { description: 'The stages, in their order.' })
  stages!: Ref<StageInput>[];

  @Min(1)
  @Max(50)
  @Field(() => Int, { defaultValue: 3, description: 'How many jurors must count per nominee.' })
  minJurors: number = 3;

  @Field({
    defaultValue: false,
    description: 'Whether the highest and lowest score are left out, from five jurors on.',
  })
  dropsExtremes: boolean = false;
}

/** A scheme as given; absent is null from here on. */
export const readScheme = (input: JudgingSchemeInput | null | undefined): JudgingScheme | null =>
  input
    ? {
        criteria: input.criteria.map(({ rubric, ...rest }) => ({
          ...rest,
          rubric: rubric ?? null,
        })),
        stages: input.stages.map(({ kind, weightBp }) => ({ kind, weightBp })),
        minJurors: input.minJurors,
        dropsExtremes: input.dropsExtremes,
      }
    : null;
