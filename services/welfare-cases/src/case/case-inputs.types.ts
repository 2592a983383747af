import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { NikAbsentReason, Sex, SubjectKind } from '../beneficiary/beneficiary-words.js';
import {
  AssessmentDomain,
  CaseOutcomeType,
  CaseUrgency,
  GoalResult,
  LegalBasisType,
  ReportChannelType,
  ServiceKind,
  WelfareCategory,
} from './case-words.js';

type Ref<T> = T;

@InputType({ description: 'The person, family, group or community in need. Stored encrypted.' })
export class PersonInput {
  @Field(() => SubjectKind, {
    defaultValue: 'PERSON',
    description: 'Whether one person or several.',
  })
  subjectKind!: keyof typeof SubjectKind;

  @Matches(/\S/, { message: 'name must not be blank' })
  @MaxLength(200)
  @Field({ description: 'Name, 1 to 200 characters.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'National identity number (NIK), 16 digits.',
  })
  nik?: string | null;

  @Field(() => NikAbsentReason, { nullable: true, description: 'Why there is no NIK.' })
  nikAbsentReason?: keyof typeof NikAbsentReason | null;

  @Min(1900)
  @Max(2100)
  @Field(() => Int, {
    nullable: true,
    description: 'Year of birth, when the NIK does not tell it rightly.',
  })
  birthYear?: number | null;

  @Field(() => Sex, { nullable: true, description: 'Sex, when the NIK does not tell it rightly.' })
  sex?: keyof typeof Sex | null;
}

@InputType({ description: 'A person or household in need, as somebody reports them.' })
export class ReportCaseInput extends CommandInput {
  @Field(() => RegionCode, { description: 'The village where the person lives.' })
  regionCode!: string;

  @Field(() => WelfareCategory, { description: 'Main category of need (PPKS).' })
  category!: keyof typeof WelfareCategory;

  @Field(() => CaseUrgency, { defaultValue: 'NORMAL', description: 'How soon help is needed.' })
  urgency!: keyof typeof CaseUrgency;

  @Field(() => ReportChannelType, {
    nullable: true,
    description: 'The way the report came; when left out, that of whoever enters it.',
  })
  channel?: keyof typeof ReportChannelType | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The closed case of the same person that this one goes on from.',
  })
  follows?: string | null;

  @ValidateNested()
  @Field(() => PersonInput, { description: 'Who is in need.' })
  person!: Ref<PersonInput>;
}

@InputType()
export abstract class SeenCaseInput extends SeenInput {
  @Field(() => ID, { description: 'The case.' })
  id!: string;
}

@InputType({ description: 'Who takes a reported case on, and why its data may be processed.' })
export class AcceptCaseInput extends SeenCaseInput {
  @Field(() => LegalBasisType, { description: 'Why the data may be processed.' })
  legalBasis!: keyof typeof LegalBasisType;

  @Field(() => ID, { description: 'The organization that will handle it.' })
  assignedTo!: string;
}

@InputType({ description: 'How bad things are in one part of life.' })
export class SeverityInput {
  @Field(() => AssessmentDomain, { description: 'Part of life.' })
  domain!: keyof typeof AssessmentDomain;

  @Min(0)
  @Max(4)
  @Field(() => Int, { description: '0 no problem to 4 acute.' })
  severity!: number;
}

@InputType({ description: 'What the assessment of the need found.' })
export class CompleteAssessmentInput extends SeenCaseInput {
  @ValidateNested({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @Field(() => [SeverityInput], { description: 'At least one part of life.' })
  severities!: Ref<SeverityInput>[];
}

@InputType({ description: 'One aim of a service plan.' })
export class ServiceGoalInput {
  @Field(() => ServiceKind, { description: 'The service that is to reach it.' })
  service!: keyof typeof ServiceKind;

  @Field(() => CalendarDate, { description: 'When it should be reached.' })
  dueOn!: string;
}

@InputType({ description: 'The plan as it was agreed.' })
export class AdoptServicePlanInput extends SeenCaseInput {
  @ValidateNested({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Field(() => [ServiceGoalInput], {
    description: '1 to 20 goals, agreed with the person or guardian.',
  })
  goals!: Ref<ServiceGoalInput>[];
}

@InputType({ description: 'The plan that replaces the one before.' })
export class ReviseServicePlanInput extends AdoptServicePlanInput {}

@InputType({ description: 'A service that was given.' })
export class RecordInterventionInput extends SeenCaseInput {
  @Field(() => ServiceKind, { description: 'What was given.' })
  service!: keyof typeof ServiceKind;

  @Field(() => CalendarDate, { description: 'When.' })
  givenOn!: string;
}

@InputType({ description: 'What became of the plan, put before the supervising office.' })
export class ProposeTerminationInput extends SeenCaseInput {
  @ArrayMaxSize(20)
  @Field(() => [GoalResult], { description: 'What became of each goal, in the order of the plan.' })
  goalResults!: (keyof typeof GoalResult)[];
}

@InputType({ description: 'How the case ended.' })
export class CloseCaseInput extends SeenCaseInput {
  @Field(() => CaseOutcomeType, { description: 'How it ended.' })
  outcome!: keyof typeof CaseOutcomeType;
}
