import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  tokens['staff'] = await world.issuer.token();
  tokens['ministry'] = await world.issuer.token({ role: 'KEMENSOS_STAFF', region: '' });
  tokens['expired'] = await world.issuer.token({ exp: 1_000 });
});
afterAll(() => world.close());

interface Case {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
  extensions?: unknown;
  /** Instead of a body of these. */
  raw?: (query: string) => string;
  as?: 'staff' | 'ministry' | 'expired';
  headers?: Record<string, string>;
  /** What the second time takes the short way. */
  way: 'short' | 'long';
}

const organization = 'query Q($id: ID!) { organization(id: $id) { name trainings } }';
const region = 'query Q($code: RegionCode!) { region(code: $code) }';
const two = 'query A { openCases } query B { trainings }';

const good: Record<string, Case> = {
  'a field of one service': { query: '{ openCases }', way: 'short' },
  'fields of three services': {
    query: '{ organizations { id name trainings cases { title } } openCases trainings }',
    way: 'short',
  },
  'a fragment': {
    query: '{ organizations { ...F } } fragment F on Organization { name parent { name } }',
    way: 'short',
  },
  'an interface': {
    query: '{ parties { __typename name ... on Organization { id } } }',
    way: 'short',
  },
  aliases: { query: '{ a: openCases b: organizations { c: name } }', way: 'short' },
  'the name of the root type': { query: '{ __typename }', way: 'short' },
  'the schema itself': { query: '{ __schema { queryType { name } } }', way: 'short' },
  'skipped and included fields': {
    query: 'query Q($yes: Boolean!) { openCases @skip(if: $yes) trainings @include(if: $yes) }',
    variables: { yes: true },
    way: 'short',
  },
  'a mutation': {
    query: 'mutation M($name: String!) { rename(id: "1", name: $name) { id name } }',
    variables: { name: 'Baru' },
    way: 'short',
  },
  'a field of a role': { query: '{ organizations { budget } }', as: 'staff', way: 'short' },
  'fields of another role': {
    query: '{ organizations { budget taxNumber } }',
    as: 'ministry',
    way: 'short',
  },
  'a purpose': {
    query: '{ openCases }',
    as: 'staff',
    headers: { 'jejaring-purpose': 'CASE_HANDLING' },
    way: 'short',
  },
};

const variables: Record<string, Case> = Object.fromEntries(
  (
    [
      ['good', { id: '1' }, 'short'],
      ['a number for an id', { id: 5 }, 'short'],
      ['one too many', { id: '1', more: true }, 'short'],
      ['none', undefined, 'short'],
      ['null', null, 'short'],
      ['of null', { id: null }, 'short'],
      ['an object for an id', { id: { secret: 'CANARY' } }, 'short'],
      ['a list for an id', { id: ['1'] }, 'short'],
      ['a truth for an id', { id: true }, 'short'],
      ['text', '{"id":"1"}', 'long'],
      ['a list', [{ id: '1' }], 'long'],
      ['a number', 7, 'long'],
    ] as [string, unknown, Case['way']][]
  ).map(([name, given, way]) => [
    `variables: ${name}`,
    { query: organization, variables: given, way },
  ]),
);

const faults: Record<string, Case> = {
  'a service that fails': { query: '{ broken openCases }', way: 'short' },
  'an argument that a service refuses': {
    query: region,
    variables: { code: 'x' },
    way: 'short',
  },
  'an argument that it takes': { query: region, variables: { code: '32' }, way: 'short' },
  'several wrong variables': {
    query:
      'query Q($yes: Boolean!, $id: ID!) { openCases @skip(if: $yes) organization(id: $id) { name } }',
    variables: { yes: 'CANARY', id: {} },
    way: 'short',
  },
  'a field of a role, asked by nobody': { query: '{ organizations { budget } }', way: 'short' },
  'a field of a role, asked by another': {
    query: '{ organizations { taxNumber } }',
    as: 'staff',
    way: 'short',
  },
  'too deep': {
    query: `{ organizations ${'{ parent '.repeat(9)}{ name }${' }'.repeat(9)} }`,
    way: 'short',
  },
  'too many fields of a mutation': {
    query: 'mutation { a: rename(id: "1", name: "x") { id } b: rename(id: "2", name: "y") { id } }',
    way: 'short',
  },
  'too long': { query: `{ openCases } ${'#'.repeat(10_001)}`, way: 'long' },
  'no such field': { query: '{ nothing }', way: 'long' },
  'no GraphQL': { query: '{ openCases', way: 'long' },
  'a token that has expired': { query: '{ openCases }', as: 'expired', way: 'long' },
  'no token at all behind the word': {
    query: '{ openCases }',
    headers: { authorization: 'Bearer nonsense' },
    way: 'long',
  },
  'a purpose that nobody knows': {
    query: '{ openCases }',
    headers: { 'jejaring-purpose': 'CURIOSITY' },
    way: 'long',
  },
};

const names: Record<string, Case> = {
  'one of two operations': { query: two, operationName: 'A', way: 'short' },
  'the other of two': { query: two, operationName: 'B', way: 'short' },
  'neither of two': { query: two, way: 'long' },
  'a third of two': { query: two, operationName: 'C', way: 'long' },
  'an empty name': { query: two, operationName: '', way: 'long' },
  'no name, said so': { query: '{ openCases }', operationName: null, way: 'short' },
  'the only one, by its name': {
    query: organization,
    operationName: 'Q',
    variables: { id: '1' },
    way: 'short',
  },
  'the only one, by another name': { query: organization, operationName: 'P', way: 'long' },
  'a name that is a number': { query: two, operationName: 5, way: 'long' },
};

