import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { lists, nested, query, subscription, times, tooMuch } from './limits.fixture.js';
import type { LiveWorld } from './live-world.fixture.js';
import { openLiveWorld } from './live-world.fixture.js';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
});
afterAll(() => world.close());

const requests = () => Object.values(world.services).flatMap(({ bodies }) => bodies).length;

type Refused = Record<string, unknown> | undefined;

/** How an operation was refused; undefined when it was not. */
const ways = {
  async post({ ask }: LiveWorld, asked: string): Promise<Refused> {
    const { status, errors } = await ask(asked);
    return errors[0] && { status, ...errors[0].extensions };
  },
  async stream({ subscribe }: LiveWorld, asked: string): Promise<Refused> {
    const client = await subscribe({ query: asked });
    const { response } = client;
    if (response.ok) {
      client.close();
      return undefined;
    }
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    return { status: response.status, ...errors[0]!.extensions };
  },
  async socket({ url: address }: LiveWorld, asked: string): Promise<Refused> {
    const url = `${address.replace('http', 'ws')}/graphql`;
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
    const refused = new Promise<Refused>((resolve) => {
      client.subscribe<unknown>(
        { query: asked },
        {
          next: () => resolve(undefined),
          complete: () => resolve(undefined),
          // A socket has no status of its own for an operation.
          error: (errors) =>
            resolve({ status: 400, ...(errors as [{ extensions: object }])[0].extensions }),
        },
      );
    });
    const answer = await refused;
    await client.dispose();
    return answer;
  },
};

/**
 * The same limits on every way in: what one transport forgot is how limits have been passed elsewhere
 * (CVE-2026-30241). A way without them lets the subscription begin: no refusal comes, and the test ends in vain.
 */
const everyWay = [
  ['POST', ways.post, query],
  ['server-sent events', ways.stream, subscription],
  ['WebSocket', ways.socket, subscription],
] as const;

describe.each(everyWay)('an operation that asks too much, over %s', (_way, refusalOf, root) => {
  test.each(tooMuch)(
    'is refused before any service is asked: $limit, $name',
    async ({ limit, ask, ofSubscription }) => {
      const before = requests();
      const expected =
        root.kind === 'query' || ofSubscription === undefined
          ? { code: 'LIMIT_EXCEEDED', limit }
          : { code: ofSubscription };
      expect(await refusalOf(world, ask(root))).toMatchObject({ status: 400, ...expected });
      expect(requests()).toBe(before);
    },
  );
});

describe.each(everyWay)(
  'where only listed operations are answered, over %s',
  (_way, refusalOf, root) => {
    let strict: LiveWorld;
    beforeAll(async () => {
      strict = await openLiveWorld({ SAFELIST_MODE: 'enforce' });
    });
    afterAll(() => strict.close());

    test.each([
      ['an operation that would be good', nested(3, root)],
      ['one that asks too much', nested(30, root)],
      ['what is no operation at all', `${root.kind} {{{`],
    ])('refuses %s, unread', async (_name, asked) => {
      expect(await refusalOf(strict, asked)).toMatchObject({ code: 'OPERATION_NOT_LISTED' });
    });
  },
);

describe('an operation that is not one', () => {
  test('is refused by its size before it is read', async () => {
    const { status, errors } = await world.ask('{ openCases }', {
      variables: { padding: 'x'.repeat(110_000) },
    });
    expect({ status, extensions: errors[0]?.extensions }).toMatchObject({
      status: 413,
      extensions: { code: 'LIMIT_EXCEEDED', limit: 'bytes' },
    });
  });

  test('is refused by its size over server-sent events as well', async () => {
    const variables = { padding: 'x'.repeat(110_000) };
    const { response } = await world.subscribe({ query: nested(3, subscription), variables });
    expect([response.status, await response.json()]).toMatchObject([
      413,
      { errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'bytes' } }] },
    ]);
  });

  test('is refused when its variables reach for prototypes', async () => {
    const body = '{"query":"{ openCases }","variables":{"__proto__":{"admin":true}}}';
    const response = await world.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
  });

  test('is refused when it is a list of operations', async () => {
    const body = JSON.stringify([{ query: '{ openCases }' }, { query: '{ openCases }' }]);
    const response = await world.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

describe('an operation within the limits', () => {
  const within: [string, string][] = [
    ['eight fields deep', nested(8)],
    ['four lists in one another', lists(4)],
    ['a page as large as it may be', '{ organizations { units(first: 99) { id } } }'],
    ['ten root fields', `{ ${times(10, () => 'openCases')} }`],
    ['one root field of a mutation', 'mutation { __typename rename(id: 1, name: "x") { id } }'],
    ['the schema itself, deep by nature', getIntrospectionQuery()],
  ];

  test.each(within)('passes: %s', async (_name, query) => {
    expect((await world.ask(query)).errors).toEqual([]);
  });

  test('may be two deeper for somebody who signed in', async () => {
    const token = await world.issuer.token();
    expect((await world.ask(nested(10), { token })).status).toBe(200);
    expect((await world.ask(nested(11), { token })).status).toBe(400);
    expect((await world.ask(lists(5), { token })).status).toBe(200);
    expect((await world.ask(lists(6), { token })).status).toBe(400);
  });
});
