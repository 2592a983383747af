import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { finish, printTable, say } from '../proof/report.js';
import { keep, openGround } from './webhooks/ground.js';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    endpoints: { type: 'string', default: '4' },
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
  },
});
const events = Number(values.events);
const endpoints = Number(values.endpoints);
const rate = Number(values.rate);
const seconds = Number(values.seconds);
const leastPerSecond = 3_000;
const mostWaitMs = 180_000;

const ground = await openGround(endpoints);

/** Deliveries a second, and milliseconds of processor that one costs this process: the same on a busy machine. */
async function flatOut(): Promise<{ perSecond: number; cpuMsEach: number }> {
  const wanted = events * endpoints;
  for (let kept = 0; kept < events; kept += 1_000)
    await keep(ground.database, Math.min(1_000, events - kept), 2_000);
  const sending = ground.start();
  const started = performance.now();
  const before = process.cpuUsage();
  while ((await sending.delivered()) < wanted) {
    if (performance.now() - started > mostWaitMs) break;
    await pause(20);
  }
  const took = performance.now() - started;
  const delivered = await sending.delivered();
  const { user, system } = process.cpuUsage(before);
  await sending.stop();
  return {
    perSecond: Math.round(delivered / (took / 1_000)),
    cpuMsEach: Math.round((user + system) / delivered) / 1_000,
  };
}

/** Milliseconds from the commit of an event to its arrival at every endpoint, at a steady rate. */
async function steady(): Promise<number[]> {
  const sending = ground.start();
  const kept = new Map<string, number>();
  const perTick = Math.max(1, Math.round(rate / 50));
  for (let tick = 0; tick < seconds * Math.min(50, rate); tick += 1) {
    const at = Date.now();
    for (const id of await keep(ground.database, perTick, 2_000)) kept.set(id, Date.now());
    await pause(Math.max(0, 1_000 / Math.min(50, rate) - (Date.now() - at)));
  }
  await pause(2_000);
  await sending.stop();
  const { arrived } = await ground.report();
  return arrived.flatMap(([known, at]) => {
    const since = kept.get(known.split(' ')[1]!);
    return since === undefined ? [] : [at - since];
  });
}

try {
  say(`Delivering ${events} events to ${endpoints} endpoints each, flat out, in order per key`);
  const { perSecond, cpuMsEach } = await flatOut();
  const flat = await ground.report();
  say(`Then ${rate} events a second for ${seconds} seconds`);
  const waits = (await steady()).sort((one, other) => one - other);
  const at = (share: number) => waits[Math.floor((waits.length - 1) * share)] ?? Infinity;
  const { twice, outOfOrder } = await ground.report();
  const lost = events * endpoints - flat.arrived.length;
  const result = { perSecond, p50Ms: at(0.5), p99Ms: at(0.99), cpuMsEach, lost, twice, outOfOrder };
  printTable('Durable deliveries on loopback: signed, posted, written down', [
    { endpoints, events, ...result },
  ]);
  finish(result, [
    { name: `at least ${leastPerSecond} a second`, met: perSecond >= leastPerSecond },
    { name: 'none lost', met: lost === 0 },
    { name: 'none out of order', met: outOfOrder === 0 },
  ]);
} finally {
  await ground.close();
}
