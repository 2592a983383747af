import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { awardGranted } from '@jejaring/schema/events/awards.events';
import { organizations } from '../service.js';
import { anOrganization } from './organization.fixture.js';
import type { Organization } from './organization.entity.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(organizations);
  const places = Array.from({ length: 30 }, (_none, index) => `32.79.04.${2001 + index}`);
  const codes = ['32', '32.79', '32.79.04', ...places];
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, 'VILLAGE', 'DESA', null, code, 'test' from unnest($1::text[]) as code`,
    [codes],
  );
});
afterAll(() => service?.stop());

const officer = aCaller({ role: 'KT_OFFICER', region: '32.79.04' });
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const head = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });

interface Outcome {
  __typename: string;
  id?: string;
  version?: number;
  status?: string;
  registeredNumber?: string;
  ground?: string;
  missing?: string[];
  field?: string;
}

const fields = `__typename
  ... on Organization { id version status registeredNumber }
  ... on RegistrationRefusedProblem { ground missing }
  ... on InvalidInputProblem { field }`;

async function draft(input: object, caller: Caller = officer): Promise<Outcome> {
  const { data, errors } = await service.ask<{ draftRegistration: Outcome }>(
    `mutation ($input: DraftRegistrationInput!) { draftRegistration(input: $input) { ${fields} } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        kind: 'KARANG_TARUNA',
        level: 'VILLAGE',
        name: 'Karang Taruna Bina Muda',
        regionCode: '32.79.04.2001',
        establishedOn: '2010-09-26',
        chairName: 'Nama Ketua Contoh',
        ...input,
      },
    },
    caller,
  );
  expect(errors).toEqual([]);
  return data.draftRegistration;
}

