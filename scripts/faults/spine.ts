import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '#stack';
import type { Goal } from '../proof/report.js';
import { finish, printTable, say } from '../proof/report.js';
import type { Campaign } from './spine/campaign.js';
import { runCampaign } from './spine/campaign.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    kills: { type: 'string', default: '50' },
    kafka: { type: 'boolean', default: false },
    replicas: { type: 'string', default: '1' },
    'broker-stop': { type: 'string', default: '10000' },
    sabotage: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const wanted = Number(values.kills);
const replicas = Number(values.replicas);

function count<T>(items: readonly T[], nameOf: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => one.localeCompare(other));
}

const blind = (tried: Campaign['sabotage']): Goal[] =>
  tried
    ? [
        {
          name: `damages that no check noticed: ${tried.unnoticed.join(', ') || 'none'} of ${tried.damages}`,
          met: tried.unnoticed.length === 0,
        },
      ]
    : [];

function report({ ledger, kills, brokerStops, ...figures }: Campaign): void {
  const { operations, violations } = ledger;
  printTable(
    'Kills',
    Object.entries(kills.byProcess).map(([name, number]) => ({ process: name, kills: number })),
  );
  printTable(
    'Acknowledged commands',
    count(operations, ({ name }) => name).map(([name, number]) => ({ command: name, number })),
  );
  for (const { check, detail } of violations.slice(0, 30))
    process.stdout.write(`VIOLATION ${check}: ${detail}\n`);
  const { lost, probes } = ledger;
  const faults = kills.total + brokerStops;
  const result = {
    runs: 1,
    kills: kills.total,
    killsByProcess: kills.byProcess,
    faults,
    operations: operations.length,
    violations: violations.length,
    seed,
    transport: values.kafka ? 'kafka' : 'embedded',
    replicas,
    lostAnswers: lost,
    probes,
    ...figures,
  };
  process.stdout.write('\n');
  finish(result, [
    { name: `violations: ${violations.length}, none allowed`, met: violations.length === 0 },
    { name: `kills: ${kills.total}, at least ${wanted}`, met: kills.total >= wanted },
    ...blind(figures.sabotage),
  ]);
}

const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-faults-'));
say(`Seed ${seed}, ${wanted} kills, ${replicas} of each service; the stack lies in ${dir}`);
const stack = await startStack({ dir, ports: 'free', replicas, kafka: values.kafka, quiet: true });
try {
  report(
    await runCampaign(stack, {
      seed,
      kills: wanted,
      brokerStopMs: Number(values['broker-stop']),
      sabotage: values.sabotage,
    }),
  );
} finally {
  await stack.stop();
  if (process.exitCode === 0) rmSync(dir, { recursive: true, force: true });
  else say(`What the processes said is kept in ${dir}`);
}
