import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { consume } from '@jejaring/chassis/events/inbox';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService, toRecord } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { redriveRequested } from '@jejaring/schema/events/event-hub.events';
import { eventHub } from '../service.js';

const granted = contractsByType.get('awards.award.granted.v1')!;
const ministry = aCaller({ role: 'KEMENSOS_STAFF', region: '' });
const auditor = aCaller({ role: 'AUDITOR', region: '' });
const key = 'awd_018djmeb80ebe9mv95rtpwd6t9';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(eventHub);
});
afterAll(() => service?.stop());

async function hear(sequence: number) {
  const record = toRecord(granted, key, { ...granted.sample, awardId: key }, sequence);
  const [outcome] = await consume(service.database, eventHub.consumers, [record]);
  return outcome;
}

async function redrive(input: object, caller: Caller = ministry) {
  const { data, errors } = await service.ask<{ redriveParkedEvents: Record<string, unknown> }>(
    `mutation ($input: RedriveParkedEventsInput!) { redriveParkedEvents(input: $input) { __typename
      ... on RedriveRequest { id service topic key } ... on NotAllowedProblem { command } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        service: 'EVENT_HUB',
        topic: granted.topic,
        key,
        ...input,
      },
    },
    caller,
  );
  return { outcome: data?.redriveParkedEvents, codes: errors.map((e) => e.extensions['code']) };
}

async function traffic(caller: Caller) {
  const { data, errors } = await service.ask<{
    eventTraffic: {
      eventHub: { waiting: number; parked: { nodes: unknown[]; totalCount: number } };
    };
  }>(
    `{ eventTraffic { id eventHub { waiting oldestWaitingSeconds
      parked { totalCount nodes { topic key events reasons } } } } }`,
    {},
    caller,
  );
  return { seen: data?.eventTraffic?.eventHub, codes: errors.map((e) => e.extensions['code']) };
}

describe('Mutation.redriveParkedEvents', () => {
  test('asks the service, which takes what waits as soon as the gap is closed', async () => {
    for (const sequence of [2, 3]) expect(await hear(sequence)).toBe('parked');
    expect((await traffic(auditor)).seen).toMatchObject({
      parked: {
        totalCount: 1,
        nodes: [{ topic: 'jejaring.awards', key, events: 2, reasons: ['BEHIND', 'GAP'] }],
      },
    });

    await service.rows('delete from parked_event');
    expect(await hear(1)).toBe('done');
    expect(await hear(3)).toBe('parked');
    await service.rows(`update inbox_position set sequence = 2 where key = $1`, [key]);
    const { outcome } = await redrive({});

    expect(outcome).toMatchObject({ __typename: 'RedriveRequest', service: 'EVENT_HUB', key });
    const [said] = await service.published();
    expect(said).toMatchObject({
      type: redriveRequested.type,
      data: { service: 'event-hub', key },
    });
    expect(await service.deliver(redriveRequested, said!.data as never)).toBe('done');
    expect(await service.rows('select 1 from parked_event')).toEqual([]);
    expect(
      await service.rows('select sequence::integer from feed_event order by position'),
    ).toEqual([{ sequence: 1 }, { sequence: 3 }]);
  });

  test.each([
    [
      'an office of a regency',
      aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '32.79' }),
      'FORBIDDEN',
    ],
    ['an auditor', auditor, 'FORBIDDEN'],
    ['nobody', aCaller({}), 'UNAUTHENTICATED'],
  ])('is refused to %s', async (_who, caller, code) => {
    expect((await redrive({}, caller)).codes).toEqual([code]);
  });

  test('is refused to somebody of the ministry who works in one region', async () => {
    const { outcome } = await redrive({}, aCaller({ role: 'KEMENSOS_STAFF', region: '32' }));

    expect(outcome).toEqual({ __typename: 'NotAllowedProblem', command: 'redriveParkedEvents' });
  });

  test.each([{ topic: 'other.awards' }, { key: "a' or 'b" }, { key: '' }])(
    'takes no topic or key of another form: %j',
    async (input) => {
      expect((await redrive(input)).codes).toEqual(['BAD_USER_INPUT']);
    },
  );
});

describe('Query.eventTraffic', () => {
  test('is for the whole nation', async () => {
    expect((await traffic(aCaller({ role: 'AUDITOR', region: '32.79' }))).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect((await traffic(ministry)).seen).toMatchObject({ parked: { totalCount: 0 } });
  });
});
