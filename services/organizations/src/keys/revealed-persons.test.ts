import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { close } from '@jejaring/trust/keys/cipher';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { placeOfChair } from '../organization/organization.service.js';
import { placeOfHolder } from '../post/post.service.js';
import { someRegions } from '../region/region.fixture.js';
import { organizations } from '../service.js';

let service: TestService;
let organization: Organization;
let own: Caller;

const village = '32.79.04.2006';
const staff = aCaller({ id: 'staff', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ id: 'other', role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const nik = '9999995203900001';

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, [village]);
  organization = await anOrganization(service, { status: 'ACTIVE', regionCode: village });
  own = aCaller({ role: 'KT_OFFICER', region: village, organizationId: organization.id });
});
afterAll(() => service?.stop());

interface Answered {
  answer: { __typename: string; id?: string; value?: string | null };
}

async function ask(mutation: string, type: string, input: object, caller: Caller) {
  const { data, errors } = await service.ask<Answered>(
    `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { __typename
       ${type === 'RevealFieldInput' ? '... on RevealedField { value }' : '... on Officer { id }'} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data.answer;
}

const look = async (kind: string, id: string, field: string, caller: Caller) => {
  const asked = { id, field, purpose: 'SUPERVISION' };
  const { __typename, value } = await ask(`reveal${kind}Field`, 'RevealFieldInput', asked, caller);
  return __typename === 'RevealedField' ? value : __typename;
};

const registerOfficer = (caller = own) =>
  ask(
    'registerOfficer',
    'RegisterOfficerInput',
    {
      organizationId: encodeId('org', organization.id),
      name: 'Siti Contoh Aminah',
      nik,
      birthDate: '1990-03-12',
      sex: 'FEMALE',
      residenceRegion: village,
    },
    caller,
  );

async function aPostHolder(): Promise<string> {
  const ids = { office: randomUUID(), post: randomUUID(), holder: randomUUID() };
  await service.asSystem(async (work) => {
    const key = await keyToWrite(work, encodeId('hld', ids.holder));
    const name = close(key, placeOfHolder(ids.holder), 'Kepala Contoh');
    await work.sql(
      `insert into office (id, kind, region_code, mandates) values ($1, 'DINSOS_KAB_KOTA', '32.79', '{SOCIAL}')`,
      [ids.office],
    );
    await work.sql(
      `insert into post (id, office_id, kind, title, region_code, valid_from) values ($1, $2, 'HEAD', 'Kadis', '32.79', '2010-01-01')`,
      [ids.post, ids.office],
    );
    await work.sql(
      `insert into post_holder (id, post_id, name_cipher, initials, capacity, decree, region_code, valid_from)
       values ($1, $2, $3, 'K. C.', 'DEFINITIVE', '{}', '32.79', '2010-01-01')`,
      [ids.holder, ids.post, name],
    );
  });
  return encodeId('hld', ids.holder);
}

describe('what is kept closed in the register', () => {
  test('of an officer is shown to the organization and its office, and to nobody else', async () => {
    const { id } = await registerOfficer();

    for (const caller of [own, staff]) {
      expect(await look('Officer', id!, 'NIK', caller)).toBe(nik);
      expect(await look('Officer', id!, 'BIRTH_DATE', caller)).toBe('1990-03-12');
    }
    expect(await look('Officer', id!, 'NIK', elsewhere)).toBe('NotFoundProblem');
    const ministry = aCaller({ role: 'KEMENSOS_STAFF', region: '' });
    const { errors } = await service.ask(
      'mutation ($input: RevealFieldInput!) { revealOfficerField(input: $input) { __typename } }',
      { input: { id, field: 'NIK', purpose: 'SUPERVISION', idempotencyKey: randomUUID() } },
      ministry,
    );
    expect(errors).toHaveLength(1);
  });

  test('of who holds a post is shown to the offices of the region', async () => {
    const id = await aPostHolder();

    expect(await look('PostHolder', id, 'NAME', staff)).toBe('Kepala Contoh');
    expect(await look('PostHolder', id, 'NAME', elsewhere)).toBe('NotAllowedProblem');
    expect(await look('PostHolder', id, 'NIK', staff)).toBe('InvalidInputProblem');
  });

  test('of a chair is shown to the organization and its office', async () => {
    const id = encodeId('org', organization.id);
    await service.asSystem(async (work) => {
      const row = await work.get(Organization, organization.id);
      const key = await keyToWrite(work, id);
      const chairNameCipher = close(key, placeOfChair(row.id), 'Ketua Contoh');
      await work.update(Organization, row, { chairNameCipher });
    });

    for (const caller of [own, staff])
      expect(await look('OrganizationChair', id, 'NAME', caller)).toBe('Ketua Contoh');
    expect(await look('OrganizationChair', id, 'NAME', elsewhere)).toBe('NotAllowedProblem');
  });
});

describe('an officer who was erased', () => {
  test('has no name and no number, is not amended, and takes no seat', async () => {
    const [known] = await service.rows<{ id: string }>('select id from officer');
    const id = encodeId('ofr', known!.id);
    await service.keys!.vault.destroy(id);

    const { data, errors } = await service.ask<{ officer: object }>(
      'query ($id: ID!) { officer(id: $id) { name maskedNik } }',
      { id },
      staff,
    );
    const amended = await ask(
      'amendOfficer',
      'AmendOfficerInput',
      { id, expectedVersion: 1, name: 'Siti Lagi' },
      own,
    );
    const seats = [{ officerId: id, position: 'CHAIR' }];
    const drafted = await service.ask<Record<string, { __typename: string; id: string }>>(
      `mutation ($input: DraftBoardInput!) { draftBoard(input: $input) { __typename ... on Board { id } } }`,
      {
        input: {
          organizationId: encodeId('org', organization.id),
          seats,
          idempotencyKey: randomUUID(),
        },
      },
      own,
    );
    const electing = {
      id: drafted.data.draftBoard!.id,
      expectedVersion: 1,
      forum: 'MWKT',
      heldOn: '2026-11-01',
      minutesReference: 'BA/1',
      idempotencyKey: randomUUID(),
    };
    const elected = await service.ask<Record<string, { __typename: string; field: string }>>(
      `mutation ($input: ElectBoardInput!) { electBoard(input: $input) { __typename ... on InvalidInputProblem { field } } }`,
      { input: electing },
      own,
    );

    expect(errors).toEqual([]);
    expect(data.officer).toEqual({ name: null, maskedNik: null });
    expect(amended.__typename).toBe('NotFoundProblem');
    expect(elected.data.electBoard).toEqual({
      __typename: 'InvalidInputProblem',
      field: 'officerId',
    });
  });
});
