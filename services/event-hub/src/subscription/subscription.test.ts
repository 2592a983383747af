import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { secretBox } from './secret-box.js';
import type { Outcome } from './subscription.fixture.js';
import { aCreation, anActive, commander, staff, startHub, system } from './subscription.fixture.js';
import { disableSubscription, settleHandshake, validKeys } from './subscription.service.js';

let service: TestService;
beforeAll(async () => (service = await startHub()));
afterAll(() => service?.stop());

const give = commander(() => service);
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '36.04' });
const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });
const said = async ({ id }: { id: string }) =>
  (await service.published()).filter(({ key }) => key === id);

async function look(id: string, caller: Caller = staff) {
  const { data, errors } = await service.ask<{ eventSubscription: object | null }>(
    `query ($id: ID!) { eventSubscription(id: $id) { name endpoint types regionCode mode status reason
       perMinute keys { signature publicKey expiresAt } viewerCan } }`,
    { id },
    caller,
  );
  expect(errors).toEqual([]);
  return data.eventSubscription;
}

describe('Mutation.createEventSubscription', () => {
  test('makes one that waits for its endpoint, shows the secret once, and names no endpoint in events', async () => {
    const input = { ...aCreation({ signatures: ['V1', 'V1A'] }), idempotencyKey: randomUUID() };
    const made = await give('createEventSubscription', input);
    const again = await give('createEventSubscription', input);

    expect(made.subscription).toMatchObject({ version: 1, status: 'VERIFYING' });
    expect(made.secrets).toEqual([
      { signature: 'V1', secret: expect.stringMatching(/^whsec_.{43}=$/), publicKey: null },
      { signature: 'V1A', secret: null, publicKey: expect.stringMatching(/^whpk_.{43}=$/) },
    ]);
    expect(again).toMatchObject({ secrets: [], secretsShownBefore: true });
    expect(again.subscription).toEqual(made.subscription);
    const events = await said(made.subscription);
    expect(events).toMatchObject([
      { type: 'event-hub.subscription.created.v1', region: '32.79', data: { mode: 'ORDERED' } },
    ]);
    expect(JSON.stringify(events)).not.toContain('banjarkota');
  });

  test('keeps the secret closed, and bound to its row', async () => {
    const { secrets } = await give('createEventSubscription', aCreation());
    const { secrets: others } = await give('createEventSubscription', aCreation());
    const stored = await service.rows<{ closed: Buffer }>('select * from subscription_key');

    for (const { secret } of [...secrets, ...others]) {
      const raw = Buffer.from(secret!.slice('whsec_'.length), 'base64');
      expect(stored.some(({ closed }) => closed.includes(raw))).toBe(false);
      expect(JSON.stringify(await service.rows('select * from event_subscription'))).not.toContain(
        secret,
      );
    }
    await service.rows(
      'update subscription_key k set closed = o.closed from subscription_key o where k.id <> o.id',
    );
    const moved = await service.asSystem((work) =>
      work.sql<{ id: string; signature: 'V1'; kek: string; closed: Buffer }>(
        `select id, signature, kek, closed from subscription_key order by made_at desc limit 1`,
      ),
    );
    await expect(secretBox.open(moved)).rejects.toThrow();
    await service.rows('delete from subscription_key');
  });

  test('is refused in words: another region, a bad endpoint, an unknown kind', async () => {
    expect(await give('createEventSubscription', aCreation({ regionCode: '36.04' }))).toMatchObject(
      { __typename: 'NotAllowedProblem' },
    );
    expect(
      await give('createEventSubscription', aCreation({ endpoint: 'https://10.0.0.1/in' })),
    ).toMatchObject({ __typename: 'InvalidInputProblem', field: 'endpoint' });
    expect(
      await give('createEventSubscription', aCreation({ types: ['training.nothing.*'] })),
    ).toMatchObject({ __typename: 'InvalidInputProblem', field: 'types' });
    await expect(give('createEventSubscription', aCreation({ types: ['*'] }))).rejects.toThrow(
      /Argument Validation/,
    );
    await expect(
      give(
        'createEventSubscription',
        aCreation(),
        aCaller({ role: 'KT_OFFICER', region: '32.79' }),
      ),
    ).rejects.toThrow(/may not ask/);
  });
});

