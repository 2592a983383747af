import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { aCase } from '../case/case.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { aConsent, aReferral } from '../referral/referral.fixture.js';
import { welfareCases } from '../service.js';

let service: TestService;
const officer = aCaller({ role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ role: 'DATA_PROTECTION_OFFICER', region: '33.16' });

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());

async function withdraw(id: string, caller: Caller, expectedVersion = 1) {
  const { data, errors } = await service.ask<{ withdrawConsent: Record<string, unknown> }>(
    `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
      __typename
      ... on Consent { withdrawnAt stopsBy }
      ... on ConsentRefusedProblem { ground }
    } }`,
    { input: { idempotencyKey: randomUUID(), id: encodeId('con', id), expectedVersion } },
    caller,
  );
  expect(errors).toEqual([]);
  return data.withdrawConsent;
}

async function aSharedCase(purposes: string[]) {
  const organizationId = await anOrganization(service);
  const row = await aCase(service, {
    status: 'IN_SERVICE',
    assignedOrganizationId: organizationId,
  });
  const { id: caseId, regionCode } = row;
  const recordedByOrganizationId = organizationId;
  const consentId = await aConsent(service, {
    caseId,
    regionCode,
    recordedByOrganizationId,
    purposes,
  });
  const referral = await aReferral(service, {
    caseId,
    consentId,
    fromOrganizationId: organizationId,
  });
  const worker = aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });
  return { caseId, consentId, referral, worker };
}

const statusOf = async (table: string, id: string) =>
  (await service.rows<{ status: string }>(`select status from ${table} where id = $1`, [id]))[0]!
    .status;

const openCases = async () => {
  const { data } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Region { welfare { openCases { total } } } } }`,
    { of: [{ __typename: 'Region', code: '32.79' }] },
    staff,
  );
  return JSON.stringify(data);
};

describe('Mutation.withdrawConsent', () => {
  test('of handling ends referrals, restricts the case and tells until when all must have stopped; the count stays', async () => {
    const { caseId, consentId, referral, worker } = await aSharedCase([
      'CASE_HANDLING',
      'SHARE_WITH_ORG',
    ]);
    const counted = await openCases();

    const withdrawn = await withdraw(consentId, worker);

    expect(withdrawn).toEqual({
      __typename: 'Consent',
      withdrawnAt: '2026-11-20T02:00:00.000Z',
      stopsBy: '2026-11-23T02:00:00.000Z',
    });
    expect(await statusOf('referral', referral.id)).toBe('CANCELLED');
    expect(await statusOf('welfare_case', caseId)).toBe('RESTRICTED');
    expect(await openCases()).toBe(counted);
    const events = (await service.published()).filter(
      ({ key }) => key === encodeId('case', caseId),
    );
    expect(events.map(({ type }) => type)).toEqual([
      'welfare-cases.referral.cancelled.v1',
      'welfare-cases.consent.withdrawn.v1',
      'welfare-cases.case.restricted.v1',
    ]);
  });

  test('of sharing ends what was shared, not the case', async () => {
    const { caseId, consentId, referral } = await aSharedCase(['SHARE_WITH_ORG']);

    await withdraw(consentId, officer);

    expect(await statusOf('referral', referral.id)).toBe('CANCELLED');
    expect(await statusOf('welfare_case', caseId)).toBe('IN_SERVICE');
  });

  test('leaves a case alone that is restricted already', async () => {
    const { caseId, consentId } = await aSharedCase(['CASE_HANDLING']);
    await withdraw(consentId, officer);
    const second = await aConsent(service, {
      caseId,
      regionCode: '32.79.04.2006',
      purposes: ['CASE_HANDLING'],
    });

    expect(await withdraw(second, officer)).toMatchObject({ __typename: 'Consent' });
    expect(await statusOf('welfare_case', caseId)).toBe('RESTRICTED');
  });

  test('is done once, by those who may', async () => {
    const { consentId } = await aSharedCase(['SHARE_WITH_ORG']);

    expect(await withdraw(consentId, elsewhere)).toEqual({ __typename: 'NotFoundProblem' });
    expect(await withdraw(consentId, officer)).toMatchObject({ __typename: 'Consent' });
    expect(await withdraw(consentId, officer, 2)).toMatchObject({ ground: 'already-withdrawn' });
    expect(await withdraw(consentId, officer)).toMatchObject({ __typename: 'ConflictProblem' });
  });
});
