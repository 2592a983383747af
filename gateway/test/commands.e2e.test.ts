import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Outcome } from './federation.fixture.js';
import { eventually, findFederation, head, officer, staff } from './federation.fixture.js';
import { anApplication, aRegisteredOrganization } from './registered.fixture.js';

const federation = findFederation();
const shown = { type: 'Organization', fields: 'status registeredNumber' };
const office = staff('32.09');

const stepOf = ({ id, version }: Outcome) => ({ id, expectedVersion: version });

/** The welfare service decides from its own copy of the register. */
async function declareCapability(organizationId: string): Promise<string> {
  const document = `mutation Declare($input: DeclareServiceCapabilityInput!) {
    declareServiceCapability(input: $input) { __typename } }`;
  const facts = { categories: ['FAKIR_MISKIN'], regions: ['32.09'], monthlyCapacity: 3 };
  const input = { organizationId, ...facts, idempotencyKey: randomUUID() };
  const { data } = await federation.ask<Record<string, Outcome>>(document, { input }, office);
  return data.declareServiceCapability!.__typename;
}

describe('a registration', () => {
  test('is drafted, submitted and verified, and then known to the other services', async () => {
    const verified = await aRegisteredOrganization(federation, '32.09.01.2008');

    expect(verified).toMatchObject({
      __typename: 'Organization',
      status: 'ACTIVE',
      registeredNumber: 'KT-3209012008-0001',
    });
    const declared = await eventually(
      () => declareCapability(verified.id),
      (typename) => typename === 'ServiceCapability',
    );
    expect(declared).toBe('ServiceCapability');
  });

  test('is not verified by the hand that applied', async () => {
    const drafted = await anApplication(federation, '32.09.01.2009');
    const both = { role: 'DINSOS_REGENCY_STAFF', region: '32.09', sub: 'one-hand' };
    const own = await federation.command(
      'draftRegistration',
      both,
      {
        kind: 'KARANG_TARUNA',
        level: 'VILLAGE',
        name: 'Karang Taruna Uji',
        regionCode: '32.09.01.2010',
        establishedOn: '2012-01-01',
        chairName: 'Ketua Uji',
      },
      shown,
    );
    const submitted = await federation.command('submitRegistration', both, stepOf(own), shown);

    const verify = (claims: typeof both, seen: Outcome) =>
      federation.command('verifyRegistration', claims, stepOf(seen), shown);
    expect(await verify(both, submitted)).toMatchObject({
      __typename: 'RegistrationRefusedProblem',
    });
    expect(await verify(both, drafted)).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('a command', () => {
  test('on a row that changed since is a conflict that tells the version of now', async () => {
    const submitted = await anApplication(federation, '32.09.01.2011');
    const stale = { id: submitted.id, expectedVersion: submitted.version - 1 };

    const outcome = await federation.command('verifyRegistration', office, stale, shown);

    expect(outcome).toMatchObject({
      __typename: 'ConflictProblem',
      currentVersion: submitted.version,
    });
  });

  test('under the same key answers the same, also after the row went on', async () => {
    const submitted = await anApplication(federation, '32.09.01.2012');
    const input = { ...stepOf(submitted), idempotencyKey: randomUUID() };
    const verify = () => federation.command('verifyRegistration', office, input, shown);
    const first = await verify();
    const decree = { ...stepOf(first), decreeNumber: 'SK/1/2026' };
    await federation.command('suspendOrganization', head('32.09'), decree, shown);

    expect(first).toMatchObject({ status: 'ACTIVE' });
    expect(await verify()).toEqual(first);
    expect(await Promise.all([verify(), verify(), verify()])).toEqual([first, first, first]);
  });

  test('under a used key with other input is refused', async () => {
    const submitted = await anApplication(federation, '32.09.01.2013');
    const idempotencyKey = randomUUID();
    const input = { ...stepOf(submitted), idempotencyKey };
    await federation.command('verifyRegistration', office, input, shown);

    const other = { ...input, expectedVersion: 7 };
    const outcome = await federation.command('verifyRegistration', office, other, shown);

    expect(outcome.__typename).toBe('IdempotencyKeyReusedProblem');
  });

  test('beyond the region is not allowed, or finds nothing', async () => {
    const submitted = await anApplication(federation, '32.09.01.2014');
    const verified = await aRegisteredOrganization(federation, '32.09.01.2015');
    const suspend = { ...stepOf(verified), decreeNumber: 'SK/2/2026' };

    const hidden = await federation.command(
      'verifyRegistration',
      staff('32.79'),
      stepOf(submitted),
      shown,
    );
    const seen = await federation.command('suspendOrganization', head('32.79'), suspend, shown);

    expect(hidden.__typename).toBe('NotFoundProblem');
    expect(seen.__typename).toBe('NotAllowedProblem');
  });

  test('on behalf of a place outside the applicant’s region is not allowed', async () => {
    const facts = {
      kind: 'KARANG_TARUNA',
      level: 'VILLAGE',
      name: 'Karang Taruna Uji',
      regionCode: '32.09.01.2016',
    };

    const outcome = await federation.command(
      'draftRegistration',
      officer('32.79.04.2006'),
      facts,
      shown,
    );

    expect(outcome.__typename).toBe('NotAllowedProblem');
  });
});
