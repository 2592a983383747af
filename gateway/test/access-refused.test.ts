import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.untilReady();
});
afterAll(() => world.close());

const requests = () => Object.values(world.services).flatMap(({ bodies }) => bodies).length;

async function askAs(role: string | null, query: string) {
  const before = requests();
  const token = role === null ? {} : { token: await world.issuer.token({ role }) };
  const { status, errors } = await world.ask(query, token);
  const { code, coordinate } = errors[0]?.extensions ?? {};
  return { status, code, coordinate, asked: requests() - before };
}

const hidden: [string, string, string][] = [
  ['a field of an object', 'Organization.taxNumber', '{ organizations { name taxNumber } }'],
  ['a field below a list and an entity', 'Case.nik', '{ organizations { cases { nik } } }'],
  ['a field under another name', 'Organization.taxNumber', '{ organizations { name: taxNumber } }'],
  [
    'a field of an interface that one of its types protects',
    'Organization.taxNumber',
    '{ parties { taxNumber } }',
  ],
  [
    'a field of a type that a union may be',
    'Organization.taxNumber',
    '{ either { ... on Company { name } ... on Organization { taxNumber } } }',
  ],
  [
    'a field of an interface within a union',
    'Organization.taxNumber',
    '{ either { ... on Party { taxNumber } } }',
  ],
  [
    'a field of an interface in a fragment of a type that has no rule',
    'Organization.taxNumber',
    '{ either { ... on Company { ... on Party { taxNumber } } } }',
  ],
  [
    'a field in a fragment',
    'Organization.taxNumber',
    'query { parties { ...f } } fragment f on Organization { taxNumber }',
  ],
  [
    'a field in a fragment in a fragment',
    'Organization.taxNumber',
    'query { organizations { ...a } } fragment a on Organization { parent { ...b } } fragment b on Party { taxNumber }',
  ],
  [
    'a field in an inline fragment',
    'Case.nik',
    '{ organizations { ... { cases { ... on Case { nik } } } } }',
  ],
  [
    'a field that is skipped',
    'Organization.taxNumber',
    '{ organizations { name taxNumber @skip(if: true) } }',
  ],
  [
    'a field of the answer to a mutation',
    'Organization.taxNumber',
    'mutation { rename(id: 1, name: "x") { taxNumber } }',
  ],
];

describe('@access', () => {
  test.each(hidden)(
    'refuses the public before any service is asked: %s',
    async (_name, coordinate, query) => {
      expect(await askAs(null, query)).toEqual({
        status: 401,
        code: 'UNAUTHENTICATED',
        coordinate,
        asked: 0,
      });
    },
  );

  test.each(hidden)(
    'refuses a role that is not listed before any service is asked: %s',
    async (_name, coordinate, query) => {
      expect(await askAs('TRAINER', query)).toEqual({
        status: 403,
        code: 'FORBIDDEN',
        coordinate,
        asked: 0,
      });
    },
  );

  test('refuses a root field', async () => {
    expect(await askAs('TRAINER', '{ cases { title } }')).toMatchObject({
      code: 'FORBIDDEN',
      coordinate: 'Query.cases',
      asked: 0,
    });
  });

  test('lets a listed role in', async () => {
    expect(
      await askAs('KEMENSOS_STAFF', '{ parties { taxNumber } organizations { budget } }'),
    ).toMatchObject({ status: 200, code: undefined });
    expect(await askAs('DINSOS_REGENCY_STAFF', '{ cases { title } }')).toMatchObject({
      status: 200,
      code: undefined,
    });
  });

  test('asks every list: one field allowed does not let another in', async () => {
    const query = '{ organizations { budget taxNumber } }';
    expect(await askAs('DINSOS_REGENCY_STAFF', query)).toMatchObject({
      code: 'FORBIDDEN',
      coordinate: 'Organization.taxNumber',
    });
  });

  test('looks at the chosen operation only', async () => {
    const query = 'query Open { organizations { name } } query Closed { cases { title } }';
    const open = await world.ask(query, { operationName: 'Open' });
    const closed = await world.ask(query, { operationName: 'Closed' });
    expect([open.status, closed.status]).toEqual([200, 401]);
  });
});
