import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { allocationDeferred } from '@jejaring/schema/events/organizations-assistance.events';
import { dayOf } from '../organization/organization.service.js';
import type { AllocationCommand } from './allocation.rules.js';
import { defer, step, withdraw } from './allocation.rules.js';
import { Allocation, AssistanceProgramme } from './assistance.entity.js';

export interface SeenAllocation {
  id: string;
  expectedVersion: number;
  /** Null for today. */
  decidedOn: string | null;
}

/** Ends the running period and begins the next: status and plan in valid time. */
export async function beginAllocationPeriod(work: Work, row: Allocation): Promise<void> {
  await work.sql(
    'update allocation_period set valid_to = $2 where allocation_id = $1 and valid_to is null',
    [row.id, row.since],
  );
  await work.sql(
    `insert into allocation_period
       (id, allocation_id, programme_id, programme_region_code, status, planned_fiscal_year, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (allocation_id, valid_from) do update
       set (status, planned_fiscal_year, valid_to) = (excluded.status, excluded.planned_fiscal_year, null)`,
    [
      work.newId(),
      row.id,
      row.programmeId,
      row.programmeRegionCode,
      row.status,
      row.plannedFiscalYear,
      row.since,
    ],
  );
}

/** How many pieces of an allocation changed hands already. */
export async function countHandedOver(work: Work, allocationId: string): Promise<number> {
  const [sum] = await work.sql<{ count: number }>(
    'select coalesce(sum(quantity), 0)::integer as count from handover where allocation_id = $1',
    [allocationId],
  );
  return sum!.count;
}

const daysOf = (work: Work, decidedOn: string | null) => {
  const today = dayOf(work);
  return { day: decidedOn ?? today, dayField: 'decidedOn', today };
};

async function save(
  work: Work,
  row: Allocation,
  changes: Partial<Allocation>,
): Promise<Allocation> {
  const saved = await work.update(Allocation, row, changes);
  await beginAllocationPeriod(work, saved);
  return saved;
}

/** The steps that need nothing but the right state and the right hand. */
export async function leadAllocationOn(
  work: Work,
  command: Extract<AllocationCommand, 'PROCURE' | 'RESUME'>,
  { id, expectedVersion, decidedOn }: SeenAllocation,
): Promise<Allocation> {
  const row = await work.getAt(Allocation, id, expectedVersion);
  return save(work, row, proceed(step(command, row, daysOf(work, decidedOn), work.caller)));
}

export async function withdrawAllocation(
  work: Work,
  { id, expectedVersion, decidedOn }: SeenAllocation,
): Promise<Allocation> {
  const row = await work.getAt(Allocation, id, expectedVersion);
  const handedOver = await countHandedOver(work, id);
  const facts = { ...daysOf(work, decidedOn), handedOver };
  return save(work, row, proceed(withdraw(row, facts, work.caller)));
}

export async function deferAllocation(
  work: Work,
  input: SeenAllocation & { plannedFiscalYear: number },
): Promise<Allocation> {
  const row = await work.getAt(Allocation, input.id, input.expectedVersion);
  const { plannedFiscalYear, decidedOn } = input;
  const facts = { ...daysOf(work, decidedOn), plannedFiscalYear };
  const saved = await save(work, row, proceed(defer(row, facts, work.caller)));
  const programme = await programmeOf(work, saved);
  const { quantity, regionCode, since: deferredOn } = saved;
  const data = {
    ...idsOf(saved),
    regionCode,
    itemKind: programme.itemKind,
    quantity,
    plannedFiscalYear,
    deferredOn,
  };
  await work.publish(allocationDeferred, { region: regionCode, data });
  return saved;
}

export const idsOf = (row: Allocation) => ({
  programmeId: encodeId('apg', row.programmeId),
  allocationId: encodeId('alc', row.id),
  organizationId: encodeId('org', row.organizationId),
});

export const programmeOf = (work: Work, row: Allocation): Promise<AssistanceProgramme> =>
  work.get(AssistanceProgramme, row.programmeId);
