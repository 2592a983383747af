import { keepPlan } from '../work/scope.js';
import type { Work } from '../work/unit-of-work.js';
import type { ReceivedRecord } from '@jejaring/transports/transport';

/** Why a record waits: unreadable, against its contract, one before it missing, its reaction failed, or behind such a one. */
export type ParkReason = 'MALFORMED' | 'INVALID' | 'GAP' | 'FAILED' | 'BEHIND';

const parkedSql = keepPlan(
  'parked keys',
  'select distinct key from parked_event where topic = $1 and key = any($2)',
);

/** Of which keys an earlier record waits; later ones must not overtake it. */
export async function parkedAmong(
  work: Work,
  topic: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const rows = await work.sql<{ key: string }>(parkedSql, [topic, keys]);
  return new Set(rows.map(({ key }) => key));
}

// The database keeps no NUL; a record that holds one must be set aside all the same.
const kept = (text: string) => text.replaceAll('\0', '\u{fffd}');

/** Sets a record aside, whole, so that its partition can go on. `fault` names a class of error, no data. */
export async function park(
  work: Work,
  record: ReceivedRecord,
  reason: ParkReason,
  fault: string | null = null,
): Promise<void> {
  const pairs = Object.entries(record.headers).map((header) => header.map(kept));
  const headers = JSON.stringify(Object.fromEntries(pairs));
  await work.sql(
    `insert into parked_event (event_id, topic, key, partition, "offset", headers, value, reason, fault)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (topic, partition, "offset") do nothing`,
    [
      kept(record.headers.ce_id ?? '') || null,
      record.topic,
      kept(record.key),
      record.partition,
      record.offset,
      headers,
      record.value && kept(record.value),
      reason,
      fault,
    ],
  );
}
