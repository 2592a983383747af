import type { Chore } from '@jejaring/chassis/process/housekeeping';
import { disabledAfterMs } from '../webhook/circuit.rules.js';
import { disableSubscription } from '../subscription/subscription.service.js';
import { logKeptDays } from './delivery.rules.js';

const atOnce = 10_000;

/** Ids are UUIDv7: they begin with their time, and a table ordered by them needs no index by time. */
function firstIdOf(time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** An endpoint that took nothing for five days is told no more; its office hears of it by an event. */
export const disableHopeless: Chore = {
  name: 'disable-hopeless-endpoints',
  everyMs: 60_000,
  act: async (work) => {
    const since = new Date(work.now.getTime() - disabledAfterMs);
    const hopeless = await work.sql<{ id: string }>(
      'select subscription_id as id from subscription_progress where failing_since <= $1',
      [since],
    );
    for (const { id } of hopeless) await disableSubscription(work, id, 'ENDPOINT_FAILING');
  },
};

/** The log of deliveries is for looking into what went wrong lately. What still waits, as for who paused, is kept. */
export const forgetDeliveries: Chore = {
  name: 'forget-deliveries',
  everyMs: 60_000,
  act: async (work) => {
    const until = new Date(work.now.getTime() - logKeptDays * 24 * 3_600_000);
    await work.sql(
      `delete from event_delivery where id in (
         select id from event_delivery where id < $1 and ended_at is not null order by id limit $2)`,
      [firstIdOf(until), atOnce],
    );
    await work.sql('delete from subscription_key where expires_at < $1', [work.now]);
  },
};
