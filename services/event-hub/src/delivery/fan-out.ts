import { covers, systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import { disableSubscription } from '../subscription/subscription.service.js';
import type { DeliveryMode } from '../subscription/subscription.rules.js';
import type { DeliveryKind, Wanting } from './delivery.rules.js';
import { kindsFor, mostWaiting } from './delivery.rules.js';

const batchSize = 1_000;
const leaderLock = 0x66616e6f;
/** Makers of deliveries hold it alone, those who record what became of some share it. */
export const deliveriesLock = 0x64656c69;

export const asDispatcher = { caller: systemCaller('webhooks'), readOnly: false };

interface Hungry extends Wanting {
  id: string;
  mode: DeliveryMode;
  regionCode: string;
  cursor: string;
}

export interface FeedRow {
  position: string;
  eventId: string;
  type: string;
  key: string;
  regionCode: string;
}

/** Whether the appointment on which a subscription was made still stands, as the register says. */
export const standsSql = `standing_role(s.maker_role, encode(sha256(convert_to(s.maker, 'UTF8')), 'hex'),
  s.maker_region, s.maker_organization_id, s.maker_office_id, $1) = s.maker_role`;

const hungrySql = `
  select s.id, s.types, s.region_code as "regionCode", s.mode, s.maker_role as "makerRole",
    p.cursor::text, ${standsSql} as stands
  from event_subscription s join subscription_progress p on p.subscription_id = s.id
  where s.status = 'ACTIVE' and p.cursor < (select next_position - 1 from feed_head)
    and (select count(*) from (select from event_delivery d
      where d.subscription_id = s.id and d.state in ('WAITING', 'BEHIND') limit ${mostWaiting}) w) < ${mostWaiting}`;

/**
 * Makes deliveries of what the feed holds behind each subscription's cursor, those in front first. Answers
 * whether there may be more. Subscriptions at one place read the feed together.
 */
export async function fanOut(database: Database): Promise<boolean> {
  const groups = await database.inWork(asDispatcher, findHungry);
  let more = false;
  for (const [cursor, hungry] of groups) {
    const read = await database.inWork(asDispatcher, (work) => feed(work, cursor, hungry));
    more ||= read === batchSize;
  }
  return more;
}

async function findHungry(work: Work): Promise<[string, Hungry[]][]> {
  const found = await work.sql<Hungry & { stands: boolean }>(hungrySql, [work.now]);
  const groups = new Map<string, Hungry[]>();
  for (const { stands, ...hungry } of found) {
    if (stands) groups.set(hungry.cursor, [...(groups.get(hungry.cursor) ?? []), hungry]);
    else await disableSubscription(work, hungry.id, 'STANDING_ENDED');
  }
  return [...groups].sort(([one], [other]) => Number(other) - Number(one));
}

async function feed(work: Work, cursor: string, hungry: readonly Hungry[]): Promise<number> {
  const [leader] = await work.sql<{ leads: boolean }>(
    'select pg_try_advisory_xact_lock($1) as leads',
    [leaderLock],
  );
  if (!leader?.leads) return 0;
  const events = await work.sql<FeedRow>(
    `select position::text, event_id as "eventId", type, key, region_code as "regionCode"
     from feed_event where position > $1 order by feed_event.position limit $2`,
    [cursor, batchSize],
  );
  const last = events.at(-1)?.position;
  if (last === undefined) return 0;
  await work.sql('select pg_advisory_xact_lock($1)', [deliveriesLock]);
  // One that was paused, or moved by a leader before, is left out.
  const moved = await work.sql<{ id: string }>(
    `update subscription_progress p set cursor = $1 from event_subscription s
     where s.id = p.subscription_id and s.id = any($2) and p.cursor = $3 and s.status = 'ACTIVE' returning s.id`,
    [last, hungry.map(({ id }) => id), cursor],
  );
  const still = new Set(moved.map(({ id }) => id));
  const wanted = hungry
    .filter(({ id }) => still.has(id))
    .flatMap((subscription) => choose(subscription, events));
  await makeDeliveries(work, 'EVENT', wanted);
  return events.length;
}

/** The second wall and the first: the kinds that its maker is told, in its region. */
function choose(subscription: Hungry, events: readonly FeedRow[]): ToMake[] {
  const kinds = kindsFor(subscription);
  return events
    .filter(
      ({ type, regionCode }) => kinds.has(type) && covers(subscription.regionCode, regionCode),
    )
    .map((event) => ({ subscription, event, body: null }));
}

export interface ToMake {
  subscription: { id: string; mode: DeliveryMode };
  event: Omit<FeedRow, 'position' | 'regionCode'> & { position: string | null };
  /** Of a test; all others are read from the feed when they are sent. */
  body: string | null;
}

const insertSql = `
  insert into event_delivery (id, subscription_id, kind, position, event_id, type, key, body, state, due_at, made_at)
  select g.id, g.subscription_id, $1, g.position, g.event_id, g.type, g.key, g.body,
    case when g.follows or g.ordered and exists (select from event_delivery d
      where d.subscription_id = g.subscription_id and d.key = g.key and d.state in ('WAITING', 'BEHIND'))
    then 'BEHIND' else 'WAITING' end, $2, $2
  from unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::boolean[], $11::boolean[])
    with ordinality as g (id, subscription_id, position, event_id, type, key, body, ordered, follows, place)
  order by g.place`;

/** Puts deliveries behind those that wait already; call it with the lock held that keeps recorders away. */
export async function makeDeliveries(
  work: Work,
  kind: DeliveryKind,
  wanted: readonly ToMake[],
): Promise<void> {
  if (wanted.length === 0) return;
  const before = new Set<string>();
  const follows = wanted.map(({ subscription: { id, mode }, event: { key } }) => {
    const place = `${id} ${key}`;
    const isSecond = mode === 'ORDERED' && before.has(place);
    before.add(place);
    return isSecond;
  });
  await work.sql(insertSql, [
    kind,
    work.now,
    wanted.map(() => work.newId()),
    wanted.map(({ subscription }) => subscription.id),
    wanted.map(({ event }) => event.position),
    wanted.map(({ event }) => event.eventId),
    wanted.map(({ event }) => event.type),
    wanted.map(({ event }) => event.key),
    wanted.map(({ body }) => body),
    wanted.map(({ subscription }) => subscription.mode === 'ORDERED'),
    follows,
  ]);
}
