import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { EventRecord } from '@jejaring/transports/transport';
import { finish, printTable, say } from '../proof/report.js';
import type { Started } from './gateway/processes.js';
import { readTree, stayAside } from './gateway/processes.js';
import type { CrowdFigures } from './live/crowd.js';
import { Crowd, openGround } from './live/ground.js';

// Thousands of subscribers of one gateway: how long an event takes from its commit to each of them,
// and what they miss when the gateway is killed while it is spoken to.

const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '5000' },
    rate: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '15' },
    kills: { type: 'string', default: '1' },
    // So many events that nobody asked for pass while the gateway is away: more than it remembers.
    passing: { type: 'string', default: '0' },
  },
});
const [subscribers, rate, seconds, kills, passing] = [
  values.subscribers,
  values.rate,
  values.seconds,
  values.kills,
  values.passing,
].map(Number) as [number, number, number, number, number];

const type = 'organizations.organization.suspended.v1';
const unasked = 'organizations.assistance-programme.opened.v1';
const place = '32.79.04.2006';
const fiscalYear = 2024;
const keys = [4, 5, 6, 7].map((digit) => `org_01jd2ah9p4e8x9y6c1v2b3n4m${digit}`);

const fields = 'key sequence occurredAt gap { reason }';
const plain = { query: `subscription { domainEvents(types: ["${type}"]) { ${fields} } }` };
const wide = {
  query: `subscription ($types: [String!]) { domainEvents(types: $types) { ${fields} } }`,
};
// Its answer comes from a service, so that it is asked as well.
const entity = {
  query: `subscription { organizationChanged { occurredAt gap { reason } organization { id name } } }`,
};

/** Seven of ten ask the same, two of ten each something of their own, one of ten an entity. */
const subscriberAt = (at: number) => {
  if (at % 10 < 7) return { ...plain, variables: {} };
  if (at % 10 < 9) return { ...wide, variables: { types: [type, `nobody.says.number-${at}.v1`] } };
  return { ...entity, variables: {} };
};

let sequence = 0;

/** One event of each organization, committed now. */
function round(): EventRecord[] {
  sequence += 1;
  return keys.map((organizationId) =>
    recordOf({ type, key: organizationId, sequence }, { organizationId, regionCode: place }),
  );
}

/** What is on the same topic and concerns nobody here. */
function passBy(count: number): EventRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const programmeId = `apg_01jd2ah9p4e8x9y6c1v2b3n${String(at % 900).padStart(3, '0')}`;
    const said = { officeId: 'ofc_01jd2ah9p4e8x9y6c1v2b3n4m5', regionCode: '32.79', fiscalYear };
    const data = { programmeId, ...said, targetLevel: 'DISTRICT', itemKind: 'LAPTOP' };
    return recordOf({ type: unasked, key: programmeId, sequence: 1 }, data);
  });
}

function recordOf(
  { type: ceType, key, sequence: at }: { type: string; key: string; sequence: number },
  data: object,
): EventRecord {
  const id = randomUUID();
  const now = new Date().toISOString();
  const headers = {
    id,
    ce_id: id,
    ce_type: ceType,
    ce_time: now,
    ce_recordedtime: now,
    ce_sequence: String(at).padStart(12, '0'),
    ce_epoch: '1',
    ce_region: place,
  };
  const topic = 'jejaring.organizations';
  return { topic, key, headers, value: JSON.stringify(data), timestamp: Date.now() };
}

const sum = (
  figures: readonly CrowdFigures[],
  of: keyof Omit<CrowdFigures, 'latencies' | 'failure'>,
): number => figures.reduce((total, each) => total + each[of], 0);

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

type Ground = Awaited<ReturnType<typeof openGround>>;

async function speak({ transport }: Ground, forSeconds: number): Promise<void> {
  const until = Date.now() + forSeconds * 1_000;
  while (Date.now() < until) {
    const next = Date.now() + (1_000 * keys.length) / rate;
    await transport.publish(round());
    await pause(Math.max(0, next - Date.now()));
  }
}

const askAll = (crowds: readonly Crowd[]) =>
  Promise.all(crowds.map((crowd) => crowd.ask(sequence)));

async function until(
  crowds: readonly Crowd[],
  isSo: (all: CrowdFigures[]) => boolean,
  within: number,
) {
  const giveUpAt = Date.now() + within;
  for (;;) {
    const all = await askAll(crowds);
    if (isSo(all) || Date.now() > giveUpAt) return all;
    await pause(250);
  }
}

/** Subscribers that can tell whether they have everything: those of entities are told no sequence. */
const counting = Array.from({ length: subscribers }, (_, at) => at).filter(
  (at) => at % 10 < 9,
).length;

