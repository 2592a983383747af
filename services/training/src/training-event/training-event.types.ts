import { connectionOf } from '@jejaring/chassis/graph/page';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { StatedCount } from '@jejaring/register/facts/stated-count.types';
import { TimeZoneType } from '@jejaring/register/facts/zone.types';
import { createUnionType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import { OfficeRef } from '../office/office.types.js';
import {
  OrganizationKindType,
  OrganizationType,
  RegionLevelType,
} from '../organization/organization.types.js';
import { RegionType } from '../region/region.types.js';
import type { TrainingEvent } from './training-event.entity.js';
import {
  TrainingEventStatusType,
  TrainingKindType,
  TrainingTopicType,
} from './training-words.types.js';

/** A training that is announced changes with a step that is said. */
export const ofTrainingEvent = { untilOwn: ['training.training-event'] } as const;

type Ref<T> = T;

export const TrainingOrganizer = createUnionType({
  name: 'TrainingOrganizer',
  description: 'Who holds a training: an office, or an organization.',
  types: () => [OfficeRef, OrganizationType] as const,
  resolveType: (value: object) => value.constructor as never,
});

@Cached()
@ObjectType({ description: 'Where a training is held.' })
export class TrainingVenue {
  @Field({ description: 'Name of the place.' })
  name!: string;

  @Field(() => RegionType, {
    nullable: true,
    description: 'The region it lies in; null where the source does not tell.',
  })
  region!: Ref<RegionType> | null;

  @Field({ description: 'Whether the region was concluded and not stated by the source.' })
  regionDerived!: boolean;

  @Field(() => String, { nullable: true, description: 'From what it was concluded.' })
  derivedBecause!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many it holds, where it is known.' })
  capacity!: number | null;
}

@Cached()
@ObjectType({ description: 'Who is invited.' })
export class TrainingAudience {
  @Field(() => RegionType, { nullable: true, description: 'Organizations seated in this region.' })
  region!: Ref<RegionType>;

  @Field(() => [OrganizationKindType], { description: 'Of these kinds.' })
  kinds!: (keyof typeof OrganizationKindType)[];

  @Field(() => [RegionLevelType], { nullable: true, description: 'Of these levels; null for all.' })
  levels!: (keyof typeof RegionLevelType)[] | null;
}

@Cached()
@ObjectType({ description: 'The seats of one region at a training, or of the reserve.' })
export class TrainingQuota {
  @Field(() => RegionType, { nullable: true, description: 'The region; null for the reserve.' })
  region!: Ref<RegionType> | null;

  @Field(() => Int, { description: 'How many seats.' })
  total!: number;

  @Field(() => Int, { description: 'How many somebody has or is offered.' })
  taken!: number;

  @Field(() => Int, { description: 'How many from there wait for a seat.' })
  waiting!: number;

  @Field({ description: 'Whether anybody from there has asked for a seat or was sent.' })
  sentSomebody!: boolean;
}

@Cached()
@ObjectType({ description: 'How full a training is.' })
export class TrainingSeats {
  @Field(() => Int, { description: 'How many may take part.' })
  total!: number;

  @Field(() => Int, { description: 'How many somebody has or is offered.' })
  taken!: number;

  @Field(() => Int, { description: 'How many wait for one.' })
  waiting!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Most registrations of one organization; null for no limit.',
  })
  perUnitMax!: number | null;

  @Field(() => [TrainingQuota], {
    description: 'By region (kuota), the regions in the order of their codes, then the reserve.',
  })
  quotas!: Ref<TrainingQuota>[];
}

@Cached()
@ObjectType({ description: 'What a participant must reach to have completed a training.' })
export class TrainingCompletionRule {
  @Field(() => Int, {
    description:
      'Least attendance over its sessions, in basis points; an event without sessions asks for attendance as such.',
  })
  minAttendanceBasisPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Least score of the test afterwards.' })
  minPostTest!: number | null;
}

@Directive('@key(fields: "id")')
@ObjectType('TrainingEvent', {
  description: 'A training, held once at one place (kegiatan bimtek, pelatihan, pembinaan).',
})
export class TrainingEventType {
  row!: TrainingEvent;

  @Cached()
  @Field(() => ID, { description: '`trn_…`' })
  id!: string;

  @Cached(ofTrainingEvent)
  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Cached(ofTrainingEvent)
  @Field(() => TrainingEventStatusType, { description: 'Where it stands.' })
  status!: keyof typeof TrainingEventStatusType;

  @Cached(ofTrainingEvent)
  @Field(() => TrainingKindType, { description: 'What sort of training.' })
  kind!: keyof typeof TrainingKindType;

  @Cached(ofTrainingEvent)
  @Field(() => TrainingTopicType, { description: 'What is taught.' })
  topic!: keyof typeof TrainingTopicType;

  @Cached(ofTrainingEvent)
  @Field({ description: 'Its title.' })
  title!: string;

  @Cached(ofTrainingEvent)
  @Field(() => String, { nullable: true, description: 'Its theme (tema), where it has one.' })
  theme!: string | null;

  @Cached(ofTrainingEvent)
  @Field(() => TrainingOrganizer, {
    nullable: true,
    description: 'Who holds it; null for an office that is known by its region only.',
  })
  organizer!: Ref<OfficeRef> | Ref<OrganizationType> | null;

  @Cached(ofTrainingEvent)
  @Field(() => RegionType, { nullable: true, description: 'The region of the organizer.' })
  organizerRegion!: Ref<RegionType>;

  @Cached(ofTrainingEvent)
  @Field(() => RegionType, { nullable: true, description: 'The region it is held for.' })
  region!: Ref<RegionType>;

  @Cached(ofTrainingEvent)
  @Field(() => TrainingAudience, { description: 'Who is invited.' })
  audience!: Ref<TrainingAudience>;

  @Cached(ofTrainingEvent)
  @Field(() => TrainingVenue, { nullable: true, description: 'Where; null while not settled.' })
  venue!: Ref<TrainingVenue> | null;

  @Cached(ofTrainingEvent)
  @Field(() => CalendarDate, { description: 'First day, at the venue.' })
  startsOn!: string;

  @Cached(ofTrainingEvent)
  @Field(() => CalendarDate, { description: 'Last day, at the venue.' })
  endsOn!: string;

  @Cached(ofTrainingEvent)
  @Field(() => TimeZoneType, { description: 'The time zone of its dates.' })
  timeZone!: keyof typeof TimeZoneType;

  @Cached(ofTrainingEvent)
  @Field(() => Int, { nullable: true, description: 'Hours of lessons (JP) that are certified.' })
  certificateHours!: number | null;

  @Cached(ofTrainingEvent)
  @Field(() => TrainingCompletionRule, { description: 'What it takes to complete it.' })
  completionRule!: Ref<TrainingCompletionRule>;

  @Cached(ofTrainingEvent)
  @Field(() => [String], { description: 'Regulations it rests on (dasar hukum), as cited.' })
  legalBasis!: string[];

  @Cached(ofTrainingEvent)
  @Field(() => StatedCount, {
    nullable: true,
    description: 'How many took part, as a report states it.',
  })
  statedParticipants!: Ref<StatedCount> | null;
}

export const TrainingEventConnection = connectionOf('TrainingEvent', () => TrainingEventType);
