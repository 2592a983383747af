import { afterAll, describe, expect, test } from '@jest/globals';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { seeded } from '../../proof/random.js';
import { judge } from './agreement.js';
import { services } from './ground.js';
import { askCedar } from './oracle.js';
import { makeWorld } from './world.js';

const named = services.map(([options, judged]) => [judged.service, options, judged] as const);

const started: TestService[] = [];
afterAll(() => Promise.all(started.map((service) => service.stop())));

describe('predicate, filter, row-level security, graph and oracle', () => {
  test.each(named)(
    'agree in %s',
    async (_name, options, judged) => {
      const service = await startTestService(options);
      started.push(service);
      const random = seeded(20261126);
      const world = await makeWorld(service, judged, { random, people: 21, share: 0.25 });
      const oracle = askCedar(judged.service);

      const differences = [];
      for (const actor of world.actors)
        differences.push(...(await judge(world, oracle, actor)).differences);

      expect(differences.slice(0, 20)).toEqual([]);
    },
    300_000,
  );
});
