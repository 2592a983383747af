import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aRecord } from '../src/events/record.fixture.js';
import type { TestLog } from './events.fixture.js';
import { openLog } from './events.fixture.js';
import { StreamClient } from './live-client.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

const type = 'organizations.organization.suspended.v1';
const passing = 'organizations.asset.handed-over.v1';
const query = `subscription ($types: [String!]) { domainEvents(types: $types) { key sequence gap { reason } } }`;
const keys = [4, 5, 6, 7].map((digit) => `org_01jd2ah9p4e8x9y6c1v2b3n4m${digit}`);
/** More of each organization than a gateway hears of what was before it came. */
const many = 300;
const rounds = 5;

let events: TestLog;
let lastEventId: string;

beforeAll(async () => {
  events = await openLog();
  const before = await openGateway();
  const client = await comeBack(before, {});
  lastEventId = client.lastId!;
  client.close();
  await before.close();
  await sayWhatNobodyHears();
});
afterAll(() => events.close());

/** What is wanted, among much that is not, on every partition. */
async function sayWhatNobodyHears(): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    const wanted = keys.map((organizationId) =>
      aRecord(type, { data: { organizationId }, sequence: round }),
    );
    const others = Array.from({ length: (keys.length * many) / rounds }, (_, at) =>
      aRecord(passing, { key: keys[at % keys.length]! }),
    );
    await events.say(...wanted, ...others);
  }
}

async function openGateway(): Promise<World> {
  const world = await openWorld({ EVENT_LOG_URL: events.url });
  await world.untilReady();
  await until(async () => (await figures(world)).includes('ear_hears{service="gateway"} 1'));
  return world;
}

const figures = async (world: World): Promise<string> => (await world.send('/metrics')).text();

async function readingsOf(world: World): Promise<number> {
  const [, count = '0'] =
    /past_reads_total\{[^}]*organizations"[^}]*\} (\d+)/.exec(await figures(world)) ?? [];
  return Number(count);
}

const comeBack = ({ url }: World, options: { lastEventId?: string; own?: string }) => {
  const { own = 'nobody.says.this.v1', ...rest } = options;
  return StreamClient.open({ url, query, variables: { types: [type, own] }, ...rest });
};

const told = ({ results }: StreamClient) => results.map(({ data }) => data.domainEvents);

function expectAll(client: StreamClient): void {
  for (const key of keys)
    expect(told(client).filter((each) => each.key === key)).toEqual(
      Array.from({ length: rounds }, (_, at) => ({ key, sequence: at + 1, gap: null })),
    );
}

describe('many who come back after more was said than is remembered', () => {
  test('are told of all of it, each once and in order, from one reading of the log', async () => {
    const gateway = await openGateway();

    const clients = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        comeBack(gateway, { lastEventId, own: `nobody.says.number-${at % 30}.v1` }),
      ),
    );
    await until(() => clients.every(({ results }) => results.length >= keys.length * rounds));

    for (const client of clients) expectAll(client);
    expect(await readingsOf(gateway)).toBe(1);
    for (const client of clients) client.close();
    await gateway.close();
  });

  test('are sent away when the log breaks meanwhile, and find everything when they come again', async () => {
    const gateway = await openGateway();
    await events.shut();
    const clients = await Promise.all(
      Array.from({ length: 10 }, () => comeBack(gateway, { lastEventId })),
    );
    await Promise.all(clients.map((client) => client.untilClosed()));
    await events.open();

    const again = await Promise.all(
      clients.map(({ lastId }) => comeBack(gateway, { lastEventId: lastId ?? lastEventId })),
    );
    await until(() => again.every(({ results }) => results.length >= keys.length * rounds));

    expect(clients.flatMap(told)).toEqual([]);
    for (const client of again) expectAll(client);
    for (const client of again) client.close();
    await gateway.close();
  });
});
