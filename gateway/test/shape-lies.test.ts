import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const junk: unknown[] = [
  {},
  [],
  'CANARY',
  7,
  true,
  [[{ id: 'CANARY' }]],
  { id: 'CANARY' },
  [{ id: { CANARY: 1 } }],
  [7, null, 'CANARY'],
  [{ __typename: 'CANARY', id: '1' }],
  [{ __typename: { CANARY: 1 }, id: '1' }],
];

describe('a value of another shape than the graph promises', () => {
  test.each(junk.map((value) => [JSON.stringify(value), value]))(
    'harms nothing but its own field: %s',
    async (_text, value) => {
      world.services.organizations.behaviour = (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ data: { organizations: value } }));
      };

      const { status, data, text, errors } = await world.ask(
        '{ organizations { id name cases { title } } openCases }',
      );
      expect({ status, openCases: data?.openCases }).toEqual({ status: 200, openCases: 7 });
      expect(text + JSON.stringify(errors)).not.toMatch(/stack|\.js/);
    },
  );

  test('harms nothing but its own field inside an entity', async () => {
    world.services.organizations.behaviour = null;
    world.services.training.behaviour = (_request, response) => {
      const entities = [{ __typename: 'Organization', trainings: [] }];
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: { _entities: entities } }));
    };

    const { data, errors } = await world.ask('{ organizations { name trainings } }');

    expect(data.organizations).toEqual([
      { name: 'Karang Taruna 1', trainings: null },
      { name: 'Karang Taruna 2', trainings: null },
    ]);
    expect(errors[0]).toMatchObject({
      path: ['organizations', 0, 'trainings'],
      extensions: { reason: 'malformed' },
    });
  });
});
