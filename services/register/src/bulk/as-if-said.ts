import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { insertAll } from './insert-all.js';

/** How far the events of one key have come. */
export interface KeyPosition {
  key: string;
  epoch: number;
  sequence: number;
}

/**
 * Counts events as said that are neither stored nor sent, in the transaction that writes the rows
 * they would speak of: the next event of each key is numbered behind them.
 */
export async function countSaid(work: Work, events: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...events].map(([aggregateid, last]) => ({ aggregateid, last }));
  await insertAll(
    work,
    'outbox_sequence',
    rows,
    'on conflict (aggregateid) do update set last = outbox_sequence.last + excluded.last',
  );
}

/** How far the events of these keys have come in the service that says them. */
export const positionsOf = (work: Work, keys: readonly string[]): Promise<KeyPosition[]> =>
  work.sql<KeyPosition>(
    `select aggregateid as key, (select epoch from producer_epoch), last::integer as sequence
     from outbox_sequence where aggregateid = any ($1)`,
    [keys],
  );

/**
 * Counts as heard what `countSaid` counted, in the transaction that writes what a listener would
 * have kept of it: the next event then finds no gap. Doing it twice changes nothing.
 */
export const countHeard = (
  work: Work,
  topic: string,
  positions: readonly KeyPosition[],
): Promise<void> =>
  insertAll(
    work,
    'inbox_position',
    positions.map((position) => ({ topic, ...position })),
    `on conflict (topic, key) do update set epoch = excluded.epoch, sequence = excluded.sequence
     where (inbox_position.epoch, inbox_position.sequence) < (excluded.epoch, excluded.sequence)`,
  );
