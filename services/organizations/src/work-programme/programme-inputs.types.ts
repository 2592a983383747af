import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { CalendarDate, Money } from '@jejaring/chassis/graph/scalars';
import { FactSourceInput } from '@jejaring/register/facts/fact-source.types';
import { StatedCountInput } from '@jejaring/register/facts/stated-count.types';
import {
  ArrayMaxSize,
  ArrayUnique,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  ActivityFunctionType,
  ActivityKindType,
  FundingSourceType,
  PillarType,
  ProgrammeForumType,
  ProgrammeOutcomeType,
} from './programme-words.types.js';

@InputType({ description: 'Money of one source in a programme.' })
export class ProgrammeBudgetInput {
  @Field(() => FundingSourceType, { description: 'The source.' })
  fundingSource!: keyof typeof FundingSourceType;

  @Field(() => Money, { description: 'How much the programme may spend of it.' })
  amount!: string;
}

@InputType({ description: 'A work programme as it is begun.' })
export class DraftWorkProgrammeInput extends CommandInput {
  @Field(() => ID, { description: 'Whose programme it is.' })
  organizationId!: string;

  @Min(1960)
  @Max(2200)
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Field(() => [ProgrammeBudgetInput], { defaultValue: [], description: 'Its money by source.' })
  budgets!: ProgrammeBudgetInput[];

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [FactSourceInput], {
    defaultValue: [],
    description: 'Where it is known from, when it is recorded from reports.',
  })
  sources!: FactSourceInput[];
}

@InputType({ description: 'A work programme as the caller saw it.' })
export class WorkProgrammeStepInput extends SeenInput {
  @Field(() => ID, { description: 'The work programme.' })
  id!: string;
}

@InputType({ description: 'The meeting that adopted a programme.' })
export class AdoptWorkProgrammeInput extends WorkProgrammeStepInput {
  @Field(() => ProgrammeForumType, { description: 'Which meeting.' })
  forum!: keyof typeof ProgrammeForumType;

  @Field(() => CalendarDate, { description: 'Its day: in the year of the programme or before.' })
  adoptedOn!: string;
}

@InputType({ description: 'What the office concludes.' })
export class EvaluateWorkProgrammeInput extends WorkProgrammeStepInput {
  @Field(() => ProgrammeOutcomeType, { description: 'The conclusion.' })
  outcome!: keyof typeof ProgrammeOutcomeType;

  @ArrayMaxSize(100)
  @ArrayUnique()
  @Field(() => [ID], {
    defaultValue: [],
    description: 'Activities with a proven effect, which are to be kept.',
  })
  sustain!: string[];
}

@InputType({ description: 'An activity as it is planned.' })
export class PlanActivityInput extends CommandInput {
  @Field(() => ID, { description: 'The programme, while it is a draft.' })
  workProgrammeId!: string;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'What it is called, 3 to 200 characters; names nobody.' })
  title!: string;

  @Field(() => ActivityKindType, { description: 'What it is.' })
  kind!: keyof typeof ActivityKindType;

  @ArrayUnique()
  @Field(() => [ActivityFunctionType], {
    defaultValue: [],
    description: 'Functions that it serves.',
  })
  functions!: (keyof typeof ActivityFunctionType)[];

  @Field(() => PillarType, { description: 'Pillar of social welfare that it serves.' })
  pillar!: keyof typeof PillarType;

  @Field(() => CalendarDate, { description: 'Day for which it is planned, in the year.' })
  plannedOn!: string;

  @Field(() => Money, { nullable: true, description: 'What it may cost; names its source too.' })
  budget?: string | null;

  @Field(() => FundingSourceType, { nullable: true, description: 'Who pays.' })
  fundingSource?: keyof typeof FundingSourceType | null;

  @ValidateNested()
  @Field(() => StatedCountInput, { nullable: true, description: 'How many it means to serve.' })
  target?: StatedCountInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The activity of an earlier year that it continues.',
  })
  predecessor?: string | null;
}

@InputType({ description: 'An activity as the caller saw it.' })
export class ActivityStepInput extends SeenInput {
  @Field(() => ID, { description: 'The activity.' })
  id!: string;
}

@InputType({ description: 'That an activity took place.' })
export class RealiseActivityInput extends ActivityStepInput {
  @Field(() => CalendarDate, { description: 'The day, in the year of its programme.' })
  realisedOn!: string;

  @Field(() => Money, { nullable: true, description: 'What it cost.' })
  spent?: string | null;

  @ValidateNested()
  @Field(() => StatedCountInput, {
    nullable: true,
    description: 'How many were served: a number; whom, and how they are, is never collected.',
  })
  beneficiaries?: StatedCountInput | null;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [FactSourceInput], {
    defaultValue: [],
    description: 'Where it is known from, when it is recorded from reports.',
  })
  sources!: FactSourceInput[];
}

export const seenProgramme = ({ id, expectedVersion }: WorkProgrammeStepInput) => ({
  id: readId('wpg', 'id', id),
  expectedVersion,
});

export const seenActivity = ({ id, expectedVersion }: ActivityStepInput) => ({
  id: readId('act', 'id', id),
  expectedVersion,
});
