import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pruneLog } from '@jejaring/transports/log-prune';
import { aRecord } from '../src/events/record.fixture.js';
import { encodeCursor } from '../src/live/cursor.rules.js';
import type { LiveWorld } from './live-world.fixture.js';
import { openLiveWorld } from './live-world.fixture.js';
import { openWorld, until } from './world.fixture.js';
import { StreamClient } from './live-client.fixture.js';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
});
afterAll(() => world.close());

const type = 'organizations.organization.suspended.v1';
const query = `subscription { domainEvents(types: ["${type}"]) { key sequence gap { reason from to } } }`;
const keys = [4, 5, 6, 7].map((digit) => `org_01jd2ah9p4e8x9y6c1v2b3n4m${digit}`);

let sequence = 0;
/** One event more of each of four organizations. */
async function sayMore(rounds: number, change = {}): Promise<void> {
  const records = Array.from({ length: rounds }, () => {
    sequence += 1;
    return keys.map((organizationId) =>
      aRecord(type, { data: { organizationId }, sequence, ...change }),
    );
  });
  await world.events.say(...records.flat());
}

const told = (client: StreamClient) =>
  client.results.map(({ data }) => data.domainEvents).filter(({ gap }) => gap === null);

const gaps = (client: StreamClient) =>
  client.results.flatMap(({ data }) => data.domainEvents.gap ?? []);

/** What was told of each key, over several connections, must be every sequence once and in order. */
function expectComplete(parts: readonly StreamClient[], from: number, to: number): void {
  const all = parts.flatMap(told);
  const wanted = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  for (const key of keys)
    expect(all.filter((event) => event.key === key).map((e) => e.sequence)).toEqual(wanted);
}

describe('a client that comes back with the last id', () => {
  test('is told what it missed, then what follows, each once and in order', async () => {
    const from = sequence + 1;
    const first = await world.subscribe({ query });
    await sayMore(3);
    await first.untilResults(12);
    first.close();
    await sayMore(5);

    const saying = sayMore(10);
    const second = await world.subscribe({ query, lastEventId: first.lastId! });
    await saying;
    await until(() => told(second).length >= 60);

    expectComplete([first, second], from, sequence);
    expect(gaps(second)).toEqual([]);
    second.close();
  });

  test('may come back in the middle of what was said', async () => {
    const from = sequence + 1;
    const first = await world.subscribe({ query });
    await sayMore(3);
    await first.untilResults(12);
    const fifth = first.sent.filter(({ event }) => event === 'next')[4]!;
    first.close();

    const second = await world.subscribe({ query, lastEventId: fifth.id! });
    await until(() => told(second).length >= 7);

    first.sent.length = 5;
    expectComplete([first, second], from, sequence);
    second.close();
  });

  test('finds another gateway, which was not there, as good', async () => {
    const from = sequence + 1;
    const first = await world.subscribe({ query });
    await sayMore(2);
    await first.untilResults(8);
    first.close();
    await sayMore(2);

    const other = await openWorld({ EVENT_LOG_URL: world.events.url });
    await other.untilReady();
    let second: StreamClient;
    do {
      second = await StreamClient.open({ url: other.url, query, lastEventId: first.lastId! });
    } while (second.response.status === 503);
    await sayMore(2);
    await until(() => told(second).length >= 16);

    expectComplete([first, second], from, sequence);
    second.close();
    await other.close();
  });

  test.each([
    ['made up', 'bm8gY3Vyc29y'],
    [
      'of another subscription',
      encodeCursor(new Map([['jejaring.training', { epoch: 1, offsets: [] }]])),
    ],
  ])('is refused with an id that is %s', async (_name, lastEventId) => {
    const { response } = await world.subscribe({ query, lastEventId });
    const { errors } = (await response.json()) as any;
    expect([response.status, errors[0].extensions]).toMatchObject([
      400,
      { code: 'BAD_USER_INPUT', argument: 'lastEventId' },
    ]);
  });
});

describe('a gap', () => {
  const topics = [
    'awards',
    'organizations',
    'training',
    'welfare-cases',
    'welfare-cases.statistics',
  ];
  const cursorAt = (offset: number, epoch = 1) =>
    encodeCursor(
      new Map(
        topics.map((name) => [`jejaring.${name}`, { epoch, offsets: Array(3).fill(offset) }]),
      ),
    );

  test('is told to who comes back behind what is no longer kept, with where it goes on', async () => {
    await sayMore(3);
    await pruneLog({ url: world.events.url, now: new Date(Date.now() + 40 * 86_400_000) });
    // A gateway that was not there when it was said.
    const other = await openWorld({ EVENT_LOG_URL: world.events.url });
    await other.untilReady();
    const lastEventId = cursorAt(-1);
    let client: StreamClient;
    do {
      client = await StreamClient.open({ url: other.url, query, lastEventId });
    } while (client.response.status === 503);

    const [result] = await client.untilResults(1);
    await sayMore(1);
    await until(() => told(client).length >= 4);

    expect(result.data.domainEvents).toEqual({
      key: null,
      sequence: null,
      gap: { reason: 'CURSOR_EXPIRED', from: lastEventId, to: result.extensions.cursor },
    });
    expect(result.extensions.gap.reason).toBe('CURSOR_EXPIRED');
    expectComplete([client], sequence, sequence);
    client.close();
    await other.close();
  });

  test('is told to who comes with a place that never was', async () => {
    const client = await world.subscribe({ query, lastEventId: cursorAt(1_000_000) });
    await client.untilResults(1);
    await sayMore(1);
    await until(() => told(client).length >= 4);

    expect(gaps(client).map(({ reason }) => reason)).toEqual(['CURSOR_FOREIGN']);
    client.close();
  });

  test('is told when a service was restored from a backup', async () => {
    const client = await world.subscribe({ query });
    await sayMore(1);
    await until(() => told(client).length >= 4);
    await sayMore(1, { epoch: 2 });
    await until(() => told(client).length >= 8);

    expect(gaps(client).map(({ reason }) => reason)).toEqual(['RESTORED']);
    client.close();
  });

  test('is told while events are not heard, and nothing is lost by it', async () => {
    const from = sequence + 1;
    const client = await world.subscribe({ query });
    await sayMore(1);
    await until(() => told(client).length >= 4);

    await world.events.shut();
    await until(() => gaps(client).length === 1);
    await world.events.open();
    await sayMore(1);
    await until(() => told(client).length >= 8 && gaps(client).length === 2);

    expect(gaps(client).map(({ reason }) => reason)).toEqual(['SOURCE_AWAY', 'SOURCE_BACK']);
    expectComplete([client], from, sequence);
    client.close();
  });
});

describe('a client that takes slowly', () => {
  test('is told everything in the end, and nothing waits for it in memory', async () => {
    const from = sequence + 1;
    const wide = `subscription { domainEvents(types: ["${type}"]) { key sequence gap { reason from to }
      ${Array.from({ length: 14 }, (_, at) => `a${at}: data`).join(' ')} } }`;
    const slow = await world.subscribe({ query: wide, slow: true });
    const quick = await world.subscribe({ query });
    await sayMore(300);
    await until(() => told(quick).length >= 1_200);

    slow.hurry();
    await until(() => told(slow).length >= 1_200);

    expectComplete([slow], from, sequence);
    expectComplete([quick], from, sequence);
    slow.close();
    quick.close();
  });
});
