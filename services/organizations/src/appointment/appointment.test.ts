import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { accountOf } from '@jejaring/chassis/work/standing';
import { anOrganization } from '../organization/organization.fixture.js';
import { organizations } from '../service.js';

let service: TestService;
let karangTaruna: string;
let uuid: string;

const village = '32.79.04.2006';
const head = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '33.16' });
const ministry = aCaller({ role: 'KEMENSOS_STAFF', region: '' });

beforeAll(async () => {
  service = await startTestService(organizations);
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, 'VILLAGE', 'DESA', null, code, 'test' from unnest($1::text[]) as code`,
    [['32', '32.79', '32.79.04', village, '32.79.04.2003', '33.16']],
  );
  uuid = (await anOrganization(service, { status: 'ACTIVE', regionCode: village })).id;
  karangTaruna = encodeId('org', uuid);
});
afterAll(() => service?.stop());

const decree = {
  number: '800/12/2026',
  issuedOn: '2026-11-01',
  signatoryPosition: 'Kepala Dinas Sosial Kota Banjar',
  signatoryCapacity: 'PLT',
};

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  ground?: string;
  field?: string;
  currentVersion?: number;
  validTo?: string | null;
}

const fields = `__typename
  ... on Appointment { id version role nationwide capacity validTo decree { number signatoryCapacity } region { code } organization { id } viewerCan }
  ... on AppointmentRefusedProblem { ground }
  ... on InvalidInputProblem { field }
  ... on ConflictProblem { currentVersion }`;

async function command(name: string, input: object, caller: Caller): Promise<Outcome> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[name]!;
}

const officerFacts = (subject: string) => ({
  subject,
  role: 'KT_OFFICER',
  region: village,
  organizationId: karangTaruna,
  decree,
  validFrom: '2026-11-02T00:00:00Z',
});

const appoint = (subject: string, facts = {}, caller = head) =>
  command('makeAppointment', { ...officerFacts(subject), ...facts }, caller);

const endNow = (seen: Outcome, caller = head, facts = {}) =>
  command(
    'endAppointment',
    { id: seen.id, expectedVersion: seen.version, reason: 'RESIGNED', ...facts },
    caller,
  );

const officer = (subject: string): Caller =>
  aCaller({ id: subject, role: 'KT_OFFICER', region: village, organizationId: uuid });

async function viewerOf(caller?: Caller) {
  const { data, errors } = await service.ask<{ viewer: Record<string, unknown> }>(
    '{ viewer { role claimedRole standing nationwide region { code } organization { id } } }',
    {},
    caller,
  );
  expect(errors).toEqual([]);
  return data.viewer;
}

describe('Mutation.makeAppointment', () => {
  test('writes the appointment, lets the claim stand at once, and says so without the subject', async () => {
    const subject = 'asep@example.id';

    const made = await appoint(subject, { capacity: 'PJ' });

    expect(made).toMatchObject({
      __typename: 'Appointment',
      capacity: 'PJ',
      nationwide: false,
      decree: { number: '800/12/2026', signatoryCapacity: 'PLT' },
      region: { code: village },
      organization: { id: karangTaruna },
      viewerCan: ['END'],
    });
    const [event] = (await service.published()).filter(({ key }) => key === made.id);
    expect(event).toMatchObject({
      type: 'organizations.appointment.made.v1',
      region: village,
      data: { account: accountOf(subject), role: 'KT_OFFICER', regionCode: village },
    });
    const stored = await service.rows('select account, role, valid_to from standing');
    expect(stored).toEqual([{ account: accountOf(subject), role: 'KT_OFFICER', valid_to: null }]);
    const all = await service.rows('select * from appointment');
    expect(JSON.stringify([all, event])).not.toContain(subject);
    expect(await viewerOf(officer(subject))).toMatchObject({
      role: 'KT_OFFICER',
      standing: 'APPOINTED',
      organization: { id: karangTaruna },
    });
  });

  test('of the nation is for the ministry, which sees and ends it', async () => {
    const facts = { role: 'AUDITOR', region: null, organizationId: null };

    const made = await appoint('an-auditor', facts, ministry);

    expect(made).toMatchObject({ __typename: 'Appointment', nationwide: true, region: null });
    expect(
      await viewerOf(aCaller({ id: 'an-auditor', role: 'AUDITOR', region: '' })),
    ).toMatchObject({
      role: 'AUDITOR',
      nationwide: true,
      standing: 'APPOINTED',
    });
    expect(await endNow(made, ministry)).toMatchObject({ __typename: 'Appointment', version: 2 });
    expect(await appoint('another', facts, head)).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
  });

  test('refuses oneself, a second time the same, both names of one person, and another regency', async () => {
    await appoint('twice');

    expect(await appoint(head.id)).toMatchObject({ ground: 'own-appointment' });
    expect(await appoint('twice')).toMatchObject({ ground: 'already-appointed' });
    expect(await appoint('both', { account: accountOf('both') })).toMatchObject({
      field: 'account',
    });
    expect(await appoint('foreign', {}, elsewhere)).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    expect(
      await appoint(
        'staff-of-staff',
        { role: 'DINSOS_REGENCY_STAFF', region: '32.79', organizationId: null },
        staff,
      ),
    ).toMatchObject({ __typename: 'NotAllowedProblem' });
    expect(await appoint('elsewhere', { region: '32.79.04.2003' })).toMatchObject({
      field: 'organizationId',
    });
  });

  test('answers a replayed key with the same appointment and says it once', async () => {
    const facts = { idempotencyKey: randomUUID() };
    const first = await appoint('replayed', facts);

    expect(await appoint('replayed', facts)).toEqual(first);
    const said = (await service.published()).filter(({ key }) => key === first.id);
    expect(said).toHaveLength(1);
  });
});

describe('Mutation.endAppointment', () => {
  test('makes the bearer of the same token the public, and a new appointment brings the right back', async () => {
    const subject = 'unseated';
    const made = await appoint(subject);

    const ended = await endNow(made, head, { reason: 'DECREE', decree });

    expect(ended).toMatchObject({ version: 2, validTo: '2026-11-20T02:00:00.000Z' });
    expect((await service.published()).at(-1)).toMatchObject({
      type: 'organizations.appointment.ended.v1',
      key: made.id,
      data: { endedAt: '2026-11-20T02:00:00.000Z' },
    });
    expect(await viewerOf(officer(subject))).toEqual({
      role: 'PUBLIC',
      claimedRole: 'KT_OFFICER',
      standing: 'NOT_APPOINTED',
      nationwide: false,
      region: null,
      organization: null,
    });
    const draft = await service.ask<any>(
      `mutation ($input: DraftRegistrationInput!) { draftRegistration(input: $input) { __typename } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          kind: 'KARANG_TARUNA',
          level: 'VILLAGE',
          name: 'Karang Taruna Contoh',
          regionCode: village,
        },
      },
      officer(subject),
    );
    expect(draft.data.draftRegistration.__typename).toBe('NotAllowedProblem');

    await appoint(subject, { validFrom: '2026-11-20T02:00:00Z' });
    expect(await viewerOf(officer(subject))).toMatchObject({ standing: 'APPOINTED' });
  });

  test('refuses a stale version, what has ended, and who may not see it', async () => {
    const made = await appoint('ending');
    const stale = { ...made, version: 7 };

    expect(await endNow(stale)).toMatchObject({ __typename: 'ConflictProblem', currentVersion: 1 });
    expect(await endNow(made, elsewhere)).toMatchObject({ __typename: 'NotFoundProblem' });
    const ended = await endNow(made);
    expect(await endNow(ended)).toMatchObject({ ground: 'already-ended' });
  });
});

