import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { StatedCountInput } from '@jejaring/register/facts/stated-count.types';
import { FactSourceInput, readSources } from '@jejaring/register/facts/fact-source.types';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { OrganizationKindType, RegionLevelType } from '../organization/organization.types.js';
import type { DraftTrainingEvent } from './planning.service.js';
import { TimeZoneType } from '@jejaring/register/facts/zone.types';
import { TrainingKindType, TrainingTopicType } from './training-words.types.js';

type Ref<T> = T;

@InputType({ description: 'Where a training is held.' })
export class TrainingVenueInput {
  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'Name of the place, 2 to 200 characters.' })
  name!: string;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'The region it lies in; absent where it is not known, never a guess.',
  })
  region?: string | null;

  @Field({ defaultValue: false, description: 'Whether the region was concluded, not stated.' })
  regionDerived: boolean = false;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'From what it was concluded.' })
  derivedBecause?: string | null;

  @Min(1)
  @Max(100_000)
  @Field(() => Int, { nullable: true, description: 'How many it holds.' })
  capacity?: number | null;
}

@InputType({ description: 'Seats that are kept for one region (kuota).' })
export class TrainingQuotaInput {
  @Field(() => RegionCode, { description: 'The region, in the region of the event.' })
  region!: string;

  @Min(1)
  @Max(100_000)
  @Field(() => Int, { description: 'How many seats.' })
  seats!: number;
}

@InputType({ description: 'A training event as its organizer plans it.' })
export class DraftTrainingEventInput extends CommandInput {
  @Field(() => TrainingKindType, { description: 'What sort of training.' })
  kind!: keyof typeof TrainingKindType;

  @Field(() => TrainingTopicType, { description: 'What is taught.' })
  topic!: keyof typeof TrainingTopicType;

  @MinLength(3)
  @MaxLength(300)
  @Field({ description: 'Its title, 3 to 300 characters.' })
  title!: string;

  @MaxLength(300)
  @Field(() => String, { nullable: true, description: 'Its theme (tema).' })
  theme?: string | null;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'Region of the office that holds it; absent when an organization does.',
  })
  organizerRegion?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that holds it, `ofc_…`.' })
  organizerOffice?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organization that holds it, `org_…`.' })
  organizerOrganization?: string | null;

  @Field(() => RegionCode, {
    description: 'The region it is held for; organizations seated there are invited.',
  })
  region!: string;

  @ArrayMinSize(1)
  @Field(() => [OrganizationKindType], {
    defaultValue: ['KARANG_TARUNA'],
    description: 'Kinds of organizations that are invited.',
  })
  audienceKinds!: (keyof typeof OrganizationKindType)[];

  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @Field(() => [RegionLevelType], {
    nullable: true,
    description: 'Levels of organizations that are invited; absent for all.',
  })
  audienceLevels?: (keyof typeof RegionLevelType)[] | null;

  @Field(() => TrainingVenueInput, { nullable: true, description: 'Where it is held.' })
  venue?: Ref<TrainingVenueInput> | null;

  @Field(() => CalendarDate, { description: 'First day.' })
  startsOn!: string;

  @Field(() => CalendarDate, { description: 'Last day.' })
  endsOn!: string;

  @Field(() => TimeZoneType, {
    nullable: true,
    description: 'The time zone of its dates; absent: that of the venue, or else of the region.',
  })
  timeZone?: keyof typeof TimeZoneType | null;

  @Min(1)
  @Max(100_000)
  @Field(() => Int, {
    nullable: true,
    description: 'How many may take part; absent for an event by invitation, without registration.',
  })
  seats?: number | null;

  @ArrayMaxSize(1_000)
  @Field(() => [TrainingQuotaInput], {
    defaultValue: [],
    description: 'Seats by region; what they leave over is the reserve for all.',
  })
  quotas!: Ref<TrainingQuotaInput>[];

  @Min(1)
  @Max(1_000)
  @Field(() => Int, {
    nullable: true,
    description: 'Most registrations of one organization; absent for no limit.',
  })
  perUnitMax?: number | null;

  @Min(1)
  @Max(1_000)
  @Field(() => Int, { nullable: true, description: 'Hours of lessons (JP) that are certified.' })
  certificateHours?: number | null;

  @Min(0)
  @Max(10_000)
  @Field(() => Int, {
    defaultValue: 8_000,
    description:
      'Least attendance over the sessions for completing it, in basis points; 8000 is 80 %.',
  })
  minAttendanceBasisPoints: number = 8_000;

  @Min(0)
  @Max(100)
  @Field(() => Int, {
    nullable: true,
    description: 'Least score of the test afterwards for completing it; absent for none.',
  })
  minPostTest?: number | null;

  @ArrayMaxSize(20)
  @MaxLength(100, { each: true })
  @Field(() => [String], {
    defaultValue: [],
    description: 'Regulations it rests on (dasar hukum), as they are cited: "Permensos 25/2019".',
  })
  legalBasis!: string[];

  @ArrayMaxSize(20)
  @Field(() => [FactSourceInput], {
    defaultValue: [],
    description: 'Where the facts come from, when the event is recorded from reports.',
  })
  sources!: Ref<FactSourceInput>[];
}

