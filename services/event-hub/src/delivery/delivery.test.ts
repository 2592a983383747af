import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { accountOf } from '@jejaring/chassis/work/standing';
import { Webhook } from 'standardwebhooks';
import { anActive, commander, staff, startHub } from '../subscription/subscription.fixture.js';
import { allowed } from '../webhook/allowed.js';
import { Egress } from '../webhook/egress.js';
import { claim, leaseMs } from './claim.js';
import { anEndpoint, fanOutAll, keep, turn, turns } from './delivery.fixture.js';
import { disableHopeless, forgetDeliveries } from './housekeeping.service.js';
import { asDispatcher } from './fan-out.js';

let service: TestService;
let egress: Egress;
const opened: { close(): unknown }[] = [];

beforeAll(async () => {
  service = await startHub();
  allowed.loopback = true;
});
beforeEach(async () => {
  egress = new Egress({ loopback: true, timeoutMs: 3_000 });
  opened.push(egress);
  const tables =
    'event_delivery, event_replay, subscription_progress, subscription_key, event_subscription, standing';
  await service.rows(`truncate ${tables}, feed_event, outbox`);
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});
afterAll(() => service?.stop());

const give = commander(() => service);
type Endpoint = Awaited<ReturnType<typeof anEndpoint>>;
async function endpoint(...given: Parameters<typeof anEndpoint>): Promise<Endpoint> {
  const made = await anEndpoint(...given);
  opened.push(made);
  return made;
}
const deliveries = () =>
  service.rows<{ state: string; key: string; outcomes: string[]; attempts_made: number }>(
    `select state, key, attempts_made, array(select a ->> 'outcome' from jsonb_array_elements(attempts) a) as outcomes
     from event_delivery order by seq`,
  );
const later = (seconds: number) =>
  (service.clock.at = new Date(service.clock.at.getTime() + seconds * 1_000));
const sequencesOf = ({ received }: Endpoint, key: string) =>
  received.filter(({ event }) => event.subject === key).map(({ event }) => event.sequence);

