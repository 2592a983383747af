import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentId } from '../src/operations/known-operation.js';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

const published = 'query Known($id: ID!) { organization(id: $id) { name } }';
const id = documentId(published);
const folder = mkdtempSync(join(tmpdir(), 'jejaring-published-'));
let world: World;
beforeAll(async () => {
  writeFileSync(join(folder, 'known.graphql'), published);
  world = await openWorld({ OPERATIONS_FOLDER: folder });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

async function post(body: object) {
  const response = await world.send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ variables: { id: '1' }, ...body }),
  });
  const { data, errors } = (await response.json()) as { data?: object; errors?: any[] };
  return { status: response.status, data, code: errors?.[0]?.extensions.code };
}

const persisted = (sha256Hash: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});
const found = { status: 200, data: { organization: { name: 'Karang Taruna 1' } }, code: undefined };

describe('a published document', () => {
  test.each([
    ['its hash in an extension', persisted(id)],
    ['its hash beside its text', { query: published, ...persisted(id) }],
    ['its id', { documentId: id }],
    ['its id with the name of the hash', { documentId: `sha256:${id}` }],
  ])('is asked by %s', async (_name, body) => {
    expect(await post(body)).toEqual(found);
  });

  test('is not what another text beside its hash asks', async () => {
    expect(await post({ query: '{ openCases }', ...persisted(id) })).toMatchObject({
      code: 'PERSISTED_QUERY_NOT_SUPPORTED',
    });
  });
});

test('what somebody has asked by its text cannot be asked by its hash: nothing is registered', async () => {
  const text = 'query Mine($id: ID!) { organization(id: $id) { name } }';
  expect(await post({ query: text })).toEqual(found);
  expect(await post({ query: text })).toEqual(found);

  expect(await post(persisted(documentId(text)))).toMatchObject({
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  });
  expect(await post({ documentId: documentId(text) })).toMatchObject({
    status: 400,
    code: 'BAD_USER_INPUT',
  });
});

test('nothing is done for a client that reads no answer', async () => {
  const before = world.services.organizations.bodies.length;

  const { status } = await world.ask('mutation { rename(id: "1", name: "x") { id } }', {
    headers: { accept: 'text/html' },
  });

  expect(status).toBe(406);
  expect(world.services.organizations.bodies.length).toBe(before);
});

describe('what is wrong with an operation', () => {
  const refused = async (accept: string) =>
    (await world.ask('{ nothing }', { headers: { accept } })).status;

  test('is told with status 200 to who asks for application/json by name, else with 400', async () => {
    expect(await refused('application/json')).toBe(200);
    expect(await refused('application/graphql-response+json')).toBe(400);
    expect(await refused('*/*')).toBe(400);
  });

  test('that is a matter of rights keeps its status', async () => {
    const { status } = await world.ask('{ organizations { budget } }', {
      headers: { accept: 'application/json' },
    });
    expect(status).toBe(401);
  });
});
