import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '@jejaring/chassis/process/config';
import { eventVariables } from '@jejaring/transports/event-variables';
import { pino } from 'pino';
import type { TestLog } from './events.fixture.js';
import { openLog } from './events.fixture.js';
import { until } from './world.fixture.js';
import { createGatewayMetrics } from '../src/metrics.js';
import { chooseReader } from '../src/events/choose-reader.js';
import type { EventEar, HeardEvent } from '../src/events/ear.js';
import { openEar } from '../src/events/ear.js';
import { domainTopics } from '../src/events/heard-event.js';
import { aRecord } from '../src/events/record.fixture.js';

const type = 'organizations.organization.suspended.v1';
const log = pino({ level: 'silent' });
const environment = { environment: 'test' };

let events: TestLog;
beforeAll(async () => {
  events = await openLog();
});
afterAll(() => events.close());

const listen = (topics: readonly string[] = domainTopics): EventEar => {
  const { url: eventLogUrl } = events;
  const reader = chooseReader(
    { ...readConfig(eventVariables, {}), ...environment, eventLogUrl },
    log,
  )!;
  return openEar({ reader, topics, metrics: createGatewayMetrics('nowhere'), log });
};

describe('the ear for events', () => {
  test('is deaf at first, then hears each event once and in order, with what it says', async () => {
    const ear = listen();
    const heard: HeardEvent[] = [];
    ear.onEvent((event) => heard.push(event));
    const first = ear.state;
    await until(() => ear.state === 'hearing');

    const said = [1, 2, 3].map((sequence) => aRecord(type, { sequence, region: '32.79' }));
    await events.say(...said);
    await events.say(aRecord('training.training-event.started.v1'));
    await until(() => heard.length === 4);

    expect(first).toBe('deaf');
    const ofOrganization = heard.filter((event) => event.type === type);
    expect(ofOrganization.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(ofOrganization[0]).toMatchObject({ id: said[0]!.headers['id'], region: '32.79' });
    await ear.stop();
  });

  test('reads what the log holds between two offsets, and then ends', async () => {
    const ear = listen();
    const topic = 'jejaring.awards';
    const competitions = [4, 5, 6].map((digit) => `cmp_01jd2ah9p4e8x9y6c1v2b3n4m${digit}`);
    await events.say(
      ...competitions.map((competitionId) =>
        aRecord('awards.competition.published.v1', { data: { competitionId } }),
      ),
    );
    const ranges = await ear.ranges([topic]);
    const readBehind = async (afterOf: (next: number) => number) => {
      const stretches = ranges.map(({ partition, next }) => {
        return { topic, partition, after: afterOf(Number(next)), before: Number(next) };
      });
      const read: HeardEvent[] = [];
      for await (const page of ear.readPast(stretches)) read.push(...page);
      return read.map(({ key }) => key).sort();
    };

    expect(await readBehind(() => -1)).toEqual(competitions);
    expect(await readBehind((next) => next - 1)).toEqual([]);
    await ear.stop();
  });

  test('says that it is deaf while the log is away, and misses nothing', async () => {
    const ear = listen();
    const heard: number[] = [];
    const states: string[] = [];
    ear.onEvent((event) => event.type === type && heard.push(event.sequence));
    ear.onState((state) => states.push(state));
    await until(() => ear.state === 'hearing');
    await events.say(aRecord(type, { sequence: 11 }));
    await until(() => heard.length === 1);

    await events.shut();
    await until(() => ear.state === 'deaf');
    await events.open();
    await events.say(aRecord(type, { sequence: 12 }));
    await until(() => heard.length === 2);
    await until(() => ear.state === 'hearing');

    expect(heard).toEqual([11, 12]);
    expect(states).toEqual(['hearing', 'deaf', 'hearing']);
    await ear.stop();
  });

  test('waits for a topic that is not there yet', async () => {
    const ear = listen(['jejaring.nothing']);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(ear.state).toBe('deaf');
    await ear.stop();
  });
});
