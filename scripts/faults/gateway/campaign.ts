import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import type { OpenLoad, Timed } from '../../proof/open-load.js';
import { startOpenLoad } from '../../proof/open-load.js';
import { percentile } from '../../proof/figures.js';
import type { Pause } from '../../proof/machine-pauses.js';
import { MachinePauses } from '../../proof/machine-pauses.js';
import type { Random } from '../../proof/random.js';
import { seeded } from '../../proof/random.js';
import type { Body, Outcome } from './judge.rules.js';
import type { Fault } from './kinds.js';
import type { Operation } from './operations.js';
import { drawOperation } from './operations.js';
import type { World } from './world.js';

export interface Asked {
  operation: Operation;
  outcome: Outcome;
}

/** When a fault began, ended, and was got over, on the clock of the load; and the calm before it. */
export interface Episode {
  fault: Fault;
  calmFrom: number;
  from: number;
  /** The end of what was wrong; until `until`, what was killed starts, on the same machine as everything else. */
  endsAt: number;
  until: number;
  recoveredAt: number;
}

export interface Campaign {
  episodes: Episode[];
  answers: readonly Timed<Asked>[];
  memory: { at: number; mb: number }[];
  /** When the machine had no time for the campaign itself, and so for nobody. */
  pauses: readonly Pause[];
}

const calmMs = 2_000;
const recoverWithinMs = 60_000;
/** Half of the answers in a calm come sooner, or the machine has no room for this load. */
const calmAtMostMs = 200;
const waitForCalmMs = 120_000;

/** Brings one fault after another over the gateway, with a calm before each, while people ask. */
export async function runCampaign(
  world: World,
  faults: readonly Fault[],
  options: { perSecond: number; seed: number; onEpisode(episode: Episode): void },
): Promise<Campaign> {
  const pool = new Pool(world.url, { connections: 512 });
  const random = seeded(options.seed);
  const load = startOpenLoad<Asked>({
    perSecond: options.perSecond,
    random,
    send: (number) => ask(world, pool, drawOperation(random, number)),
  });
  const memory: Campaign['memory'] = [];
  const sampler = setInterval(() => {
    const mb = world.gateway.memory();
    if (mb !== null) memory.push({ at: performance.now(), mb });
  }, 250);
  const episodes: Episode[] = [];
  const pauses = new MachinePauses(150);
  try {
    // Nothing is warm at first.
    await pause(5_000);
    for (const fault of faults) {
      await untilCalm(load);
      const episode = await passThrough(world, pool, random, fault);
      episodes.push(episode);
      options.onEpisode(episode);
    }
    return { episodes, answers: await stopLoad(load), memory, pauses: pauses.all };
  } finally {
    clearInterval(sampler);
    pauses.stop();
    await pool.destroy();
  }
}

async function passThrough(
  world: World,
  pool: Pool,
  random: Random,
  fault: Fault,
): Promise<Episode> {
  const calmFrom = performance.now();
  await pause(calmMs);
  const from = performance.now();
  await fault.begin();
  await pause(fault.holdMs);
  const endsAt = performance.now();
  await fault.end();
  const until = performance.now();
  const recoveredAt = await untilRecovered(world, pool, random);
  // A process that has just begun is slow for a while; that is not the next fault's doing. And of a
  // key that was withdrawn, tokens must come after it was heard of.
  await pause(fault.gatewayAway || fault.withdraws ? 4_000 : 300);
  return { fault, calmFrom, from, endsAt, until, recoveredAt };
}

/** On a machine that others use, a fault is brought only while the load itself is no burden. */
async function untilCalm({ ended }: OpenLoad<Asked>): Promise<void> {
  const giveUpAt = performance.now() + waitForCalmMs;
  for (;;) {
    const since = performance.now();
    await pause(1_000);
    const times = ended.filter(({ at }) => at >= since).map(({ ms }) => ms);
    if (times.length > 0 && percentile(times, 0.5) <= calmAtMostMs) return;
    if (performance.now() > giveUpAt)
      throw new Error('This machine is too busy for this load; try a lower --rate.');
  }
}

/** Until ten answers in a row, over all services and addresses, are whole. */
async function untilRecovered(world: World, pool: Pool, random: Random): Promise<number> {
  const end = performance.now() + recoverWithinMs;
  let whole = 0;
  let since = performance.now();
  while (whole < 10 && performance.now() < end) {
    const person = { role: 'DINSOS_REGENCY_STAFF', region: '32.79', number: 1 };
    const draft = drawOperation(random, 0);
    const probe: Operation = { ...draft, ...wholeProbe, person };
    const { outcome } = await ask(world, pool, probe);
    const right = outcome.body?.data != null && (outcome.body.errors ?? []).length === 0;
    if (right && whole === 0) since = performance.now();
    whole = right ? whole + 1 : 0;
    await pause(20);
  }
  return whole === 10 ? since : Number.POSITIVE_INFINITY;
}

const wholeProbe = {
  query: '{ organization(id: "1") { id name caseCount trainings awards } }',
  variables: {},
  credential: 'good',
} as const;

async function ask({ issuer }: World, pool: Pool, operation: Operation): Promise<Asked> {
  const { query, variables, credential, person } = operation;
  const token =
    credential === 'none'
      ? null
      : await (credential === 'good' ? issuer.token(person) : issuer.badToken(credential, person));
  const began = performance.now();
  const end = (status: number | null, body: Body | null): Asked => ({
    operation,
    outcome: { status, body, ms: performance.now() - began },
  });
  try {
    const response = await pool.request({
      path: '/graphql',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.body.text();
    return end(response.statusCode, JSON.parse(text) as Body);
  } catch {
    return end(null, null);
  }
}

async function stopLoad(load: OpenLoad<Asked>): Promise<readonly Timed<Asked>[]> {
  const answers = await load.stop();
  if (load.shed > 0)
    throw new Error(`${load.shed} requests could not be sent: the load is too high.`);
  return answers;
}
