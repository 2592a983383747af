import { setTimeout as pause } from 'node:timers/promises';
import { readEvents } from '@jejaring/client/sent-events';
import type { Random } from '../../proof/random.js';
import { append, comparePlaces, eventsIn, truthOf } from './checks.js';
import type { Follower } from './follower.js';
import type { Ground } from './ground.js';
import { startWebhook } from './webhook.js';
import { spoken } from './wiring.js';

interface Received {
  id: string;
  subject: string;
  sequence: string;
}

const restWithinMs = 60_000;

/** By the feed, the stream and a webhook, one for the nation and one for a regency each. */
export async function startFollowers(ground: Ground, random: Random): Promise<Follower[]> {
  const { stack } = ground;
  const hubs = ['event-hub', 'event-hub-2'].flatMap((name) => {
    const port = stack.ports[name as 'event-hub'];
    return port === undefined ? [] : [`http://127.0.0.1:${port}`];
  });
  const nation = { region: '', token: await stack.token({ role: 'KEMENSOS_STAFF', region: '' }) };
  const regency = {
    region: '32.79',
    token: await stack.token({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' }),
  };
  const webhooks = [
    await startWebhook(ground, { name: 'webhook, nation', ...nation, random }),
    await startWebhook(ground, { name: 'webhook, regency', ...regency, random }),
  ];
  return [
    new FollowerOf('feed, nation', { ...nation, hubs }, readFeed),
    new FollowerOf('feed, regency', { ...regency, hubs }, readFeed),
    new FollowerOf('stream, nation', { ...nation, hubs }, readStream),
    new FollowerOf('stream, regency', { ...regency, hubs }, readStream),
    ...webhooks,
  ];
}

interface Subscriber {
  hubs: readonly string[];
  token: string;
  region: string;
}

type Read = (
  hub: string,
  subscriber: Subscriber,
  last: string | null,
  signal: AbortSignal,
) => AsyncIterable<Received>;

class FollowerOf implements Follower {
  received = 0;
  private readonly places = new Map<string, number[]>();
  /** Each event that came, with what was asked when it did. */
  private readonly came = new Map<string, string>();
  private readonly doubled: string[] = [];
  private readonly stopping = new AbortController();
  private readonly following: Promise<void>;
  private last: string | null = null;

  constructor(
    readonly name: string,
    private readonly subscriber: Subscriber,
    private readonly read: Read,
  ) {
    this.following = this.follow();
  }

  private async follow(): Promise<void> {
    const { hubs } = this.subscriber;
    const { signal } = this.stopping;
    for (let turn = 0; !signal.aborted; turn += 1) {
      const asked = `request ${turn} behind ${this.last ?? 'nothing'}`;
      try {
        for await (const event of this.read(
          hubs[turn % hubs.length]!,
          this.subscriber,
          this.last,
          signal,
        )) {
          this.note(event.id, asked);
          this.last = event.id;
          this.received += 1;
          append(this.places, event.subject, Number(event.sequence));
        }
      } catch {
        // The hub was killed, or its database: on from the last id, at the other one.
        await pause(200);
      }
    }
  }

  private note(id: string, asked: string): void {
    const before = this.came.get(id);
    if (before !== undefined)
      this.doubled.push(`${this.name}: ${id} by ${before}, again by ${asked}`);
    this.came.set(id, asked);
  }

  async finish(truth: ReadonlyMap<string, number>, ground: Ground): Promise<string[]> {
    const expected = await truthOf(this.subscriber.region, truth, ground);
    const total = eventsIn(expected);
    for (const end = Date.now() + restWithinMs; this.received < total && Date.now() < end;)
      await pause(100);
    // A double would come a moment later.
    await pause(1_000);
    this.stopping.abort();
    await this.following;
    return [...this.doubled, ...comparePlaces(this.name, expected, this.places)];
  }
}

const types = spoken.type;

async function* readFeed(
  hub: string,
  { token }: Subscriber,
  last: string | null,
  signal: AbortSignal,
): AsyncIterable<Received> {
  const asked = new URLSearchParams({ types, timeout: '2000', limit: '200' });
  if (last !== null) asked.set('lastEventId', last);
  const response = await fetch(`${hub}/events?${asked.toString()}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
  });
  if (response.status !== 200) throw new Error(`The feed answered ${response.status}.`);
  yield* (await response.json()) as Received[];
}

async function* readStream(
  hub: string,
  { token }: Subscriber,
  last: string | null,
  signal: AbortSignal,
): AsyncIterable<Received> {
  const response = await fetch(`${hub}/events/stream?types=${encodeURIComponent(types)}`, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'text/event-stream',
      ...(last === null ? {} : { 'last-event-id': last }),
    },
    signal,
  });
  if (response.status !== 200) throw new Error(`The stream answered ${response.status}.`);
  for await (const { data, event } of readEvents(response.body!, 20_000))
    if (event === types) yield JSON.parse(data) as Received;
}
