import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const requests = () => Object.values(world.services).flatMap(({ bodies }) => bodies).length;
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const nested = (depth: number) =>
  `{ organizations { ${'parent { '.repeat(depth - 2)} id ${'} '.repeat(depth - 2)} } }`;
const doubling = `{ organizations { ...f0 } } ${times(20, (i) => `fragment f${i} on Organization { ...f${i + 1} parent { ...f${i + 1} } }`)} fragment f20 on Organization { id }`;

const tooMuch: [string, string, string][] = [
  ['depth', 'nine fields deep', nested(9)],
  [
    'depth',
    'nine fields deep through a fragment',
    `{ organizations { parent { ...f } } } fragment f on Organization { ${'parent { '.repeat(6)} id ${'}'.repeat(6)} }`,
  ],
  ['depth', 'fragments that double', doubling],
  ['aliases', 'sixteen aliases', `{ organizations { ${times(16, (i) => `a${i}: id`)} } }`],
  [
    'aliases',
    'sixteen aliases in a fragment spread twice',
    `{ organizations { ...f parent { ...f } } } fragment f on Organization { ${times(8, (i) => `a${i}: id`)} }`,
  ],
  ['rootFields', 'eleven root fields', `{ ${times(11, () => 'openCases')} }`],
  [
    'directives',
    'eleven directives',
    `{ organizations { ${times(11, () => 'id @include(if: true)')} } }`,
  ],
  [
    'selections',
    'a thousand selections by spreading',
    `{ organizations { ${times(30, () => '...f')} } } fragment f on Organization { ${times(34, () => 'id')} }`,
  ],
  ['tokens', 'more than a thousand tokens', `{ ${times(1_100, () => 'a')} }`],
  ['characters', 'more than ten thousand characters', `{ openCases } #${'x'.repeat(10_000)}`],
  [
    'root fields of a mutation',
    'two root fields of a mutation',
    'mutation { a: rename(id: 1, name: "x") { id } b: rename(id: 2, name: "x") { id } }',
  ],
  [
    'root fields of a mutation',
    'two root fields of a mutation in fragments',
    'mutation { ...a ... { rename(id: 1, name: "x") { id } } } fragment a on Mutation { rename(id: 1, name: "x") { id } }',
  ],
  ['the name __proto__', 'an alias that means something to objects', '{ __proto__: openCases }'],
  [
    'the name constructor',
    'an alias in a fragment',
    '{ organizations { ...f } } fragment f on Organization { constructor: id }',
  ],
  [
    'the name prototype',
    'a variable',
    'query ($prototype: ID!) { organization(id: $prototype) { id } }',
  ],
];

describe('an operation that asks too much', () => {
  test.each(tooMuch)(
    'is refused before any service is asked: %s, %s',
    async (limit, _name, query) => {
      const before = requests();
      const started = performance.now();

      const { status, errors } = await world.ask(query);

      expect({ status, extensions: errors[0]?.extensions }).toMatchObject({
        status: 400,
        extensions: { code: 'LIMIT_EXCEEDED', limit },
      });
      expect(requests()).toBe(before);
      expect(performance.now() - started).toBeLessThan(500);
    },
  );

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
  });
});
