import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentId } from '../src/operations/known-operation.js';
import type { LiveWorld } from './live-world.fixture.js';
import { openLiveWorld } from './live-world.fixture.js';

const known = '# Shown.\nquery Known($id: ID!) {\n  organization(id: $id) { name }\n}\n';
const live = 'subscription Live { organizationChanged { organization { name } } }';
const ofClient = 'query OfClient { openCases }';
const manifest = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id: documentId(ofClient), name: 'OfClient', type: 'query', body: ofClient }],
};

const folder = mkdtempSync(join(tmpdir(), 'jejaring-asked-'));
let world: LiveWorld;
beforeAll(async () => {
  writeFileSync(join(folder, 'Known.graphql'), known);
  writeFileSync(join(folder, 'Live.graphql'), live);
  writeFileSync(join(folder, 'client.json'), JSON.stringify(manifest));
  world = await openLiveWorld({
    OPERATIONS_FOLDER: folder,
    SAFELIST_MANIFESTS: folder,
    SAFELIST_MODE: 'log',
  });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

/** How often each operation was asked, by the name and the document that the gateway counts it under. */
async function countAsked(): Promise<Record<string, number>> {
  const text = await (await world.send('/metrics')).text();
  const lines = text.matchAll(/asked_total\{operation="(\w+)",document="(\w+)",.*\} (\d+)/g);
  return Object.fromEntries(
    [...lines].map(([, name, document, times]) => [`${name} ${document}`, Number(times)]),
  );
}

const ask = (query: string, id = '1') => world.ask(query, { variables: { id } });

describe('what was asked', () => {
  test('is counted by the listed document, whichever way it came and however it was laid out', async () => {
    await ask(known);
    await ask(known);
    await ask(known.replace(/#.*|\s+/g, ' '));
    await world.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: documentId(known), variables: { id: '1' } }),
    });
    await ask(ofClient);
    const stream = await world.subscribe({ query: live });

    expect(await countAsked()).toEqual({
      [`Known ${documentId(known)}`]: 4,
      [`OfClient ${documentId(ofClient)}`]: 1,
      [`Live ${documentId(live)}`]: 1,
    });
    stream.close();
  });

  test('is not named where it is not listed: anybody could make up names', async () => {
    const before = await countAsked();
    await ask('query Made { openCases }');
    await ask('query Up { trainings }');

    expect(await countAsked()).toEqual({ ...before, 'other unlisted': 2 });
  });

  test('does not include what was refused', async () => {
    const before = await countAsked();
    const tooMuch = Array.from({ length: 11 }, (_, at) => `f${at}: openCases`).join(' ');
    expect((await ask(`{ ${tooMuch} }`)).status).toBe(400);

    expect(await countAsked()).toEqual(before);
  });
});
