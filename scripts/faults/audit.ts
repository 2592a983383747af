import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '#stack';
import { seeded } from '../proof/random.js';
import { finish, printTable, say } from '../proof/report.js';
import { openDatabases } from './spine/databases.js';
import { askCommandLine } from './audit/command-line.js';
import { findGaps, waitUntilSealed } from './audit/gaps.js';
import { killInBatches } from './audit/kills.js';
import { keepBusy } from './audit/load.js';
import { tamperWith } from './audit/tamper.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    kills: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const wanted = Number(values.kills);

const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-faults-audit-'));
say(`Seed ${seed}, ${wanted} kills in the middle of batches; the stack lies in ${dir}`);
const replicas = { organizations: 2 };
const options = { dir, ports: 'free', profile: 'empty', replicas, quiet: true } as const;
const stack = await startStack(options);
try {
  const random = seeded(seed);
  const databases = openDatabases(stack);
  const load = await keepBusy(stack, databases, seed);
  const kills = await killInBatches(stack, databases, random, wanted);
  const ledger = await load.stop();
  await waitUntilSealed(stack, databases);
  const { gaps, entries, seals } = await findGaps(stack, databases, ledger);
  for (const gap of gaps) process.stdout.write(`GAP ${gap}\n`);
  say(`${entries} entries under ${seals} seals; now they are tampered with`);
  const tried = await tamperWith(stack, random, Number(values.rounds));
  tried.push(await askCommandLine(stack, random));
  printTable(
    'Tamperings',
    tried.map(({ service, what, says, found }) => ({ service, what, says, found: String(found) })),
  );
  printTable('Kills', kills.table);
  const found = tried.filter((each) => each.found).length;
  process.stdout.write('\n');
  finish(
    {
      tamperings: tried.length,
      found,
      kills: kills.total,
      killsInBatch: kills.inBatch,
      gaps: gaps.length,
      entries,
      seals,
      commands: ledger.operations.length,
      seed,
    },
    [
      {
        name: `found ${found} of ${tried.length} tamperings, at least 30`,
        met: found === tried.length && found >= 30,
      },
      {
        name: `kills in the middle of a batch: ${kills.inBatch}, at least ${wanted}`,
        met: kills.inBatch >= wanted,
      },
      { name: `gaps and forks: ${gaps.length}, none allowed`, met: gaps.length === 0 },
    ],
  );
} finally {
  await stack.stop();
  if (process.exitCode === 0) rmSync(dir, { recursive: true, force: true });
  else say(`What the processes said is kept in ${dir}`);
}
