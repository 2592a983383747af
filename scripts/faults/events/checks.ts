import { encodeId } from '@jejaring/chassis/graph/ids';
import { readMeta } from '@jejaring/chassis/events/cloud-event';
import { readToEnd } from '../spine/event-dump.js';
import type { Ask, Ground } from './ground.js';
import type { Parked } from './mischief.js';
import { spoken } from './wiring.js';

/** What was committed: each key with the number that it reached. */
export async function readTruth({ spoke }: Ground): Promise<Map<string, number>> {
  const rows = await spoke<{ id: string; count: number }>('select id, count from note');
  return new Map(
    rows.filter(({ count }) => count > 0).map(({ id, count }) => [encodeId('cmp', id), count]),
  );
}

/** The part of it that happened in a region and below. */
export async function truthOf(
  region: string,
  truth: ReadonlyMap<string, number>,
  { spoke }: Pick<Ground, 'spoke'>,
): Promise<Map<string, number>> {
  const rows = await spoke<{ id: string }>(
    'select id from note where starts_with(region_code, $1)',
    [region],
  );
  const keys = new Set(rows.map(({ id }) => encodeId('cmp', id)));
  return new Map([...truth].filter(([key]) => keys.has(key)));
}

export const eventsIn = (truth: ReadonlyMap<string, number>): number =>
  [...truth.values()].reduce((sum, each) => sum + each, 0);

/** How many keys somebody has not followed to their end yet, and events that were not sent. */
export async function countBehind(ground: Ground): Promise<number> {
  const truth = await readTruth(ground);
  const [outbox] = await ground.spoke<{ count: string }>('select count(*) from outbox');
  let behind = Number(outbox!.count);
  for (const follower of [ground.heard, ground.hub]) {
    const places = await placesOf(follower);
    behind += [...truth].filter(([key, last]) => places.get(key) !== last).length;
  }
  return behind;
}

async function placesOf(ask: Ask): Promise<Map<string, number>> {
  const rows = await ask<{ key: string; sequence: string }>(
    'select key, sequence from inbox_position where topic = $1',
    [spoken.topic],
  );
  return new Map(rows.map(({ key, sequence }) => [key, Number(sequence)]));
}

export interface Findings {
  violations: string[];
  events: number;
  /** Records on the topic, doubles and nonsense among them. */
  records: number;
}

/** Compares the rows that the speakers wrote with the topic, the fold of the listeners and the feed. */
export async function checkEverything(ground: Ground, parked: Parked): Promise<Findings> {
  const truth = await readTruth(ground);
  const topic = await readTopic(ground);
  const violations = [
    ...comparePlaces('topic', truth, topic.places),
    ...(await checkFold(ground, truth)),
    ...(await checkEffects(ground, topic.ids)),
    ...comparePlaces('feed', truth, await readFeed(ground)),
    ...(await checkFeedIds(ground, topic.ids)),
    ...(await checkParked('hub', ground.hub, parked.hub)),
    ...(await checkParked('listeners', ground.heard, parked.listeners)),
  ];
  return { violations, events: topic.ids.size, records: topic.records };
}

/** The numbers of each key in the order of their first arrival, of keys that speakers know. */
async function readTopic(ground: Ground) {
  const truth = await readTruth(ground);
  const places = new Map<string, number[]>();
  const ids = new Set<string>();
  let records = 0;
  await readToEnd(ground.stack, [spoken.topic], (record) => {
    records += 1;
    const meta = readMeta(record);
    if (meta === null || !truth.has(meta.key) || ids.has(meta.id)) return;
    ids.add(meta.id);
    append(places, meta.key, meta.sequence);
  });
  return { places, ids, records };
}

async function readFeed({ hub }: Ground): Promise<Map<string, number[]>> {
  const rows = await hub<{ key: string; sequence: string }>(
    'select key, sequence from feed_event where type = $1 order by position',
    [spoken.type],
  );
  const places = new Map<string, number[]>();
  for (const { key, sequence } of rows) append(places, key, Number(sequence));
  return places;
}

export function append(places: Map<string, number[]>, key: string, place: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [place]);
  else known.push(place);
}

/** Dense from one to the last, each once, in order; and of no key that nobody spoke of. */
export function comparePlaces(
  where: string,
  truth: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, readonly number[]>,
): string[] {
  const wrong = [...truth].flatMap(([key, last]) => {
    const places = found.get(key) ?? [];
    const at = places.findIndex((place, index) => place !== index + 1);
    const order = at === -1 ? '' : `, where ${at + 1} should be is ${places[at]}`;
    return at === -1 && places.length === last
      ? []
      : [`${where}: ${key} has ${places.length} of ${last}${order}`];
  });
  const strange = [...found.keys()].filter((key) => !truth.has(key));
  return [...wrong, ...strange.map((key) => `${where}: nobody spoke of ${key}`)];
}

/** The projection of the listeners equals the fold of what was said. */
async function checkFold({ heard }: Ground, truth: ReadonlyMap<string, number>): Promise<string[]> {
  const rows = await heard<{ id: string; count: number; last: string }>(
    'select id, count, maker_id as last from note',
  );
  const found = new Map(rows.map((row) => [encodeId('cmp', row.id), row]));
  return [...truth].flatMap(([key, last]) => {
    const row = found.get(key);
    return row?.count === last && row.last === String(last)
      ? []
      : [`fold: ${key} counted ${row?.count ?? 0}, last ${row?.last ?? 'none'}, of ${last}`];
  });
}

/** One row of the inbox for each event, and none besides. */
async function checkEffects({ heard }: Ground, ids: ReadonlySet<string>): Promise<string[]> {
  const rows = await heard<{ id: string }>(
    `select event_id as id from inbox where consumer = 'listeners.fold'`,
  );
  const claimed = new Set(rows.map(({ id }) => id));
  const missing = [...ids].filter((id) => !claimed.has(id)).length;
  const extra = [...claimed].filter((id) => !ids.has(id)).length;
  return missing + extra === 0 ? [] : [`effects: ${missing} missing, ${extra} too many`];
}

async function checkFeedIds({ hub }: Ground, ids: ReadonlySet<string>): Promise<string[]> {
  const rows = await hub<{ id: string }>('select event_id as id from feed_event where type = $1', [
    spoken.type,
  ]);
  const kept = new Set(rows.map(({ id }) => id));
  const missing = [...ids].filter((id) => !kept.has(id)).length;
  return missing === 0 && kept.size === ids.size
    ? []
    : [`feed: ${missing} events missing, ${kept.size} kept of ${ids.size}`];
}

/** Exactly what mischief sent waits for an operator, for exactly its reason. */
async function checkParked(
  who: string,
  ask: Ask,
  expected: Record<string, number>,
): Promise<string[]> {
  const rows = await ask<{ reason: string; count: string }>(
    'select reason, count(*) from parked_event group by reason',
  );
  const found = new Map(rows.map(({ reason, count }) => [reason, Number(count)]));
  const reasons = new Set([...found.keys(), ...Object.keys(expected)]);
  return [...reasons]
    .filter((reason) => (found.get(reason) ?? 0) !== (expected[reason] ?? 0))
    .map(
      (reason) =>
        `parked: ${who} set aside ${found.get(reason) ?? 0} for ${reason}, not ${expected[reason] ?? 0}`,
    );
}
