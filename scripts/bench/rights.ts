import { parseArgs } from 'node:util';
import { roles } from '@jejaring/schema/roles';
import { seeded } from '../proof/random.js';
import { finish, printTable, say } from '../proof/report.js';
import type { Difference } from './rights/agreement.js';
import { judge } from './rights/agreement.js';
import type { Ground } from './rights/ground.js';
import { connections, openGround, services } from './rights/ground.js';
import type { Judged } from './rights/kinds.js';
import { compareListCost } from './rights/list-cost.js';
import { askCedar } from './rights/oracle.js';
import { revoke } from './rights/revocation.js';
import { rush } from './rights/rush.js';
import type { World } from './rights/world.js';
import { makeWorld } from './rights/world.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    pairs: { type: 'string', default: '10000' },
    requests: { type: 'string', default: '10000' },
    revocations: { type: 'string', default: '200' },
    runs: { type: 'string', default: '400' },
  },
});
const seed = Number(values.seed);
const mostRatio = 1.3;

const recordsOf = ({ kinds }: Judged) => kinds.reduce((sum, { count }) => sum + count, 0);

interface Agreed {
  service: string;
  pairs: number;
  paths: number;
  differences: number;
}

/** As many people as make enough pairs with all the records of a service. */
async function agree(world: World, samples: Difference[]): Promise<Agreed> {
  const { judged, actors } = world;
  const oracle = askCedar(judged.service);
  let [pairs, differences] = [0, 0];
  for (const actor of actors) {
    const found = await judge(world, oracle, actor);
    pairs += found.pairs;
    differences += found.differences.length;
    samples.push(...found.differences.slice(0, 3));
  }
  // Beside the paths of the graph: the predicate, the filter, row-level security, of each table.
  const paths = judged.paths.length + 3;
  return { service: judged.service, pairs, paths, differences };
}

async function makeWorlds(ground: Ground): Promise<World[]> {
  const worlds: World[] = [];
  for (const [options, judged] of services) {
    const people = Math.max(roles.length, Math.ceil(Number(values.pairs) / recordsOf(judged)));
    const random = seeded(seed);
    worlds.push(await makeWorld(await ground.start(options), judged, { random, people }));
  }
  return worlds;
}

async function prove(ground: Ground) {
  const worlds = await makeWorlds(ground);
  const samples: Difference[] = [];
  const agreed: Agreed[] = [];
  for (const world of worlds) {
    say(`${world.judged.service}: ${world.actors.length} people, all records, every path`);
    agreed.push(await agree(world, samples));
  }
  const welfare = worlds.find(({ judged }) => judged.service === 'welfare-cases')!;
  say(`${values.requests} requests at once on ${connections} connections`);
  const rushed = await rush(welfare, askCedar('welfare-cases'), {
    random: seeded(seed),
    requests: Number(values.requests),
    inFlight: 100,
  });
  say(`${values.revocations} rights taken away between two requests`);
  const revoked = await revoke(welfare, Number(values.revocations));
  say('The work list with rights and without, in turns');
  return {
    agreed,
    samples,
    rushed,
    revoked,
    cost: await compareListCost(ground, Number(values.runs)),
  };
}

const ground = await openGround();
try {
  say(`Seed ${seed}`);
  const { agreed, samples, rushed, revoked, cost } = await prove(ground);
  printTable(
    'Who sees what: four answers and every path',
    agreed.map((row) => ({ ...row })),
  );
  if (samples.length > 0)
    printTable(
      'Some of the differences',
      samples.slice(0, 20).map((row) => ({ ...row })),
    );
  printTable('Many at once', [{ ...rushed }]);
  printTable('Taken away', [{ ...revoked }]);
  printTable('The work list', [{ ...cost }]);
  process.stdout.write('\n');
  const sum = (key: 'pairs' | 'paths' | 'differences') =>
    agreed.reduce((total, row) => total + row[key], 0);
  const differences = sum('differences');
  const { foreignRows, missingRows } = rushed;
  finish(
    {
      seed,
      pairs: sum('pairs'),
      paths: sum('paths'),
      differences,
      foreignRows,
      missingRows,
      concurrentRequests: rushed.requests,
      revocations: revoked.revocations,
      answeredAfterRevocation: revoked.wrong,
      listCostRatio: cost.ratio,
      listCostNoise: cost.noise,
    },
    [
      {
        name: `${values.pairs} pairs in each service`,
        met: agreed.every(({ pairs }) => pairs >= Number(values.pairs)),
      },
      { name: 'no two answers differ', met: differences === 0 },
      { name: 'no foreign row, none missing', met: foreignRows + missingRows === 0 },
      { name: 'a right that ended opens nothing any more', met: revoked.wrong === 0 },
      {
        name: `the work list costs at most ${mostRatio} times as much`,
        met: cost.ratio <= mostRatio,
      },
    ],
  );
} finally {
  await ground.close();
}
