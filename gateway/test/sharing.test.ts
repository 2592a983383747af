import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readClassifiedFields } from '../src/graph/classified-fields.js';
import type { FakeSubgraph } from './subgraph.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

let world: World;
let cases: FakeSubgraph;
beforeAll(async () => {
  // Nobody may run out of time while all of them are waited for.
  world = await openWorld({ REQUEST_BUDGET_MS: '60000', SUBGRAPH_BUDGET_MS: '60000' });
  cases = world.services['welfare-cases'];
});
afterAll(() => world.close());
afterEach(() => {
  cases.behaviour = null;
});

/** Lets the service keep its answers back until they are let go. */
function holdBack(answer: object = { data: { openCases: 7 } }) {
  const held: (() => void)[] = [];
  const before = cases.bodies.length;
  cases.behaviour = (_request, response) => {
    held.push(() => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  };
  return {
    asked: () => cases.bodies.length - before,
    /** Waits until so many requests have come in at the gateway, then answers. */
    async letGo(shared: number, own: number) {
      await until(async () => held.length === own && (await sharedUntilNow()) === shared);
      for (const end of held) end();
    },
  };
}

const sharedUntilNow = async () => {
  const text = await (await world.send('/metrics')).text();
  return Number(/shared_total\{[^}]*\} (\d+)/.exec(text)?.[1] ?? 0);
};

const openCases = '{ openCases }';
const several = (count: number, ask: (place: number) => ReturnType<World['ask']>) =>
  Promise.all(Array.from({ length: count }, (_, place) => ask(place)));

describe('equal questions at the same time', () => {
  test('reach a service once, and all get its answer', async () => {
    await world.ask(openCases);
    const held = holdBack();
    const before = await sharedUntilNow();

    const asked = several(20, () => world.ask(openCases));
    await held.letGo(before + 19, 1);

    for (const { status, text } of await asked)
      expect({ status, text }).toEqual({ status: 200, text: '{"data":{"openCases":7}}\n' });
    expect(held.asked()).toBe(1);
  });

  test('get errors with the id of their own request', async () => {
    const held = holdBack({ data: null, errors: [{ message: 'no', extensions: { code: 'X' } }] });
    const before = await sharedUntilNow();

    const asked = several(3, (place) =>
      world.ask(openCases, { headers: { 'x-request-id': `request-${place}` } }),
    );
    await held.letGo(before + 2, 1);

    const ids = (await asked).map(({ errors }) => errors[0]?.extensions['requestId']);
    expect(ids).toEqual(['request-0', 'request-1', 'request-2']);
  });

  test('lose nothing when the first of them goes away', async () => {
    const held = holdBack();
    const before = await sharedUntilNow();
    const leaving = new AbortController();
    const left = world
      .send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: openCases }),
        signal: leaving.signal,
      })
      .catch(() => 'left');
    await until(() => held.asked() === 1);

    const asked = several(2, () => world.ask(openCases));
    await until(async () => (await sharedUntilNow()) === before + 2);
    leaving.abort();
    await held.letGo(before + 2, 1);

    expect(await left).toBe('left');
    expect((await asked).map(({ data }) => data)).toEqual([{ openCases: 7 }, { openCases: 7 }]);
  });
});

describe('questions that are not equal', () => {
  test('of callers with other rights reach the service each, told of each', async () => {
    const claims = [
      { sub: 'ana' },
      { sub: 'budi' },
      { sub: 'ana', role: 'KEMENSOS_STAFF', region: '' },
      { sub: 'ana', region: '33' },
    ];
    const tokens = await Promise.all(claims.map((one) => world.issuer.token(one)));
    const held = holdBack();
    const before = await sharedUntilNow();

    const asked = several(8, (place) => world.ask(openCases, { token: tokens[place % 4]! }));
    await held.letGo(before + 4, 4);
    await asked;

    expect(held.asked()).toBe(4);
  });

  test('of one caller for other purposes reach it each', async () => {
    const token = await world.issuer.token({ sub: 'ana' });
    const held = holdBack();
    const before = await sharedUntilNow();

    const asked = several(2, (place) =>
      world.ask(openCases, {
        token,
        headers: { 'jejaring-purpose': ['REFERRAL', 'SUPERVISION'][place]! },
      }),
    );
    await held.letGo(before, 2);
    await asked;

    expect(held.asked()).toBe(2);
  });
});

describe('what is never shared', () => {
  test('is a mutation', async () => {
    const { organizations } = world.services;
    const before = organizations.bodies.length;

    await several(5, () => world.ask('mutation { rename(id: "1", name: "x") { id } }'));

    expect(organizations.bodies.length - before).toBe(5);
  });

  test('is a question for a guarded field: each reading is told under its own request', async () => {
    const before = cases.callers.length;
    const query = '{ organizations { ...F } } fragment F on Organization { cases { category } }';

    await several(5, () => world.ask(query));

    const ids = cases.callers.slice(before).map(({ requestId }) => requestId);
    expect(new Set(ids).size).toBe(5);
  });
});

test('the graph says which of its fields are guarded', () => {
  const file = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url));
  const classified = readClassifiedFields(readFileSync(file, 'utf8'));

  expect(classified.get('Officer.name')).toEqual([['personal']]);
  expect(classified.get('WelfareCase.category')).toEqual([['specific']]);
  expect(classified.get('AuditTrail.welfareCases')).toEqual([['internal']]);
  expect(classified.has('Organization.name')).toBe(false);
});
