import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const readiness = async () => {
  const response = await world.send('/readyz');
  return { status: response.status, ...((await response.json()) as object) };
};

describe('/readyz', () => {
  test('is 503 until every service was ready once, then stays 200 while one is', async () => {
    const { services } = world;
    services.training.ready = false;
    await until(async () =>
      JSON.stringify(await readiness()).includes('"organizations":{"ready":true'),
    );
    expect(await readiness()).toMatchObject({
      status: 503,
      ready: false,
      services: { training: { ready: false } },
    });

    services.training.ready = true;
    await world.untilReady();
    services.training.ready = false;
    services.organizations.ready = false;
    await until(async () =>
      JSON.stringify(await readiness()).includes('"organizations":{"ready":false'),
    );
    // A busy machine may be late with the last one's health for a moment.
    await until(async () => (await readiness()).status === 200);
    expect(await readiness()).toMatchObject({ degraded: true });

    services['welfare-cases'].ready = false;
    await until(async () => (await readiness()).status === 503);
  });
});

describe('/livez', () => {
  test('says only that the process answers', async () => {
    expect((await world.send('/livez')).status).toBe(200);
  });
});

describe('/metrics', () => {
  test('counts by published operation only, so that callers cannot make labels', async () => {
    await world.ask('query MadeUp { openCases }');

    const text = await (await world.send('/metrics')).text();
    const counts = text
      .split('\n')
      .filter((line) => /gateway_(request|subgraph)_seconds_count/.test(line));

    expect(counts).toEqual([
      'jejaring_gateway_request_seconds_count{service="gateway",operation="other",outcome="ok"} 1',
      'jejaring_gateway_subgraph_seconds_count{service="gateway",subgraph="welfare-cases",outcome="ok"} 1',
    ]);
    expect(text).not.toContain('MadeUp');
  });
});
