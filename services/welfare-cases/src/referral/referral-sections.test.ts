import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { caseSections } from '../case/case-sections.rules.js';
import type { WholeCase } from '../case/whole-case.fixture.js';
import { aWholeCase, lookAt, sectionsIn, tablesSeen } from '../case/whole-case.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { welfareCases } from '../service.js';
import type { Referral } from './referral.entity.js';

let service: TestService;
const officer = aCaller({ role: 'DATA_PROTECTION_OFFICER', region: '32.79' });

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());

const workerOf = (organizationId: string) =>
  aCaller({ role: 'KT_OFFICER', region: '32.79', organizationId });

interface Outcome {
  __typename: string;
  id: string;
  version: number;
}

async function command(mutation: string, input: object, caller: Caller): Promise<Outcome> {
  const type = /(acknowledge|accept|start|cancel)Referral/.test(mutation)
    ? 'ReferralStepInput'
    : `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const shownAs = mutation === 'withdrawConsent' ? 'Consent' : 'Referral';
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
      ... on ${shownAs} { id version } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const step = (mutation: string, { referral }: WholeCase, version: number, more = {}) =>
  command(
    mutation,
    { id: encodeId('ref', referral.id), expectedVersion: version, ...more },
    workerOf(referral.toOrganizationId),
  );

const seenBy = async ({ row }: WholeCase, caller: Caller) =>
  sectionsIn(await lookAt(service, row, caller));

const change = (sql: string, parameters: unknown[]) =>
  service.asSystem((work) => work.sql(sql, parameters));

const shared = (sections: Referral['sections'], fields: Partial<Referral> = {}) =>
  aWholeCase(service, {}, { sections, ...fields });

describe('a referral', () => {
  test('shows its receiver a summary before it is accepted: category, urgency, district', async () => {
    const whole = await shared([...caseSections]);
    const receiver = workerOf(whole.referral.toOrganizationId);

    const seen = await lookAt(service, whole.row, receiver);

    expect(sectionsIn(seen)).toEqual([]);
    expect(seen).toMatchObject({
      category: 'LANJUT_USIA_TELANTAR',
      urgency: 'NORMAL',
      region: { code: whole.row.regionCode.slice(0, 8) },
      viewerCan: [],
    });
    expect(await tablesSeen(service, whole.row, receiver)).toEqual(['welfare_case', 'referral']);
  });

  test.each(caseSections.map((section) => [section]))(
    'that shares %s shows it and nothing else from acceptance to the end',
    async (section) => {
      const whole = await shared([section]);
      const receiver = workerOf(whole.referral.toOrganizationId);

      await step('acknowledgeReferral', whole, 1);
      expect(await seenBy(whole, receiver)).toEqual([]);
      await step('acceptReferral', whole, 2);
      expect(await seenBy(whole, receiver)).toEqual([section]);
      await step('startReferral', whole, 3);
      expect(await seenBy(whole, receiver)).toEqual([section]);
      await step('completeReferral', whole, 4, { feedback: 'SERVICE_GIVEN' });

      expect(await seenBy(whole, receiver)).toBeNull();
      expect(await tablesSeen(service, whole.row, receiver)).toEqual([
        'referral',
        'referral_history',
      ]);
    },
  );

  test.each([['DECLINED'], ['EXPIRED'], ['CANCELLED'], ['COMPLETED'], ['DRAFT']] as const)(
    'that is %s shows nothing',
    async (status) => {
      const ended = status === 'COMPLETED' ? { feedback: 'SERVICE_GIVEN' as const } : {};
      const whole = await shared([...caseSections], { status, ...ended });

      expect(await seenBy(whole, workerOf(whole.referral.toOrganizationId))).toBeNull();
    },
  );

  test('opens only what it shares, and several open what they share together', async () => {
    const whole = await shared(['PLAN'], { status: 'ACCEPTED' });
    const { toOrganizationId } = whole.referral;
    const receiver = workerOf(toOrganizationId);
    expect(await seenBy(whole, receiver)).toEqual(['PLAN']);
    const sections = "array['IDENTITY', 'FOLLOW_UPS']";
    const second = randomUUID();
    await change(
      `insert into referral (id, case_id, region_code, kind, from_organization_id, to_organization_id, consent_id,
         beneficiary_id, sections, status, created_at)
       select $1, case_id, region_code, kind, from_organization_id, to_organization_id, consent_id, beneficiary_id,
         ${sections}, 'IN_PROGRESS', created_at from referral where id = $2`,
      [second, whole.referral.id],
    );

    expect(await seenBy(whole, receiver)).toEqual(['IDENTITY', 'PLAN', 'FOLLOW_UPS']);
    await change("update referral set status = 'CANCELLED' where id = $1", [second]);
    expect(await seenBy(whole, receiver)).toEqual(['PLAN']);
    expect(await seenBy(whole, workerOf(await anOrganization(service)))).toBeNull();
  });

  test('of a sealed case opens its sections too, once it is accepted', async () => {
    const whole = await aWholeCase(service, { sealed: true }, { sections: ['PLAN'] });
    const receiver = workerOf(whole.referral.toOrganizationId);
    expect(await seenBy(whole, receiver)).toBeNull();

    await step('acceptReferral', whole, 1);

    expect(await seenBy(whole, receiver)).toEqual(['PLAN']);
  });

  test('is drafted with the sections that its sender chose', async () => {
    const { row, assigned } = await shared([]);
    const to = encodeId('org', await anOrganization(service));
    const asked = { caseId: encodeId('case', row.id), to, kind: 'CONSULTATION' };

    const chosen = { ...asked, shareSections: ['PLAN', 'IDENTITY'] };
    const drafts = [
      await command('draftReferral', chosen, workerOf(assigned)),
      await command('draftReferral', asked, workerOf(assigned)),
    ];

    const { data } = await service.ask<Record<string, { shareSections: string[] }>>(
      'query ($one: ID!, $other: ID!) { one: referral(id: $one) { shareSections } other: referral(id: $other) { shareSections } }',
      { one: drafts[0]!.id, other: drafts[1]!.id },
      workerOf(assigned),
    );
    expect(data).toEqual({
      one: { shareSections: ['PLAN', 'IDENTITY'] },
      other: { shareSections: [] },
    });
  });
});

describe('a transfer', () => {
  test('gives the whole case to whom it makes responsible, and leaves the sender its outcome', async () => {
    const whole = await shared([], { kind: 'TRANSFER' });
    const { assigned, referral, row } = whole;
    const [sender, receiver] = [workerOf(assigned), workerOf(referral.toOrganizationId)];
    expect(await seenBy(whole, sender)).toHaveLength(7);

    await step('acceptReferral', whole, 1);

    expect(await seenBy(whole, receiver)).toHaveLength(7);
    expect(await seenBy(whole, sender)).toEqual([]);
    expect(await tablesSeen(service, row, sender)).not.toContain('intervention');
    await change(
      `update welfare_case set status = 'CLOSED', outcome = 'RESOLVED', closed_at = now() where id = $1`,
      [row.id],
    );
    expect(await lookAt(service, row, sender)).toMatchObject({
      status: 'CLOSED',
      outcome: 'RESOLVED',
    });
  });

  test('leaves its outcome alone to a sender who also reported the case', async () => {
    const reporting = await anOrganization(service);
    const whole = await aWholeCase(
      service,
      { reportedByOrganizationId: reporting, assignedOrganizationId: reporting },
      { kind: 'TRANSFER' },
    );
    await step('acceptReferral', whole, 1);

    expect(await seenBy(whole, workerOf(reporting))).toEqual([]);
  });
});

describe('a withdrawn consent', () => {
  test('closes the case to whom it was referred to at the next request, on every path', async () => {
    const whole = await shared([...caseSections], { status: 'IN_PROGRESS' });
    const receiver = workerOf(whole.referral.toOrganizationId);
    expect(await seenBy(whole, receiver)).toHaveLength(7);

    const id = encodeId('con', whole.referral.consentId!);
    const withdrawn = await command('withdrawConsent', { id, expectedVersion: 1 }, officer);

    expect(withdrawn.__typename).toBe('Consent');
    expect(await seenBy(whole, receiver)).toBeNull();
    expect(await tablesSeen(service, whole.row, receiver)).toEqual([
      'referral',
      'referral_history',
    ]);
    const { data } = await service.ask<{ _entities: (object | null)[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on WelfareCase { id } ... on Referral { status case { id } } } }`,
      {
        of: [
          { __typename: 'WelfareCase', id: encodeId('case', whole.row.id) },
          { __typename: 'Referral', id: encodeId('ref', whole.referral.id) },
        ],
      },
      receiver,
    );
    expect(data._entities).toEqual([null, { status: 'CANCELLED', case: null }]);
  });
});
