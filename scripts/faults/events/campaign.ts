import { setTimeout as pause } from 'node:timers/promises';
import type { EventRecord } from '@jejaring/transports/transport';
import type { Random } from '../../proof/random.js';
import { say } from '../../proof/report.js';
import { waitUntilReady } from '../spine/killer.js';
import type { Findings } from './checks.js';
import { checkEverything, countBehind, readTruth } from './checks.js';
import type { Follower } from './follower.js';
import { startFollowers } from './followers.js';
import type { Ground } from './ground.js';
import { Mischief } from './mischief.js';
import { bringBackIfGone, fillDisk, holdUpLog, storm, victimsOf } from './trouble.js';
import { openTransport, spoken } from './wiring.js';

/** Kafka gives the partitions of a killed member away only when its session ends. */
const settledWithinMs = 60_000;

export interface Campaign extends Findings {
  kills: Record<string, number>;
  faults: Record<string, number>;
  followed: Record<string, number>;
  webhooks: Record<string, object>;
  settledMs: number;
}

/** Brings the wanted number of kills, and everything else between them, then waits and compares. */
export async function runCampaign(
  ground: Ground,
  random: Random,
  wanted: number,
): Promise<Campaign> {
  const transport = openTransport({ name: 'mischief', log: ground.log });
  const mischief = new Mischief(transport, random);
  const followers = await startFollowers(ground, random);
  await Promise.all(ground.speakers.map((each) => each.up()));
  const seen = await lookOn(ground);
  const kills: Record<string, number> = {};
  const faults: Record<string, number> = {};
  await bringTrouble({ ground, random, wanted, mischief, seen: seen.records, kills, faults });
  const endedAt = Date.now();
  await Promise.all([...ground.speakers, ...ground.listeners].map(bringBackIfGone));
  await waitUntilReady(ground.stack, 90_000);
  say('All are there again; the speakers fall silent');
  await Promise.all(ground.speakers.map((each) => each.tell('be silent')));
  const settledMs = await settle(ground, endedAt);
  const findings = await checkEverything(ground, mischief.expected);
  findings.violations.push(...(await compareFollowers(ground, followers)));
  await seen.stop();
  await transport.close();
  if (settledMs > settledWithinMs) findings.violations.push(`settled only after ${settledMs} ms`);
  return { ...findings, kills, faults, ...tellOf(followers), settledMs };
}

interface Trouble {
  ground: Ground;
  random: Random;
  wanted: number;
  mischief: Mischief;
  seen: readonly EventRecord[];
  kills: Record<string, number>;
  faults: Record<string, number>;
}

const count = (counts: Record<string, number>, name: string, by = 1) =>
  void (counts[name] = (counts[name] ?? 0) + by);

async function bringTrouble(trouble: Trouble): Promise<void> {
  const { ground, random, wanted, kills } = trouble;
  const victims = victimsOf(ground);
  let round: string[] = [];
  let total = 0;
  while (total < wanted) {
    if (round.length === 0) round = random.shuffle(Object.keys(victims));
    const name = round.shift()!;
    await pause(random.between(100, 900));
    if (!(await victims[name]!())) continue;
    total += 1;
    count(kills, name);
    if (total % 5 === 0) total += await makeTrouble(trouble, total);
    if (total % 20 === 0) say(`${total} of ${wanted} kills, last ${name}`);
  }
}

/** What comes between the kills; answers how many kills were part of it. */
async function makeTrouble(
  { ground, random, mischief, seen, kills, faults }: Trouble,
  total: number,
): Promise<number> {
  const small = {
    'doubles, out of order': () => mischief.sayAgain(seen),
    'unreadable, and two behind it': () => mischief.sayNonsense(),
    'against the contract': () => mischief.breakPromise(),
    'of a version that nobody knows': () => mischief.sayUnknown(),
    'behind a gap': () => mischief.leaveGap(),
  };
  const name = random.pick(Object.keys(small) as (keyof typeof small)[]);
  await small[name]();
  count(faults, name);
  if (total % 50 === 0) {
    await holdUpLog(ground, 4_000);
    count(faults, 'log held up');
  }
  if (total % 75 === 0 && (await fillDisk(ground, 4_000))) count(faults, 'disk of the log full');
  if (total % 40 !== 0) return 0;
  const stormed = await storm(ground, random);
  count(faults, 'rebalance storm');
  count(kills, 'guest', stormed);
  return stormed;
}

/** Collects records of the topic as somebody who only looks on, so that mischief has what to say again. */
async function lookOn(ground: Ground) {
  const records: EventRecord[] = [];
  const transport = openTransport({ name: 'onlooker', log: ground.log });
  const subscription = await transport.subscribe(
    { group: 'onlooker', topics: [spoken.topic] },
    async (batch) => {
      for (const { topic, key, headers, value, timestamp } of batch)
        // What mischief itself said lies nowhere, and is not said again.
        if (records.length < 2_000 && headers.ce_type === spoken.type && headers.ce_region)
          records.push({ topic, key, headers, value, timestamp });
    },
  );
  const stop = async () => {
    await subscription.stop();
    await transport.close();
  };
  return { records, stop };
}

async function settle(ground: Ground, since: number): Promise<number> {
  let behind = await countBehind(ground);
  while (behind > 0 && Date.now() - since < 2 * settledWithinMs) {
    await pause(300);
    behind = await countBehind(ground);
  }
  return Date.now() - since;
}

async function compareFollowers(ground: Ground, followers: readonly Follower[]): Promise<string[]> {
  const truth = await readTruth(ground);
  const found = await Promise.all(followers.map((each) => each.finish(truth, ground)));
  return found.flat();
}

const tellOf = (followers: readonly Follower[]): Pick<Campaign, 'followed' | 'webhooks'> => ({
  followed: Object.fromEntries(followers.map(({ name, received }) => [name, received])),
  webhooks: Object.fromEntries(
    followers.flatMap(({ name, figures }) => (figures ? [[name, figures]] : [])),
  ),
});
