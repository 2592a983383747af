import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { relayOutbox, relayConnection } from '@jejaring/transports/relay';
import type { EventTransport } from '@jejaring/transports/transport';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import pg from 'pg';
import { percentile, perSecond, rounded } from '../../proof/figures.js';
import type { Random } from '../../proof/random.js';
import type { Ground } from './ground.js';
import { notesTopic } from './ground.js';
import type { Wire } from './wire.js';

const patienceMs = 60_000;

async function until(what: string, condition: () => boolean): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await pause(5);
  }
}

export interface Latency {
  p50Ms: number;
  p99Ms: number;
  /** Effects per second over the run: the offered rate, when the chain keeps up. */
  perSecond: number;
  /** How late the generator itself was; latencies count from the commit, not from the plan. */
  generatorP99Ms: number;
}

/** Commit to committed effect while events are offered at a rate, whether or not earlier ones arrived. */
export async function measureLatency(
  wire: Wire,
  { rate, seconds, random }: { rate: number; seconds: number; random: Random },
): Promise<Latency> {
  const spoken: Promise<{ key: string; at: number }>[] = [];
  const lateness: number[] = [];
  const start = performance.now();
  for (let due = 0; due < seconds * 1000; due += (-Math.log(1 - random.next()) * 1000) / rate) {
    const early = start + due - performance.now();
    if (early > 0) await pause(early);
    lateness.push(Math.max(0, performance.now() - start - due));
    spoken.push(wire.speak());
  }
  const said = await Promise.all(spoken);
  await until('every event had its effect', () => said.every(({ key }) => wire.arrivals.has(key)));
  const elapsed = said.map(({ key, at }) => Math.max(0, wire.arrivals.get(key)! - at));
  const last = Math.max(...said.map(({ key }) => wire.arrivals.get(key)!));
  return {
    p50Ms: rounded(percentile(elapsed, 0.5)),
    p99Ms: rounded(percentile(elapsed, 0.99)),
    perSecond: perSecond(said.length, last - start),
    generatorP99Ms: rounded(percentile(lateness, 0.99)),
  };
}

/** Events per second from decision to effect when 16 writers do nothing else. */
export async function measureFlatOut(wire: Wire, seconds: number): Promise<number> {
  const start = performance.now();
  const keys: string[] = [];
  const write = async () => {
    while (performance.now() - start < seconds * 1000) keys.push((await wire.speak()).key);
  };
  await Promise.all(Array.from({ length: 16 }, write));
  await until('every event had its effect', () => keys.every((key) => wire.arrivals.has(key)));
  return perSecond(keys.length, performance.now() - start);
}

/** What relay, transport and listener take of a core while nothing is said, in percent. */
export async function measureIdle(seconds: number): Promise<number> {
  await pause(3_000);
  const before = process.cpuUsage();
  const start = performance.now();
  await pause(seconds * 1_000);
  const { user, system } = process.cpuUsage(before);
  return rounded((user + system) / 10 / (performance.now() - start), 2);
}

const fillOutbox = `
  insert into outbox (id, aggregatetype, aggregateid, ce_sequence, epoch, type, payload, source, subject,
    occurred_at, recorded_time, dataschema, region)
  select gen_random_uuid(), 'notes', 'drain-' || n, lpad('1', 12, '0'), '1', 'notes.note.counted.v1',
    json_build_object('noteId', 'drain-' || n, 'by', 1, 'filling', repeat('x', 300))::text,
    '/services/notes', 'drain-' || n, '2026-11-20T02:00:00Z', '2026-11-20T02:00:00Z',
    'https://jejaring.id/schema/events/notes.note.counted.v1.json', '32.79'
  from generate_series(1, $1::integer) n`;

/** Events per second that the relay takes from a full outbox to the log; nobody listens. */
export async function measureRelay(
  { outboxUrl }: Ground,
  transport: EventTransport,
  events: number,
): Promise<number> {
  const client = new pg.Client({ connectionString: outboxUrl, ...relayConnection });
  await client.connect();
  const metrics = createMetrics('drain');
  await client.query(fillOutbox, [events]);
  const start = performance.now();
  const sent = await relayOutbox(client, { transport, metrics });
  const elapsed = performance.now() - start;
  await client.end();
  return perSecond(sent, elapsed);
}

/** Events per second that a new group reads of a topic from its beginning. */
export async function measureReplay(transport: EventTransport, least: number): Promise<number> {
  let read = 0;
  const start = performance.now();
  const subscription = await transport.subscribe(
    { group: `replay-${randomUUID()}`, topics: [notesTopic], concurrency: 12 },
    (records) => {
      read += records.length;
      return Promise.resolve();
    },
  );
  await until('the topic was read', () => read >= least);
  const elapsed = performance.now() - start;
  await subscription.stop();
  return perSecond(read, elapsed);
}
