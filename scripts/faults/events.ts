import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startStack } from '#stack';
import { seeded } from '../proof/random.js';
import { finish, printTable, say } from '../proof/report.js';
import type { Campaign } from './events/campaign.js';
import { runCampaign } from './events/campaign.js';
import { openGround } from './events/ground.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    kills: { type: 'string', default: '300' },
    kafka: { type: 'boolean', default: false },
  },
});
const manifest = fileURLToPath(import.meta.resolve('@jejaring/client/persisted-operations.json'));
const seed = Number(values.seed);
const wanted = Number(values.kills);

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, each) => total + each, 0);
const tableOf = (what: string, counts: Record<string, number>) =>
  Object.entries(counts).map(([name, number]) => ({ [what]: name, number }));

function report({ violations, kills, faults, followed, webhooks, ...figures }: Campaign): void {
  printTable('Kills', tableOf('process', kills));
  printTable('Other faults', tableOf('fault', faults));
  printTable('Received outside', tableOf('follower', followed));
  printTable(
    'At the webhooks',
    Object.entries(webhooks).map(([follower, told]) => ({ follower, ...told })),
  );
  for (const words of violations.slice(0, 50)) process.stdout.write(`VIOLATION ${words}\n`);
  process.stdout.write('\n');
  finish(
    {
      runs: 1,
      seed,
      transport: values.kafka ? 'kafka' : 'embedded',
      kills: sum(kills),
      faults: sum(kills) + sum(faults),
      violations: violations.length,
      followed,
      webhooks,
      ...figures,
    },
    [
      { name: `violations: ${violations.length}, none allowed`, met: violations.length === 0 },
      { name: `kills: ${sum(kills)}, at least ${wanted}`, met: sum(kills) >= wanted },
    ],
  );
}

const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-faults-events-'));
say(`Seed ${seed}, ${wanted} kills; the stack lies in ${dir}`);
const stack = await startStack({
  dir,
  ports: 'free',
  profile: 'empty',
  replicas: { 'event-hub': 2 },
  kafka: values.kafka,
  // As in production: who subscribes asks published operations by their ids.
  env: { SAFELIST_MODE: 'enforce', SAFELIST_MANIFESTS: manifest },
  quiet: true,
});
try {
  const ground = await openGround(stack, seed);
  try {
    report(await runCampaign(ground, seeded(seed), wanted));
  } finally {
    await ground.close();
  }
} finally {
  await stack.stop();
  if (process.exitCode === 0) rmSync(dir, { recursive: true, force: true });
  else say(`What the processes said is kept in ${dir}`);
}
