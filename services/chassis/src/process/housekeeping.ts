import { systemCaller } from '../work/scope.rules.js';
import type { Database, Work } from '../work/unit-of-work.js';
import type { Logger } from './log.js';
import type { Metrics } from './metrics.js';

/** Something the passing of time asks for; harmless when two replicas do it at once. */
export interface Chore {
  name: string;
  everyMs: number;
  act(work: Work): Promise<void>;
}

const tidyUp = (metrics: Metrics): Chore => ({
  name: 'tidy-up',
  everyMs: 15 * 60_000,
  async act(work) {
    await work.sql("delete from idempotency_key where recorded_at < now() - interval '72 hours'");
    // Longer than any topic keeps its records, so that no redelivery finds its row gone.
    await work.sql("delete from inbox where recorded_at < now() - interval '35 days'");
    const [parked] = await work.sql<{ count: string }>('select count(*) from parked_event');
    metrics.eventsParked.set(Number(parked?.count ?? 0));
  },
});

/** A replica that finds the chore being done leaves it to the other, and looks again at its next turn. */
async function actAlone(work: Work, chore: Chore): Promise<void> {
  const [lock] = await work.sql<{ taken: boolean }>(
    'select pg_try_advisory_xact_lock(hashtext($1)) as taken',
    [`chore ${chore.name}`],
  );
  if (lock?.taken) await chore.act(work);
}

/** Does each chore now and then, as the system; a failed one is tried again at its next turn. */
export function startHousekeeping(
  database: Database,
  chores: readonly Chore[],
  metrics: Metrics,
  logger: Logger,
): { stop(): void } {
  const timers = [tidyUp(metrics), ...chores].map((chore) => {
    const options = { caller: systemCaller(chore.name), readOnly: false };
    const run = () =>
      void database
        .inWork(options, (work) => actAlone(work, chore))
        .catch((error: unknown) => logger.warn({ err: error, chore: chore.name }, 'chore failed'));
    run();
    return setInterval(run, chore.everyMs).unref();
  });
  return { stop: () => timers.forEach(clearInterval) };
}
