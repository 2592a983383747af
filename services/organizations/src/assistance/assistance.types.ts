import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { CalendarDate, Money } from '@jejaring/chassis/graph/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RegionLevelType } from '../region/region.types.js';
import { TrainingEventType, toTrainingEventType } from '../training-event/training-event.types.js';
import { AllocationStatusType, AssistanceItemType } from './assistance-words.js';
import type { Allocation, Asset, AssistanceProgramme, Handover } from './assistance.entity.js';

type Ref<T> = T;

@ObjectType('AssistanceProgramme', {
  description:
    'What an office gives to the organizations of one level in a region, in a fiscal year (program bantuan).',
})
export class AssistanceProgrammeType {
  row!: AssistanceProgramme;

  @Field(() => ID, { description: '`apg_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => Int, { description: 'Fiscal year (tahun anggaran), a calendar year.' })
  fiscalYear!: number;

  @Field(() => AssistanceItemType, { description: 'What is handed over.' })
  itemKind!: keyof typeof AssistanceItemType;

  @Field(() => String, { nullable: true, description: 'What it is in detail.' })
  itemSpec!: string | null;

  @Field(() => Money, { nullable: true, description: 'Value of one piece.' })
  unitValue!: string | null;

  @Field(() => RegionLevelType, { description: 'The level of the organizations it is meant for.' })
  targetLevel!: keyof typeof RegionLevelType;

  @Field(() => CalendarDate, { description: 'Since when it is open.' })
  openedOn!: string;
}

export const AssistanceProgrammeConnection = connectionOf(
  'AssistanceProgramme',
  () => AssistanceProgrammeType,
);

export function toProgrammeType(row: AssistanceProgramme): AssistanceProgrammeType {
  const { version, title, fiscalYear, itemKind, itemSpec, unitValue } = row;
  const { openedOn } = row;
  const targetLevel = row.targetLevel as keyof typeof RegionLevelType;
  return Object.assign(new AssistanceProgrammeType(), {
    row,
    id: encodeId('apg', row.id),
    version,
    title,
    fiscalYear,
    itemKind,
    itemSpec,
    unitValue,
    targetLevel,
    openedOn,
  });
}

@ObjectType('Allocation', {
  description: 'What an assistance programme puts aside for one organization (alokasi).',
})
export class AllocationType {
  row!: Allocation;

  @Field(() => ID, { description: '`alc_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => Int, { description: 'How many pieces.' })
  quantity!: number;

  @Field(() => Int, { description: 'The fiscal year in which it is planned.' })
  plannedFiscalYear!: number;

  @Field(() => AllocationStatusType, { description: 'Where it stands.' })
  status!: keyof typeof AllocationStatusType;

  @Field(() => CalendarDate, { description: 'Since when it stands so.' })
  since!: string;
}

export const AllocationConnection = connectionOf('Allocation', () => AllocationType);

export function toAllocationType(row: Allocation): AllocationType {
  const { version, quantity, plannedFiscalYear, status, since } = row;
  return Object.assign(new AllocationType(), {
    row,
    id: encodeId('alc', row.id),
    version,
    quantity,
    plannedFiscalYear,
    status,
    since,
  });
}

@ObjectType({ description: 'On what occasion things were handed over.' })
export class HandoverOccasion {
  @Field(() => String, { nullable: true, description: 'What it was called.' })
  title!: string | null;

  @Field(() => TrainingEventType, {
    nullable: true,
    description: 'The training during which it happened.',
  })
  trainingEvent!: Ref<TrainingEventType> | null;
}

@ObjectType('AssetHandover', { description: 'Things that changed hands (penyerahan barang).' })
export class HandoverType {
  row!: Handover;

  @Field(() => ID, { description: '`hnd_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes.' })
  version!: number;

  @Field(() => Int, { description: 'How many pieces.' })
  quantity!: number;

  @Field(() => CalendarDate, { description: 'Day of the handover.' })
  handedOverOn!: string;

  @Field({ description: 'Number of the minutes of handover (Berita Acara Serah Terima, BAST).' })
  minutesNumber!: string;

  @Field(() => HandoverOccasion, { nullable: true, description: 'On what occasion.' })
  occasion!: Ref<HandoverOccasion> | null;

  @Field(() => String, { nullable: true, description: 'Position of whoever handed it over.' })
  givenBy!: string | null;

  @Field(() => ID, { nullable: true, description: 'The officer who received it, `ofr_…`.' })
  receivedByOfficerId!: string | null;
}

export const HandoverConnection = connectionOf('AssetHandover', () => HandoverType);

function occasionOf({ occasionTitle: title, trainingEventId }: Handover): HandoverOccasion | null {
  if (title === null && trainingEventId === null) return null;
  const trainingEvent = trainingEventId && toTrainingEventType(trainingEventId);
  return Object.assign(new HandoverOccasion(), { title, trainingEvent: trainingEvent || null });
}

export function toHandoverType(row: Handover): HandoverType {
  const { version, quantity, handedOverOn, minutesNumber, givenBy, receivedByOfficerId } = row;
  return Object.assign(new HandoverType(), {
    row,
    id: encodeId('hnd', row.id),
    version,
    quantity,
    handedOverOn,
    minutesNumber,
    occasion: occasionOf(row),
    givenBy,
    receivedByOfficerId: receivedByOfficerId && encodeId('ofr', receivedByOfficerId),
  });
}

@ObjectType('Asset', { description: 'One piece that an organization received (barang bantuan).' })
export class AssetType {
  row!: Asset;

  @Field(() => ID, { description: '`ast_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => AssistanceItemType, { description: 'What it is.' })
  itemKind!: keyof typeof AssistanceItemType;

  @Field(() => CalendarDate, { description: 'Since when it is in its present condition.' })
  since!: string;
}

export const AssetConnection = connectionOf('Asset', () => AssetType);

export function toAssetType(row: Asset): AssetType {
  const { version, itemKind, since } = row;
  return Object.assign(new AssetType(), {
    row,
    id: encodeId('ast', row.id),
    version,
    itemKind,
    since,
  });
}
