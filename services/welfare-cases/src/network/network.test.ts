import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anOrganization } from '../organization/organization.fixture.js';
import { aReferral } from '../referral/referral.fixture.js';
import { welfareCases } from '../service.js';

let service: TestService;
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const officerOf = (organizationId: string) =>
  aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  id: string;
}

async function command(mutation: string, input: object, caller: Caller): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      __typename
      ... on ReferralLink { id version kind validFrom validTo from { id } to { id } }
      ... on ReferralLinkRefusedProblem { ground }
      ... on ConflictProblem { currentVersion }
    } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const ends = (from: string, to: string) => ({
  from: encodeId('org', from),
  to: encodeId('org', to),
});
const draw = (from: string, to: string, caller: Caller, fields: object = {}) =>
  command('drawReferralLink', { ...ends(from, to), kind: 'REFERRAL', ...fields }, caller);

async function network(ids: string[], caller: Caller) {
  const { data, errors, statements } = await service.ask<{ _entities: { network: object }[] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { network {
      degree byKind { kind count } referralsSent referralsReceived acceptanceRate medianDaysToAccept completedWithFeedback } } } }`,
    { of: ids.map((id) => ({ __typename: 'Organization', id: encodeId('org', id) })) },
    caller,
  );
  expect(errors).toEqual([]);
  return { statements, all: data._entities.map((one) => one.network) };
}

describe('Mutation.drawReferralLink', () => {
  test('draws a link once, says so, and endReferralLink ends it', async () => {
    const [from, to] = [await anOrganization(service), await anOrganization(service)];
    const officer = officerOf(from);

    const drawn = await draw(from, to, officer);
    const again = await draw(from, to, officer);
    const ended = await command('endReferralLink', { id: drawn.id, expectedVersion: 1 }, officer);
    const anew = await draw(from, to, officer);

    expect(drawn).toMatchObject({ kind: 'REFERRAL', validTo: null });
    expect(again).toMatchObject({ ground: 'link-drawn' });
    expect(ended).toMatchObject({ validTo: '2026-11-20T02:00:00.000Z' });
    expect(anew).toMatchObject({ __typename: 'ReferralLink' });
    const said = (await service.published()).filter(({ key }) => key === drawn.id);
    expect(said).toMatchObject([
      { type: 'welfare-cases.referral-link.drawn.v1', data: { ...idsOf(from, to) } },
      { type: 'welfare-cases.referral-link.ended.v1' },
    ]);
  });

  test('is for those who act for it; repeats itself; notices a stale version', async () => {
    const [from, to] = [await anOrganization(service), await anOrganization(service)];
    const idempotencyKey = randomUUID();

    expect((await draw(from, to, officerOf(to))).__typename).toBe('NotAllowedProblem');
    expect((await draw(from, to, elsewhere)).__typename).toBe('NotAllowedProblem');
    const first = await draw(from, to, staff, { idempotencyKey });
    expect(await draw(from, to, staff, { idempotencyKey })).toEqual(first);
    const stale = { id: first.id, expectedVersion: 9 };
    expect(await command('endReferralLink', stale, staff)).toMatchObject({ currentVersion: 1 });
  });
});

const idsOf = (from: string, to: string) => ({
  fromOrganizationId: encodeId('org', from),
  toOrganizationId: encodeId('org', to),
});

describe('Organization.network', () => {
  test('measures partners and referrals for its officers and its office, for nobody else', async () => {
    const [own, one, other] = [
      await anOrganization(service),
      await anOrganization(service),
      await anOrganization(service, { status: 'DORMANT' }),
    ];
    await draw(own, one, officerOf(own));
    await draw(one, own, officerOf(one));
    await service.rows(
      `insert into referral_link (id, from_organization_id, to_organization_id, region_code, kind, valid_from)
       values ($1, $2, $3, '32.79', 'REFERRAL', now())`,
      [randomUUID(), own, other],
    );
    const sentAt = new Date('2026-11-10T02:00:00Z');
    const received = { toOrganizationId: own, sentAt };
    const acceptedAt = new Date('2026-11-12T14:00:00Z');
    await aReferral(service, { ...received, status: 'ACCEPTED', acceptedAt });
    await aReferral(service, { ...received, status: 'COMPLETED', feedback: 'SERVICE_GIVEN' });
    await aReferral(service, { ...received, status: 'DECLINED' });
    await aReferral(service, { ...received, status: 'DRAFT' });
    await aReferral(service, { fromOrganizationId: own });

    const measured = {
      degree: 1,
      byKind: [{ kind: 'KARANG_TARUNA', count: 1 }],
      referralsSent: 1,
      referralsReceived: 3,
      acceptanceRate: 6667,
      medianDaysToAccept: 2.5,
      completedWithFeedback: 1,
    };
    for (const caller of [officerOf(own), staff])
      expect((await network([own], caller)).all).toEqual([measured]);
    for (const caller of [officerOf(one), elsewhere, aCaller({})])
      expect((await network([own], caller)).all).toEqual([null]);
  });

  test('asks as many statements for many as for one', async () => {
    const ids = [];
    for (let made = 0; made < 6; made += 1) ids.push(await anOrganization(service));

    const one = await network(ids.slice(0, 1), staff);
    expect((await network(ids, staff)).statements).toBe(one.statements);
  });
});

describe('RegionWelfare', () => {
  const ask = async (code: string, caller?: Caller) => {
    const { data, errors } = await service.ask<{
      _entities: { welfare: { coverageGaps: string[]; overdueReferrals: object[] } }[];
    }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Region { welfare {
        coverageGaps overdueReferrals { organization { id } unacknowledged expired oldestDeadline } } } } }`,
      { of: [{ __typename: 'Region', code }] },
      caller,
    );
    expect(errors).toEqual([]);
    return data._entities[0]!.welfare;
  };

  test('names the categories that no active organization serves in the whole region', async () => {
    const at = (code: string, fields: object) =>
      anOrganization(service, { regionCode: `${code}.01.2001`, ...fields });
    await at('51.01', { regions: ['51.01'], categories: ['ODHA'] });
    await at('51.01', { regions: ['51.01.01'], categories: ['PENGEMIS'] });
    await at('51.01', { regions: ['51'], categories: ['PEMULUNG'], status: 'SUSPENDED' });
    await at('51.01', { regions: ['51.0'], categories: ['KAT'] });

    const { coverageGaps } = await ask('51.01');

    expect(coverageGaps).toHaveLength(25);
    expect(coverageGaps).not.toContain('ODHA');
    expect((await ask('51.01.01.2001')).coverageGaps).toHaveLength(24);
  });

  test('lists overdue referrals by receiver, for the office in charge', async () => {
    const late = { sentAt: new Date('2026-11-01T02:00:00Z') };
    const acknowledgeBy = new Date('2026-11-03T02:00:00Z');
    const sent = await aReferral(service, { ...late, acknowledgeBy });
    const { toOrganizationId } = sent;
    const answerBy = new Date('2026-11-06T02:00:00Z');
    await aReferral(service, { ...late, toOrganizationId, status: 'EXPIRED', answerBy });
    await aReferral(service, { toOrganizationId });

    const { overdueReferrals } = await ask('32.79', staff);

    expect(overdueReferrals).toEqual([
      {
        organization: { id: encodeId('org', toOrganizationId) },
        unacknowledged: 1,
        expired: 1,
        oldestDeadline: acknowledgeBy.toISOString(),
      },
    ]);
    for (const caller of [elsewhere, officerOf(toOrganizationId), undefined])
      expect((await ask('32.79', caller)).overdueReferrals).toEqual([]);
  });
});
