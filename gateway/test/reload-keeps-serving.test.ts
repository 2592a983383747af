import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { composeSmallGraph } from './subgraph.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const moreOrganizations = (line: string) =>
  composeSmallGraph({ organizations: `extend type Organization { ${line} }` });

const reloads = async (outcome: string) => {
  const metrics = await (await world.send('/metrics')).text();
  const line = new RegExp(`reloads_total\\{[^}]*outcome="${outcome}"[^}]*\\} (\\d+)`).exec(metrics);
  return Number(line?.[1] ?? 0);
};

async function writeAndWait(sdl: string, outcome: string): Promise<void> {
  const before = await reloads(outcome);
  writeFileSync(world.supergraphFile, sdl);
  await until(async () => (await reloads(outcome)) > before);
}

const bad: [string, () => string][] = [
  ['text that is no schema', () => 'this is not GraphQL'],
  ['an empty file', () => ''],
  ['a file cut short', () => readFileSync(world.supergraphFile, 'utf8').slice(0, 900)],
  ['a service without an address', () => composeSmallGraph().replaceAll('"training"', '"nobody"')],
  [
    'an access rule for a role that does not exist',
    () => composeSmallGraph().replaceAll('KEMENSOS_STAFF', 'ROOT'),
  ],
];

describe('a changed supergraph file', () => {
  test.each(bad)(
    'is kept out when it is %s, and the last good one keeps serving',
    async (_name, sdl) => {
      const good = readFileSync(world.supergraphFile, 'utf8');

      await writeAndWait(sdl(), 'kept-out');

      const { status, errors } = await world.ask('{ organizations { name trainings } }');
      expect({ status, errors }).toEqual({ status: 200, errors: [] });
      await writeAndWait(good, 'taken-over');
    },
  );

  test('is taken over when it is good, with its access rules, while questions are answered', async () => {
    const before = await world.ask('{ organizations { motto } }');
    expect(before.errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    let asking = true;
    const statuses = new Set<number>();
    const asked = (async () => {
      while (asking) statuses.add((await world.ask('{ organizations { name } openCases }')).status);
    })();

    await writeAndWait(
      moreOrganizations('motto: String @access(roles: ["AUDITOR"])'),
      'taken-over',
    );

    const after = await world.ask('{ organizations { motto } }');
    expect(after.errors[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      coordinate: 'Organization.motto',
    });
    asking = false;
    await asked;
    expect([...statuses]).toEqual([200]);
  });
});