async function lead(
  mutation: string,
  type: string,
  seen: Outcome | Organization,
  caller: Caller,
  facts = {},
) {
  const id = seen.id!.startsWith('org_') ? seen.id : encodeId('org', seen.id!);
  const input = { id, expectedVersion: seen.version, idempotencyKey: randomUUID(), ...facts };
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`,
    { input },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const submit = (seen: Outcome, caller = officer) =>
  lead('submitRegistration', 'OrganizationStepInput', seen, caller);
const verify = (seen: Outcome | Organization, caller = staff) =>
  lead('verifyRegistration', 'OrganizationStepInput', seen, caller);

describe('registration of an organization', () => {
  test('goes from draft to the register, with a number, two events, a period and encrypted names', async () => {
    const drafted = await draft({});
    const submitted = await submit(drafted);

    const active = await verify(submitted);

    expect(active).toMatchObject({
      status: 'ACTIVE',
      version: 3,
      registeredNumber: 'KT-3279042001-0001',
    });
    const events = (await service.published()).filter(({ key }) => key === drafted.id);
    expect(events).toMatchObject([
      { type: 'organizations.organization.submitted.v1' },
      {
        type: 'organizations.organization.registered.v1',
        region: '32.79.04.2001',
        data: {
          organizationId: drafted.id,
          kind: 'KARANG_TARUNA',
          level: 'VILLAGE',
          regionCode: '32.79.04.2001',
        },
      },
    ]);
    const stored = JSON.stringify(await service.rows('select * from organization'));
    expect(stored).not.toContain('Nama Ketua Contoh');
    expect(await service.rows('select status, valid_to from organization_period')).toEqual([
      { status: 'ACTIVE', valid_to: null },
    ]);
  });

  test('refuses to submit a Karang Taruna without its chair, and an LKS without its papers', async () => {
    const kt = await submit(await draft({ chairName: null, regionCode: '32.79.04.2002' }));
    const lks = await submit(
      await draft({ kind: 'LKS', documents: ['BOARD_LIST'], regionCode: '32.79.04.2002' }),
    );

    expect(kt).toMatchObject({ ground: 'incomplete', missing: ['chairName'] });
    expect(lks).toMatchObject({ ground: 'incomplete', missing: ['FOUNDING_DEED', 'PROGRAMME'] });
  });

  test('refuses a level that does not fit the region, and a region that is not there', async () => {
    expect(await draft({ level: 'DISTRICT' })).toMatchObject({
      __typename: 'InvalidInputProblem',
      field: 'level',
    });
    expect(await draft({ regionCode: '32.79.04.9999' })).toMatchObject({ field: 'regionCode' });
    expect(await draft({ establishedOn: '2999-01-01' })).toMatchObject({ field: 'establishedOn' });
  });

  test('refuses a draft outside the caller’s region', async () => {
    expect(await draft({}, elsewhere)).toMatchObject({ __typename: 'NotAllowedProblem' });
  });

  test('refuses the verifier who applied', async () => {
    const submitted = await submit(await draft({ regionCode: '32.79.04.2003' }, staff), staff);

    expect(await verify(submitted)).toMatchObject({ ground: 'own-application' });
  });

  test('refuses a second Karang Taruna at the same place, also when both are verified at once', async () => {
    const regionCode = '32.79.04.2004';
    const rivals = [
      await anOrganization(service, { regionCode }),
      await anOrganization(service, { regionCode }),
    ];

    const outcomes = await Promise.all(rivals.map((rival) => verify(rival)));

    expect(outcomes.map(({ status, ground }) => status ?? ground).sort()).toEqual([
      'ACTIVE',
      'place-taken',
    ]);
  });

  test('is not there for an office of another regency', async () => {
    const submitted = await anOrganization(service, { regionCode: '32.79.04.2005' });

    expect(await verify(submitted, elsewhere)).toMatchObject({ __typename: 'NotFoundProblem' });
  });

  test('comes back for completion and is submitted again', async () => {
    const submitted = await submit(await draft({ regionCode: '32.79.04.2007' }));

    const returned = await lead('returnRegistration', 'ReturnRegistrationInput', submitted, staff, {
      reason: 'Lampirkan daftar pengurus.',
    });

    expect(returned).toMatchObject({ status: 'RETURNED' });
    expect(await submit(returned)).toMatchObject({ status: 'SUBMITTED' });
  });
});

describe('life of an organization', () => {
  test('is suspended by the head alone, under a decree, and says so', async () => {
    const active = await anOrganization(service, { status: 'ACTIVE', regionCode: '32.79.04.2008' });
    const decree = { decreeNumber: '141.1/12/2026' };

    const byStaff = await lead(
      'suspendOrganization',
      'OrganizationDecreeInput',
      active,
      staff,
      decree,
    );
    const byHead = await lead(
      'suspendOrganization',
      'OrganizationDecreeInput',
      active,
      head,
      decree,
    );

    expect(byStaff.__typename).toBe('NotAllowedProblem');
    expect(byHead).toMatchObject({ status: 'SUSPENDED' });
    const events = (await service.published()).filter(
      ({ key }) => key === encodeId('org', active.id),
    );
    expect(events.map(({ type }) => type)).toEqual(['organizations.organization.suspended.v1']);
  });

  test('was what it was on a day of valid time', async () => {
    service.clock.at = new Date('2014-06-25T02:00:00Z');
    const active = await verify(await anOrganization(service, { regionCode: '32.79.04.2009' }));
    service.clock.at = new Date('2026-11-20T02:00:00Z');
    await lead('dissolveOrganization', 'OrganizationDecreeInput', active, head, {
      decreeNumber: 'SK 1',
    });

    const { data } = await service.ask<{ organization: object }>(
      `query ($id: ID!) { organization(id: $id) {
        now: status before: status(asOf: "2014-06-24") then: status(asOf: "2020-01-01") } }`,
      { id: active.id },
    );

    expect(data.organization).toEqual({ now: 'DISSOLVED', before: null, then: 'ACTIVE' });
  });

  test('is shown as the register knew it at a moment of recorded time', async () => {
    const submitted = await anOrganization(service, { regionCode: '32.79.04.2010' });
    const [known] = await service.rows<{ at: Date }>('select clock_timestamp() as at');
    await verify(submitted);

    const { data } = await service.ask<{ organization: { version: number; status: string } }>(
      'query ($id: ID!, $at: DateTime) { organization(id: $id, recordedAt: $at) { version status } }',
      { id: encodeId('org', submitted.id), at: known!.at.toISOString() },
      staff,
    );

    expect(data.organization).toEqual({ version: 1, status: 'SUBMITTED' });
  });

  test('finds an organization by its number in the register, as it is typed', async () => {
    const fields = { status: 'ACTIVE', registeredNumber: 'KT-3279042013-0001' } as const;
    const active = await anOrganization(service, { ...fields, regionCode: '32.79.04.2013' });
    const find = async (registeredNumber: string | null, id: string | null = null) =>
      service.ask<{ organization: { id: string } | null }>(
        'query ($n: String, $id: ID) { organization(registeredNumber: $n, id: $id) { id } }',
        { n: registeredNumber, id },
      );

    for (const number of ['KT-3279042013-0001', ' kt-3279042013-0001 '])
      expect((await find(number)).data.organization).toEqual({ id: encodeId('org', active.id) });
    expect((await find('KT-3279042013-0002')).data.organization).toBeNull();
    for (const asked of [await find(null), await find('KT-3279042013-0001', 'org_1')])
      expect(asked.errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', argument: 'id' } },
      ]);
  });

  test('counts an award once, however often it is told', async () => {
    const active = await anOrganization(service, { status: 'ACTIVE', regionCode: '32.79.04.2011' });
    const organizationId = encodeId('org', active.id);
    const award = { ...awardGranted.sample, organizationId };

    await service.deliver(awardGranted, award);
    await service.deliver(awardGranted, award);

    const { data } = await service.ask<{ organization: object }>(
      'query ($id: ID!) { organization(id: $id) { awardsWon } }',
      { id: organizationId },
    );
    expect(data.organization).toEqual({ awardsWon: 1 });
  });
});

describe('Query.organizations', () => {
  test('shows the public what is registered, and drafts to nobody but applicant and offices', async () => {
    const regionCode = '32.79.04.2012';
    await anOrganization(service, { regionCode, status: 'ACTIVE' });
    await anOrganization(service, { regionCode, status: 'DRAFT' });
    const list = async (caller?: Caller) => {
      const { data } = await service.ask<{ organizations: { totalCount: number } }>(
        'query ($region: RegionCode!) { organizations(region: $region) { totalCount nodes { id } } }',
        { region: regionCode },
        caller,
      );
      return data.organizations.totalCount;
    };

    expect(await list()).toBe(1);
    expect(await list(elsewhere)).toBe(1);
    expect(await list(staff)).toBe(2);
  });

  test('asks as many statements for many as for few, and pages through all without gap or double', async () => {
    for (let index = 13; index < 30; index += 1) {
      await anOrganization(service, { status: 'ACTIVE', regionCode: `32.79.04.${2001 + index}` });
    }
    const ask = (first: number, after: string | null = null) =>
      service.ask<{
        organizations: {
          nodes: { id: string }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      }>(
        `query ($first: Int!, $after: String) { organizations(region: "32.79", first: $first, after: $after) {
          nodes { id name awardsWon region { path } status(asOf: "2026-01-01") viewerCan }
          pageInfo { endCursor hasNextPage } } }`,
        { first, after },
        staff,
      );
    const few = await ask(3);
    const many = await ask(100);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const { data }: Awaited<ReturnType<typeof ask>> = await ask(4, after);
      paged.push(...data.organizations.nodes.map(({ id }) => id));
      if (!data.organizations.pageInfo.hasNextPage) break;
      after = data.organizations.pageInfo.endCursor;
    }

    expect(many.statements).toBe(few.statements);
    expect(paged).toEqual(many.data.organizations.nodes.map(({ id }) => id));
  });

  test('names a cursor that is not one of the list', async () => {
    const { errors } = await service.ask(
      '{ organizations(region: "32", after: "abc") { totalCount } }',
    );

    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});
