import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { disableSubscription } from '../subscription/subscription.service.js';
import type { Circuit } from '../webhook/circuit.rules.js';
import { afterAttempts } from '../webhook/circuit.rules.js';
import type { Attempted } from '../webhook/retry.rules.js';
import { judgeAttempt } from '../webhook/retry.rules.js';
import type { Claimed } from './claim.js';
import { deliveriesLock } from './fan-out.js';

/** One attempt and what it came to. */
export interface Tried extends Attempted {
  claimed: Pick<Claimed, 'id' | 'subscriptionId' | 'attempt' | 'madeAt'>;
  at: Date;
  ms: number;
}

/** A delivery that this recording ended or put off. */
export interface Settled {
  id: string;
  subscriptionId: string;
  key: string;
  state: 'DELIVERED' | 'FAILED' | 'WAITING';
  madeAt: Date;
}

// A delivery that was lost and sent again is recorded by whoever is first; the other finds it settled.
const settleSql = `
  update event_delivery d set state = g.state, due_at = coalesce(g.due_at, d.due_at), claimed_until = null,
    ended_at = case when g.state = 'WAITING' then null else $1::timestamptz end,
    attempts = d.attempts || jsonb_build_array(jsonb_build_object('at', g.at, 'outcome', g.outcome, 'ms', g.ms))
  from unnest($2::uuid[], $3::integer[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::integer[])
    as g (id, attempt, state, due_at, at, outcome, ms)
  where d.id = g.id and d.ended_at is null and d.attempts_made = g.attempt
  returning d.id, d.subscription_id as "subscriptionId", d.key, d.state, d.made_at as "madeAt"`;

const promoteSql = `
  update event_delivery set state = 'WAITING', due_at = $1
  from unnest($2::uuid[], $3::text[]) as g (subscription_id, key) cross join lateral (
    select id, state from event_delivery
    where subscription_id = g.subscription_id and key = g.key and state in ('WAITING', 'BEHIND')
    order by seq limit 1
  ) first
  where event_delivery.id = first.id and first.state = 'BEHIND'`;

/** Records what attempts came to, lets the next of each key go, and remembers how each endpoint does. */
export async function settle(work: Work, tried: readonly Tried[]): Promise<Settled[]> {
  const { now } = work;
  const judged = tried.map((one) => judgeAttempt(one, one.claimed.attempt, Math.random()));
  const due = judged.map((verdict) =>
    verdict.state === 'WAITING' ? new Date(now.getTime() + verdict.afterMs) : null,
  );
  await work.sql('select pg_advisory_xact_lock_shared($1)', [deliveriesLock]);
  const settled = await work.sql<Settled>(settleSql, [
    now,
    tried.map(({ claimed }) => claimed.id),
    tried.map(({ claimed }) => claimed.attempt),
    judged.map(({ state }) => state),
    due,
    tried.map(({ at }) => at),
    tried.map(({ outcome }) => outcome),
    tried.map(({ ms }) => ms),
  ]);
  const over = settled.filter(({ state }) => state !== 'WAITING');
  if (over.length > 0)
    await work.sql(promoteSql, [
      now,
      over.map(({ subscriptionId }) => subscriptionId),
      over.map(({ key }) => key),
    ]);
  await noteCircuits(work, tried);
  const gone = tried.filter(({ outcome }) => outcome === '410');
  for (const id of new Set(gone.map(({ claimed }) => claimed.subscriptionId)))
    await disableSubscription(work, id, 'ENDPOINT_GONE');
  return settled;
}

async function noteCircuits(work: Work, tried: readonly Tried[]): Promise<void> {
  const counts = new Map<string, { succeeded: number; failed: number }>();
  for (const { claimed, outcome } of tried) {
    const { succeeded = 0, failed = 0 } = counts.get(claimed.subscriptionId) ?? {};
    const isTaken = outcome === '2xx';
    counts.set(claimed.subscriptionId, {
      succeeded: succeeded + Number(isTaken),
      failed: failed + Number(!isTaken),
    });
  }
  const circuits = await work.sql<Circuit & { id: string }>(
    `select subscription_id as id, failures, open_until as "openUntil", failing_since as "failingSince"
     from subscription_progress where subscription_id = any($1)`,
    [[...counts.keys()].sort()],
  );
  for (const { id, ...circuit } of circuits) {
    const { failures, openUntil, failingSince } = afterAttempts(circuit, counts.get(id)!, work.now);
    // An endpoint that does well is not written down each time.
    if (failures === circuit.failures && failingSince === circuit.failingSince) continue;
    await work.sql(
      `update subscription_progress set failures = $2, open_until = $3, failing_since = $4, probed_until = null
       where subscription_id = $1`,
      [id, failures, openUntil, failingSince],
    );
  }
}
