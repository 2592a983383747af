import { describe, expect, test } from '@jest/globals';
import { demoOrganization } from '../../scripts/proof/published-operations.js';
import type { Claims, Outcome } from './federation.fixture.js';
import { findFederation, officer, operation, staff } from './federation.fixture.js';
import { StreamClient } from './live-client.fixture.js';
import { anApplication } from './registered.fixture.js';
import { until } from './world.fixture.js';

const federation = findFederation();

async function subscribe(name: string, variables: object, claims: Claims): Promise<StreamClient> {
  const client = await StreamClient.open({
    url: federation.addresses.gateway,
    query: operation(name),
    variables: { ...variables },
    ...(claims === null ? {} : { token: await federation.token(claims) }),
  });
  expect(client.response.status).toBe(200);
  return client;
}

describe('what happens', () => {
  const village = '32.79.04.2006';
  const receiver = officer(village, demoOrganization(village));

  interface Inbox {
    referrals: { nodes: (Outcome & { viewerCan: string[]; case: { id: string } })[] };
  }

  test('to a referral reaches the inbox of its receiver and the office of the case, and nobody else', async () => {
    const inbox = await subscribe('ReferralInboxChanges', {}, receiver);
    const office = await subscribe('CaseChanges', { region: '32.79' }, staff('32.79'));
    const elsewhere = await subscribe('CaseChanges', {}, staff('32.09'));
    const document = '{ referrals(first: 50) { nodes { id version viewerCan case { id } } } }';
    const { data } = await federation.ask<Inbox>(document, {}, receiver);
    const waiting = data.referrals.nodes.find(({ viewerCan }) =>
      viewerCan.includes('ACKNOWLEDGE'),
    )!;

    const input = { id: waiting.id, expectedVersion: waiting.version };
    await federation.command('acknowledgeReferral', receiver, input, { type: 'Referral' });

    await until(() => inbox.results.length >= 1 && office.results.length >= 1);
    expect(inbox.results[0].data.referralInboxChanged).toMatchObject({
      type: 'welfare-cases.referral.acknowledged.v1',
      gap: null,
      referral: { id: waiting.id, status: 'ACKNOWLEDGED' },
    });
    expect(office.results[0].data.caseChanged.case.id).toBe(waiting.case.id);
    expect(elsewhere.results).toEqual([]);
    for (const client of [inbox, office, elsewhere]) client.close();
  });

  test('to an organization is told to everybody once it is registered, not while it is applied for', async () => {
    const region = '32.09.01.2017';
    const anybody = await subscribe('OrganizationChanges', { region }, null);
    const submitted = await anApplication(federation, region);
    const input = { id: submitted.id, expectedVersion: submitted.version };
    const shown = { type: 'Organization', fields: 'status' };
    await federation.command('verifyRegistration', staff('32.09'), input, shown);

    await until(() => anybody.results.length >= 1);
    const told = anybody.results.map(({ data }) => data.organizationChanged);
    expect(told[0]).toMatchObject({
      type: 'organizations.organization.registered.v1',
      organization: { id: submitted.id, status: 'ACTIVE' },
    });
    anybody.close();
  });
});
