import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { sayRequestsOverdue } from '@jejaring/trust/privacy/privacy-request.service';
import { aCase } from '../case/case.fixture.js';
import type { WelfareCase } from '../case/case.entity.js';
import { aConsent, aReferral } from '../referral/referral.fixture.js';
import { welfareCases } from '../service.js';
import { privacy } from './persons.js';

let service: TestService;
const officer = aCaller({ id: 'tono', role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
const second = aCaller({ id: 'ani', role: 'DATA_PROTECTION_OFFICER', region: '' });
const elsewhere = aCaller({ id: 'budi', role: 'DATA_PROTECTION_OFFICER', region: '33.16' });
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const began = new Date('2026-11-20T02:00:00Z');

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());

type Asked = Record<string, unknown> & { id: string; version: number };

const shown = `__typename
  ... on PrivacyRequest { id version kind status dueAt overdue refusalGround viewerCan subjectId }
  ... on PrivacyRequestRefusedProblem { ground keptBecause }
  ... on InvalidInputProblem { field }`;

async function command(name: string, input: object, caller: Caller = officer): Promise<Asked> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1, name.indexOf('B'))}PrivacyRequestInput`;
  const { data, errors } = await service.ask<{ answer: Asked }>(
    `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ${shown} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data.answer;
}

const open = ({ beneficiaryId }: WelfareCase, fields: object = {}, caller = officer) =>
  command(
    'openBeneficiaryPrivacyRequest',
    {
      subjectId: encodeId('ben', beneficiaryId),
      kind: 'ACCESS',
      channel: 'IN_PERSON',
      ...fields,
    },
    caller,
  );

const fulfil = ({ id, version }: Asked, caller = officer) =>
  command('fulfilBeneficiaryPrivacyRequest', { id, expectedVersion: version }, caller);

const refuse = ({ id, version }: Asked, ground: string) =>
  command('refuseBeneficiaryPrivacyRequest', { id, expectedVersion: version, ground });

const said = async (request: Asked) =>
  (await service.published()).filter(({ key }) => key === request.id).map(({ type }) => type);

