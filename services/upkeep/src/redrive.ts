import type { Consumer } from '@jejaring/chassis/events/inbox';
import { consumeIn } from '@jejaring/chassis/events/inbox';
import type { ParkReason } from '@jejaring/chassis/events/parking';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';

/** The events that wait in one service because of one key. */
export interface ParkedKey {
  topic: string;
  key: string;
}

type Waiting = Parameters<typeof consumeIn>[2][number] & { id: string; reason: ParkReason };

/** The records that wait for one key, in the order in which they were said. */
const listParked = (work: Work, { topic, key }: ParkedKey) =>
  work.sql<Waiting>(
    `select id, topic, key, partition, "offset", headers, value, reason,
       extract(epoch from parked_at) * 1000 as timestamp
     from parked_event where topic = $1 and key = $2
     order by lpad(headers ->> 'ce_epoch', 9, '0'), headers ->> 'ce_sequence', id`,
    [topic, key],
  );

/** Whether it was done; what a failing reaction began is taken back. */
async function tryAgain(
  work: Work,
  consumers: readonly Consumer[],
  waiting: Waiting,
): Promise<boolean> {
  const { id, reason: _why, ...record } = waiting;
  await work.sql('savepoint redriven');
  try {
    const [outcome] = await consumeIn(work, consumers, [record], { fromParking: true });
    if (outcome === 'parked') return false;
    await work.sql('delete from parked_event where id = $1', [id]);
    return true;
  } catch {
    // Why it fails was logged when it was parked, and is logged again when it comes anew.
    await work.sql('rollback to savepoint redriven');
    return false;
  }
}

/**
 * Tries the parked records of one key again, oldest first, and stops at the first that still cannot
 * be done. Answers how many were done.
 */
export async function redriveIn(
  work: Work,
  consumers: readonly Consumer[],
  parked: ParkedKey,
): Promise<number> {
  // Two who redrive one key at once would take its records twice.
  await work.sql('select pg_advisory_xact_lock(hashtext($1))', [
    `redrive ${parked.topic} ${parked.key}`,
  ]);
  const waiting = await listParked(work, parked);
  let done = 0;
  while (done < waiting.length && (await tryAgain(work, consumers, waiting[done]!))) done += 1;
  return done;
}

/** The same in a transaction of its own. */
export const redrive = (
  database: Database,
  consumers: readonly Consumer[],
  parked: ParkedKey,
): Promise<number> =>
  database.inWork({ caller: systemCaller('redrive'), readOnly: false }, (work) =>
    redriveIn(work, consumers, parked),
  );
