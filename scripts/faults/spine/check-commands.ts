import { decodeId } from '@jejaring/chassis/graph/ids';
import type { Databases } from './databases.js';
import type { Ledger, Operation } from './ledger.js';

export const writers = ['organizations', 'welfare-cases'] as const;
type Writer = (typeof writers)[number];

const tables: Record<string, string> = {
  org: 'organization',
  case: 'welfare_case',
  con: 'consent',
  ref: 'referral',
};

const prefixOf = (id: string) => id.slice(0, id.indexOf('_'));
const uuidOf = (id: string) => decodeId(prefixOf(id) as 'org', id)!;

const keyOf = ({ actor, name, key }: Pick<Operation, 'actor' | 'name' | 'key'>) =>
  `${actor} ${name} ${key}`;

/** The keys that a service has answered, with what it answered. */
async function readKeys(databases: Databases, service: Writer) {
  const rows = await databases.rows<{ id: string; actor: string; name: string; version: number }>(
    service,
    `select concat_ws(' ', actor, operation, key) as name, answer_id as id, answer_version as version
     from idempotency_key where actor like 'campaign:%'`,
  );
  return new Map(rows.map(({ name, id, version }) => [name, { id, version }]));
}

/** How often the trail says that something was allowed, by the request that asked. */
async function readAudit(databases: Databases, service: Writer): Promise<Map<string, number>> {
  const rows = await databases.rows<{ request: string; count: string }>(
    service,
    `select request_id as request, count(*) from audit_entry
     where kind = 'WRITE' and decision = 'ALLOWED' and actor like 'campaign:%' group by request_id`,
  );
  return new Map(rows.map(({ request, count }) => [request, Number(count)]));
}

const audited = (audit: Map<string, number>, { requestIds }: Operation) =>
  requestIds.reduce((sum, id) => sum + (audit.get(id) ?? 0), 0);

/** Before the last retry: what nobody knows the outcome of was done whole or not at all. */
export async function checkHalves(databases: Databases, ledger: Ledger): Promise<number> {
  let done = 0;
  for (const service of writers) {
    const keys = await readKeys(databases, service);
    const audit = await readAudit(databases, service);
    for (const operation of ledger.inDoubt().filter((each) => each.service === service)) {
      const answered = keys.get(keyOf(operation));
      const traces = audited(audit, operation);
      done += traces;
      if ((answered?.id ? 1 : 0) !== traces)
        ledger.violate('half', `${operation.name}: key ${answered?.id ?? 'free'}, audit ${traces}`);
    }
  }
  return done;
}

/** Every acknowledged command is there once: one key, one entry of the trail, nothing besides. */
export async function checkAcknowledged(databases: Databases, ledger: Ledger): Promise<void> {
  for (const service of writers) {
    const keys = await readKeys(databases, service);
    const audit = await readAudit(databases, service);
    const operations = ledger.operations.filter((each) => each.service === service);
    for (const operation of operations) {
      const { answer, name } = operation;
      if (answer === null) continue;
      const stored = keys.get(keyOf(operation));
      if (stored?.id !== uuidOf(answer.id) || stored.version !== answer.version)
        ledger.violate('acknowledged', `${name} ${answer.id} is not kept as answered`);
      const traces = audited(audit, operation);
      if (traces !== 1) ledger.violate('audit', `${name} ${answer.id} has ${traces} entries`);
    }
    const acknowledged = operations.filter(({ answer }) => answer !== null).length;
    const entries = [...audit.values()].reduce((sum, count) => sum + count, 0);
    if (keys.size !== acknowledged)
      ledger.violate('acknowledged', `${service}: ${keys.size} keys for ${acknowledged} answers`);
    if (entries !== acknowledged)
      ledger.violate('audit', `${service}: ${entries} entries for ${acknowledged} answers`);
  }
}

async function checkRows(databases: Databases, ledger: Ledger, prefix: string, table: string) {
  const newest = [...ledger.newest().values()].filter(({ id }) => prefixOf(id) === prefix);
  const service = newest[0]?.service;
  if (service === undefined) return;
  const status = prefix === 'con' ? `''` : 'status';
  const rows = await databases.rows<{ id: string; version: number; status: string }>(
    service,
    `select id, version, ${status} as status from ${table} where id = any ($1::uuid[])`,
    [newest.map(({ id }) => uuidOf(id))],
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  for (const seen of newest) {
    const row = stored.get(uuidOf(seen.id));
    if (row?.version === seen.version && row.status === seen.status) continue;
    const found = row ? `${row.version} ${row.status}` : 'nothing';
    ledger.violate('rows', `${seen.id} is ${found}, not ${seen.version} ${seen.status}`);
  }
  await checkHistory(databases, ledger, service, { table, ids: [...stored.keys()] });
}

/** Versions count up by one, from one, without a gap: nothing was done twice or lost between. */
async function checkHistory(
  databases: Databases,
  ledger: Ledger,
  service: Writer,
  { table, ids }: { table: string; ids: string[] },
): Promise<void> {
  const broken = await databases.count(
    service,
    `select count(*) from (
       select t.id from ${table} t left join ${table}_history h on h.id = t.id
       where t.id = any ($1::uuid[]) group by t.id, t.version
       having count(distinct h.version) filter (where h.version < t.version) <> t.version - 1) broken`,
    [ids],
  );
  if (broken > 0) ledger.violate('history', `${broken} rows of ${table} lack a version`);
}

/** What was made is there once and stands where the last answer said. */
export async function checkAggregates(
  databases: Databases,
  ledger: Ledger,
  since: Date,
): Promise<void> {
  for (const [prefix, table] of Object.entries(tables))
    await checkRows(databases, ledger, prefix, table);
  const made = (name: string) =>
    ledger.operations.filter((o) => o.name === name && o.answer).length;
  const counts = [
    ['organizations', 'draftRegistration', `organization where applicant_id like 'campaign:%'`],
    ['welfare-cases', 'reportCase', 'welfare_case where reported_at >= $1'],
    ['welfare-cases', 'recordConsent', 'consent where recorded_at >= $1'],
    ['welfare-cases', 'draftReferral', 'referral where created_at >= $1'],
  ] as const;
  for (const [service, name, source] of counts) {
    const parameters = source.includes('$1') ? [since] : [];
    const rows = await databases.count(service, `select count(*) from ${source}`, parameters);
    if (rows !== made(name))
      ledger.violate('made once', `${name}: ${rows} rows, ${made(name)} made`);
  }
}
