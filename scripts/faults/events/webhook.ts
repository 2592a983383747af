import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { ask } from '@jejaring/client/ask';
import { createEventSubscription, eventSubscriptionDetail } from '@jejaring/client/operations';
import type { Random } from '../../proof/random.js';
import { seeded } from '../../proof/random.js';
import { comparePlaces, eventsIn, truthOf } from './checks.js';
import type { Follower } from './follower.js';
import type { Ground } from './ground.js';
import { Receiver } from './receiver.js';
import { judgeReceptions } from './reception.rules.js';
import { spoken } from './wiring.js';

interface Subscriber {
  name: string;
  region: string;
  token: string;
  random: Random;
}

const agreesWithinMs = 30_000;
/** A hub that was killed last leaves what it had taken to the others when its lease of a minute is over. */
const restWithinMs = 120_000;

/** Subscribes an endpoint by the graph, as an office does; answers when it has agreed and is sent events. */
export async function startWebhook(ground: Ground, subscriber: Subscriber): Promise<Follower> {
  const receiver = new Receiver(seeded(subscriber.random.between(1, 1_000_000)));
  const { id, secret } = await subscribe(ground, subscriber, await receiver.open());
  receiver.trust(secret);
  for (
    const end = Date.now() + agreesWithinMs;
    (await statusOf(ground, subscriber, id)) !== 'ACTIVE';
  ) {
    if (Date.now() > end) throw new Error(`The endpoint of ${subscriber.name} was not verified.`);
    await pause(100);
  }
  return new WebhookFollower(subscriber, receiver, id, ground);
}

async function subscribe(
  { stack }: Ground,
  { name, region, token }: Subscriber,
  endpoint: string,
): Promise<{ id: string; secret: string }> {
  const { data, problems } = await ask(
    `${stack.gatewayUrl}/graphql`,
    createEventSubscription,
    {
      input: {
        idempotencyKey: randomUUID(),
        name,
        endpoint,
        types: [spoken.type],
        regionCode: region === '' ? null : region,
        mode: 'ORDERED',
        signatures: ['V1'],
      },
    },
    { token },
  );
  const made = data?.createEventSubscription;
  if (made?.__typename !== 'IssuedEventSubscription')
    throw new Error(`${name} was not subscribed: ${JSON.stringify(made ?? problems)}`);
  return { id: made.subscription.id, secret: made.secrets[0]!.secret! };
}

async function statusOf({ stack }: Ground, { token }: Subscriber, id: string) {
  const { data } = await ask(
    `${stack.gatewayUrl}/graphql`,
    eventSubscriptionDetail,
    { id },
    { token },
  );
  return data?.eventSubscription?.status;
}

// The timetable of retries goes over days, and a circuit stays open for half a minute and more: nobody here
// waits for that. All that is told apart by shorter times, an endpoint's own wish among them, stays so.
const hurrySql = [
  `update event_delivery set due_at = now() + interval '8 s'
   where subscription_id = $1 and state = 'WAITING' and due_at > now() + interval '8 s'`,
  `update subscription_progress set open_until = now() + interval '3 s'
   where subscription_id = $1 and open_until > now() + interval '3 s'`,
];

class WebhookFollower implements Follower {
  readonly name: string;
  received = 0;
  readonly figures: Record<string, number> = {};
  private readonly subscription: string;
  private readonly stopping = new AbortController();
  private readonly hurrying: Promise<void>;

  constructor(
    private readonly subscriber: Subscriber,
    private readonly receiver: Receiver,
    private readonly id: string,
    ground: Ground,
  ) {
    this.name = subscriber.name;
    this.subscription = decodeId('sub', id)!;
    this.hurrying = this.hurry(ground);
  }

  private async hurry({ hub }: Ground): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await pause(1_000);
      // The database is killed again and again.
      for (const sql of hurrySql) await hub(sql, [this.subscription]).catch(() => undefined);
    }
  }

  async finish(truth: ReadonlyMap<string, number>, ground: Ground): Promise<string[]> {
    const { receiver, name } = this;
    receiver.behave();
    const expected = await truthOf(this.subscriber.region, truth, ground);
    const written = await this.waitForRest(ground, eventsIn(expected));
    receiver.close();
    const { violations, places, ...counts } = judgeReceptions(receiver.moments);
    this.received = counts.taken;
    const { forged, misbehaved } = receiver;
    Object.assign(this.figures, { ...counts, forged: forged.length, ...misbehaved });
    return [
      ...[...violations, ...forged, ...written].map((words) => `${name}: ${words}`),
      ...comparePlaces(name, expected, places),
    ];
  }

  /** Until the hub has written down that all were taken; says what it has written else. */
  private async waitForRest(ground: Ground, total: number): Promise<string[]> {
    const began = Date.now();
    let states = await this.countStates(ground);
    while (states['DELIVERED'] !== total && Date.now() - began < restWithinMs) {
      await pause(200);
      states = await this.countStates(ground);
    }
    this.figures['restMs'] = Date.now() - began;
    this.stopping.abort();
    await this.hurrying;
    const status = await statusOf(ground, this.subscriber, this.id);
    const says: string[] = [];
    if (states['DELIVERED'] !== total || Object.keys(states).length > 1)
      says.push(`of ${total} deliveries the hub says ${JSON.stringify(states)}`);
    if (status !== 'ACTIVE') says.push(`the subscription is ${status}`);
    return says;
  }

  /** What the hub has written down of its deliveries. */
  private async countStates({ hub }: Ground): Promise<Record<string, number>> {
    const rows = await hub<{ state: string; count: number }>(
      `select state, count(*)::integer as count from event_delivery
       where subscription_id = $1 group by state`,
      [this.subscription],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }
}
