import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { someRegions, villagesOf } from '../region/region.fixture.js';
import { organizations } from '../service.js';

let service: TestService;
const villages = villagesOf('32.79.04', 12);
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' });

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, villages);
});
afterAll(() => service?.stop());

const aVillage = (): Promise<Organization> =>
  anOrganization(service, { status: 'ACTIVE', regionCode: villages.shift()! });
const officerOf = ({ id, regionCode: region }: Organization) =>
  aCaller({ role: 'KT_OFFICER', region, organizationId: id });

const count = { activeMale: 30, activeFemale: 25, passiveEstimate: 400, source: 'Laporan desa' };

async function tell(mutation: string, input: object, caller: Caller) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, { id: string; version: number }>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
       ... on MembershipSnapshot { id version asOf activeMale activeFemale passiveEstimate source }
       ... on InvalidInputProblem { field } ... on ConflictProblem { currentVersion } } }`,
    { input: { idempotencyKey: randomUUID(), ...count, ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const record = (organization: Organization, asOf: string, caller: Caller, fields = {}) =>
  tell(
    'recordMembership',
    { organizationId: encodeId('org', organization.id), asOf, ...fields },
    caller,
  );

async function shown(
  organization: Organization,
  caller: Caller | undefined,
  asOf: string | null = null,
) {
  const { data, errors } = await service.ask<{
    organization: { membership: { activeMale: number } | null };
  }>(
    'query ($id: ID!, $asOf: Date) { organization(id: $id) { membership(asOf: $asOf) { activeMale } } }',
    { id: encodeId('org', organization.id), asOf },
    caller,
  );
  expect(errors).toEqual([]);
  return data.organization.membership?.activeMale ?? null;
}

describe('Mutation.recordMembership', () => {
  test('is told by the organization or its office, once a day', async () => {
    const organization = await aVillage();

    expect(await record(organization, '2024-12-31', officerOf(organization))).toMatchObject({
      __typename: 'MembershipSnapshot',
      asOf: '2024-12-31',
      ...count,
    });
    expect(await record(organization, '2024-12-31', staff)).toEqual({
      __typename: 'InvalidInputProblem',
      field: 'asOf',
    });
    expect(await service.published()).toEqual([]);
  });

  test('is refused to others, for a day to come and for what is no Karang Taruna', async () => {
    const [organization, another] = [await aVillage(), await aVillage()];
    const institution = await anOrganization(service, {
      status: 'ACTIVE',
      kind: 'LKS',
      regionCode: organization.regionCode,
    });

    for (const caller of [officerOf(another), elsewhere])
      expect(await record(organization, '2024-12-31', caller)).toEqual({
        __typename: 'NotAllowedProblem',
      });
    expect(await record(organization, '2026-11-21', staff)).toMatchObject({ field: 'asOf' });
    expect(await record(institution, '2024-12-31', staff)).toMatchObject({
      field: 'organizationId',
    });
  });
});

describe('Mutation.amendMembership', () => {
  test('corrects a count that was seen, and answers the same key the same', async () => {
    const organization = await aVillage();
    const { id } = await record(organization, '2024-12-31', staff);
    const input = { id, expectedVersion: 1, activeMale: 31, idempotencyKey: randomUUID() };

    const amended = await tell('amendMembership', input, officerOf(organization));
    const again = await tell('amendMembership', input, officerOf(organization));
    const stale = await tell('amendMembership', { id, expectedVersion: 1 }, staff);

    expect(amended).toMatchObject({ version: 2, activeMale: 31 });
    expect(again).toEqual(amended);
    expect(stale).toEqual({ __typename: 'ConflictProblem', currentVersion: 2 });
  });
});

describe('Organization.membership', () => {
  test('is the latest count up to a day, for the organization and the offices that cover it', async () => {
    const organization = await aVillage();
    await record(organization, '2023-12-31', staff, { activeMale: 20 });
    await record(organization, '2024-12-31', staff, { activeMale: 30 });

    expect(await shown(organization, staff)).toBe(30);
    expect(await shown(organization, officerOf(organization), '2024-12-30')).toBe(20);
    expect(await shown(organization, staff, '2023-12-30')).toBeNull();
    expect(await shown(organization, undefined)).toBeNull();
    expect(await shown(organization, elsewhere)).toBeNull();
  });

  test('costs as many statements for many organizations as for few', async () => {
    for (let index = 0; index < 4; index += 1) await record(await aVillage(), '2024-12-31', staff);
    const list = (first: number) =>
      service.ask<{ organizations: { nodes: object[] } }>(
        `query ($first: Int!) { organizations(region: "32.79", kind: KARANG_TARUNA, first: $first) {
           nodes { membership { activeMale } } } }`,
        { first },
        staff,
      );

    const [few, many] = [await list(1), await list(8)];

    expect(many.errors).toEqual([]);
    expect(many.data.organizations.nodes.length).toBeGreaterThan(
      few.data.organizations.nodes.length,
    );
    expect(many.statements).toBe(few.statements);
  });
});