describe('Query.viewer', () => {
  test('tells the public, and whom only the issuer knows', async () => {
    expect(await viewerOf()).toMatchObject({ role: 'PUBLIC', standing: 'ANONYMOUS' });
    expect(await viewerOf(staff)).toMatchObject({
      role: 'DINSOS_REGENCY_STAFF',
      standing: 'ISSUER',
      region: { code: '32.79' },
    });
  });
});

describe('lists of appointments', () => {
  const listed = async (document: string, caller?: Caller) =>
    service.ask<any>(document, { id: karangTaruna }, caller);
  const ofOrganization = `query ($id: ID!) { organization(id: $id) { appointments { id } } }`;

  test('are for the offices of the region, the organization itself and the auditor, and empty for others', async () => {
    const seenBy = async (caller?: Caller) =>
      (await listed(ofOrganization, caller)).data.organization.appointments.length;

    const all = await seenBy(head);
    expect(all).toBeGreaterThan(2);
    expect(await seenBy(officer('asep@example.id'))).toBe(all);
    expect(await seenBy(aCaller({ role: 'AUDITOR', region: '' }))).toBe(all);
    expect(await seenBy(elsewhere)).toBe(0);
    expect(await seenBy()).toBe(0);
  });

  test('show those that run at a moment, and cost the same for many organizations', async () => {
    const before = await listed(
      `query ($id: ID!) { organization(id: $id) { appointments(asOf: "2020-01-01T00:00:00Z") { id } } }`,
      head,
    );
    expect(before.data.organization.appointments).toEqual([]);

    const page = (first: number) =>
      `{ organizations(region: "32.79", first: ${first}) { nodes { id appointments { id role organization { id } region { code } office { id } } } } }`;
    const regionCode = '32.79.04.2003';
    const other = await anOrganization(service, { status: 'ACTIVE', regionCode });
    const organizationId = encodeId('org', other.id);
    expect(await appoint('neighbour', { organizationId, region: regionCode })).toMatchObject({
      __typename: 'Appointment',
    });
    const one = await listed(page(1), head);
    const many = await listed(page(50), head);
    expect(many.data.organizations.nodes).toHaveLength(2);
    expect(many.statements).toBe(one.statements);
  });

  test('filter by role, organization and moment, page by page', async () => {
    const document = `query ($id: ID!) { appointments(region: "32.79", role: KT_OFFICER, organizationId: $id, at: "2026-11-20T02:00:00Z", first: 1) {
      totalCount nodes { role } pageInfo { hasNextPage } } }`;

    const { data, errors } = await listed(document, head);

    expect(errors).toEqual([]);
    expect(data.appointments.totalCount).toBeGreaterThan(1);
    expect(data.appointments.nodes).toEqual([{ role: 'KT_OFFICER' }]);
    expect(data.appointments.pageInfo.hasNextPage).toBe(true);
    expect((await listed(document)).data.appointments.totalCount).toBe(0);
  });
});
