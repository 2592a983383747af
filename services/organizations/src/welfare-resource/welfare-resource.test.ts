import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anOrganization } from '../organization/organization.fixture.js';
import type { Organization } from '../organization/organization.entity.js';
import { organizations } from '../service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(organizations);
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, 'DISTRICT', 'KECAMATAN', null, code, 'test' from unnest($1::text[]) as code`,
    [['32.79', '32.79.01', '32.79.02', '32.79.03', '32.79.04', '32.79.04.2001']],
  );
});
afterAll(() => service?.stop());

const worker = aCaller({ role: 'PSKS_WORKER', region: '32.79' });
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const province = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '32' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  level?: string;
  ground?: string;
  missing?: string[];
  field?: string;
}

const fields = `__typename
  ... on Organization { id version status level }
  ... on InvalidInputProblem { field }`;
const own = {
  registration: '... on RegistrationRefusedProblem { ground missing }',
  paper: '... on NotRegisteredProblem { ground }',
};

async function give(mutation: string, type: string, input: object, caller: Caller) {
  const refused = mutation.startsWith('record') ? own.paper : own.registration;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} ${refused} } }`;
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const { data, errors } = await service.ask<Record<string, Outcome>>(document, variables, caller);
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const draft = (input: object, caller = worker) =>
  give(
    'draftRegistration',
    'DraftRegistrationInput',
    { name: 'Contoh', regionCode: '32.79', establishedOn: '2020-01-01', ...input },
    caller,
  );
const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });
const submit = (of: Outcome) =>
  give('submitRegistration', 'OrganizationStepInput', seen(of), worker);
const verify = (of: Outcome) =>
  give('verifyRegistration', 'OrganizationStepInput', seen(of), staff);
const papers = ['BOARD_LIST', 'PROGRAMME'];

describe('Query.welfareResourceKinds', () => {
  test('tells anybody the 12 kinds with Indonesian names and natures, Karang Taruna among them', async () => {
    const { data } = await service.ask<{ welfareResourceKinds: { kind: string }[] }>(
      '{ welfareResourceKinds { kind name { id } nature } }',
    );

    expect(data.welfareResourceKinds).toHaveLength(12);
    const name = { id: 'Karang Taruna' };
    const kind = 'KARANG_TARUNA';
    expect(data.welfareResourceKinds[4]).toEqual({ kind, name, nature: 'ORGANIZATION' });
  });
});

describe('registration of an LKS', () => {
  test('goes without legal personality on a founding note, and shows it', async () => {
    const particulars = { legalPersonality: { form: 'NONE' }, owner: 'COMMUNITY' };
    const drafted = await draft({ kind: 'LKS', documents: papers, particulars });

    const early = await submit(drafted);
    const documents = [...papers, 'FOUNDING_NOTE'];
    const amended = await give(
      'amendRegistration',
      'AmendRegistrationInput',
      { ...seen(drafted), documents },
      worker,
    );
    const active = await verify(await submit(amended));

    expect(early).toMatchObject({ ground: 'incomplete', missing: ['FOUNDING_NOTE'] });
    expect(active).toMatchObject({ status: 'ACTIVE', level: 'REGENCY' });
    const { data } = await service.ask<{ organization: object }>(
      `query ($id: ID!) { organization(id: $id) { nature owner dutyRegion { code }
        legalPersonality { has form deedNumber } } }`,
      { id: active.id },
    );
    expect(data.organization).toEqual({
      nature: 'ORGANIZATION',
      owner: 'COMMUNITY',
      dutyRegion: null,
      legalPersonality: { has: false, form: 'NONE', deedNumber: null },
    });
  });

  test('wants deed and approval of a foundation, and no deed of one without legal personality', async () => {
    const documents = [...papers, 'FOUNDING_DEED'];
    const legalPersonality = { form: 'YAYASAN', deedNumber: '12' };
    const foundation = await draft({ kind: 'LKS', documents, particulars: { legalPersonality } });
    const none = { form: 'NONE', deedNumber: '12' };

    expect(await submit(foundation)).toMatchObject({ missing: ['approvalNumber'] });
    expect(await draft({ kind: 'LKS', particulars: { legalPersonality: none } })).toMatchObject({
      __typename: 'InvalidInputProblem',
      field: 'legalPersonality',
    });
  });

  test('keeps two sources of one fact, the one that differs too', async () => {
    const sources = [
      { source: 'Warta Contoh', field: 'establishedOn', statedOn: '2024-07-10' },
      { source: 'Kabar Contoh', field: 'establishedOn', value: '2019-01-01', accepted: false },
    ];
    const drafted = await draft({ kind: 'LKS', sources });

    const { data } = await service.ask<{ organization: { sources: object[] } }>(
      'query ($id: ID!) { organization(id: $id) { sources { source value accepted } } }',
      { id: drafted.id },
      worker,
    );

    expect(data.organization.sources).toEqual([
      { source: 'Warta Contoh', value: null, accepted: true },
      { source: 'Kabar Contoh', value: '2019-01-01', accepted: false },
    ]);
  });
});

