import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { secretBox } from '../subscription/secret-box.js';
import { disableSubscription, validKeys } from '../subscription/subscription.service.js';
import { stateOf } from '../webhook/circuit.rules.js';
import { pacedAfter, roomOf } from '../webhook/pace.rules.js';
import { signWith } from '../webhook/signature.js';
import { standsSql } from './fan-out.js';

/** Longer than any attempt takes: what was not recorded by then is taken for lost, and sent again. */
export const leaseMs = 60_000;

/** One endpoint does not take all places of the process. */
const mostPerEndpoint = 128;

export interface Claimed {
  id: string;
  subscriptionId: string;
  eventId: string;
  attempt: number;
  madeAt: Date;
  body: string;
  endpoint: string;
  sign: ReturnType<typeof signWith>;
}

type Row = Omit<Claimed, 'endpoint' | 'sign' | 'body'> & { body: string | null };

interface Ready {
  id: string;
  endpoint: string;
  perMinute: number | null;
  openUntil: Date | null;
  pacedUntil: Date | null;
}

const readySql = `
  select s.id, s.endpoint, s.per_minute as "perMinute", p.open_until as "openUntil",
    p.paced_until as "pacedUntil", ${standsSql} as stands
  from event_subscription s join subscription_progress p on p.subscription_id = s.id
  where s.status = 'ACTIVE' and (p.open_until is null or p.open_until <= $1)
    and (p.probed_until is null or p.probed_until <= $1)
    and exists (select from event_delivery d
      where d.subscription_id = s.id and d.state = 'WAITING' and d.due_at <= $1
        and (d.claimed_until is null or d.claimed_until <= $1))
  order by random() for update of p skip locked`;

const claimSql = `
  with due as (
    select d.id, d.position from unnest($1::uuid[], $2::integer[]) as w (subscription_id, room)
    cross join lateral (
      select id, position from event_delivery
      where subscription_id = w.subscription_id and state = 'WAITING' and due_at <= $3
        and (claimed_until is null or claimed_until <= $3)
      order by due_at, seq limit w.room for update skip locked
    ) d limit $4
  )
  update event_delivery d set claimed_until = $5, attempts_made = d.attempts_made + 1
  from due left join feed_event f on f.position = due.position
  where d.id = due.id
  returning d.id, d.subscription_id as "subscriptionId", d.event_id as "eventId", d.attempts_made as attempt,
    d.made_at as "madeAt", coalesce(d.body, f.event) as body`;

/** Takes up to so many deliveries that are due, each for this process alone until its lease is over. */
export async function claim(work: Work, most: number): Promise<Claimed[]> {
  const { now } = work;
  const ready = await findReady(work);
  const rooms = ready.map((endpoint) =>
    stateOf(endpoint, now) === 'HALF_OPEN' ? 1 : roomOf(endpoint, now, mostPerEndpoint),
  );
  if (!rooms.some((room) => room > 0)) return [];
  const lease = new Date(now.getTime() + leaseMs);
  const ids = ready.map(({ id }) => id);
  const rows = await work.sql<Row>(claimSql, [ids, rooms, now, most, lease]);
  await dropForgotten(work, rows);
  const claimed: Claimed[] = [];
  for (const endpoint of ready) {
    const mine = rows.filter(
      ({ subscriptionId, body }) => subscriptionId === endpoint.id && body !== null,
    );
    if (mine.length === 0) continue;
    await notePace(work, endpoint, mine.length, lease);
    const keys = await secretBox.open(await validKeys(work, endpoint.id));
    const sign = signWith(keys);
    const { endpoint: url } = endpoint;
    claimed.push(...mine.map((row) => ({ ...row, body: row.body!, endpoint: url, sign })));
  }
  return claimed;
}

async function findReady(work: Work): Promise<Ready[]> {
  const found = await work.sql<Ready & { stands: boolean }>(readySql, [work.now]);
  for (const { id, stands } of found)
    if (!stands) await disableSubscription(work, id, 'STANDING_ENDED');
  return found.filter(({ stands }) => stands);
}

/** Who paused for longer than the feed keeps events is not sent what it kept no longer. */
async function dropForgotten(work: Work, rows: readonly Row[]): Promise<void> {
  const forgotten = rows.filter(({ body }) => body === null).map(({ id }) => id);
  if (forgotten.length === 0) return;
  await work.sql("update event_delivery set state = 'DROPPED', ended_at = $2 where id = any($1)", [
    forgotten,
    work.now,
  ]);
}

/** Of a rate, how much was used; of a half-open circuit, that one is on its way. */
async function notePace(work: Work, endpoint: Ready, sent: number, lease: Date): Promise<void> {
  const isHalfOpen = stateOf(endpoint, work.now) === 'HALF_OPEN';
  if (endpoint.perMinute === null && !isHalfOpen) return;
  await work.sql(
    'update subscription_progress set paced_until = $2, probed_until = $3 where subscription_id = $1',
    [endpoint.id, pacedAfter(endpoint, work.now, sent), isHalfOpen ? lease : null],
  );
}
