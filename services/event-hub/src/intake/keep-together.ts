import type { EventMeta } from '@jejaring/chassis/events/cloud-event';
import { keepsContract, parseData, readMeta } from '@jejaring/chassis/events/cloud-event';
import type { AroundReactions } from '@jejaring/chassis/events/start-events';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import { contractsByType } from '@jejaring/schema/events/contracts';
import type { Bell } from '../feed/bell.js';
import type { Place } from '@jejaring/chassis/events/follow-key.rules';
import { judgePlace } from '@jejaring/chassis/events/follow-key.rules';
import { isKept } from './keep-event.consumer.js';
import type { EventToKeep } from './keep-events.js';
import { keepEvents } from './keep-events.js';

/**
 * Keeps whole batches in one transaction each. A batch with anything out of the ordinary is left to
 * the reactions, one event after the other: they know how to set aside.
 */
export const keepTogether =
  (bell: Bell, reactedTo: ReadonlySet<string>): AroundReactions =>
  (reacting, database) =>
  async (records) => {
    const events = records.map((record) => readPlain(record, reactedTo));
    const kept =
      events.every((event) => event !== null) &&
      (await keepAll(database, records[0]!.topic, events));
    if (!kept) await reacting(records);
    bell.ring();
  };

/** An event of a known kind, true to its contract, that nothing but the feed waits for; else null. */
function readPlain(
  record: Parameters<typeof readMeta>[0],
  reactedTo: ReadonlySet<string>,
): EventToKeep | null {
  const meta = readMeta(record);
  const contract = meta === null ? undefined : contractsByType.get(meta.type);
  if (meta === null || contract === undefined || reactedTo.has(meta.type)) return null;
  const data = parseData(record.value);
  const isTrue = keepsContract(contract, data) && String(data[contract.key]) === meta.key;
  return isTrue && record.value !== null ? { meta, data: record.value } : null;
}

/** False, and nothing done, when a key waits for an operator or an event of it is missing. */
function keepAll(
  database: Database,
  topic: string,
  events: readonly EventToKeep[],
): Promise<boolean> {
  const caller = systemCaller('events');
  return database.inWork({ caller, readOnly: false }, async (work) => {
    // Two members may hold one partition for a moment, while it passes from one to the other.
    await work.sql('select from feed_head for update');
    const keys = [...new Set(events.map(({ meta }) => meta.key))];
    if (await isAnyParked(work, topic, keys)) return false;
    const places = await readPlaces(work, topic, keys);
    const fresh: EventToKeep[] = [];
    for (const event of events) {
      const verdict = judgePlace(places.get(event.meta.key), event.meta);
      if (verdict === 'gap') return false;
      if (verdict === 'seen') continue;
      places.set(event.meta.key, event.meta);
      fresh.push(event);
    }
    if (fresh.length === 0) return true;
    await writePlaces(work, topic, fresh, places);
    const told = fresh.filter(({ meta }) => isKept(meta.type));
    if (told.length > 0) await keepEvents(work, topic, told);
    return true;
  });
}

async function isAnyParked(work: Work, topic: string, keys: readonly string[]): Promise<boolean> {
  const rows = await work.sql(
    'select 1 from parked_event where topic = $1 and key = any($2) limit 1',
    [topic, keys],
  );
  return rows.length > 0;
}

async function readPlaces(
  work: Work,
  topic: string,
  keys: readonly string[],
): Promise<Map<string, Place>> {
  const rows = await work.sql<{ key: string; epoch: number; sequence: string }>(
    'select key, epoch, sequence from inbox_position where topic = $1 and key = any($2)',
    [topic, keys],
  );
  return new Map(
    rows.map(({ key, epoch, sequence }) => [key, { epoch, sequence: Number(sequence) }]),
  );
}

async function writePlaces(
  work: Work,
  topic: string,
  fresh: readonly EventToKeep[],
  places: ReadonlyMap<string, Place>,
): Promise<void> {
  const keys = [...new Set(fresh.map(({ meta }: { meta: EventMeta }) => meta.key))];
  await work.sql(
    `insert into inbox_position (topic, key, epoch, sequence)
     select $1, * from unnest($2::text[], $3::integer[], $4::bigint[])
     on conflict (topic, key) do update set epoch = excluded.epoch, sequence = excluded.sequence`,
    [
      topic,
      keys,
      keys.map((key) => places.get(key)!.epoch),
      keys.map((key) => places.get(key)!.sequence),
    ],
  );
}