describe('Mutation.openBeneficiaryPrivacyRequest', () => {
  test('starts the clock, says so without the person, and leaves a row for the region', async () => {
    const request = await open(await aCase(service));

    expect(request).toMatchObject({
      __typename: 'PrivacyRequest',
      status: 'RECEIVED',
      dueAt: '2026-11-23T02:00:00.000Z',
      overdue: false,
      viewerCan: ['FULFIL', 'REFUSE', 'EXPORT'],
    });
    const events = (await service.published()).filter(({ key }) => key === request.id);
    expect(events).toEqual([
      {
        type: 'welfare-cases.privacy-request.received.v1',
        key: request.id,
        region: '32.79.04.2006',
        data: { requestId: request.id, kind: 'ACCESS', dueAt: '2026-11-23T02:00:00.000Z' },
      },
    ]);
  });

  test('of somebody of another region, or of nobody, is not found', async () => {
    const row = await aCase(service);

    expect(await open(row, {}, elsewhere)).toMatchObject({ __typename: 'NotFoundProblem' });
    const nobody = { ...row, beneficiaryId: randomUUID() };
    expect(await open(nobody)).toMatchObject({ __typename: 'NotFoundProblem' });
  });

  test('is closed to every other role', async () => {
    const { errors } = await service.ask(
      `mutation ($input: OpenPrivacyRequestInput!) { openBeneficiaryPrivacyRequest(input: $input) { __typename } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          subjectId: encodeId('ben', randomUUID()),
          kind: 'ACCESS',
          channel: 'LETTER',
        },
      },
      staff,
    );

    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('answers the same key again with the first answer', async () => {
    const row = await aCase(service);
    const idempotencyKey = randomUUID();

    const first = await open(row, { idempotencyKey });

    expect(await open(row, { idempotencyKey })).toEqual(first);
    expect(await open(row, { idempotencyKey, channel: 'EMAIL' })).toMatchObject({
      __typename: 'IdempotencyKeyReusedProblem',
    });
  });
});

describe('Mutation.fulfilBeneficiaryPrivacyRequest', () => {
  test('of a restriction restricts every case of the person and ends its referrals', async () => {
    const row = await aCase(service, { status: 'IN_SERVICE' });
    const referral = await aReferral(service, { caseId: row.id });
    const request = await open(row, { kind: 'RESTRICTION' });

    expect(await fulfil(request)).toMatchObject({ status: 'FULFILLED', viewerCan: ['LIFT'] });

    const cases = await service.rows(
      'select status, restriction_ground as ground from welfare_case where id = $1',
      [row.id],
    );
    expect(cases).toEqual([{ status: 'RESTRICTED', ground: 'PERSON_OBJECTED' }]);
    expect(await service.rows('select status from referral where id = $1', [referral.id])).toEqual([
      { status: 'CANCELLED' },
    ]);
    expect(await said(request)).toEqual([
      'welfare-cases.privacy-request.received.v1',
      'welfare-cases.privacy-request.fulfilled.v1',
    ]);
  });

  test('of a withdrawal withdraws the consent named, of this person alone', async () => {
    const row = await aCase(service);
    const consentId = await aConsent(service, { caseId: row.id, regionCode: row.regionCode });
    const asked = { kind: 'WITHDRAW_CONSENT', consentId: encodeId('con', consentId) };
    const foreign = await open(await aCase(service), asked);

    expect(await fulfil(foreign)).toMatchObject({ __typename: 'NotFoundProblem' });
    expect(await fulfil(await open(row, asked))).toMatchObject({ status: 'FULFILLED' });

    const [consent] = await service.rows('select withdrawn_at as at from consent where id = $1', [
      consentId,
    ]);
    expect(consent).toEqual({ at: began });
  });

  test('of an erasure is refused while a case is open, and says on which ground to refuse', async () => {
    const row = await aCase(service, { status: 'IN_SERVICE' });
    const request = await open(row, { kind: 'ERASURE' });

    expect(await fulfil(request)).toMatchObject({ ground: 'same-hand' });
    expect(await fulfil(request, second)).toEqual({
      __typename: 'PrivacyRequestRefusedProblem',
      ground: 'kept-by-law',
      keptBecause: 'OPEN_CASE',
    });
    expect(await refuse(request, 'OPEN_CASE')).toMatchObject({
      status: 'REFUSED',
      refusalGround: 'OPEN_CASE',
      viewerCan: [],
    });
  });

  test('of a rectification waits for the record to change', async () => {
    const row = await aCase(service);
    const request = await open(row, { kind: 'RECTIFICATION' });

    expect(await fulfil(request)).toMatchObject({ ground: 'not-rectified' });
    await service.asSystem((work) =>
      work.sql('update beneficiary set version = version + 1 where id = $1', [row.beneficiaryId]),
    );
    expect(await fulfil(request)).toMatchObject({ status: 'FULFILLED' });
  });

  test('tells whoever saw another version', async () => {
    const request = await open(await aCase(service), { kind: 'OBJECTION' });
    await fulfil(request);

    expect(await fulfil(request)).toMatchObject({ __typename: 'ConflictProblem' });
  });
});

describe('Query.beneficiaryPrivacyRequests', () => {
  const list = `query ($region: RegionCode!, $first: Int, $status: PrivacyRequestStatus) {
    requests: beneficiaryPrivacyRequests(region: $region, first: $first, status: $status) {
      totalCount nodes { id dueAt status subjectId viewerCan overdue }
    } }`;
  type List = { requests: { totalCount: number; nodes: { id: string; dueAt: string }[] } };

  test('lists what is due soonest first, in the region of the caller, in statements that do not grow', async () => {
    const early = new Date(began.getTime() - 3_600_000).toISOString();
    const late = await open(await aCase(service));
    const soon = await open(await aCase(service), { receivedAt: early });
    const ask = (first: number, caller: Caller) =>
      service.ask<List>(list, { region: '32.79', first, status: 'RECEIVED' }, caller);

    const { data, errors, statements } = await ask(100, officer);

    expect(errors).toEqual([]);
    const ids = data.requests.nodes.map(({ id }) => id);
    expect(ids.indexOf(soon.id)).toBeLessThan(ids.indexOf(late.id));
    expect((await ask(1, officer)).statements).toBe(statements);
    expect((await ask(100, elsewhere)).data.requests).toMatchObject({ totalCount: 0, nodes: [] });
  });
});

describe('the clock of a request', () => {
  test('says once, after three days and nights and not before, that nobody answered', async () => {
    const request = await open(await aCase(service));
    const chore = sayRequestsOverdue(privacy.requests);
    const overdue = 'welfare-cases.privacy-request.overdue.v1';

    service.clock.at = new Date('2026-11-23T02:00:00Z');
    await service.asSystem((work) => chore.act(work));
    expect(await said(request)).not.toContain(overdue);

    service.clock.at = new Date('2026-11-23T02:00:01Z');
    await service.asSystem((work) => chore.act(work));
    await service.asSystem((work) => chore.act(work));
    service.clock.at = began;
    expect((await said(request)).filter((type) => type === overdue)).toHaveLength(1);
  });

  test('stays quiet about what was answered', async () => {
    const request = await open(await aCase(service), { kind: 'OBJECTION' });
    await fulfil(request);

    service.clock.at = new Date('2026-12-01T00:00:00Z');
    await service.asSystem((work) => sayRequestsOverdue(privacy.requests).act(work));
    service.clock.at = began;

    expect(await said(request)).not.toContain('welfare-cases.privacy-request.overdue.v1');
  });
});
