import '../src/apollo-environment.js';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { sources } from './small-graph.fixture.js';
import type { ServiceName } from './subgraph.fixture.js';
import { composeSmallGraph, subgraphSchema } from './subgraph.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

/*
 * What others were hurt by. Each attack is first made on Apollo's gateway and server as they come, over
 * the same graph, to show that it is our guard that refuses it and not the attack that is harmless.
 * Planning that never ends and aliases that pass for keys have their own tests.
 */
let world: World;
let unguarded: ApolloServer;
beforeAll(async () => {
  world = await openWorld();
  unguarded = new ApolloServer({
    gateway: new ApolloGateway({
      supergraphSdl: composeSmallGraph(),
      // Nobody serves the events; here none of them is asked.
      buildService: ({ name }) =>
        new LocalGraphQLDataSource(
          name in sources
            ? subgraphSchema(name as ServiceName)
            : buildSchema('type Query { no: Int }'),
        ),
    }),
    includeStacktraceInErrorResponses: false,
  });
  await unguarded.start();
});
afterAll(async () => {
  await unguarded.stop();
  await world.close();
});

const asked = () => Object.values(world.services).flatMap(({ bodies }) => bodies).length;

/** The code under which the public is refused, with nothing asked of any service. */
async function refusalOf(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const before = asked();
  const { data, errors } = await world.ask(query, { variables });
  expect({ data, asked: asked() - before }).toEqual({ data: undefined, asked: 0 });
  return errors[0]?.extensions['code'];
}

async function askUnguarded(query: string): Promise<{ data: unknown; errors: number }> {
  const { body } = await unguarded.executeOperation({ query });
  if (body.kind !== 'single') throw new Error('Nothing is answered in parts here.');
  const { data, errors } = body.singleResult;
  return { data: data ?? null, errors: errors?.length ?? 0 };
}

describe('GHSA-mx7m-j9xf-62hw, CVE-2025-64530, GHSA-x33c-7c2v-mrj9: a rule passed by way of an abstract type', () => {
  test.each([
    ['a fragment on an interface', '{ parties { ... on Organization { taxNumber } } }'],
    ['the interface itself', '{ parties { taxNumber } }'],
    ['a fragment on a union', '{ either { ... on Organization { taxNumber } } }'],
    ['an interface within a union', '{ either { ... on Party { taxNumber } } }'],
    [
      'fragments in fragments',
      '{ either { ...a } } fragment a on Either { ...b } fragment b on Party { ... on Organization { taxNumber } }',
    ],
  ])('%s', async (_name, query) => {
    expect(JSON.stringify(await askUnguarded(query))).toContain('01.234');
    expect(await refusalOf(query)).toBe('UNAUTHENTICATED');
  });
});

describe('GHSA-pfjj-6f4p-rvmh, CVE-2026-32621: names that mean something to objects', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('%s as an alias', async (name) => {
    const query = `{ organizations { ${name}: name } }`;
    expect((await askUnguarded(query)).errors).toBe(0);
    expect(await refusalOf(query)).toBe('LIMIT_EXCEEDED');
  });

  test('as a variable', async () => {
    const query = 'query ($constructor: ID!) { organization(id: $constructor) { name } }';
    expect(await refusalOf(query, { constructor: '1' })).toBe('LIMIT_EXCEEDED');
  });

  test.each([
    ['as it is', '__proto__'],
    ['with escapes', '\\u005f_prot\\u006F__'],
  ])('in the answer of a service, written %s', async (_name, key) => {
    const bad = `"${key}":{"polluted":"yes"}`;
    world.services.training.behaviour = (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(`{"data":{"trainings":["x"],${bad}},${bad}}`);
    };
    const { text } = await world.ask('{ trainings }');
    world.services.training.behaviour = null;
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(text).not.toContain('polluted');
    expect(text).toContain('SUBGRAPH_UNAVAILABLE');
  });
});

const doubling = (levels: number) =>
  `{ organizations { ...f0 } } ${Array.from(
    { length: levels },
    (_, i) =>
      `fragment f${i} on Organization { a${i}: parent { ...f${i + 1} } b${i}: parent { ...f${i + 1} } }`,
  ).join(' ')} fragment f${levels} on Organization { id }`;

describe('CVE-2024-43414, GHSA-q2f9-x4p4-7xmh, GHSA-p2q6-pwh5-m6jr: fragments that double', () => {
  test('are refused by their size once they are spread, and measured without spreading them', async () => {
    const { data } = await askUnguarded(doubling(6));
    // 64 organizations for a document of six short fragments, and twice as many for each more.
    expect(JSON.stringify(data).match(/"id"/g)?.length).toBe(2 * 64);
    expect(await refusalOf(doubling(6))).toBe('LIMIT_EXCEEDED');
    expect(await refusalOf(doubling(25))).toBe('LIMIT_EXCEEDED');
  });

  test('a fragment in itself is refused', async () => {
    expect(
      await refusalOf('{ organizations { ...f } } fragment f on Organization { parent { ...f } }'),
    ).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test("the planner's own limits are in force", () => {
    const off = Object.keys(process.env).filter((name) =>
      name.startsWith('APOLLO_DISABLE_SECURITY'),
    );
    expect(off).toEqual([]);
  });
});

describe('CVE-2026-23897, GHSA-mp6q-xf9x-fwf7: bodies in odd character sets', () => {
  test.each(['ibm037', 'utf-7', 'utf-16', 'cp1252'])('%s is not converted', async (charset) => {
    const before = asked();
    const response = await world.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': `application/json; charset=${charset}` },
      body: Buffer.from(JSON.stringify({ query: '{ trainings }' }), 'utf16le'),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(asked()).toBe(before);
  });
});

describe('GHSA-9q82-xgwf-vj6h, GHSA-hff2-gcpx-8f4p: reading by a request that a browser sends unasked', () => {
  test.each([
    ['a query in the address', undefined],
    ['with an odd content type', 'application/json, text/plain'],
    ['with the header that Apollo believes', 'application/json'],
  ])('GET, %s', async (_name, contentType) => {
    const before = asked();
    const headers = contentType === undefined ? {} : { 'content-type': contentType };
    const response = await world.send('/graphql?query=%7Btrainings%7D', { headers });
    expect(response.status).toBe(405);
    expect(asked()).toBe(before);
  });
});

describe('CVE-2023-41317: a subscription where none is served', () => {
  test.each([
    ['of nobody', 'subscription { anything }'],
    ['without a name or a field', 'subscription { __typename }'],
  ])('%s is refused and the gateway goes on', async (_name, query) => {
    expect(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']).toContain(await refusalOf(query));
    expect((await world.ask('{ trainings }')).status).toBe(200);
  });
});

describe('OWASP API4:2023: more than was meant in one request', () => {
  test.each([
    [
      'the same field under many names',
      `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: openCases`).join(' ')} }`,
    ],
    ['pages of pages', '{ organizations { units(first: 1000) { units(first: 1000) { id } } } }'],
    [
      'many directives',
      `{ openCases ${'@include(if: true) '.repeat(1)} organizations { ${'id @include(if: true) '.repeat(40)} } }`,
    ],
  ])('%s', async (_name, query) => {
    expect((await askUnguarded(query)).errors).toBe(0);
    expect(await refusalOf(query)).toBe('LIMIT_EXCEEDED');
  });
});
