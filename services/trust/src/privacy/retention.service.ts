import type { Chore } from '@jejaring/chassis/process/housekeeping';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import { conflict, notFound } from '@jejaring/chassis/work/refusal';
import type { RegionRange } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { erasePerson } from './erasure.service.js';
import type { PersonKind } from './person-kind.js';
import { RetentionPeriod } from './retention.entity.js';
import type { RetentionRule } from './retention.rules.js';
import { after, isAhead, setPeriod } from './retention.rules.js';

/** The months that hold for a rule: those that were set, or those that come with the software. */
export async function monthsOf(work: Work, { name, months }: RetentionRule): Promise<number> {
  const set = await work.find(RetentionPeriod, { rule: name });
  return set?.months ?? months;
}

/** Until when a kind of person is kept whose time began on a day. */
export async function keptUntil(work: Work, { retention }: PersonKind) {
  const months = await monthsOf(work, retention);
  return (start: Date): Date => after(start, months);
}

/** Persons whose time began and is over, who are not erased yet. */
const dueSql = ({ table, begun }: PersonKind) => `
  from (${begun}) as p
  where p.begun_at + make_interval(months => $1) <= $2
    and not exists (select from erasure e where e.subject_table = '${table}' and e.subject_id = p.id)`;

/** How many persons of a kind are due at a moment in a range of regions. */
export async function countDue(
  work: Work,
  kind: PersonKind,
  { asOf, range }: { asOf: Date; range: RegionRange },
): Promise<number> {
  const [due] = await work.sql<{ count: number }>(
    `select count(*)::integer as count ${dueSql(kind)} and p.region_code >= $3 and p.region_code < $4`,
    [await monthsOf(work, kind.retention), asOf, range.low, range.high],
  );
  return due!.count;
}

const batch = 200;

async function eraseDue(work: Work, kind: PersonKind): Promise<void> {
  const due = await work.sql<{ id: string }>(
    `select p.id ${dueSql(kind)} order by p.begun_at limit ${batch}`,
    [await monthsOf(work, kind.retention), work.now],
  );
  const until = await keptUntil(work, kind);
  for (const { id } of due) {
    const person = await kind.find(work, id);
    if (person === null || (await kind.keptBecause(work, id, until)) !== null) continue;
    await erasePerson(work, kind, person, { ground: 'RETENTION', requestId: null });
  }
}

/** Erases whose time is over, some at a time; refuses a clock that jumped, so that nobody is erased early. */
export const applyRetention = (kinds: readonly PersonKind[]): Chore => ({
  name: 'apply-retention',
  everyMs: 60 * 60_000,
  async act(work) {
    const [database] = await work.sql<{ now: Date }>('select clock_timestamp() as now');
    if (isAhead(work.now, database!.now))
      throw new Error('The clock is ahead of the database: nothing is erased by it.');
    for (const kind of kinds) await eraseDue(work, kind);
  },
});

/** Sets the period of a rule; whoever saw another one is told. */
export async function setRetentionPeriod(
  work: Work,
  kinds: readonly PersonKind[],
  input: { rule: string; months: number; expectedVersion: number | null },
): Promise<RetentionPeriod> {
  const { rule, expectedVersion } = input;
  if (!kinds.some(({ retention }) => retention.name === rule)) return refuse(notFound(rule));
  const { months } = proceed(setPeriod(input.months, work.caller));
  const row = await work.find(RetentionPeriod, { rule });
  if ((row?.version ?? null) !== expectedVersion) return refuse(conflict(row?.version ?? 0));
  if (row !== null) return work.update(RetentionPeriod, row, { months });
  try {
    const fresh = { id: work.newId(), version: 1, regionCode: '' };
    return await work.insert(RetentionPeriod, { ...fresh, rule, months });
  } catch (error) {
    if (isUniqueViolation(error, 'retention_period_rule')) return refuse(conflict(1));
    throw error;
  }
}
