import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { FactSourceInput, readSources } from '@jejaring/register/facts/fact-source.types';
import { readStated, StatedCountInput } from '@jejaring/register/facts/stated-count.types';
import type { IdPrefix } from '@jejaring/schema/ids';
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
import { JudgingSchemeInput, readScheme } from '../criteria/criteria.types.js';
import { EligibilityRuleInput, toRule } from '../eligibility/eligibility.types.js';
import { CompetitionCategoryType, CompetitionTierType } from './competition-words.js';
import { CalendarInput, PrizeInput, readCalendar, readPrize } from './terms.types.js';
import type { CompetitionTerms } from './terms.rules.js';

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

  @ValidateNested()
  @Field(() => JudgingSchemeInput, {
    nullable: true,
    description: 'Criteria and stages; without them the organizer decides without score sheets.',
  })
  judging?: Ref<JudgingSchemeInput> | null;

  @ValidateNested()
  @Field(() => CalendarInput, { nullable: true, description: 'Its days.' })
  calendar?: Ref<CalendarInput> | null;

  @ValidateNested({ each: true })
  @ArrayMaxSize(100)
  @Field(() => [PrizeInput], { defaultValue: [], description: 'What each place wins.' })
  prizes!: Ref<PrizeInput>[];

  @Min(0)
  @Max(100)
  @Field(() => Int, {
    defaultValue: 0,
    description: 'How many of the best go on to the competition above.',
  })
  promoteCount: number = 0;

  @Min(0)
  @Max(60)
  @Field(() => Int, {
    defaultValue: 3,
    description: 'Working days in which the result may be objected to (masa sanggah).',
  })
  objectionDays: number = 3;
}

export function toTerms(input: CompetitionTermsInput): CompetitionTerms {
  const { title, days, quotaPerSubRegion, winnersPlanned, promoteCount, objectionDays } = input;
  return {
    title,
    days,
    quotaPerSubRegion: quotaPerSubRegion ?? null,
    winnersPlanned,
    promoteCount,
    objectionDays,
    statedEntrants: readStated(input.statedEntrants),
    eligibility: input.eligibility.map(toRule),
    judging: readScheme(input.judging),
    calendar: readCalendar(input.calendar),
    prizes: input.prizes.map(readPrize),
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

  @Field(() => ID, { nullable: true, description: 'The edition (tahun penyelenggaraan) it is of.' })
  editionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The competition above that its best go on to: same category, a higher tier.',
  })
  parentCompetitionId?: string | null;

  @ValidateNested({ each: true })
  @ArrayMaxSize(20)
  @Field(() => [FactSourceInput], {
    defaultValue: [],
    description: 'Where what is stated comes from, for competitions of the past.',
  })
  sources!: Ref<FactSourceInput>[];

  @ValidateNested()
  @Field(() => CompetitionTermsInput, { description: 'Its terms.' })
  terms!: Ref<CompetitionTermsInput>;
}

const readOptional = (prefix: IdPrefix, field: string, id: string | null | undefined) =>
  id ? readId(prefix, field, id) : null;

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
    organizerOrganizationId: readOptional('org', 'organizerOrganizationId', organization),
    editionId: readOptional('edn', 'editionId', input.editionId),
    parentCompetitionId: readOptional('cmp', 'parentCompetitionId', input.parentCompetitionId),
    sources: readSources(input.sources),
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

@InputType({ description: 'The minutes of the meeting that decided (berita acara pleno).' })
export class MinutesInput {
  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'Their number.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Day of the meeting.' })
  on!: string;
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

  @ValidateNested()
  @Field(() => MinutesInput, {
    nullable: true,
    description: 'The minutes of the meeting that decided; needed where there is a ranking.',
  })
  minutes?: Ref<MinutesInput> | null;
}
