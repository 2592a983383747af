import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { composeSmallGraph } from './subgraph.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-published-'));
const published = 'query Known { organizations { name trainings cases { title } } openCases }';
let world: World;
beforeAll(async () => {
  writeFileSync(join(folder, 'known.graphql'), published);
  writeFileSync(join(folder, 'gone.graphql'), '{ fieldOfLastYear }');
  world = await openWorld({
    OPERATIONS_FOLDER: folder,
    // The service holds its answer back until the graph has changed.
    REQUEST_BUDGET_MS: '60000',
    SUBGRAPH_BUDGET_MS: '60000',
  });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const figure = async (name: string) => {
  const text = await (await world.send('/metrics')).text();
  return Number(new RegExp(`${name}\\{[^}]*\\} (\\d+)`).exec(text)?.[1] ?? 0);
};

async function takeOver(sdl: string): Promise<void> {
  const taken = () => figure('reloads_total');
  const before = await taken();
  writeFileSync(world.supergraphFile, sdl);
  await until(async () => (await taken()) > before);
}

describe('a change of the graph', () => {
  test('lets a mutation end on the version that it began with, even when the new one has it no more', async () => {
    const { organizations } = world.services;
    let release: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      organizations.behaviour = (_request, response) => {
        resolve();
        release = () => {
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify({ data: { rename: { name: 'Baru' } } }));
        };
      };
    });
    const mutation = 'mutation { rename(id: "1", name: "Baru") { name } }';
    const asked = world.ask(mutation);
    await arrived;

    await takeOver(composeSmallGraph().replace('rename(', 'renamed('));
    release();

    const { status, data, errors } = await asked;
    organizations.behaviour = null;
    expect({ status, data, errors }).toEqual({
      status: 200,
      data: { rename: { name: 'Baru' } },
      errors: [],
    });
    expect((await world.ask(mutation)).errors[0]?.extensions['code']).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  test('has the plans of published documents before it is asked, and of what was asked lately', async () => {
    const other = '{ organizations { name parent { name } } }';
    await world.ask(other);
    await takeOver(composeSmallGraph({ training: 'extend type Query { more: Int }' }));
    const planned = await figure('planning_seconds_count');

    expect((await world.ask(published)).errors).toEqual([]);
    expect(await figure('planning_seconds_count')).toBe(planned);

    expect((await world.ask(other)).errors).toEqual([]);
    expect(await figure('planning_seconds_count')).toBe(planned);
  });
});
