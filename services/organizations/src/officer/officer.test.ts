import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { accountOf } from '@jejaring/chassis/work/standing';
import { aBoard, aSeat } from '../board/board.fixture.js';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { someRegions } from '../region/region.fixture.js';
import { organizations } from '../service.js';
import { anOfficer } from './officer.fixture.js';

let service: TestService;
let ours: Organization;
let officer: Caller;
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' });
const village = '32.79.04.2006';

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, [village, '32.79.04.2003', '36']);
  ours = await anOrganization(service, { status: 'ACTIVE', regionCode: village });
  officer = aCaller({ role: 'KT_OFFICER', region: village, organizationId: ours.id });
});
afterAll(() => service?.stop());

interface Told {
  __typename: string;
  id: string;
  version: number;
  field: string;
}

async function tell(mutation: string, input: object, caller: Caller): Promise<Told> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Told>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
       ... on Officer { id version name initials birthYear maskedNik nikWarnings hasAccount
         officialPositions { kind regionCode from to } }
       ... on InvalidInputProblem { field } ... on ConflictProblem { currentVersion } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const facts = () => ({
  organizationId: encodeId('org', ours.id),
  name: 'Siti Contoh Aminah',
  birthDate: '1990-03-12',
  sex: 'FEMALE',
  residenceRegion: village,
});

describe('Mutation.registerOfficer', () => {
  test('keeps name, number and birthday closed, and answers them to the organization', async () => {
    const nik = '9999995203900001';
    const governor = { kind: 'DEPUTY_GOVERNOR', regionCode: '36', from: '2017-05-12', to: null };

    const told = await tell(
      'registerOfficer',
      { ...facts(), nik, officialPositions: [governor] },
      officer,
    );

    expect(told).toMatchObject({
      __typename: 'Officer',
      name: 'Siti Contoh Aminah',
      initials: 'S. C. A.',
      birthYear: 1990,
      maskedNik: `${'•'.repeat(14)}01`,
      nikWarnings: [],
      hasAccount: false,
      officialPositions: [governor],
    });
    const [row] = await service.rows<object>(
      "select officer::text as all from officer where initials = 'S. C. A.'",
    );
    expect(JSON.stringify(row)).not.toMatch(/Siti|1990-03-12|9999995203900001/);
    expect(await service.published()).toEqual([]);
  });

  test('warns of a number that says otherwise, and takes it', async () => {
    const told = await tell('registerOfficer', { ...facts(), nik: '9999991304900002' }, officer);

    expect(told).toMatchObject({ nikWarnings: ['NIK_BIRTHDATE_MISMATCH', 'NIK_SEX_MISMATCH'] });
  });

  test('refuses an impossible number, and one that is registered, without a word of whose', async () => {
    const nik = '9999995203900003';
    await tell('registerOfficer', { ...facts(), nik }, officer);

    const impossible = await tell('registerOfficer', { ...facts(), nik: '12' }, officer);
    const known = await tell('registerOfficer', { ...facts(), nik }, staff);

    expect(impossible).toEqual({ __typename: 'InvalidInputProblem', field: 'nik' });
    expect(known).toEqual({ __typename: 'OfficerKnownProblem' });
  });

  test('is not for other organizations and other regencies', async () => {
    const stranger = aCaller({ ...officer, organizationId: randomUUID() });

    for (const caller of [stranger, elsewhere]) {
      expect(await tell('registerOfficer', facts(), caller)).toEqual({
        __typename: 'NotAllowedProblem',
      });
    }
  });

  test('answers the same key once more with the same officer', async () => {
    const input = { ...facts(), idempotencyKey: randomUUID() };

    const first = await tell('registerOfficer', input, officer);
    const again = await tell('registerOfficer', input, officer);

    expect(again).toEqual(first);
  });
});