describe('a subscription', () => {
  test('is active once its endpoint agreed, pauses, goes on and ends, and its keys go with it', async () => {
    const active = await anActive(service);
    const paused = await give('pauseEventSubscription', seen(active));
    const resumed = await give('resumeEventSubscription', seen(paused));
    expect(await give('resumeEventSubscription', seen(resumed))).toMatchObject({
      __typename: 'EventSubscriptionRefusedProblem',
      currentStatus: 'ACTIVE',
    });
    const ended = await give('endEventSubscription', seen(resumed));

    expect([paused.status, resumed.status, ended.status]).toEqual(['PAUSED', 'ACTIVE', 'ENDED']);
    expect((await said(active)).map(({ type }) => type.split('.')[2])).toEqual([
      'created',
      'verified',
      'ended',
    ]);
    expect(await look(active.id)).toMatchObject({ status: 'ENDED', keys: [], viewerCan: [] });
  });

  test('says why its endpoint did not agree, and asks again when it is told to', async () => {
    const { subscription } = await give('createEventSubscription', aCreation());
    const uuid = (
      await service.rows<{ id: string }>(
        'select id from event_subscription order by id desc limit 1',
      )
    )[0]!.id;
    const settle = (version: number) =>
      service.asSystem((work) =>
        settleHandshake(work, { id: uuid, version }, { agreed: false, fault: '3xx' }),
      );
    await settle(1);
    await settle(1);

    expect(await look(subscription.id)).toMatchObject({
      status: 'UNVERIFIED',
      reason: 'ANSWERED_3XX',
      viewerCan: ['VERIFY', 'ROTATE_SECRET', 'END'],
    });
    const asked = await give('verifyEventSubscription', {
      id: subscription.id,
      expectedVersion: 2,
    });
    expect(asked).toMatchObject({ status: 'VERIFYING', reason: null });
  });

  test('has two valid secrets while one takes over', async () => {
    const active = await anActive(service);
    const rotated = await give('rotateEventSubscriptionSecret', {
      ...seen(active),
      overlapHours: 1,
    });
    const valid = () =>
      service.asSystem(async (work) => (await validKeys(work, active.uuid)).length);

    expect(rotated.secrets[0]!.secret).toMatch(/^whsec_/);
    expect(rotated.secrets[0]!.secret).not.toBe(active.secrets[0]!.secret);
    expect(await valid()).toBe(2);
    service.clock.at = new Date(service.clock.at.getTime() + 3_600_001);
    expect(await valid()).toBe(1);
    await give('rotateEventSubscriptionSecret', { ...seen(rotated.subscription), overlapHours: 0 });
    expect(await valid()).toBe(1);
  });

  test('is stopped with a word of why, for its office to look at', async () => {
    const active = await anActive(service);
    await service.asSystem((work) => disableSubscription(work, active.uuid, 'ENDPOINT_FAILING'));
    await service.asSystem((work) => disableSubscription(work, active.uuid, 'ENDPOINT_GONE'));

    expect(await look(active.id)).toMatchObject({ status: 'DISABLED', reason: 'ENDPOINT_FAILING' });
    expect((await said(active)).at(-1)).toMatchObject({
      type: 'event-hub.subscription.disabled.v1',
      data: { ground: 'ENDPOINT_FAILING', regionCode: '32.79' },
    });
  });

  test('is seen by the offices of its region and by the system that made it, by nobody else', async () => {
    const ofOffice = await anActive(service);
    const ofSystem = await anActive(service, { types: ['awards.*'], regionCode: '32.79' }, system);
    const other = { ...system, id: 'another' };

    expect(await look(ofOffice.id, elsewhere)).toBeNull();
    expect(await look(ofOffice.id, system)).toBeNull();
    expect(await look(ofSystem.id, other)).toBeNull();
    expect(await look(ofSystem.id, system)).toMatchObject({ status: 'ACTIVE' });
    expect(await look(ofSystem.id, staff)).toMatchObject({ status: 'ACTIVE' });
    for (const caller of [elsewhere, system, other])
      expect(await give('endEventSubscription', seen(ofOffice), caller)).toMatchObject({
        __typename: 'NotFoundProblem',
      });
    expect(await give('endEventSubscription', seen({ ...ofOffice, version: 9 }))).toMatchObject({
      currentVersion: 2,
    });
  });

  test('costs as many statements in a long list as in a short one', async () => {
    const cost = async (first: number) =>
      (
        await service.ask(
          `query ($first: Int!) { eventSubscriptions(first: $first) { totalCount
             nodes { name status viewerCan keys { signature } } } }`,
          { first },
          staff,
        )
      ).statements;

    expect(await cost(20)).toBe(await cost(1));
  });
});
