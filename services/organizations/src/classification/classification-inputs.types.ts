import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { ArrayMaxSize, ArrayMinSize, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DecreeInput } from '../decree/decree.types.js';
import { OrganizationClassType } from '@jejaring/register/facts/organization-class.types';
import { ObjectionGroundType } from './classification.types.js';
import type { Scores } from './instrument.rules.js';

type Ref<T> = T;

@InputType({ description: 'A number for each of the six aspects.' })
export class AspectsInput {
  @Min(0)
  @Max(100)
  @Field(() => Int, { description: 'Organization and board.' })
  organisation!: number;

  @Min(0)
  @Max(100)
  @Field(() => Int, { description: 'People.' })
  humanResources!: number;

  @Min(0)
  @Max(100)
  @Field(() => Int, { description: 'Facilities.' })
  facilities!: number;

  @Min(0)
  @Max(100)
  @Field(() => Int, { description: 'Papers.' })
  administration!: number;

  @Min(0)
  @Max(100)
  @Field(() => Int, { description: 'Partnership.' })
  partnership!: number;

  @Min(0)
  @Max(100)
  @Field(() => Int, { description: 'Programme and activities.' })
  programme!: number;
}

export const readAspects = (input: AspectsInput): Scores => ({
  ORGANISATION: input.organisation,
  HUMAN_RESOURCES: input.humanResources,
  FACILITIES: input.facilities,
  ADMINISTRATION: input.administration,
  PARTNERSHIP: input.partnership,
  PROGRAMME: input.programme,
});

@InputType({ description: 'Weights and cut-offs to be used from a day on.' })
export class AdoptInstrumentInput extends CommandInput {
  @Field(() => CalendarDate, { description: 'From this day on.' })
  validFrom!: string;

  @ValidateNested()
  @Field(() => AspectsInput, { description: 'What each aspect counts, beside the others.' })
  weights!: Ref<AspectsInput>;

  @Field(() => Int, { description: 'Least total of BERKEMBANG.' })
  berkembangFrom!: number;

  @Field(() => Int, { description: 'Least total of MAJU.' })
  majuFrom!: number;

  @Field(() => Int, { description: 'Least total of PERCONTOHAN.' })
  percontohanFrom!: number;
}

@InputType({ description: 'A classification to begin.' })
export class DraftClassificationInput extends CommandInput {
  @Field(() => ID, { description: 'The Karang Taruna.' })
  organizationId!: string;

  @Min(1960)
  @Max(2200)
  @Field(() => Int, { description: 'The year it is for.' })
  year!: number;
}

@InputType({ description: 'A classification as the caller saw it.' })
export class ClassificationStepInput extends SeenInput {
  @Field(() => ID, { description: 'The classification.' })
  id!: string;
}

@InputType({
  description: 'Who takes part in an assessment: sent by an organization or an office.',
})
export class AssessorInput {
  @Field(() => ID, { nullable: true, description: 'The Karang Taruna that sent them.' })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that sent them.' })
  officeId?: string | null;
}

@InputType({ description: 'Six scores, and who gave them.' })
export class ScoreClassificationInput extends ClassificationStepInput {
  @ValidateNested()
  @Field(() => AspectsInput, { description: 'Each 0 to 100.' })
  scores!: Ref<AspectsInput>;

  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Field(() => [AssessorInput], {
    description: 'At least one of a Karang Taruna of a higher level, none of the assessed.',
  })
  assessors!: Ref<AssessorInput>[];
}

@InputType({ description: 'A class that holds by decree.' })
export class DetermineClassificationInput extends ClassificationStepInput {
  @Field(() => OrganizationClassType, {
    nullable: true,
    description: 'The class; absent: that which the scores propose.',
  })
  class?: keyof typeof OrganizationClassType | null;

  @ValidateNested()
  @Field(() => DecreeInput, { description: 'The decree.' })
  decree!: Ref<DecreeInput>;
}

@InputType({ description: 'An objection of the assessed organization.' })
export class ObjectToClassificationInput extends ClassificationStepInput {
  @Field(() => ObjectionGroundType, { description: 'Why.' })
  ground!: keyof typeof ObjectionGroundType;
}

export const seenClassification = ({ id, expectedVersion }: ClassificationStepInput) => ({
  id: readId('cls', 'id', id),
  expectedVersion,
});

export const readAssessor = ({ organizationId, officeId }: AssessorInput) => ({
  organizationId: organizationId ? readId('org', 'assessors', organizationId) : null,
  officeId: officeId ? readId('ofc', 'assessors', officeId) : null,
});
