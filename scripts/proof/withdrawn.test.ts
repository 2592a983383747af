import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { awards } from '@jejaring/awards/service';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { organizations } from '@jejaring/organizations/service';
import { handledCaseCounted } from '@jejaring/schema/events/welfare-cases.events';
import { training } from '@jejaring/training/service';
import { aCase } from '@jejaring/welfare-cases/case/case.fixture';
import { anOrganization } from '@jejaring/welfare-cases/organization/organization.fixture';
import { aConsent, aReferral } from '@jejaring/welfare-cases/referral/referral.fixture';
import { welfareCases } from '@jejaring/welfare-cases/service';
import { everythingIn } from './everything-in.fixture.js';

let cases: TestService;
let others: TestService[];

beforeAll(async () => {
  cases = await startTestService(welfareCases);
  others = [
    await startTestService(organizations),
    await startTestService(training),
    await startTestService(awards),
  ];
}, 120_000);
afterAll(async () => {
  for (const service of [cases, ...(others ?? [])]) await service?.stop();
});

/** A case in service whose receiver has taken on what was referred, all on one consent. */
async function aSharedCase() {
  const assignedOrganizationId = await anOrganization(cases);
  const receiver = await anOrganization(cases);
  const row = await aCase(cases, { status: 'IN_SERVICE', assignedOrganizationId });
  const { id: caseId, regionCode } = row;
  const consentId = await aConsent(cases, {
    caseId,
    regionCode,
    recordedByOrganizationId: assignedOrganizationId,
    purposes: ['CASE_HANDLING', 'SHARE_WITH_ORG'],
  });
  await aReferral(cases, {
    caseId,
    consentId,
    fromOrganizationId: assignedOrganizationId,
    toOrganizationId: receiver,
    status: 'ACCEPTED',
    sections: ['IDENTITY', 'ASSESSMENT'],
  });
  return { row, consentId, assignedOrganizationId, receiver };
}

const worker = (organizationId: string) =>
  aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });

async function sees(caseId: string, organizationId: string): Promise<unknown> {
  const { data, errors } = await cases.ask<{ case: unknown }>(
    'query ($id: ID!) { case(id: $id) { id beneficiary { id } } }',
    { id: encodeId('case', caseId) },
    worker(organizationId),
  );
  expect(errors).toEqual([]);
  return data.case;
}

/** The only thing that another service keeps of cases: how many an organization handled. */
async function deliverWhatIsCounted() {
  for (const { type, data } of await cases.published()) {
    if (type !== handledCaseCounted.type) continue;
    for (const service of others) await service.deliver(handledCaseCounted, data as never);
  }
}

describe('a consent that is withdrawn', () => {
  test('stops the handling at once, closes what was shared, and leaves nothing of the case in any other database', async () => {
    const { row, consentId, assignedOrganizationId, receiver } = await aSharedCase();
    expect(await sees(row.id, receiver)).toMatchObject({ beneficiary: { id: expect.any(String) } });

    const { data } = await cases.ask<{ withdrawConsent: object }>(
      'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename ... on Consent { stopsBy } } }',
      {
        input: {
          id: encodeId('con', consentId),
          expectedVersion: 1,
          idempotencyKey: randomUUID(),
        },
      },
      worker(assignedOrganizationId),
    );
    await deliverWhatIsCounted();

    expect(data.withdrawConsent).toEqual({
      __typename: 'Consent',
      stopsBy: new Date(cases.clock.at.getTime() + 72 * 3_600_000).toISOString(),
    });
    expect(await sees(row.id, receiver)).toBeNull();
    expect(await sees(row.id, assignedOrganizationId)).toBeNull();
    const said = (await cases.published()).map(({ type }) => type);
    expect(said).toEqual(
      expect.arrayContaining([
        'welfare-cases.referral.cancelled.v1',
        'welfare-cases.consent.withdrawn.v1',
        'welfare-cases.case.restricted.v1',
      ]),
    );
    const ids = [row.id, row.beneficiaryId, consentId];
    const traces = [
      ...ids,
      encodeId('case', row.id),
      encodeId('ben', row.beneficiaryId),
      encodeId('con', consentId),
    ];
    for (const service of others) {
      const text = await everythingIn(service);
      expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
    }
  });
});
