import { parseArgs } from 'node:util';
import type { Goal } from '../proof/report.js';
import { finish, printTable, say } from '../proof/report.js';
import type { Random } from '../proof/random.js';
import { seeded } from '../proof/random.js';
import { openKafka } from './events/broker.js';
import type { Ground } from './events/ground.js';
import { openGround } from './events/ground.js';
import type { Latency } from './events/measures.js';
import {
  measureFlatOut,
  measureIdle,
  measureLatency,
  measureRelay,
  measureReplay,
} from './events/measures.js';
import type { Wire } from './events/wire.js';
import { lay, relayPolling } from './events/wire.js';
import type { EventTransport } from '@jejaring/transports/transport';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '10' },
    drain: { type: 'string', default: '30000' },
    seed: { type: 'string', default: '1' },
  },
});
const rate = Number(values.rate);
const seconds = Number(values.seconds);
const drain = Number(values.drain);
const seed = Number(values.seed);

type Measured = Latency & { flatOutPerSecond: number; idlePercent: number };

/** A generator that lags so far behind its plan tells of other programs, not of the chain. */
const mostLatenessMs = 5;
/** Kafka's Java needs longer than Node to compile what it runs often. */
const warmUpSeconds = 6;

/** Measures again, twice at most, when the machine was too busy to offer what was planned. */
async function measureUndisturbed(wire: Wire, random: Random): Promise<Latency> {
  for (let tries = 1; ; tries += 1) {
    const latency = await measureLatency(wire, { rate, seconds, random });
    if (latency.generatorP99Ms <= mostLatenessMs || tries === 3) return latency;
    say(`The generator was ${latency.generatorP99Ms} ms late; once more`);
  }
}

/** The first seconds belong to compilers and caches; they are run and not counted. */
async function measure(
  ground: Ground,
  transport: EventTransport,
  random: Random,
): Promise<Measured> {
  const wire = await lay(ground, transport);
  try {
    await measureLatency(wire, { rate, seconds: warmUpSeconds, random });
    const latency = await measureUndisturbed(wire, random);
    const flatOutPerSecond = await measureFlatOut(wire, Math.min(5, seconds));
    return { ...latency, flatOutPerSecond, idlePercent: await measureIdle(seconds) };
  } finally {
    await wire.close();
  }
}

async function measurePolling(ground: Ground, random: Random): Promise<Latency> {
  const wire = await lay(ground, ground.embeddedLog(), relayPolling);
  try {
    return await measureLatency(wire, { rate, seconds, random });
  } finally {
    await wire.close();
  }
}

async function measureKafka(ground: Ground, random: Random): Promise<Measured | null> {
  const kafka = await openKafka();
  if ('missing' in kafka) {
    say(`*** KAFKA IS LEFT OUT: ${kafka.missing} was not found here ***`);
    return null;
  }
  try {
    return await measure(ground, kafka.connect(), random);
  } finally {
    await kafka.stop();
  }
}

async function measureDrains(ground: Ground) {
  const transport = ground.embeddedLog();
  try {
    const relayPerSecond = await measureRelay(ground, transport, drain);
    return { relayPerSecond, replayPerSecond: await measureReplay(transport, drain) };
  } finally {
    await transport.close();
  }
}

async function measureAll(ground: Ground) {
  const random = seeded(seed);
  say(`Embedded log: ${rate} events/s for ${seconds} s, then as many as it takes`);
  const embedded = await measure(ground, ground.embeddedLog(), random);
  say('The control: a relay that polls every 250 ms');
  const polling = await measurePolling(ground, random);
  say(`Relay and replay: ${drain} events`);
  const drains = await measureDrains(ground);
  say('Apache Kafka: the same');
  const kafka = await measureKafka(ground, random);
  return { embedded, kafka, ...drains, polling, rate, seconds, seed };
}

const within = (name: string, value: number, most: number): Goal => ({
  name: `${name}: ${value} ms, at most ${most} ms`,
  met: value <= most,
});
const atLeast = (name: string, value: number, least: number): Goal => ({
  name: `${name}: ${value}/s, at least ${least}/s`,
  met: value >= least,
});

const ground = await openGround();
try {
  const result = await measureAll(ground);
  const { embedded, kafka, polling } = result;
  const row = (
    path: string,
    { p50Ms, p99Ms, perSecond }: Latency,
    { flatOutPerSecond: flatOut, idlePercent }: Partial<Measured>,
  ) => ({
    path,
    'p50 ms': p50Ms,
    'p99 ms': p99Ms,
    'events/s': perSecond,
    'flat out/s': flatOut ?? '-',
    'idle %': idlePercent ?? '-',
  });
  printTable(`Commit to effect at ${rate} events/s`, [
    row('embedded log', embedded, embedded),
    ...(kafka ? [row('Apache Kafka', kafka, kafka)] : []),
    row('control: polling', polling, {}),
  ]);
  finish(result, [
    within('p99 through the embedded log', embedded.p99Ms, 50),
    ...(kafka ? [within('p99 through Kafka', kafka.p99Ms, 100)] : []),
    atLeast('relay', result.relayPerSecond, 20_000),
    atLeast('replay', result.replayPerSecond, 40_000),
    ...[embedded, ...(kafka ? [kafka] : [])].map(({ idlePercent }) => ({
      name: `idle: ${idlePercent} % of a core, below 1 %`,
      met: idlePercent < 1,
    })),
  ]);
} finally {
  await ground.close();
}
