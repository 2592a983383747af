import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { percentile, rounded } from '../proof/figures.js';
import type { Random } from '../proof/random.js';
import { seeded } from '../proof/random.js';
import { finish, printTable, say } from '../proof/report.js';
import { runCampaign } from './gateway/campaign.js';
import type { Fault } from './gateway/kinds.js';
import * as kinds from './gateway/kinds.js';
import { lies } from './gateway/lies.js';
import type { Durations } from './gateway/verdict.js';
import { pronounce } from './gateway/verdict.js';
import type { World } from './gateway/world.js';
import { openWorld } from './gateway/world.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    kills: { type: 'string', default: '12' },
    rate: { type: 'string', default: '40' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const perSecond = Number(values.rate);
const mostMemoryMb = 600;

/** The wanted kills, and each other kind of fault at least once, in an order that the seed makes. */
function plan(world: World, random: Random): Fault[] {
  const names = Object.keys(lies) as (keyof typeof lies)[];
  const others = [
    ...names.map(kinds.tellLie),
    kinds.freeze,
    kinds.issuerAway,
    kinds.keysRotated,
    kinds.keyWithdrawn,
    kinds.betterSupergraph,
    kinds.brokenSupergraph,
  ];
  const faults: Fault[] = [];
  for (let kills = 0; kills < Number(values.kills);) {
    const kill = random.next() < 0.75 ? kinds.killService : kinds.killGateway;
    const fault = kill(world, random);
    kills += fault.kills;
    faults.push(fault);
  }
  const rounds = Math.max(1, Math.round(faults.length / others.length));
  for (let round = 0; round < rounds; round += 1)
    faults.push(...others.map((make) => make(world, random)));
  const wanted =
    values.only === undefined ? faults : faults.filter(({ kind }) => kind === values.only);
  return random.shuffle(wanted);
}

/** In milliseconds, and the second over the first. */
function ninetyNinth(durations: Durations) {
  const calm = percentile(durations.calm, 0.99);
  const during = percentile(durations.during, 0.99);
  return { calm: rounded(calm), during: rounded(during), ratio: rounded(during / calm, 2) };
}

const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-faults-gateway-'));
say(`Seed ${seed}, ${perSecond} operations a second; everything lies in ${dir}`);
const world = await openWorld(dir);
try {
  const faults = plan(world, seeded(seed));
  let at = 0;
  const campaign = await runCampaign(world, faults, {
    perSecond,
    seed,
    onEpisode: ({ fault, until, recoveredAt }) =>
      say(
        `${(at += 1)}/${faults.length} ${fault.kind} (${fault.touches.join(', ') || 'no service'}): got over in ${Math.round(recoveredAt - until)} ms`,
      ),
  });
  const verdict = pronounce(campaign, world.countRuns());
  const { violations } = verdict;
  for (const words of violations.slice(0, 50)) process.stdout.write(`VIOLATION ${words}\n`);
  printTable('Faults', verdict.kinds);
  const beside = ninetyNinth(verdict.besideSick);
  const memory = Math.round(Math.max(...campaign.memory.map(({ mb }) => mb)));
  const recoveries = campaign.episodes.map(({ until, recoveredAt }) => recoveredAt - until);
  process.stdout.write('\n');
  finish(
    {
      runs: 1,
      kills: faults.reduce((sum, { kills }) => sum + kills, 0),
      faults: faults.length,
      operations: campaign.answers.length,
      judged: verdict.judged,
      partial: verdict.partial,
      violations: violations.length,
      othersP99Ms: beside,
      changingP99Ms: ninetyNinth(verdict.whileChanging),
      recoveryMs: {
        p50: Math.round(percentile(recoveries, 0.5)),
        worst: Math.round(Math.max(...recoveries)),
      },
      memoryMb: memory,
      seed,
    },
    [
      { name: `violations: ${violations.length}, none allowed`, met: violations.length === 0 },
      {
        name: `p99 of operations that touch no sick service: ${beside.during} ms during faults, ${beside.calm} ms in the calm before; at most 1.5 times`,
        met: beside.during <= 1.5 * beside.calm,
      },
      {
        name: `memory of the gateway: ${memory} MB at most, ${mostMemoryMb} allowed`,
        met: memory <= mostMemoryMb,
      },
    ],
  );
} finally {
  await world.close();
  if (process.exitCode === 0) rmSync(dir, { recursive: true, force: true });
  else say(`What the gateway said is kept in ${dir}`);
}
