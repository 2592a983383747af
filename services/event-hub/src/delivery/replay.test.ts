import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Outcome } from '../subscription/subscription.fixture.js';
import { anActive, commander, staff, startHub } from '../subscription/subscription.fixture.js';
import { allowed } from '../webhook/allowed.js';
import { Egress } from '../webhook/egress.js';
import { anEndpoint, fanOutAll, keep, turns } from './delivery.fixture.js';

let service: TestService;
let endpoint: Awaited<ReturnType<typeof anEndpoint>>;
let egress: Egress;
beforeAll(async () => {
  service = await startHub();
  allowed.loopback = true;
});
beforeEach(async () => {
  endpoint = await anEndpoint();
  egress = new Egress({ loopback: true, timeoutMs: 3_000 });
});
afterEach(() => Promise.all([endpoint.close(), egress.close()]));
afterAll(() => service?.stop());

const give = commander(() => service);

async function replay(input: object, caller: Caller = staff) {
  const { data, errors } = await service.ask<{ replayEvents: Outcome & { matched: number } }>(
    `mutation ($input: ReplayEventsInput!) { replayEvents(input: $input) { __typename
       ... on EventReplay { matched dryRun } ... on InvalidInputProblem { field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data.replayEvents;
}

interface Shown {
  eventDeliveries: {
    nodes: {
      state: string;
      kind: string;
      subject: string;
      attempts: { outcome: string; milliseconds: number }[];
    }[];
  };
}
async function shown(subscription: string, caller: Caller = staff, filter = '') {
  const { data, errors } = await service.ask<Shown>(
    `query ($subscription: ID!) { eventDeliveries(subscription: $subscription ${filter}) {
       nodes { id eventId type state kind subject position madeAt dueAt endedAt
         attempts { at outcome milliseconds } } } }`,
    { subscription },
    caller,
  );
  expect(errors).toEqual([]);
  return data.eventDeliveries.nodes;
}

describe('Mutation.testEventSubscription', () => {
  test('sends one event that says nothing, seen in the log with its answer and nothing of its body', async () => {
    const { id, version } = await anActive(service, { endpoint: endpoint.url });
    await give('testEventSubscription', { id, expectedVersion: version });
    await turns(service, egress);

    expect(endpoint.received.map(({ event }) => [event.type, event.subject])).toEqual([
      ['event-hub.subscription.tested.v1', id],
    ]);
    expect(await shown(id)).toMatchObject([
      {
        kind: 'TEST',
        state: 'DELIVERED',
        position: null,
        attempts: [{ outcome: 'ANSWERED_2XX', milliseconds: expect.any(Number) }],
      },
    ]);
  });
});

describe('Mutation.replayEvents', () => {
  test('counts, then sends again with the same ids, once for a key that is given twice', async () => {
    const active = await anActive(service, { endpoint: endpoint.url });
    const ids = await keep(service, [{ key: 'r1' }, { key: 'r1' }, { key: 'r2', region: '36.04' }]);
    await fanOutAll(service);
    await turns(service, egress);
    const asked = { subscriptionId: active.id, eventIds: ids };
    const key = { idempotencyKey: randomUUID() };

    expect(await replay({ ...asked, dryRun: true })).toMatchObject({ matched: 2, dryRun: true });
    await turns(service, egress);
    expect(endpoint.received).toHaveLength(2);
    const first = await replay({ ...asked, ...key });
    expect(await replay({ ...asked, ...key })).toEqual(first);
    await turns(service, egress);

    expect(endpoint.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      ids[0],
      ids[1],
      ids[0],
      ids[1],
    ]);
    expect(await shown(active.id, staff, ', state: DELIVERED, first: 2')).toMatchObject([
      { kind: 'REPLAY' },
      { kind: 'REPLAY' },
    ]);
  });

  test('takes spans of positions and times', async () => {
    const active = await anActive(service, { endpoint: endpoint.url });
    await keep(service, [{ key: 's1' }, { key: 's2' }]);
    const [last] = await service.rows<{ position: string; recorded_at: Date }>(
      'select position, recorded_at from feed_event order by position desc limit 1',
    );
    const dry = (span: object) => replay({ subscriptionId: active.id, dryRun: true, ...span });
    const at = (minutes: number) =>
      new Date(last!.recorded_at.getTime() + minutes * 60_000).toISOString();
    const [from, to, later] = [at(0), at(1), at(2)];

    const next = String(Number(last!.position) + 1);
    expect(await dry({ positions: { from: last!.position, to: next } })).toMatchObject({
      matched: 1,
    });
    expect((await dry({ recorded: { from, to } })).matched).toBeGreaterThan(0);
    expect(await dry({ occurred: { from: to, to: later } })).toMatchObject({ matched: 0 });
    expect(await dry({ positions: { from: '2', to: '1' } })).toMatchObject({ field: 'positions' });
    expect(await dry({})).toMatchObject({ field: 'eventIds' });
  });

  test('is nobody’s who does not see the subscription, and neither is its log', async () => {
    const active = await anActive(service, { endpoint: endpoint.url });
    const [id] = await keep(service, [{ key: 'n' }]);
    await fanOutAll(service);
    const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '36.04' });

    expect(await replay({ subscriptionId: active.id, eventIds: [id] }, elsewhere)).toMatchObject({
      __typename: 'NotFoundProblem',
    });
    expect(await shown(active.id, elsewhere)).toEqual([]);
    expect(await shown(active.id)).toHaveLength(1);
  });
});

describe('EventSubscription.lag', () => {
  test('tells what was not looked at, what waits, and how the endpoint does', async () => {
    const active = await anActive(service, { endpoint: 'http://127.0.0.1:1/in' });
    await keep(
      service,
      Array.from({ length: 6 }, (_none, index) => ({ key: `l${index}` })),
    );
    const lag = async () => {
      const { data } = await service.ask<{ eventSubscription: { lag: object } }>(
        `query ($id: ID!) { eventSubscription(id: $id) { lag { behind waiting circuit failingSince } } }`,
        { id: active.id },
        staff,
      );
      return data.eventSubscription.lag;
    };

    expect(await lag()).toEqual({ behind: 6, waiting: 0, circuit: 'CLOSED', failingSince: null });
    await fanOutAll(service);
    await turns(service, egress);
    expect(await lag()).toEqual({
      behind: 0,
      waiting: 6,
      circuit: 'OPEN',
      failingSince: expect.any(String),
    });
  });
});
