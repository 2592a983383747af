import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { lists, nested, refusesTooMuch, times } from './limits.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const requests = () => Object.values(world.services).flatMap(({ bodies }) => bodies).length;

describe('an operation that asks too much', () => {
  refusesTooMuch(async (query) => {
    const { status, errors } = await world.ask(query);
    expect(status).toBe(400);
    return errors[0]?.extensions;
  }, requests);

  test('is refused by its size before it is read', async () => {
    const { status, errors } = await world.ask('{ openCases }', {
      variables: { padding: 'x'.repeat(110_000) },
    });
    expect({ status, extensions: errors[0]?.extensions }).toMatchObject({
      status: 413,
      extensions: { code: 'LIMIT_EXCEEDED', limit: 'bytes' },
    });
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
