import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentId } from '../src/operations/known-operation.js';
import type { World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

const published = '# Shown.\nquery Known($id: ID!) {\n  organization(id: $id) { name }\n}\n';
const ofClient = 'query OfClient { openCases }';
const later = 'query Later { trainings }';

const manifestOf = (...bodies: string[]) =>
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: bodies.map((body) => ({ id: documentId(body), name: 'x', type: 'query', body })),
  });

const folder = mkdtempSync(join(tmpdir(), 'jejaring-safelist-'));
const manifest = join(folder, 'client.json');
const environment = { OPERATIONS_FOLDER: folder, SAFELIST_MANIFESTS: folder };

interface Refused {
  status: number;
  code: unknown;
  asked: number;
}

async function post(world: World, body: object): Promise<Refused> {
  const asked = () => Object.values(world.services).flatMap(({ bodies }) => bodies).length;
  const before = asked();
  const response = await world.send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ variables: { id: '1' }, ...body }),
  });
  const { errors } = (await response.json()) as { errors?: any[] };
  return { status: response.status, code: errors?.[0]?.extensions.code, asked: asked() - before };
}

const persisted = (sha256Hash: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});
const answered = { status: 200, code: undefined, asked: 1 };
const notListed = { status: 403, code: 'OPERATION_NOT_LISTED', asked: 0 };
const notFound = { status: 200, code: 'PERSISTED_QUERY_NOT_FOUND', asked: 0 };

beforeAll(() => {
  writeFileSync(join(folder, 'known.graphql'), published);
  writeFileSync(manifest, manifestOf(ofClient));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a list that is enforced', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ ...environment, SAFELIST_MODE: 'enforce' });
  });
  afterAll(() => world.close());

  test.each([
    ['a published document', { query: published }],
    [
      'the same in another layout, without its comment',
      { query: published.replace(/#.*|\s+/g, ' ') },
    ],
    ['its hash', persisted(documentId(published))],
    ['its id', { documentId: documentId(published) }],
    ["a document of a client's manifest", { query: ofClient }],
    ['its hash', persisted(documentId(ofClient))],
  ])('answers %s', async (_name, body) => {
    expect(await post(world, body)).toEqual(answered);
  });

  const unlisted: [string, string][] = [
    ['a changed character', published.replace('name }', 'names }')],
    ['a field more', published.replace('name }', 'name id }')],
    ['another operation beside it', `${published} query Other { openCases }`],
    ['another argument', published.replace('id: $id', 'id: "2"')],
    ['what shows the schema', '{ __schema { types { name } } }'],
    ['what asks nothing', '{ __typename }'],
    ['what is no document', '{ "'],
    ['what the graph does not have', '{ nothingOfTheKind }'],
    ['a mutation', 'mutation { rename(id: "1", name: "x") { id } }'],
  ];

  test.each(unlisted)('refuses %s before it is parsed', async (_name, query) => {
    expect(await post(world, { query })).toEqual(notListed);
    // Nothing is learned by asking twice.
    expect(await post(world, { query })).toEqual(notListed);
  });

  test('cannot be added to by sending a text with its hash', async () => {
    const text = '{ trainings }';
    expect(await post(world, persisted(documentId(text)))).toEqual(notFound);
    expect((await post(world, { query: text, ...persisted(documentId(text)) })).asked).toBe(0);
    expect(await post(world, persisted(documentId(text)))).toEqual(notFound);
    expect(await post(world, { documentId: documentId(text) })).toEqual(notFound);
  });

  test('does not let the hash of one document carry another', async () => {
    const body = { query: '{ trainings }', ...persisted(documentId(published)) };
    expect((await post(world, body)).asked).toBe(0);
  });

  test('follows its manifests, and keeps the last good ones', async () => {
    expect(await post(world, { query: later })).toEqual(notListed);

    writeFileSync(manifest, manifestOf(later));
    await until(async () => (await post(world, persisted(documentId(later)))).asked === 1);
    expect(await post(world, { query: later })).toEqual(answered);
    expect(await post(world, { query: ofClient })).toEqual(notListed);
    expect(await post(world, persisted(documentId(ofClient)))).toEqual(notListed);

    writeFileSync(manifest, manifestOf(ofClient).replace(documentId(ofClient), documentId(later)));
    await until(() => world.logged.some((line) => line.includes('the last good ones stay')));
    expect(await post(world, { query: later })).toEqual(answered);
    expect(await post(world, { query: published })).toEqual(answered);
  });
});

test('a list that is only watched lets all pass, counts and names them by their hash', async () => {
  writeFileSync(manifest, manifestOf(ofClient));
  const world = await openWorld({ ...environment, SAFELIST_MODE: 'log' });
  const query = '{ organization(id: "3275010101900001") { name } }';

  expect(await post(world, { query: published })).toEqual(answered);
  expect(await post(world, { query })).toEqual(answered);

  const figures = await (await world.send('/metrics')).text();
  expect(figures).toMatch(/refusals_total\{outcome="unlisted-passed",.*\} 1\n/);
  expect(world.logged.filter((line) => line.includes(documentId(query)))).toHaveLength(1);
  expect(world.logged.join()).not.toContain('3275010101900001');
  await world.close();
});

test.each([
  ['is no JSON', 'nothing'],
  ['is of another format', '{"format":"other","version":1,"operations":[]}'],
  [
    'is of another version',
    '{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}',
  ],
  [
    'lists a text under the hash of another',
    manifestOf(ofClient).replace(documentId(ofClient), documentId(later)),
  ],
])('a gateway does not start with a manifest that %s', async (_name, text) => {
  const bad = join(mkdtempSync(join(folder, 'bad-')), 'bad.json');
  writeFileSync(bad, text);
  const open = openWorld({ ...environment, SAFELIST_MANIFESTS: bad });
  await expect(open).rejects.toThrow(/bad.json/);
});
