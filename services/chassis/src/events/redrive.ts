import { systemCaller } from '../work/scope.rules.js';
import type { Database } from '../work/unit-of-work.js';
import type { Consumer } from './inbox.js';
import { consume } from './inbox.js';
import { listParked, release } from './parking.js';

/**
 * Tries the parked records of one key again, oldest first, and stops at the first that still cannot
 * be done. Answers how many were done.
 */
export async function redrive(
  database: Database,
  consumers: readonly Consumer[],
  parked: { topic: string; key: string },
): Promise<number> {
  const asOperator = { caller: systemCaller('redrive'), readOnly: false };
  const waiting = await database.inWork(asOperator, (work) =>
    listParked(work, parked.topic, parked.key),
  );
  let done = 0;
  for (const { id, ...record } of waiting) {
    const outcome = await consume(database, consumers, record, { fromParking: true });
    if (outcome === 'parked') break;
    await database.inWork(asOperator, (work) => release(work, id));
    done += 1;
  }
  return done;
}
