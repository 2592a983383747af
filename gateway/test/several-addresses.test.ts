import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let other: World;
let world: World;

beforeAll(async () => {
  other = await openWorld();
  const { organizations, training, ...rest } = other.services;
  const urls = [
    `organizations=${organizations.url}|http://127.0.0.1:4298/graphql`,
    `welfare-cases=${rest['welfare-cases'].url}`,
    `training=${training.url}`,
  ].join();
  world = await openWorld({ SERVICE_URLS: urls, GATEWAY_PRIVATE_KEY_FILE: other.privateKeyFile });
});
afterAll(async () => {
  await world.close();
  await other.close();
});

describe('a service with several addresses', () => {
  test('is asked at the next one when one does not connect', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { errors } = await world.ask('{ organizations { id } }');
      expect(errors).toEqual([]);
    }
  });

  test('is never asked twice to change something', async () => {
    const outcomes: number[] = [];
    const before = other.services.organizations.bodies.length;
    for (let round = 0; round < 4; round += 1) {
      const { errors } = await world.ask('mutation { rename(id: 1, name: "x") { id } }');
      outcomes.push(errors.length);
    }
    expect(outcomes.filter((errors) => errors === 0)).toHaveLength(2);
    expect(other.services.organizations.bodies).toHaveLength(before + 2);
  });
});