describe('registration of a TKSK', () => {
  const tksk = (dutyRegionCode: string) =>
    draft({ kind: 'TKSK', particulars: { dutyRegionCode, membershipNumber: 'T-1' } });

  test('wants one kecamatan of its regency as region of duty, and takes its level', async () => {
    const without = await submit(await draft({ kind: 'TKSK' }));

    expect(without).toMatchObject({ missing: ['dutyRegionCode'] });
    expect(await tksk('32.79.04.2001')).toMatchObject({ field: 'dutyRegionCode' });
    expect(await tksk('32.79.99')).toMatchObject({ field: 'dutyRegionCode' });
    expect(await tksk('32.79.01')).toMatchObject({ status: 'DRAFT', level: 'DISTRICT' });
  });

  test('is refused where the kecamatan has one, also when two are verified at once', async () => {
    const rivals = await Promise.all(
      ['32.79.02', '32.79.02', '32.79.03'].map(async (code) => submit(await tksk(code))),
    );

    const outcomes = await Promise.all(rivals.map(verify));
    const late = await verify(await submit(await tksk('32.79.03')));

    expect(outcomes.map(({ status, ground }) => status ?? ground).sort()).toEqual([
      'ACTIVE',
      'ACTIVE',
      'duty-taken',
    ]);
    expect(late).toMatchObject({ ground: 'duty-taken' });
  });
});

describe('Mutation.amendRegistration', () => {
  test('is the applicant’s, until the office has it', async () => {
    const drafted = await draft({ kind: 'WKSBM' });
    const amend = (of: Outcome, caller: Caller) =>
      give('amendRegistration', 'AmendRegistrationInput', { ...seen(of), name: 'Baru' }, caller);

    const byStaff = await amend(drafted, staff);
    const submitted = await submit(drafted);
    const late = await amend(submitted, worker);
    const stale = await amend(drafted, worker);

    expect(byStaff.__typename).toBe('NotAllowedProblem');
    expect(late).toMatchObject({ ground: 'wrong-state' });
    expect(stale.__typename).toBe('ConflictProblem');
  });
});

describe('Mutation.recordAccreditation', () => {
  const facts = { certificateNumber: 'B-7', validFrom: '2024-01-01', validTo: '2029-01-01' };
  const record = (of: Organization, caller: Caller, input: object = {}) =>
    give(
      'recordAccreditation',
      'RecordAccreditationInput',
      { id: encodeId('org', of.id), expectedVersion: 1, grade: 'B', ...facts, ...input },
      caller,
    );
  const anLks = (status: 'ACTIVE' | 'SUBMITTED' = 'ACTIVE') =>
    anOrganization(service, { kind: 'LKS', status, regionCode: '32.79' });

  test('is the offices’ in whose region it lies, of an institution of the register', async () => {
    const lks = await anLks();

    expect((await record(lks, elsewhere)).__typename).toBe('NotAllowedProblem');
    expect(await record(await anLks('SUBMITTED'), staff)).toMatchObject({
      ground: 'not-registered',
    });
    expect(await record(lks, province, { validTo: '2024-01-01' })).toMatchObject({
      field: 'validTo',
    });
    expect(await record(lks, staff)).toMatchObject({ version: 2 });
    expect((await record(lks, staff)).__typename).toBe('ConflictProblem');
  });

  test('is answered again for the same key, and recorded once', async () => {
    const lks = await anLks();
    const input = { idempotencyKey: randomUUID() };

    const first = await record(lks, staff, input);

    expect(await record(lks, staff, input)).toEqual(first);
    const count = 'select count(*)::integer as n from accreditation where organization_id = $1';
    expect(await service.rows(count, [lks.id])).toEqual([{ n: 1 }]);
  });

  test('shows what is valid on a day, with permits, in as many statements for many as for few', async () => {
    for (const days of [{}, { validFrom: '2019-01-01', validTo: '2024-01-01', grade: 'C' }])
      await record(await anLks(), staff, days);
    const lks = await anLks();
    const { validFrom, validTo } = facts;
    const permit = { number: 'SIOP-1', issuer: 'REGENCY', validFrom, validTo };
    const { version } = await give(
      'recordOperatingPermit',
      'RecordOperatingPermitInput',
      { id: encodeId('org', lks.id), expectedVersion: 1, ...permit },
      staff,
    );
    await record(lks, staff, { expectedVersion: version });
    const ask = (first: number) =>
      service.ask<{ organizations: { nodes: object[] } }>(
        `query ($first: Int!) { organizations(region: "32.79", kind: LKS, status: ACTIVE, first: $first) {
          nodes { id nature contact { phone } sources { source } legalPersonality { has } dutyRegion { code }
            permits(asOf: "2025-01-01") { number issuer }
            accreditations(asOf: "2025-01-01") { grade certificateNumber } } } }`,
        { first },
        staff,
      );

    const few = await ask(2);
    const many = await ask(100);

    expect(many.statements).toBe(few.statements);
    expect(many.data.organizations.nodes).toContainEqual(
      expect.objectContaining({
        id: encodeId('org', lks.id),
        permits: [{ number: 'SIOP-1', issuer: 'REGENCY' }],
        accreditations: [{ grade: 'B', certificateNumber: 'B-7' }],
      }),
    );
  });
});
