import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

const wholeAnswer = '{ organizations { id name cases { title } trainings } openCases }';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => {
  for (const service of Object.values(world.services)) service.behaviour = null;
});

describe('a healthy graph', () => {
  test('answers from every service and tells the cost', async () => {
    const { status, data, errors, headers } = await world.ask(wholeAnswer);

    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(data.organizations[0]).toEqual({
      id: '1',
      name: 'Karang Taruna 1',
      cases: [{ title: 'Banjir' }],
      trainings: ['Bimtek 2014'],
    });
    expect(headers.get('x-jejaring-subgraph-requests')).toBe('4');
    expect(headers.get('x-jejaring-sql-statements')).toBe('12');
  });
});