@InputType({ description: 'A training event as the caller saw it.' })
export class TrainingEventStepInput extends SeenInput {
  @Field(() => ID, { description: 'The training event.' })
  id!: string;
}

@InputType({ description: 'A training event that ended, and what its report states.' })
export class CompleteTrainingEventInput extends TrainingEventStepInput {
  @Field(() => StatedCountInput, {
    nullable: true,
    description: 'How many took part as the report states it, where nobody was registered.',
  })
  statedParticipants?: Ref<StatedCountInput> | null;
}

@InputType({ description: 'A postponed training event and its new days.' })
export class RescheduleTrainingEventInput extends TrainingEventStepInput {
  @Field(() => CalendarDate, { description: 'New first day, today or later.' })
  startsOn!: string;

  @Field(() => CalendarDate, { description: 'New last day.' })
  endsOn!: string;
}

@InputType({ description: 'The report of a training event that ended.' })
export class ReportTrainingEventInput extends CompleteTrainingEventInput {
  @ArrayMaxSize(20)
  @Field(() => [FactSourceInput], {
    defaultValue: [],
    description: 'Where its figures come from.',
  })
  sources!: Ref<FactSourceInput>[];
}

export const seenTrainingEvent = ({ id, expectedVersion }: TrainingEventStepInput) => ({
  id: readId('trn', 'id', id),
  expectedVersion,
});

/** The facts of a plan without what holds it; absent is null from here on. */
export function draftFacts(input: DraftTrainingEventInput): Omit<DraftTrainingEvent, 'organizer'> {
  const { kind, topic, title, region, audienceKinds, startsOn, endsOn, venue } = input;
  return {
    kind,
    topic,
    title,
    audienceKinds,
    startsOn,
    endsOn,
    theme: input.theme ?? null,
    regionCode: region,
    audienceLevels: input.audienceLevels ?? null,
    timeZone: input.timeZone ?? null,
    seats: input.seats ?? null,
    quotas: input.quotas.map((quota) => ({ regionCode: quota.region, seats: quota.seats })),
    perUnitMax: input.perUnitMax ?? null,
    certificateHours: input.certificateHours ?? null,
    minAttendanceBasisPoints: input.minAttendanceBasisPoints,
    minPostTest: input.minPostTest ?? null,
    legalBasis: input.legalBasis,
    sources: readSources(input.sources),
    venue: venue
      ? {
          name: venue.name,
          regionCode: venue.region ?? null,
          regionDerived: venue.regionDerived,
          derivedBecause: venue.derivedBecause ?? null,
          capacity: venue.capacity ?? null,
        }
      : null,
  };
}
