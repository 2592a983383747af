import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { FactSourceInput } from '@jejaring/register/facts/fact-source.types';
import { ArrayMaxSize, ArrayUnique, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RegionType } from '../region/region.types.js';
import type { OrganizationEvent } from './organization-event.entity.js';

type Ref<T> = T;

export const OrganizationEventKindType = enumOf(
  'OrganizationEventKind',
  'What an organization holds.',
  {
    RAPAT_KERJA: 'Working meeting (rapat kerja).',
    RAKERDA: 'Regional working conference (rapat kerja daerah).',
    TEMU_KARYA: 'Congress that elects a board (temu karya).',
    BULAN_BHAKTI: 'Month of service around 26 September (Bulan Bhakti Karang Taruna, BBKT).',
  },
);

export const OrganizationEventStatusType = enumOf(
  'OrganizationEventStatus',
  'Where an event of an organization stands.',
  { PLANNED: 'Still to come.', HELD: 'It was held.', CANCELLED: 'Called off.' },
);

export const OrganizationEventCommandType = enumOf(
  'OrganizationEventCommand',
  'What can be done with an event of an organization.',
  {
    LINK: '`linkOrganizationEvent`',
    HOLD: '`holdOrganizationEvent`',
    CANCEL: '`cancelOrganizationEvent`',
  },
);

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Award', { description: 'What an organization won in a competition (penghargaan).' })
export class AwardRef {
  @Field(() => ID, { description: '`awd_…`' })
  id!: string;
}

@ObjectType({ description: 'Where an organization holds an event.' })
export class OrganizationEventVenue {
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
}

@Directive('@key(fields: "id")')
@ObjectType('OrganizationEvent', {
  description: 'A meeting of an organization, or a month of service.',
})
export class OrganizationEventType {
  row!: OrganizationEvent;

  @Field(() => ID, { description: '`oev_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => OrganizationEventStatusType, { description: 'Where it stands.' })
  status!: keyof typeof OrganizationEventStatusType;

  @Field(() => OrganizationEventKindType, { description: 'What it is.' })
  kind!: keyof typeof OrganizationEventKindType;

  @Field({ description: 'What it is called.' })
  title!: string;

  @Field(() => CalendarDate, {
    description: 'Its first day; `sources` tell where it is known from.',
  })
  startsOn!: string;

  @Field(() => CalendarDate, { description: 'Its last day.' })
  endsOn!: string;

  @Field(() => [AwardRef], { nullable: 'items', description: 'Awards that were given at it.' })
  linkedAwards!: (AwardRef | null)[];
}

export const OrganizationEventConnection = connectionOf(
  'OrganizationEvent',
  () => OrganizationEventType,
);

export function toOrganizationEventType(row: OrganizationEvent): OrganizationEventType {
  const { version, status, kind, title, startsOn, endsOn } = row;
  return Object.assign(new OrganizationEventType(), {
    row,
    id: encodeId('oev', row.id),
    version,
    status,
    kind,
    title,
    startsOn,
    endsOn,
    linkedAwards: row.awardIds.map((id) =>
      Object.assign(new AwardRef(), { id: encodeId('awd', id) }),
    ),
  });
}

@ObjectType({ implements: Problem, description: 'The event cannot take this step.' })
export class OrganizationEventRefusedProblem extends Problem {
  @Field({
    description: 'Why, in one word: `wrong-state`, `organization-not-active`, `too-early`.',
  })
  ground!: string;

  @Field(() => OrganizationEventStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof OrganizationEventStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The event is not at this stage.',
    id: 'Kegiatan tidak berada pada tahap ini.',
  },
  'organization-not-active': {
    en: 'The organization is not active.',
    id: 'Organisasi tidak aktif.',
  },
  'too-early': { en: 'Its first day is still to come.', id: 'Hari pertamanya belum tiba.' },
};

export function toOrganizationEventProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as Refusal & {
    status?: keyof typeof OrganizationEventStatusType;
  };
  const ground = refusal.refused;
  return problem(OrganizationEventRefusedProblem, message, { ground, currentStatus });
}

export const organizationEventResult = (name: string) =>
  resultUnion(name, () => OrganizationEventType, OrganizationEventRefusedProblem);

@InputType({ description: 'Where an event is held.' })
export class OrganizationEventVenueInput {
  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'Name of the place, 2 to 200 characters.' })
  name!: string;

  @Field(() => RegionCode, { nullable: true, description: 'The region it lies in, when known.' })
  regionCode?: string | null;

  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, {
    nullable: true,
    description: 'From what the region was concluded, when it was not stated.',
  })
  derivedBecause?: string | null;
}

@InputType({ description: 'An event as it is planned, or as it took place.' })
export class PlanOrganizationEventInput extends CommandInput {
  @Field(() => ID, { description: 'Who holds it.' })
  organizationId!: string;

  @Field(() => OrganizationEventKindType, { description: 'What it is.' })
  kind!: keyof typeof OrganizationEventKindType;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'What it is called, 3 to 200 characters.' })
  title!: string;

  @Field(() => CalendarDate, { description: 'Its first day.' })
  startsOn!: string;

  @Field(() => CalendarDate, { description: 'Its last day.' })
  endsOn!: string;

  @ValidateNested()
  @Field(() => OrganizationEventVenueInput, { nullable: true, description: 'Where it is held.' })
  venue?: OrganizationEventVenueInput | null;

  @Field(() => ID, { nullable: true, description: 'The office that opens it.' })
  openedBy?: string | null;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [FactSourceInput], {
    defaultValue: [],
    description: 'Where its facts come from, when they are taken from reports.',
  })
  sources!: FactSourceInput[];
}

@InputType({ description: 'An event as the caller saw it.' })
export class OrganizationEventStepInput extends SeenInput {
  @Field(() => ID, { description: 'The event.' })
  id!: string;
}

@InputType({ description: 'What belonged to an event; replaces what was linked before.' })
export class LinkOrganizationEventInput extends OrganizationEventStepInput {
  @ArrayUnique()
  @ArrayMaxSize(100)
  @Field(() => [ID], { defaultValue: [], description: 'Activities of its host.' })
  activities!: string[];

  @ArrayUnique()
  @ArrayMaxSize(100)
  @Field(() => [ID], { defaultValue: [], description: 'Awards that were given at it.' })
  awards!: string[];
}

export const seenOrganizationEvent = ({ id, expectedVersion }: OrganizationEventStepInput) => ({
  id: readId('oev', 'id', id),
  expectedVersion,
});
