import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { withOwnKafka } from '@jejaring/transports/testing/own-broker.fixture';
import type { Line } from './line.fixture.js';
import { openKafka, openLog, until } from './line.fixture.js';
import { Listeners, Speakers } from './running-versions.fixture.js';
import { hearings, place as region, v1, v2 } from './version-change.fixture.js';

const [first, second] = [v1.type, v2.type];

let line: Line;
let speakers: Speakers;
let opened: Listeners[];

/** A service of which as many instances run as versions are named. */
async function listenersOf(group: string, ...versions: (keyof typeof hearings)[]) {
  const listeners = await Listeners.open(line, group);
  opened.push(listeners);
  const instances = [];
  for (const version of versions) instances.push(await listeners.start(hearings[version]));
  return { listeners, instances };
}

const saying = async (...versions: Parameters<Speakers['start']>[0][]) => {
  const instances = [];
  for (const version of versions) instances.push(await speakers.start(version));
  await Promise.all(instances.map(({ say }) => say(30)));
  return instances;
};

/** Until each is through with all that was said, or something waits for an operator. */
const allFollowed = () =>
  until('everybody followed all that was said', async () => {
    for (const listeners of opened) {
      if ((await listeners.parked()).length > 0) continue;
      if ((await listeners.followed()) < speakers.events) return false;
    }
    return true;
  });

function testChange(open: () => Promise<Line>): void {
  // Each its own: a group of one test would hear what was said in the tests before it.
  beforeEach(async () => {
    opened = [];
    line = await open();
    speakers = await Speakers.open(line);
  }, 300_000);
  afterEach(async () => {
    await speakers?.stop();
    for (const each of opened) await each.stop();
    await line?.close();
  });

  testOptionalField();
  testNewMajor();
  testListenersFirst();
  testKeepers();
}

function testOptionalField(): void {
  test('a field that may come: old and new say it, old and new hear each once and in order', async () => {
    await listenersOf('old', 'v1', 'v1');
    await listenersOf('new', 'v1 with a place', 'v1 with a place');
    await listenersOf('between', 'v1', 'v1 with a place');

    await saying('v1', 'v1', 'v1 with a place', 'v1 with a place');
    await allFollowed();

    for (const listeners of opened) {
      expect(await listeners.parked()).toEqual([]);
      expect(await listeners.numbers()).toEqual(speakers.told(first));
    }
    const places = (await opened[1]!.heard()).map(({ place }) => place);
    expect(places.filter((place) => place === region)).toHaveLength(60);
    expect(places.filter((place) => place === null)).toHaveLength(60);
  }, 240_000);
}

function testNewMajor(): void {
  test('a new major beside the old: who knows one passes the other over, who knows both does it once', async () => {
    const { listeners: old } = await listenersOf('old', 'v1', 'v1');
    const { listeners: both } = await listenersOf('both', 'v1 and v2', 'v1 and v2');

    // The speakers are updated; then nobody listens to the old one any more, and it ceases.
    const former = await saying('v1', 'v1 and v2');
    await former[0]!.stop();
    const [, last] = await saying('v1 and v2', 'v2');
    await former[1]!.stop();
    await last!.say(30);
    await allFollowed();

    expect(await old.parked()).toEqual([]);
    expect(await old.numbers()).toEqual(speakers.told(first));
    expect(await both.parked()).toEqual([]);
    expect(await both.numbers()).toEqual(speakers.told(first, second));
    expect(await both.reacted()).toBe(speakers.events);
    expect(speakers.events).toBeGreaterThan(speakers.said.length);
  }, 240_000);
}

function testListenersFirst(): void {
  test('listeners first, one after the other, then speakers: nothing waits, nothing is heard twice', async () => {
    const { listeners, instances } = await listenersOf('listeners', 'v1', 'v1');
    const [one, other] = await saying('v1', 'v1');

    const talk = Promise.all([one!.say(90), other!.say(90)]);
    for (const instance of instances) {
      await instance.stop();
      await listeners.start(hearings['v1 and v2']);
    }
    await talk;
    await one!.stop();
    const [updated] = await saying('v1 and v2');
    await Promise.all([updated!.say(30), other!.say(30)]);
    await other!.stop();
    await saying('v1 and v2');
    await allFollowed();

    expect(await listeners.parked()).toEqual([]);
    expect(await listeners.numbers()).toEqual(speakers.told(first, second));
  }, 240_000);
}

function testKeepers(): void {
  test('who may pass nothing over sets aside what it does not know, and does all of it once it does', async () => {
    const keeping = (version: keyof typeof hearings) =>
      hearings[version].map((each) => ({ ...each, hearsAll: true as const }));
    const listeners = await Listeners.open(line, 'keepers');
    opened.push(listeners);
    const instances = [await listeners.start(keeping('v1')), await listeners.start(keeping('v1'))];

    const [speaker] = await saying('v1 and v2');
    const notes = speakers.told(first).size;
    const waiting = async () => (await listeners.parked()).length;
    await until(
      'all but the first of each wait',
      async () => (await waiting()) === speakers.events - notes,
    );
    const reasons = await listeners.parked();
    expect(reasons.filter((reason) => reason === 'INVALID')).toHaveLength(notes);
    expect(reasons.filter((reason) => reason === 'BEHIND')).toHaveLength(
      speakers.events - 2 * notes,
    );

    for (const instance of instances) {
      await instance.stop();
      await listeners.start(keeping('v1 and v2'));
    }
    await speaker!.say(6);
    await until(
      'what is new waits behind it',
      async () => (await waiting()) === speakers.events - notes,
    );
    await listeners.redriveAll(keeping('v1 and v2'));
    await speaker!.say(6);
    await allFollowed();

    expect(await listeners.parked()).toEqual([]);
    expect(await listeners.numbers()).toEqual(speakers.told(first, second));
  }, 240_000);
}

describe('an event changes its version over the log in PostgreSQL', () => testChange(openLog));
withOwnKafka(() =>
  describe('an event changes its version over Apache Kafka', () => testChange(openKafka)),
);
