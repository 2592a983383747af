import { encodeId } from '@jejaring/chassis/graph/ids';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AllocationStatusType, AssistanceItemType } from './assistance-words.js';
import type { AssistanceProgramme } from './assistance.entity.js';

type Ref<T> = T;

@ObjectType({ description: 'How far an assistance programme has come on a day.' })
export class AssistanceCoverage {
  @Field(() => CalendarDate, { description: 'The day of valid time that is spoken of.' })
  asOf!: string;

  @Field(() => Int, { description: 'Organizations that have received at least one piece by then.' })
  reached!: number;

  @Field(() => Int, { description: 'Organizations that it is meant for.' })
  target!: number;

  @Field(() => Int, { description: 'Reached of target; 10,000 are all.' })
  basisPoints!: number;

  @Field({ description: 'Whether the target was concluded and not stated by a source.' })
  targetDerived!: boolean;

  @Field(() => String, { nullable: true, description: 'From what the target was concluded.' })
  targetReason!: string | null;
}

/** What a list of pending recipients is made from. */
export interface PendingRow {
  allocationId: string;
  organizationId: string;
  regionCode: string;
  status: keyof typeof AllocationStatusType;
  plannedFiscalYear: number;
}

@ObjectType({ description: 'An organization that is still to receive on a day.' })
export class PendingAllocation {
  row!: PendingRow;

  @Field(() => ID, { description: 'The allocation, `alc_…`.' })
  allocationId!: string;

  @Field(() => AllocationStatusType, { description: 'Where it stood on the day.' })
  status!: keyof typeof AllocationStatusType;

  @Field(() => Int, { description: 'The fiscal year in which it was planned on the day.' })
  plannedFiscalYear!: number;
}

export const toPending = (row: PendingRow): PendingAllocation =>
  Object.assign(new PendingAllocation(), {
    row,
    allocationId: encodeId('alc', row.allocationId),
    status: row.status,
    plannedFiscalYear: row.plannedFiscalYear,
  });

@ObjectType({ description: 'An assistance programme as it reaches a region (bantuan).' })
export class RegionAssistance {
  /** The region that is asked for or, inside it, that of the programme. */
  within!: string;

  row!: AssistanceProgramme;

  @Field(() => ID, { description: 'The programme, `apg_…`.' })
  id!: string;

  @Field({ description: 'Title of the programme.' })
  title!: string;

  @Field(() => Int, { description: 'Fiscal year (tahun anggaran).' })
  fiscalYear!: number;

  @Field(() => AssistanceItemType, { description: 'What is handed over.' })
  itemKind!: keyof typeof AssistanceItemType;

  @Field(() => RegionCode, { description: 'The region within which is counted.' })
  countedWithin!: string;

  @Field(() => AssistanceCoverage, { description: 'How far it has come in the region.' })
  coverage!: Ref<AssistanceCoverage>;
}
