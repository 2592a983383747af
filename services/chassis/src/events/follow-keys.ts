import { keepPlan } from '../work/scope.js';
import type { Work } from '../work/unit-of-work.js';
import type { Place } from './follow-key.rules.js';

const moveSql = keepPlan(
  'move places',
  `insert into inbox_position as p (topic, key, epoch, sequence)
   select $1, * from unnest($2::text[], $3::integer[], $4::bigint[])
   on conflict (topic, key) do update set epoch = excluded.epoch, sequence = excluded.sequence
   where (p.epoch, p.sequence) < (excluded.epoch, excluded.sequence) returning key`,
);

/** How far keys of a topic were followed, held until the transaction ends; always in one order. */
export async function lockPlaces(
  work: Work,
  topic: string,
  keys: readonly string[],
): Promise<Map<string, Place>> {
  const rows = await work.sql<Place & { key: string }>(
    `select key, epoch, sequence::float8 from inbox_position
     where topic = $1 and key = any($2) order by key for update`,
    [topic, keys],
  );
  return new Map(rows.map(({ key, epoch, sequence }) => [key, { epoch, sequence }]));
}

/**
 * Moves keys on, and tells which of them moved. Of the first event of a key there was nothing to hold:
 * whoever writes second finds that it was taken.
 */
export async function movePlaces(
  work: Work,
  topic: string,
  moves: ReadonlyMap<string, Place>,
): Promise<Set<string>> {
  if (moves.size === 0) return new Set();
  const keys = [...moves.keys()].sort();
  const rows = await work.sql<{ key: string }>(moveSql, [
    topic,
    keys,
    keys.map((key) => moves.get(key)!.epoch),
    keys.map((key) => moves.get(key)!.sequence),
  ]);
  return new Set(rows.map(({ key }) => key));
}
