import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '#stack';
import { openDatabases } from '../faults/spine/databases.js';
import { finish, printTable, say } from '../proof/report.js';
import type { Round } from './scale/rounds.js';
import { measureRounds } from './scale/rounds.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    rate: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '12' },
    clients: { type: 'string', default: '24' },
    kafka: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const load = {
  seed,
  rate: Number(values.rate),
  seconds: Number(values.seconds),
  clients: Number(values.clients),
};
const replicas = [1, 2, 3] as const;

const total = (rounds: readonly Round[], pick: (round: Round) => number) =>
  rounds.reduce((sum, round) => sum + pick(round), 0);

function report(rounds: readonly Round[], violations: { check: string; detail: string }[]): void {
  printTable(
    `organizations behind one gateway, ${load.rate} requests/s offered, then ${load.clients} clients that never wait`,
    rounds.map(({ checkFailedMs, ...round }) => ({ ...round, checkFailedMs: checkFailedMs ?? '' })),
  );
  process.stdout.write(
    '\nThe client, the gateway, PostgreSQL and all replicas share the cores of this machine, so perSecond\n' +
      'shows what more replicas cost here, not what they bring on machines of their own.\n\n',
  );
  for (const { check, detail } of violations.slice(0, 30))
    process.stdout.write(`VIOLATION ${check}: ${detail}\n`);
  const failedRequests = total(rounds, (round) => round.failedAfterCheck);
  const failedQueries = total(
    rounds.filter(({ replicas: count }) => count > 1),
    (round) => round.failedQueries,
  );
  const result = {
    replicas,
    perSecond: Object.fromEntries(rounds.map((round) => [round.replicas, round.perSecond])),
    failedRequests,
    violations: violations.length,
    failedQueries,
    repeatedCommands: total(rounds, (round) => round.repeatedCommands),
    kills: total(rounds, (round) => round.kills),
    commands: total(rounds, (round) => round.commands),
    transport: values.kafka ? 'kafka' : 'embedded',
    seed,
    rounds,
  };
  finish(result, [
    { name: `violations: ${violations.length}, none allowed`, met: violations.length === 0 },
    {
      name: `requests that failed after the first failed health check: ${failedRequests}, none allowed`,
      met: failedRequests === 0,
    },
    {
      name: `queries that failed while another replica was there: ${failedQueries}, none allowed`,
      met: failedQueries === 0,
    },
  ]);
}

const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-scale-'));
say(`Seed ${seed}; a stack with three processes of organizations starts in ${dir}`);
const stack = await startStack({
  dir,
  ports: 'free',
  profile: 'empty',
  replicas: { organizations: Math.max(...replicas) },
  kafka: values.kafka,
  quiet: true,
  // Saturation is wanted here, and a busy machine must not look like a dead replica.
  env: { SUBGRAPH_BUDGET_MS: '6000', REQUEST_BUDGET_MS: '9000' },
});
try {
  const { rounds, violations } = await measureRounds(stack, openDatabases(stack), replicas, load);
  report(rounds, violations);
} finally {
  await stack.stop();
  rmSync(dir, { recursive: true, force: true });
}