/** Milliseconds from a kill. */
interface Return {
  readyMs: number;
  /** Until all were connected, and until all were told of everything. */
  backMs: number;
  toldMs: number;
  /** Processor time of the gateway from its being ready until then. */
  cpuMs: number;
}

async function watchReturn(
  crowds: readonly Crowd[],
  { killedAt, speaking, gateway }: { killedAt: number; speaking: Promise<void>; gateway: Started },
): Promise<Return> {
  const readyMs = Date.now() - killedAt;
  const cpuBefore = readTree(gateway.pid).cpuMs;
  await until(crowds, (all) => sum(all, 'connected') === subscribers, 120_000);
  const backMs = Date.now() - killedAt;
  await speaking;
  await until(crowds, (all) => sum(all, 'complete') === counting, 60_000);
  const cpuMs = Math.round(readTree(gateway.pid).cpuMs - cpuBefore);
  return { readyMs, backMs, toldMs: Date.now() - killedAt, cpuMs };
}

const slowest = (returns: readonly Return[], of: keyof Return): number =>
  Math.max(0, ...returns.map((each) => each[of]));

async function measure(ground: Ground, folder: string) {
  let gateway: Started = await ground.startGateway();
  const half = Math.ceil(subscribers / 2);
  const places = Array.from({ length: subscribers }, (_, at) => subscriberAt(at));
  const crowds = [places.slice(0, half), places.slice(half)].map(
    (part) => new Crowd({ url: ground.url, subscribers: part, keys: keys.length }),
  );
  try {
    say(`${subscribers} subscribers come`);
    const joined = await until(crowds, (all) => sum(all, 'connected') === subscribers, 120_000);
    await pause(2_000);
    await askAll(crowds);
    say(`${sum(joined, 'connected')} are there; ${rate} events a second for ${seconds} s`);
    const cpuBefore = readTree(gateway.pid).cpuMs;
    await speak(ground, seconds);
    const steady = await until(crowds, (all) => sum(all, 'complete') === counting, 60_000);
    const { cpuMs, memoryMib } = readTree(gateway.pid);
    const latencies = steady.flatMap(({ latencies: each }) => each);
    const returns: Return[] = [];
    for (let kill = 1; kill <= kills; kill += 1) {
      say(`Kill ${kill} of ${kills}`);
      const speaking = speak(ground, 6);
      await pause(1_000);
      process.kill(gateway.pid, 'SIGKILL');
      const killedAt = Date.now();
      await pause(1_000);
      for (let passed = 0; passed < passing; passed += 500)
        await ground.transport.publish(passBy(Math.min(500, passing - passed)));
      gateway = await ground.startGateway();
      returns.push(await watchReturn(crowds, { killedAt, speaking, gateway }));
    }
    const end = await askAll(crowds);
    return { joined, steady, end, latencies, cpuMs: cpuMs - cpuBefore, memoryMib, returns };
  } finally {
    for (const crowd of crowds) crowd.stop();
    await gateway.stop();
    say(`The gateway's log: ${folder}`);
  }
}

function report(measured: Awaited<ReturnType<typeof measure>>): void {
  const sorted = measured.latencies.sort((one, other) => one - other);
  const { end, joined, cpuMs, memoryMib, returns } = measured;
  const result = {
    subscribers: sum(joined, 'connected'),
    groups: Math.round(subscribers * 0.2) + 2,
    events: sequence * keys.length,
    messages: sum(end, 'told'),
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    memoryMib: Math.round(memoryMib),
    cpuMicrosPerMessage: Math.round((cpuMs * 1_000) / Math.max(1, sorted.length)),
    kills,
    passing,
    readyMs: slowest(returns, 'readyMs'),
    slowestReturnMs: slowest(returns, 'backMs'),
    slowestToldMs: slowest(returns, 'toldMs'),
    returnCpuMs: slowest(returns, 'cpuMs'),
    missed: counting - sum(end, 'complete') + sum(end, 'disordered'),
    doubled: sum(end, 'doubled'),
    gaps: sum(end, 'gaps'),
    failed: sum(end, 'failed'),
  };
  for (const { failure } of end) if (failure !== null) say(`The last failure: ${failure}`);
  printTable('Subscribers of one gateway', [result]);
  finish(result, [
    { name: `all ${subscribers} subscribers are there`, met: result.subscribers === subscribers },
    { name: 'nothing missed, doubled or out of order', met: result.missed + result.doubled === 0 },
    { name: 'no gap', met: result.gaps === 0 },
  ]);
}

const folder = mkdtempSync(path.join(tmpdir(), 'jejaring-live-'));
stayAside();
const ground = await openGround(folder);
try {
  report(await measure(ground, folder));
} finally {
  await ground.close();
  rmSync(folder, { recursive: true, force: true });
}
