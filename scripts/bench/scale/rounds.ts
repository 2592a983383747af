import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '#stack';
import type { Actor } from '../../faults/spine/actors.js';
import { countUnsettled } from '../../faults/spine/check-events.js';
import { checkEverything } from '../../faults/spine/checks.js';
import type { Databases } from '../../faults/spine/databases.js';
import type { Violation } from '../../faults/spine/ledger.js';
import { Ledger } from '../../faults/spine/ledger.js';
import { percentile, rounded } from '../../proof/figures.js';
import { seeded } from '../../proof/random.js';
import { say } from '../../proof/report.js';
import type { Attempt } from './load.js';
import { Load } from './load.js';

const service = 'organizations';
const regency = '32.09';
const settledWithinMs = 60_000;

export interface LoadOptions {
  seed: number;
  rate: number;
  seconds: number;
  clients: number;
}

/** What one number of replicas did. */
export interface Round {
  replicas: number;
  /** Answered in a second at saturation. */
  perSecond: number;
  /** Of the offered load. */
  requests: number;
  p50Ms: number;
  p99Ms: number;
  kills: number;
  /** From the kill until the gateway's health check failed. */
  checkFailedMs: number | null;
  failedAfterCheck: number;
  failedQueries: number;
  /** In the hands of the replica when it was killed; the repetition under the same key was answered. */
  repeatedCommands: number;
  commands: number;
}

const processOf = (replica: number) => (replica === 1 ? service : `${service}-${replica}`);

/** Each number of replicas in turn, one of several killed on the way; then all data are checked. */
export async function measureRounds(
  stack: Stack,
  databases: Databases,
  counts: readonly number[],
  options: LoadOptions,
): Promise<{ rounds: Round[]; violations: Violation[] }> {
  const ledger = new Ledger();
  const since = new Date();
  const applicant = await castApplicant(stack);
  const villages = await listVillages(databases);
  const rounds: Round[] = [];
  for (const replicas of counts) {
    await haveReplicas(stack, replicas, Math.max(...counts));
    const random = seeded(options.seed + replicas);
    const load = new Load(stack.gatewayUrl, applicant, villages, ledger, random);
    await load.saturate(options.clients, 3_000);
    load.attempts.length = 0;
    rounds.push(await measure(stack, load, replicas, options));
    say(`${replicas}: ${rounds.at(-1)!.perSecond} requests/s at saturation`);
  }
  await settle(databases, ledger);
  await checkEverything(stack, databases, ledger, since);
  return { rounds, violations: ledger.violations };
}

async function castApplicant(stack: Stack): Promise<Actor> {
  const id = 'campaign:scale';
  const token = await stack.token({ role: 'KT_OFFICER', region: regency, sub: id });
  return { id, region: regency, token };
}

async function listVillages(databases: Databases): Promise<string[]> {
  const rows = await databases.rows<{ code: string }>(
    service,
    `select code from region where level = 'VILLAGE' and code like $1 order by code`,
    [`${regency}.%`],
  );
  return rows.map(({ code }) => code);
}

/** Stops or starts processes until so many run, and the gateway knows. */
async function haveReplicas(stack: Stack, wanted: number, most: number): Promise<void> {
  for (let replica = 1; replica <= most; replica += 1) {
    const member = stack.processes[processOf(replica)]!;
    if (replica > wanted && member.running) await member.stop();
    if (replica <= wanted && !member.running) await member.restart();
  }
  await untilReady(stack, wanted);
}

async function readyAddresses(stack: Stack): Promise<number> {
  const response = await fetch(`${stack.gatewayUrl}/readyz`);
  const report = (await response.json()) as {
    services: Record<string, { addressesReady: number }>;
  };
  return report.services[service]!.addressesReady;
}

async function untilReady(stack: Stack, wanted: number): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
    if ((await readyAddresses(stack)) === wanted) return;
  }
  throw new Error(`The gateway does not see ${wanted} replicas.`);
}

async function measure(
  stack: Stack,
  load: Load,
  replicas: number,
  { rate, seconds, clients }: LoadOptions,
): Promise<Round> {
  const milliseconds = seconds * 1_000;
  const offered = load.offer(rate, milliseconds);
  const kill = replicas > 1 ? await killOne(stack, replicas, milliseconds / 2) : null;
  await offered;
  const attempts = load.attempts.splice(0);
  if (kill) await stack.processes[processOf(replicas)]!.restart();
  await untilReady(stack, replicas);
  const perSecond = await load.saturate(clients, milliseconds);
  return {
    replicas,
    perSecond,
    ...describe(attempts, kill),
    commands: countCommands(attempts) + countCommands(load.attempts),
  };
}

interface Kill {
  at: number;
  checkFailedAt: number;
}

/** Kills the newest replica for good, and waits until a health check has failed. */
async function killOne(stack: Stack, replicas: number, afterMs: number): Promise<Kill> {
  await pause(afterMs);
  const victim = stack.processes[processOf(replicas)]!;
  const at = performance.now();
  victim.kill('SIGKILL');
  await victim.stop();
  for (const end = at + 20_000; performance.now() < end; await pause(10)) {
    if ((await readyAddresses(stack)) < replicas) return { at, checkFailedAt: performance.now() };
  }
  throw new Error('No health check noticed the killed replica.');
}

const countCommands = (attempts: readonly Attempt[]) =>
  attempts.filter(({ kind, failed }) => kind === 'command' && !failed).length;

function describe(attempts: readonly Attempt[], kill: Kill | null) {
  const failed = attempts.filter((each) => each.failed);
  const noticedAt = kill?.checkFailedAt ?? Number.NEGATIVE_INFINITY;
  const late = failed.filter(({ startedAt }) => startedAt > noticedAt);
  const times = attempts.map(({ ms }) => ms);
  return {
    requests: attempts.length,
    p50Ms: rounded(percentile(times, 0.5)),
    p99Ms: rounded(percentile(times, 0.99)),
    kills: kill ? 1 : 0,
    checkFailedMs: kill ? Math.round(kill.checkFailedAt - kill.at) : null,
    failedAfterCheck: late.length,
    failedQueries: failed.filter(({ kind }) => kind === 'query').length,
    repeatedCommands: failed.filter(
      ({ kind, startedAt }) => kind === 'command' && startedAt <= noticedAt,
    ).length,
  };
}

async function settle(databases: Databases, ledger: Ledger): Promise<void> {
  const end = Date.now() + settledWithinMs;
  while ((await countUnsettled(databases)) > 0) {
    if (Date.now() > end) return ledger.violate('settled', 'events still wait');
    await pause(250);
  }
}
