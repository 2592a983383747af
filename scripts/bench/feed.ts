import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { encodeId } from '@jejaring/schema/ids';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { fill, regencies } from './feed/fill.js';
import type { Ground } from './feed/ground.js';
import { openGround } from './feed/ground.js';
import type { Reader, Told } from './feed/readers.js';
import { listen, poll, replay } from './feed/readers.js';
import { percentile, perSecond as perSecondOf, rounded } from '../proof/figures.js';
import type { Random } from '../proof/random.js';
import { seeded } from '../proof/random.js';
import type { Goal } from '../proof/report.js';
import { finish, printTable, say } from '../proof/report.js';

// How fast the feed is replayed, to a reader of the whole nation and to one of a regency, and how long a
// new event takes from being kept to each of those who wait.

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '300000' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '10' },
    /** Of each kind: long-polling and streaming, of the nation and of a regency. */
    readers: { type: 'string', default: '5' },
    /** How often the hub is killed while it is spoken to; then the clock tells nothing. */
    kills: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});
const [events, rate, seconds, readers, kills, seed] = [
  values.events,
  values.rate,
  values.seconds,
  values.readers,
  values.kills,
  values.seed,
].map(Number) as [number, number, number, number, number, number];

const nation = { role: 'SYSTEM_SUBSCRIBER', region: 'ID' };
const regency = { role: 'DINSOS_REGENCY_STAFF', region: '32.79' };
const granted = contractsByType.get('awards.award.granted.v1')!;

const aReader = ({ url, issuer }: Ground, claims: typeof nation): Reader => ({
  url,
  token: issuer.token(claims),
});

/** The same replay by several at once, as they fill both cores; the first one warms up and does not count. */
async function measureReplay(
  ground: Ground,
  claims: typeof nation,
  { together, times }: { together: number; times: number },
) {
  await replay(aReader(ground, claims));
  const before = ground.cpuMs();
  const start = performance.now();
  const read = { events: 0, bytes: 0 };
  const readAll = async () => {
    const reader = aReader(ground, claims);
    for (let time = 0; time < times; time += 1) {
      const one = await replay(reader);
      read.events += one.events;
      read.bytes += one.bytes;
    }
  };
  await Promise.all(Array.from({ length: together }, readAll));
  const elapsed = performance.now() - start;
  const after = ground.cpuMs();
  const [hub, database] = [after.hub - before.hub, after.database - before.database];
  return {
    perSecond: perSecondOf(read.events, elapsed),
    /** What two cores give that nobody else uses: by the processor time of the hub and its database. */
    ofTwoCores: perSecondOf(read.events * 2, hub + database),
    /** Events of the nation that are behind a reader in a second of two cores, told or not. */
    passedOfTwoCores: perSecondOf(events * together * times * 2, hub + database),
    hubShare: rounded(hub / (hub + database), 2),
    mbPerSecond: rounded(read.bytes / 1_000 / elapsed),
    told: read.events / together / times,
  };
}

/** Says events at a rate; those that are due at the same time travel together. */
async function speak({ transport }: Ground, random: Random): Promise<Set<string>> {
  const said = new Set<string>();
  const sending: Promise<void>[] = [];
  const start = performance.now();
  for (let due = 0; due < seconds * 1_000;) {
    const batch: ReturnType<typeof recordOf>[] = [];
    for (; due <= performance.now() - start; due += (-Math.log(1 - random.next()) * 1_000) / rate) {
      const id = randomUUID();
      said.add(id);
      // One of ten lies in the regency, so that its readers have something to wait for.
      batch.push(recordOf(id, random.next() < 0.1 ? regency.region : random.pick(regencies)));
    }
    if (batch.length > 0) sending.push(transport.publish(batch));
    await pause(1);
  }
  await Promise.all(sending);
  return said;
}

function recordOf(id: string, region: string) {
  const now = new Date().toISOString();
  const headers = {
    id,
    ce_id: id,
    ce_type: granted.type,
    ce_time: now,
    ce_recordedtime: now,
    ce_sequence: '000000000001',
    ce_epoch: '1',
    ce_region: region,
  };
  const key = encodeId('awd', id);
  const value = JSON.stringify({ ...granted.sample, awardId: key });
  return { topic: granted.topic, key, headers, value, timestamp: Date.now() };
}

async function keptAt({ rows }: Ground, said: ReadonlySet<string>) {
  const result = await rows.query<{ id: string; at: string; region: string }>(
    `select event_id as id, extract(epoch from kept_at) * 1000 as at, region_code as region
     from feed_event where event_id = any($1)`,
    [[...said]],
  );
  return new Map(result.rows.map(({ id, at, region }) => [id, { at: Number(at), region }]));
}

