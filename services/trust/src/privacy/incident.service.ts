import { decodeId, encodeId } from '@jejaring/chassis/graph/ids';
import type { Chore } from '@jejaring/chassis/process/housekeeping';
import type { FieldClass } from '@jejaring/chassis/work/audit';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { incidentEvents } from '@jejaring/schema/events/privacy-contracts';
import type { IdPrefix } from '@jejaring/schema/ids';
import { DataIncident } from './incident.entity.js';
import type { Handling, IncidentKind } from './incident.rules.js';
import { report, step } from './incident.rules.js';
import type { PersonKind } from './person-kind.js';

export type IncidentEvents = ReturnType<typeof incidentEvents<string>>;

/** The persons of a service, and how it speaks of what failed. */
export interface IncidentsOf {
  kinds: readonly PersonKind[];
  incidents: IncidentEvents;
}

export interface ReportIncident {
  regionCode: string;
  kind: IncidentKind;
  from: Date;
  to: Date;
  discoveredAt: Date;
  /** Hash of the account that did it, as the trail shows it; null for anybody's. */
  account: string | null;
}

export interface SeenIncident {
  id: string;
  expectedVersion: number;
}

const dataOf = (row: DataIncident) => ({
  incidentId: encodeId('din', row.id),
  kind: row.kind,
  dueAt: row.dueAt.toISOString(),
});

export async function reportIncident(
  work: Work,
  { incidents }: IncidentsOf,
  input: ReportIncident,
): Promise<DataIncident> {
  const { dueAt } = proceed(report(input, work.caller, work.now));
  const row = await work.insert(DataIncident, {
    ...input,
    id: work.newId(),
    version: 1,
    status: 'OPEN',
    dueAt,
    affected: 0,
    fieldClasses: [],
    handling: [],
    reportedBy: work.caller.id,
    notifiedAt: null,
    overdueSaidAt: null,
  });
  const region = row.regionCode;
  await work.publish(incidents.dataIncidentReported, { region, data: dataOf(row) });
  return row;
}

// The trail keeps the subject of a token; the incident keeps, as the graph shows it, its hash alone.
const touchedSql = `
  select coalesce(array_agg(distinct subject), '{}') as subjects,
    coalesce(array_agg(distinct class) filter (where class is not null), '{}') as classes
  from audit_entry e
    cross join lateral unnest(e.subjects) as subject
    left join lateral unnest(e.field_classes) as class on true
  where e.decision = 'ALLOWED' and e.occurred_at >= $1 and e.occurred_at < $2
    and ($3::text is null or encode(sha256(convert_to(e.actor, 'UTF8')), 'hex') = $3)`;

/** What the access log says was touched: ids of the graph, and how closely guarded what was told is. */
async function touched(work: Work, { from, to, account }: DataIncident) {
  const [found] = await work.sql<{ subjects: string[]; classes: FieldClass[] }>(touchedSql, [
    from,
    to,
    account,
  ]);
  return found!;
}

const keepSql = `
  insert into incident_person (incident_id, subject_table, subject_id, region_code)
  select $1, $2, person.id, person.region from unnest($3::uuid[], $4::text[]) as person (id, region)
  on conflict do nothing`;

/** Remembers whom it touched; who was found once stays, however often it is counted. */
async function keepPersons(work: Work, row: DataIncident, kinds: readonly PersonKind[]) {
  const { subjects, classes } = await touched(work, row);
  const ofPrefix = (prefix: IdPrefix) =>
    subjects.flatMap((subject) => decodeId(prefix, subject) ?? []);
  for (const kind of kinds) {
    const persons = await kind.behind(work, ofPrefix);
    const columns = [persons.map(({ id }) => id), persons.map(({ regionCode }) => regionCode)];
    await work.sql(keepSql, [row.id, kind.table, ...columns]);
  }
  const [counted] = await work.sql<{ affected: number }>(
    'select count(*)::integer as affected from incident_person where incident_id = $1',
    [row.id],
  );
  return { affected: counted!.affected, fieldClasses: classes };
}

export async function assessIncident(
  work: Work,
  { kinds, incidents }: IncidentsOf,
  { handling, ...seen }: SeenIncident & { handling: Handling[] },
): Promise<DataIncident> {
  const row = await work.getAt(DataIncident, seen.id, seen.expectedVersion);
  const changes = proceed(step('ASSESS', row, work.caller));
  // Whom an account touched beyond the officer's region is affected all the same.
  const found = await work.beyondScope(() => keepPersons(work, row, kinds));
  const saved = await work.update(DataIncident, row, { ...changes, ...found, handling });
  const data = { ...dataOf(saved), affected: saved.affected };
  await work.publish(incidents.dataIncidentAssessed, { region: saved.regionCode, data });
  return saved;
}

export async function notifyIncident(
  work: Work,
  { incidents }: IncidentsOf,
  seen: SeenIncident,
): Promise<DataIncident> {
  const row = await work.getAt(DataIncident, seen.id, seen.expectedVersion);
  const changes = proceed(step('NOTIFY', row, work.caller));
  const saved = await work.update(DataIncident, row, { ...changes, notifiedAt: work.now });
  const region = saved.regionCode;
  await work.publish(incidents.dataIncidentNotified, { region, data: dataOf(saved) });
  return saved;
}

export async function closeIncident(work: Work, seen: SeenIncident): Promise<DataIncident> {
  const row = await work.getAt(DataIncident, seen.id, seen.expectedVersion);
  return work.update(DataIncident, row, proceed(step('CLOSE', row, work.caller)));
}

/** Says once of each incident that nobody was told in time; done by the clock. */
export const sayIncidentsOverdue = (incidents: IncidentEvents): Chore => ({
  name: 'say-data-incidents-overdue',
  everyMs: 60_000,
  async act(work) {
    const late = await work
      .select(DataIncident, 'i')
      .where("i.status in ('OPEN', 'ASSESSED') and i.overdueSaidAt is null and i.dueAt < :now", {
        now: work.now,
      })
      .take(500)
      .getMany();
    for (const row of late) {
      const saved = await work.update(DataIncident, row, { overdueSaidAt: work.now });
      const region = saved.regionCode;
      await work.publish(incidents.dataIncidentOverdue, { region, data: dataOf(saved) });
    }
  },
});
