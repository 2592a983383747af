import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed } from '@jejaring/chassis/work/refusal';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { subscriptionTested } from '@jejaring/schema/events/event-hub.events';
import { toJsonEvent } from '../intake/json-event.js';
import { EventSubscription } from '../subscription/subscription.entity.js';
import { step } from '../subscription/subscription.rules.js';
import type { Seen } from '../subscription/subscription.service.js';
import { readAt, speaksOf } from '../subscription/subscription.service.js';
import type { DeliveryKind } from './delivery.rules.js';
import { kindsFor } from './delivery.rules.js';
import type { FeedRow, ToMake } from './fan-out.js';
import { deliveriesLock, makeDeliveries } from './fan-out.js';
import { EventReplay } from './replay.entity.js';
import type { Asked, ReplayChoice } from './replay.rules.js';
import { choose, limit, mostReplayed } from './replay.rules.js';

const columns: Readonly<Record<ReplayChoice['by'], { column: string; type: string }>> = {
  ids: { column: 'event_id', type: 'uuid' },
  positions: { column: 'position', type: 'bigint' },
  recorded: { column: 'recorded_at', type: 'timestamptz' },
  occurred: { column: 'occurred_at', type: 'timestamptz' },
};

function whichSql(choice: ReplayChoice): { sql: string; values: unknown[] } {
  const { column, type } = columns[choice.by];
  if (choice.by === 'ids') return { sql: `f.${column} = any($5::${type}[])`, values: [choice.ids] };
  const { from, to } = choice.span;
  return { sql: `f.${column} >= $5::${type} and f.${column} < $6::${type}`, values: [from, to] };
}

/** In the caller's scope: what they may not read themselves they cannot have sent anew. */
function findEvents(
  work: Work,
  subscription: EventSubscription,
  choice: ReplayChoice,
): Promise<FeedRow[]> {
  const { low, high } = regionRange(subscription.regionCode);
  const { sql, values } = whichSql(choice);
  return work.sql<FeedRow>(
    `select f.position::text, f.event_id as "eventId", f.type, f.key, f.region_code as "regionCode"
     from feed_event f where f.type = any($1) and f.region_code >= $2 and f.region_code < $3 and ${sql}
     order by f.position limit $4`,
    [[...kindsFor(subscription)], low, high, mostReplayed + 1, ...values],
  );
}

/** Sends events again that a subscription asks for, or counts them. */
export async function replayEvents(
  work: Work,
  { subscriptionId, dryRun, ...asked }: Asked & { subscriptionId: string; dryRun: boolean },
): Promise<EventReplay> {
  const subscription = await work.get(EventSubscription, subscriptionId);
  proceed(step('REPLAY', subscription, work.caller));
  const { choice } = proceed(choose(asked));
  const events = await findEvents(work, subscription, choice);
  proceed(limit(events.length));
  if (!dryRun)
    await makeBeyond(
      work,
      'REPLAY',
      events.map((event) => ({ subscription, event, body: null })),
    );
  return work.insert(EventReplay, {
    id: work.newId(),
    version: 1,
    subscriptionId,
    matched: events.length,
    dryRun,
    madeAt: work.now,
  });
}

/** Sends an event that says nothing to one endpoint, as it would send any other. */
export async function sendTest(work: Work, seen: Seen): Promise<EventSubscription> {
  const row = await readAt(work, seen, 'TEST');
  const { region, data } = speaksOf(row);
  const eventId = work.newId();
  const { type } = subscriptionTested;
  const key = encodeId('sub', row.id);
  const when = { time: work.now, recordedTime: work.now, sequence: 1, epoch: 1 };
  const body = toJsonEvent({ id: eventId, type, key, region, ...when }, JSON.stringify(data));
  const event = { position: null, eventId, type, key };
  await makeBeyond(work, 'TEST', [{ subscription: row, event, body }]);
  return row;
}

/** Deliveries are the hub's to write, whoever asks for some. */
const makeBeyond = (work: Work, kind: DeliveryKind, wanted: readonly ToMake[]): Promise<void> =>
  work.beyondScope(async () => {
    await work.sql('select pg_advisory_xact_lock($1)', [deliveriesLock]);
    await makeDeliveries(work, kind, wanted);
  });
