import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FakeSubgraph } from './subgraph.fixture.js';
import { startSubgraph } from './subgraph.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

// So seldom that only the calls themselves can find out what is away.
const neverLooks = { HEALTH_CHECK_MS: '600000' };
const query = '{ organizations { id } }';
const mutation = 'mutation { rename(id: 1, name: "x") { id } }';

let other: World;
let world: World | null;
let replicas: [FakeSubgraph, FakeSubgraph];

beforeEach(async () => {
  other = await openWorld();
  const { organizations } = other.services;
  replicas = [organizations, await startSubgraph('organizations', other.gatewayPublicKey)];
  world = null;
});
afterEach(async () => {
  await world?.close();
  await other.close();
  await replicas[1].stop();
});

/** A gateway that knows both replicas. */
async function open(environment: Record<string, string> = {}): Promise<World> {
  const { training, ...rest } = other.services;
  world = await openWorld({
    SERVICE_URLS: [
      `organizations=${replicas.map(({ url }) => url).join('|')}`,
      `welfare-cases=${rest['welfare-cases'].url}`,
      `training=${training.url}`,
    ].join(),
    GATEWAY_PRIVATE_KEY_FILE: other.privateKeyFile,
    ...environment,
  });
  await world.untilReady();
  return world;
}

const asked = () => replicas.map(({ bodies }) => bodies.length);

async function failuresOf(document: string, rounds: number): Promise<number> {
  let failures = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { errors } = await world!.ask(document);
    if (errors.length > 0) failures += 1;
  }
  return failures;
}

async function addressesReady(): Promise<number> {
  const report = await (await world!.send('/readyz')).json();
  return (report as { services: { organizations: { addressesReady: number } } }).services
    .organizations.addressesReady;
}

describe('addresses of one service', () => {
  test('take turns', async () => {
    await open();
    expect(await failuresOf(query, 6)).toBe(0);
    expect(asked()).toEqual([3, 3]);
  });

  test('are left out while they are not ready, and come back when they are', async () => {
    await open();
    replicas[0].ready = false;
    await until(async () => (await addressesReady()) === 1);
    expect(await failuresOf(mutation, 4)).toBe(0);
    expect(asked()).toEqual([0, 4]);

    replicas[0].ready = true;
    await until(async () => (await addressesReady()) === 2);
    await failuresOf(query, 4);
    expect(asked()).toEqual([2, 6]);
  });

  test('are all asked when none says that it is ready', async () => {
    await open();
    for (const replica of replicas) replica.ready = false;
    await until(async () => (await addressesReady()) === 0);

    expect(await failuresOf(query, 4)).toBe(0);
  });

  test('are found again when a replica was started anew', async () => {
    await open();
    const { url } = replicas[1];
    await replicas[1].stop();
    await until(async () => (await addressesReady()) === 1);
    replicas[1] = await startSubgraph(
      'organizations',
      other.gatewayPublicKey,
      Number(new URL(url).port),
    );
    await until(async () => (await addressesReady()) === 2);

    expect(await failuresOf(query, 4)).toBe(0);
    expect(replicas[1].bodies).toHaveLength(2);
  });
});

describe('a replica that is gone before anybody looked', () => {
  test('costs no query and no mutation, for nothing of them was sent', async () => {
    await open(neverLooks);
    await failuresOf(query, 4);
    await replicas[0].stop();

    expect(await failuresOf(query, 4)).toBe(0);
    expect(await failuresOf(mutation, 4)).toBe(0);
    expect(asked()).toEqual([2, 10]);
  });
});

describe('a replica that dies with a request in its hands', () => {
  const drop: FakeSubgraph['behaviour'] = (request) => void request.socket.destroy();

  test('costs no query: the next address answers', async () => {
    await open(neverLooks);
    replicas[0].behaviour = drop;

    expect(await failuresOf(query, 4)).toBe(0);
  });

  test('is never asked twice to change something, nor is another in its stead; the next go elsewhere', async () => {
    await open(neverLooks);
    replicas[0].behaviour = drop;

    expect(await failuresOf(mutation, 4)).toBe(1);
    expect(asked()).toEqual([1, 3]);
  });
});