/** Waits until all of it was kept, and those who follow have had time to hear of the last one. */
async function allKept(ground: Ground, said: ReadonlySet<string>) {
  for (let tries = 0; ; tries += 1) {
    const kept = await keptAt(ground, said);
    if (kept.size === said.size || tries === 120) {
      await pause(5_000);
      return kept;
    }
    await pause(500);
  }
}

type KeptAt = Awaited<ReturnType<typeof keptAt>>;

/** How long each event took to each of the readers whom it concerns; the second half are of the regency. */
function judge(all: readonly Told[], kept: KeptAt) {
  const elapsed: number[] = [];
  let missed = 0;
  for (const [at, { arrivals }] of all.entries())
    for (const [id, { at: keptMs, region }] of kept) {
      if (at >= readers && region !== regency.region) continue;
      const came = arrivals.get(id);
      if (came === undefined) missed += 1;
      else elapsed.push(came - keptMs);
    }
  const share = (of: number) => rounded(percentile(elapsed, of));
  return {
    p50Ms: share(0.5),
    p99Ms: share(0.99),
    told: elapsed.length,
    missed,
    doubled: all.reduce((sum, { doubled }) => sum + doubled, 0),
  };
}

async function killNowAndThen(ground: Ground): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    await pause((seconds * 1_000) / (kills + 1));
    await ground.kill();
  }
}

async function measureWaiting(ground: Ground, random: Random) {
  const over = new AbortController();
  const follow = (how: typeof poll) =>
    [nation, regency].flatMap((claims) =>
      Array.from({ length: readers }, () => how(aReader(ground, claims), over.signal)),
    );
  const following = { poll: Promise.all(follow(poll)), stream: Promise.all(follow(listen)) };
  await pause(1_500);
  const [said] = await Promise.all([speak(ground, random), killNowAndThen(ground)]);
  const kept = await allKept(ground, said);
  over.abort();
  return {
    poll: judge(await following.poll, kept),
    stream: judge(await following.stream, kept),
    kept: kept.size,
    said: said.size,
  };
}

async function measureAll(ground: Ground) {
  const random = seeded(seed);
  say(`Filling the feed with ${events} events`);
  await fill(ground.rows, events, seed);
  say('Replays');
  const national = await measureReplay(ground, nation, { together: 1, times: 1 });
  const together = await measureReplay(ground, nation, { together: 3, times: 1 });
  const regional = await measureReplay(ground, regency, { together: 2, times: 10 });
  say(`${rate} events/s for ${seconds} s, to ${4 * readers} who wait`);
  const waiting = await measureWaiting(ground, random);
  return { national, together, regional, ...waiting };
}

const within = (by: string, value: number, most: number): Goal => ({
  name: `p99 by ${by}: ${value} ms, at most ${most} ms`,
  met: value <= most,
});

const ground = await openGround();
try {
  const { national, together, regional, poll: polled, stream, ...rest } = await measureAll(ground);
  const row = (reader: string, measured: typeof national) => ({ reader, ...measured });
  printTable(`Replay of ${events} events`, [
    row('nation, one reader', national),
    row('nation, three at once', together),
    row('regency, two at once', regional),
  ]);
  printTable(`Kept to received at ${rate} events/s, ${2 * readers} readers each`, [
    { by: 'long-poll', ...polled },
    { by: 'stream', ...stream },
  ]);
  const perSecond = Math.max(national.perSecond, together.perSecond);
  const ofTwoCores = Math.max(national.ofTwoCores, together.ofTwoCores);
  const missed = polled.missed + stream.missed + rest.said - rest.kept;
  const doubled = polled.doubled + stream.doubled;
  const p99Ms = { poll: polled.p99Ms, stream: stream.p99Ms };
  finish(
    {
      perSecond,
      ofTwoCores,
      p99Ms,
      national,
      together,
      regional,
      poll: polled,
      stream,
      ...rest,
      kills,
      seed,
    },
    [
      { name: `replay: ${ofTwoCores}/s of two cores, at least 80000/s`, met: ofTwoCores >= 80_000 },
      {
        name: `replay of a regency: past ${regional.passedOfTwoCores}/s, at least 80000/s`,
        met: regional.passedOfTwoCores >= 80_000,
      },
      ...(kills === 0
        ? [within('long-poll', p99Ms.poll, 100), within('stream', p99Ms.stream, 100)]
        : []),
      { name: `missed: ${missed}, none`, met: missed === 0 },
      { name: `told twice: ${doubled}, none`, met: doubled === 0 },
    ],
  );
} finally {
  await ground.close();
}