describe('deliveries', () => {
  test('are signed CloudEvents with a stable id, verified by the library of the Standard Webhooks', async () => {
    const { url, received } = await endpoint();
    const { secrets } = await anActive(service, { endpoint: url });
    const ids = await keep(service, [{ key: 'a' }]);
    const [stored] = await service.rows<{ event: string }>('select event from feed_event');

    await fanOutAll(service);
    await turns(service, egress);

    expect(received).toHaveLength(1);
    const { headers, body } = received[0]!;
    expect([body, headers['webhook-id']]).toEqual([stored!.event, ids[0]]);
    const webhook = new Webhook(secrets[0]!.secret!);
    expect(webhook.verify(body, headers as Record<string, string>)).toMatchObject({ id: ids[0] });
  });

  test('are made of the kinds and the region that were asked for, and of what the maker may hear', async () => {
    const { url, received } = await endpoint();
    await anActive(service, { endpoint: url, types: ['training.*', 'awards.award.granted.v1'] });
    await keep(service, [
      { key: 'mine' },
      { key: 'elsewhere', region: '36.04' },
      { key: 'nation', region: null },
      { key: 'other kind', type: 'awards.competition.published.v1' },
      { key: 'a kind for nobody', type: 'training.participant.erased.v1' },
      { key: 'award', type: 'awards.award.granted.v1', region: '32.79.04' },
    ]);

    await fanOutAll(service);
    await turns(service, egress);

    expect(received.map(({ event }) => event.subject).sort()).toEqual(['award', 'mine']);
  });

  test('begin behind what happened before, wait while paused, and then follow without a gap', async () => {
    const { url } = await endpoint();
    await keep(service, [{ key: 'before' }]);
    const active = await anActive(service, { endpoint: url });
    const paused = await give('pauseEventSubscription', {
      id: active.id,
      expectedVersion: active.version,
    });
    await keep(service, [{ key: 'meanwhile' }]);
    await fanOutAll(service);
    expect(await deliveries()).toEqual([]);
    await give('resumeEventSubscription', { id: paused.id, expectedVersion: paused.version });
    await keep(service, [{ key: 'after' }]);
    await fanOutAll(service);

    expect((await deliveries()).map(({ key }) => key)).toEqual(['meanwhile', 'after']);
  });

  test('keep the order of each key, and one that fails holds up no other', async () => {
    const bad = await endpoint(({ event }, response) =>
      response.writeHead(event.subject === 'bad' ? 500 : 204).end(),
    );
    await anActive(service, { endpoint: bad.url });
    await keep(
      service,
      Array.from({ length: 12 }, (_none, index) => ({ key: ['bad', 'good', 'fine'][index % 3]! })),
    );

    await fanOutAll(service);
    await turns(service, egress);

    for (const key of ['good', 'fine'])
      expect(sequencesOf(bad, key)).toEqual([...sequencesOf(bad, key)].sort());
    expect(sequencesOf(bad, 'good')).toHaveLength(4);
    expect(sequencesOf(bad, 'bad')).toHaveLength(1);
    const states = (await deliveries()).filter(({ key }) => key === 'bad');
    expect(states.map(({ state }) => state)).toEqual(['WAITING', 'BEHIND', 'BEHIND', 'BEHIND']);
  });

  test('of best effort wait for none before them', async () => {
    const { url, received } = await endpoint((_received, response) =>
      response.writeHead(500).end(),
    );
    await anActive(service, { endpoint: url, mode: 'BEST_EFFORT' });
    await keep(service, [{ key: 'same' }, { key: 'same' }, { key: 'same' }]);

    await fanOutAll(service);
    await turn(service, egress);

    expect(received).toHaveLength(3);
  });

  test('are sent again when the hub died before it wrote down what came of them: none is lost', async () => {
    const { url, received } = await endpoint();
    await anActive(service, { endpoint: url });
    const [id] = await keep(service, [{ key: 'a' }, { key: 'a' }]);
    await fanOutAll(service);
    const died = await service.database.inWork(asDispatcher, (work) => claim(work, 10));
    expect(died).toHaveLength(1);

    await turns(service, egress);
    expect(received).toEqual([]);
    later(leaseMs / 1_000 + 1);
    await turns(service, egress);

    expect(received.map(({ headers }) => headers['webhook-id'])[0]).toBe(id);
    expect((await deliveries()).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED']);
  });

  test('are tried again as the schedule and the endpoint say, then given up, and the next of the key goes', async () => {
    let status = 503;
    const { url } = await endpoint((_received, response) =>
      response.writeHead(status, { 'retry-after': '600' }).end(),
    );
    await anActive(service, { endpoint: url });
    await keep(service, [{ key: 'a' }, { key: 'a' }]);
    await fanOutAll(service);

    await turns(service, egress);
    later(599);
    await turns(service, egress);
    expect((await deliveries())[0]!.outcomes).toEqual(['5xx']);
    for (let attempt = 2; attempt <= 10; attempt += 1) {
      later(30 * 3_600);
      await turns(service, egress);
    }
    status = 204;
    await turns(service, egress);

    const [first] = await deliveries();
    expect(first).toMatchObject({ state: 'FAILED', attempts_made: 10 });
    expect((await deliveries())[1]!.state).not.toBe('BEHIND');
  });

  test('stop at a 410, at once and for good', async () => {
    const { url, received } = await endpoint((_received, response) =>
      response.writeHead(410).end(),
    );
    const { id } = await anActive(service, { endpoint: url, mode: 'BEST_EFFORT' });
    await keep(service, [{ key: 'a' }]);
    await fanOutAll(service);
    await turns(service, egress);
    await keep(service, [{ key: 'b' }]);
    await fanOutAll(service);
    await turns(service, egress);

    expect(received).toHaveLength(1);
    expect((await service.published()).filter(({ key }) => key === id).at(-1)).toMatchObject({
      type: 'event-hub.subscription.disabled.v1',
      data: { ground: 'ENDPOINT_GONE' },
    });
  });

  test('pause while an endpoint keeps failing, try one alone, and stop after five days', async () => {
    let status = 500;
    const { url, received } = await endpoint((_received, response) =>
      response.writeHead(status).end(),
    );
    await anActive(service, { endpoint: url });
    await keep(
      service,
      Array.from({ length: 8 }, (_none, index) => ({ key: `k${index}` })),
    );
    await fanOutAll(service);
    await turns(service, egress);
    expect(received).toHaveLength(8);

    later(10);
    expect(await turn(service, egress)).toBe(0);
    later(25);
    expect(await turn(service, egress)).toBe(1);
    expect(await turn(service, egress)).toBe(0);
    status = 204;
    later(61);
    expect(await turn(service, egress)).toBe(1);
    later(400);
    await turns(service, egress);
    expect((await deliveries()).every(({ state }) => state === 'DELIVERED')).toBe(true);

    status = 500;
    await keep(service, [{ key: 'x' }]);
    await fanOutAll(service);
    await turns(service, egress);
    later(5 * 24 * 3_600 + 1);
    await service.asSystem((work) => disableHopeless.act(work));
    const [row] = await service.rows('select status, ground from event_subscription');
    expect(row).toEqual({ status: 'DISABLED', ground: 'ENDPOINT_FAILING' });
  });

  // Without the judgement at enqueue and at sending, both events arrive.
  test('stop when the appointment of who made the subscription ended', async () => {
    const { url, received } = await endpoint();
    const { id } = await anActive(service, { endpoint: url });
    await keep(service, [{ key: 'made' }]);
    await fanOutAll(service);
    await service.rows(
      `insert into standing (appointment_id, account, role, region_code, valid_from, valid_to)
       values (gen_random_uuid(), $1, $2, '32.79', '2020-01-01', $3)`,
      [accountOf(staff.id), staff.role, service.clock.at],
    );
    await turns(service, egress);
    await keep(service, [{ key: 'later' }]);
    await fanOutAll(service);
    await turns(service, egress);

    expect(received).toEqual([]);
    expect((await service.published()).filter(({ key }) => key === id).at(-1)).toMatchObject({
      data: { ground: 'STANDING_ENDED' },
    });
  });

  test('go no faster than the endpoint asked', async () => {
    const { url } = await endpoint();
    await anActive(service, { endpoint: url, perMinute: 60 });
    await keep(
      service,
      Array.from({ length: 5 }, (_none, index) => ({ key: `p${index}` })),
    );
    await fanOutAll(service);

    expect(await turn(service, egress)).toBe(1);
    expect(await turn(service, egress)).toBe(0);
    later(1);
    expect(await turn(service, egress)).toBe(1);
  });

  test('are forgotten after a month, but for those that still wait', async () => {
    const { url } = await endpoint();
    await anActive(service, { endpoint: url });
    await keep(service, [{ key: 'a' }]);
    await fanOutAll(service);
    await turns(service, egress);
    await keep(service, [{ key: 'b' }, { key: 'kept no longer' }]);
    await fanOutAll(service);
    service.clock.at = new Date(Date.now() + 31 * 24 * 3_600_000);
    await service.asSystem((work) => forgetDeliveries.act(work));
    expect((await deliveries()).map(({ key }) => key)).toEqual(['b', 'kept no longer']);

    await service.rows("delete from feed_event where key = 'kept no longer'");
    await turns(service, egress);
    expect((await deliveries()).map(({ state }) => state)).toEqual(['DELIVERED', 'DROPPED']);
  });
});