describe('Mutation.amendOfficer', () => {
  test('changes what is said and leaves the rest, once per version', async () => {
    const row = await anOfficer(service, ours, { name: 'Rini Contoh' });
    const input = { id: encodeId('ofr', row.id), expectedVersion: 1 };

    const told = await tell('amendOfficer', { ...input, name: 'Rini Contoh Baru' }, officer);
    const stale = await tell('amendOfficer', { ...input, sex: 'FEMALE' }, officer);

    expect(told).toMatchObject({ version: 2, name: 'Rini Contoh Baru', birthYear: 1995 });
    expect(stale).toMatchObject({ __typename: 'ConflictProblem', currentVersion: 2 });
  });

  test('lets an office link an account, of which a hash is kept, and take it away', async () => {
    const row = await anOfficer(service, ours);
    const id = encodeId('ofr', row.id);
    const link = { id, accountSubject: 'oidc|budi' };

    expect(await tell('amendOfficer', { ...link, expectedVersion: 1 }, officer)).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    expect(await tell('amendOfficer', { ...link, expectedVersion: 1 }, staff)).toMatchObject({
      hasAccount: true,
    });
    const [kept] = await service.rows('select account from officer where id = $1', [row.id]);
    expect(kept).toEqual({ account: accountOf('oidc|budi') });
    const away = { id, accountSubject: '', expectedVersion: 2 };
    expect(await tell('amendOfficer', away, staff)).toMatchObject({ hasAccount: false });
  });

  test('finds no officer that the caller may not see', async () => {
    const row = await anOfficer(service, ours);
    const input = { id: encodeId('ofr', row.id), expectedVersion: 1, name: 'X Y' };

    expect(await tell('amendOfficer', input, elsewhere)).toEqual({ __typename: 'NotFoundProblem' });
  });
});

describe('Query.officer', () => {
  const nameOf = async (id: string, caller?: Caller) => {
    const { data } = await service.ask<{ officer: { name: string } | null }>(
      'query ($id: ID!) { officer(id: $id) { name } }',
      { id: encodeId('ofr', id) },
      caller,
    );
    return data.officer?.name ?? null;
  };

  test('is closed to the public and to every office that does not cover it', async () => {
    const row = await anOfficer(service, ours, { name: 'Tono Contoh' });

    expect(await nameOf(row.id)).toBeNull();
    expect(await nameOf(row.id, elsewhere)).toBeNull();
    expect(await nameOf(row.id, aCaller({ role: 'JUROR', region: '32.79' }))).toBeNull();
    for (const caller of [officer, staff, aCaller({ role: 'VILLAGE_HEAD', region: village })])
      expect(await nameOf(row.id, caller)).toBe('Tono Contoh');
  });

  test('opens to an organization on whose board the person sits', async () => {
    const district = await anOrganization(service, {
      status: 'ACTIVE',
      level: 'DISTRICT',
      regionCode: '32.79.04',
    });
    const row = await anOfficer(service, ours, { name: 'Yuni Contoh' });
    const reader = aCaller({ role: 'KT_OFFICER', region: '32.79.04', organizationId: district.id });
    expect(await nameOf(row.id, reader)).toBeNull();

    const { board } = await aBoard(service, district);
    await aSeat(service, board, { officerId: row.id, position: 'ADVISOR' });

    expect(await nameOf(row.id, reader)).toBe('Yuni Contoh');
  });

  test('asks as many statements for many officers as for few', async () => {
    const many = await anOrganization(service, { status: 'ACTIVE', regionCode: '32.79.04.2003' });
    for (let index = 0; index < 12; index += 1) await anOfficer(service, many);
    const list = (first: number) =>
      service.ask<{ officers: { totalCount: number; nodes: object[] } }>(
        `query ($of: ID!, $first: Int!) { officers(organization: $of, first: $first) { totalCount
           nodes { id name maskedNik viewerCan residence { path } organization { name } seats { position board { status } } } } }`,
        { of: encodeId('org', many.id), first },
        staff,
      );

    const [few, all] = [await list(2), await list(12)];

    expect(all.data.officers).toMatchObject({ totalCount: 12 });
    expect(all.statements).toBe(few.statements);
  });
});
