import type { Database } from '@jejaring/chassis/work/unit-of-work';
import type { DeliveryMetrics } from './delivery-metrics.js';
import { asDispatcher } from './fan-out.js';

const waitingSql = `
  select count(*)::integer as waiting, min(d.made_at) as oldest
  from event_delivery d join event_subscription s on s.id = d.subscription_id
  where s.status = 'ACTIVE' and d.state in ('WAITING', 'BEHIND')`;

/** Tells how many wait and how long the oldest has; what somebody paused is not counted. */
export async function measureWaiting(
  database: Database,
  metrics: Pick<DeliveryMetrics, 'waiting' | 'oldestWaiting'>,
): Promise<void> {
  const [row] = await database.inWork({ ...asDispatcher, readOnly: true }, (work) =>
    work.sql<{ waiting: number; oldest: Date | null }>(waitingSql),
  );
  const { waiting = 0, oldest = null } = row ?? {};
  metrics.waiting.set(waiting);
  metrics.oldestWaiting.set(oldest === null ? 0 : (Date.now() - oldest.getTime()) / 1_000);
}