const shapes: Record<string, Case> = {
  'a query that is a number': { query: 5, way: 'long' },
  'a query that is a document': { query: { kind: 'Document', definitions: [] }, way: 'long' },
  'an empty query': { query: '', way: 'long' },
  'no query': { variables: {}, way: 'long' },
  'an empty object': { raw: () => '{}', way: 'long' },
  'a list of operations': { raw: (query) => `[{"query":"${query}"}]`, way: 'long' },
  'a list in a list': { raw: () => '[[]]', way: 'long' },
  null: { raw: () => 'null', way: 'long' },
  'a number': { raw: () => '5', way: 'long' },
  'no JSON': { raw: () => '{"query":', way: 'long' },
  nothing: { raw: () => '', way: 'long' },
  'a key twice': {
    query: '{ openCases }',
    raw: (query) => `{"query":"{ nothing }","query":${JSON.stringify(query)}}`,
    way: 'short',
  },
  'a byte order mark': {
    query: '{ openCases }',
    raw: (query) => `\uFEFF{"query":${JSON.stringify(query)}}`,
    way: 'short',
  },
  'a key that means something to objects': {
    query: '{ openCases }',
    raw: (query) => `{"query":${JSON.stringify(query)},"__proto__":{"x":1}}`,
    way: 'long',
  },
  'a key that nobody knows': {
    query: '{ openCases }',
    raw: (query) => `{"query":${JSON.stringify(query)},"more":[1]}`,
    way: 'short',
  },
  'extensions that are empty': { query: '{ openCases }', extensions: {}, way: 'short' },
  'extensions that nobody knows': { query: '{ openCases }', extensions: { a: 1 }, way: 'short' },
  'extensions that are null': { query: '{ openCases }', extensions: null, way: 'short' },
  'extensions that are text': { query: '{ openCases }', extensions: '{}', way: 'long' },
  'extensions that are a list': { query: '{ openCases }', extensions: [], way: 'long' },
  'a hash of something that is not published': {
    query: '{ openCases }',
    extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } },
    way: 'long',
  },
  'a hash alone': {
    extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } },
    way: 'long',
  },
  'a hash of another version': {
    query: '{ openCases }',
    extensions: { persistedQuery: { version: 2, sha256Hash: 'f'.repeat(64) } },
    way: 'long',
  },
};

const accepts = [
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'application/json, application/graphql-response+json;q=0.9',
  'application/*',
  'text/html, */*;q=0.1',
  'APPLICATION/JSON; charset=utf-8',
  'text/html',
  'nonsense',
];
const accepting: Record<string, Case> = Object.fromEntries(
  accepts.flatMap((accept) => {
    const headers = { accept };
    const way = accept === 'text/html' || accept === 'nonsense' ? 'long' : 'short';
    const cases: [string, Case][] = [
      [`accept ${accept}`, { query: '{ openCases }', headers, way }],
      [`accept ${accept}, wrong variables`, { query: organization, headers, way }],
      [`accept ${accept}, no such field`, { query: '{ nothing }', headers, way: 'long' }],
    ];
    return cases;
  }),
);

const contentTypes: Record<string, Case> = Object.fromEntries(
  (
    [
      ['application/json; charset=utf-8', 'short'],
      ['APPLICATION/JSON', 'short'],
      ['text/plain', 'refused'],
      ['application/x-www-form-urlencoded', 'refused'],
      ['application/graphql', 'refused'],
    ] as const
  ).map(([type, way]) => [
    `content type ${type}`,
    { query: '{ openCases }', headers: { 'content-type': type }, way: way as Case['way'] },
  ]),
);

const cases = {
  ...good,
  ...variables,
  ...faults,
  ...names,
  ...shapes,
  ...accepting,
  ...contentTypes,
};

let documents = 0;
let requests = 0;

/** A document that nobody has asked yet. */
const unseen = (query: unknown): unknown =>
  typeof query === 'string' && query !== '' ? `${query} # ${(documents += 1)}` : query;

async function ask({ raw, as, headers, way: _way, ...rest }: Case, requestId: string) {
  const body = raw === undefined ? JSON.stringify(rest) : raw(String(rest.query));
  const response = await world.send('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-request-id': requestId,
      ...(as === undefined ? {} : { authorization: `Bearer ${tokens[as]}` }),
      ...headers,
    },
    body,
  });
  const { date: _date, ...shown } = Object.fromEntries(response.headers);
  return { status: response.status, headers: shown, text: await response.text() };
}

const taken = async (way: string) => {
  const text = await (await world.send('/metrics')).text();
  return Number(new RegExp(`ways_total\\{[^}]*way="${way}"[^}]*\\} (\\d+)`).exec(text)?.[1] ?? 0);
};

describe('a request is answered the same, to the byte, on the short way as on the long one', () => {
  test('there are a hundred of them', () => {
    expect(Object.keys(cases).length).toBeGreaterThanOrEqual(100);
  });

  test.each(Object.entries(cases))('%s', async (_name, given) => {
    const asked = { ...given, query: unseen(given.query) };
    const requestId = `both-ways-${(requests += 1)}`;
    const [short, long] = [await taken('short'), await taken('long')];

    const first = await ask(asked, requestId);
    expect(await taken('short')).toBe(short);
    const second = await ask(asked, requestId);

    expect(second).toEqual(first);
    expect(await taken('short')).toBe(given.way === 'short' ? short + 1 : short);
    if (given.way === 'short') expect(await taken('long')).toBe(long + 1);
  });
});
