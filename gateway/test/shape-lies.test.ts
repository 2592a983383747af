import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => {
  for (const service of Object.values(world.services)) service.behaviour = null;
});

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
    world.services.training.behaviour = (_request, response) => {
      const entities = [{ __typename: 'Organization', trainings: [] }];
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: { _entities: entities } }));
    };

    const { data, errors } = await world.ask('{ organizations { name trainings } }');

    expect(data?.organizations).toEqual([
      { name: 'Karang Taruna 1', trainings: null },
      { name: 'Karang Taruna 2', trainings: null },
    ]);
    expect(errors[0]).toMatchObject({
      path: ['organizations', 0, 'trainings'],
      extensions: { reason: 'malformed' },
    });
  });

  test.each([
    ['a field at the root', '{ openCases trainings }', { data: {} }, 'openCases'],
    [
      'a field of an entity',
      '{ organizations { name cases { title } } }',
      { data: { _entities: [{ __typename: 'Organization' }, { __typename: 'Organization' }] } },
      'cases',
    ],
    [
      'a field further in',
      '{ organizations { name cases { id title } } }',
      {
        data: {
          _entities: [1, 2].map(() => ({ __typename: 'Organization', cases: [{ id: '1' }] })),
        },
      },
      'cases',
    ],
  ])('is told, and not taken for null, when it lacks %s', async (_name, query, body, lost) => {
    world.services['welfare-cases'].behaviour = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };

    const { errors } = await world.ask(query);

    expect(errors).toHaveLength(1);
    expect(errors[0]!.path).toContain(lost);
    expect(errors[0]!.extensions).toMatchObject({ service: 'welfare-cases', reason: 'malformed' });
  });

  test('may lack what was asked of other types only', async () => {
    const { data, errors } = await world.ask(
      '{ parties { __typename ... on Organization { id } ... on Company { name } } }',
    );

    expect(errors).toEqual([]);
    expect(data?.parties).toEqual([
      { __typename: 'Organization', id: '1' },
      { __typename: 'Company', name: 'PT Banjar' },
    ]);
  });
});
