import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { readStated, StatedCountInput } from '@jejaring/register/facts/stated-count.types';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EligibilityRuleInput, toRule } from '../eligibility/eligibility.types.js';
import { CompetitionCategoryType, CompetitionTierType } from './competition-words.js';
import type { CompetitionTerms } from './competition.rules.js';

type Ref<T> = T;

@InputType({ description: 'What may be changed until a competition is published.' })
export class CompetitionTermsInput {
  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'Its name, 3 to 200 characters.' })
  title!: string;

  @Min(1)
  @Max(366)
  @Field(() => Int, { defaultValue: 1, description: 'How many days the judging takes.' })
  days: number = 1;

  @Min(1)
  @Max(1_000)
  @Field(() => Int, {
    nullable: true,
    description: 'How many each part of the region may nominate; without it there is no limit.',
  })
  quotaPerSubRegion?: number | null;

  @Min(1)
  @Max(1_000)
  @Field(() => Int, { description: 'How many may win at most.' })
  winnersPlanned!: number;

  @ValidateNested()
  @Field(() => StatedCountInput, {
    nullable: true,
    description: 'Entrants as stated by a report, where no list of them exists.',
  })
  statedEntrants?: Ref<StatedCountInput> | null;

  @ValidateNested({ each: true })
  @ArrayMaxSize(5)
  @Field(() => [EligibilityRuleInput], {
    defaultValue: [],
    description: 'What is demanded of nominees, each rule once.',
  })
  eligibility!: Ref<EligibilityRuleInput>[];
}

export function toTerms(input: CompetitionTermsInput): CompetitionTerms {
  const { title, days, quotaPerSubRegion, winnersPlanned } = input;
  return {
    title,
    days,
    quotaPerSubRegion: quotaPerSubRegion ?? null,
    winnersPlanned,
    statedEntrants: readStated(input.statedEntrants),
    eligibility: input.eligibility.map(toRule),
  };
}

@InputType({ description: 'A competition as its organizer plans it.' })
export class DraftCompetitionInput extends CommandInput {
  @Min(1960)
  @Max(2100)
  @Field(() => Int, { description: 'Year it counts for.' })
  year!: number;

  @Field(() => CompetitionTierType, { description: 'The level it is held at.' })
  tier!: keyof typeof CompetitionTierType;

  @Field(() => CompetitionCategoryType, { description: 'Who may win.' })
  category!: keyof typeof CompetitionCategoryType;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'Where its nominees come from, of the level of the tier; none for the nation.',
  })
  region?: string | null;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'Region of the organizer; none for the ministry.',
  })
  organizerRegion?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The office that holds it; the caller’s own when neither is given.',
  })
  organizerOfficeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organization that holds it, instead of an office.',
  })
  organizerOrganizationId?: string | null;

  @ValidateNested()
  @Field(() => CompetitionTermsInput, { description: 'Its terms.' })
  terms!: Ref<CompetitionTermsInput>;
}

/** What a draft says of its place and its organizer, as stored. */
export function toDraft(input: DraftCompetitionInput, callersOfficeId: string | null) {
  const { organizerOfficeId: office, organizerOrganizationId: organization } = input;
  return {
    year: input.year,
    tier: input.tier,
    category: input.category,
    regionCode: input.region ?? '',
    organizerRegionCode: input.organizerRegion ?? '',
    organizerOfficeId: office
      ? readId('ofc', 'organizerOfficeId', office)
      : organization
        ? null
        : callersOfficeId,
    organizerOrganizationId: organization
      ? readId('org', 'organizerOrganizationId', organization)
      : null,
    terms: toTerms(input.terms),
  };
}

@InputType()
abstract class SeenCompetitionInput extends SeenInput {
  @Field(() => ID, { description: 'The competition.' })
  id!: string;
}

@InputType({ description: 'A competition as the caller saw it.' })
export class CompetitionStepInput extends SeenCompetitionInput {}

@InputType({ description: 'New terms for a competition that is not published yet.' })
export class AmendCompetitionInput extends SeenCompetitionInput {
  @ValidateNested()
  @Field(() => CompetitionTermsInput, { description: 'The terms that replace the former ones.' })
  terms!: Ref<CompetitionTermsInput>;
}

@InputType({ description: 'One place and the nominee it goes to.' })
export class PlaceInput {
  @Field(() => ID, { description: 'The nomination.' })
  nominationId!: string;

  @Min(1)
  @Max(1_000)
  @Field(() => Int, { description: 'The place (juara).' })
  rank!: number;
}

@InputType({ description: 'Who won and at which place.' })
export class DecideWinnersInput extends SeenCompetitionInput {
  @ValidateNested({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @Field(() => [PlaceInput], {
    description: 'Places 1, 2, 3; equal places share a number and the next is skipped: 1, 2, 2, 4.',
  })
  winners!: Ref<PlaceInput>[];
}
