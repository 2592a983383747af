import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  composeManyPlans,
  manyPlansQuery,
  manyPlansServices,
  startNodes,
} from '../src/planning/many-plans.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'jejaring-plans-'));
const supergraph = join(folder, 'supergraph.graphql');
let nodes: Awaited<ReturnType<typeof startNodes>>;
let world: World;

beforeAll(async () => {
  writeFileSync(supergraph, composeManyPlans());
  nodes = await startNodes();
  world = await openWorld({
    SUPERGRAPH_FILE: supergraph,
    SERVICE_URLS: manyPlansServices.map((name) => `${name}=${nodes.url}`).join(),
    PLANNING_BUDGET_MS: '3000',
    PLANNING_THREADS: '2',
  });
});
afterAll(async () => {
  await world.close();
  await nodes.stop();
  rmSync(folder, { recursive: true });
});

const refused = async (outcome: string) => {
  const metrics = await (await world.send('/metrics')).text();
  const line = new RegExp(`planning_refused_total\\{[^}]*outcome="${outcome}"[^}]*\\} (\\d+)`);
  return Number(line.exec(metrics)?.[1] ?? 0);
};

// Short enough for every limit, and half a minute of planning: on the serving thread it would hold up
// all others as long, as it does with an untouched Apollo Gateway.
const expensive = manyPlansQuery(4, 3);
const cheap = (place: number) => `query Cheap${place} { node { id } }`;

/**
 * The longest stretch of processor time that this thread spends without looking at anything else. Planning here
 * would make it many seconds; unlike the delay of the loop it is not longer on a busy machine.
 */
function watchStretches() {
  const spentMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let longest = 0;
  let last = spentMs();
  const look = (): void => {
    const now = spentMs();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 5);
  return {
    end(): number {
      look();
      clearInterval(timer);
      return longest;
    },
  };
}

describe('an operation that takes longer to plan than it may', () => {
  test('is refused, and all others are answered while it is planned', async () => {
    await world.ask('{ node { id } }');
    const stretches = watchStretches();
    let planning = true;
    const asked = world.ask(expensive).finally(() => (planning = false));

    let answered = 0;
    while (planning) {
      const { status, data } = await world.ask('{ node { id } }');
      expect({ status, data }).toEqual({ status: 200, data: { node: { id: 'one' } } });
      answered += 1;
    }
    const longestMs = stretches.end();

    const { status, errors } = await asked;
    expect(status).toBe(400);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      limit: 'planning',
      allowed: 3000,
    });
    expect(answered).toBeGreaterThan(0);
    expect(longestMs).toBeLessThan(500);
  });

  test('is refused at once when it comes again', async () => {
    const before = await refused('remembered');

    const { status, errors } = await world.ask(expensive);

    expect({ status, limit: errors[0]?.extensions['limit'] }).toEqual({
      status: 400,
      limit: 'planning',
    });
    expect(await refused('remembered')).toBe(before + 1);
  });

  test('leaves nothing behind: as many at once as there are threads, and new operations find a plan', async () => {
    const attacks = await Promise.all(
      ['A', 'B', 'C'].map((name) => world.ask(manyPlansQuery(4, 3, name))),
    );
    expect(attacks.map(({ status }) => status)).toEqual([400, 400, 400]);

    const after = await Promise.all([1, 2, 3].map((place) => world.ask(cheap(place))));

    expect(after.map(({ data }) => data)).toEqual([1, 2, 3].map(() => ({ node: { id: 'one' } })));
  });
});

test('those who ask the same new operation at the same time wait for one plan', async () => {
  const planned = async () =>
    Number(
      /planning_seconds_count\{[^}]*\} (\d+)/.exec(
        await (await world.send('/metrics')).text(),
      )?.[1],
    );
  const before = await planned();

  await Promise.all(Array.from({ length: 10 }, () => world.ask(cheap(99))));

  expect((await planned()) - before).toBe(1);
});
