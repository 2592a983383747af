import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import { anOrganization } from '../organization/organization.fixture.js';
import { knownVillages } from '../region/region.fixture.js';
import { welfareCases } from '../service.js';
import { caseViewers } from './case.rules.js';

let service: TestService;
let organizationId: string;
let worker: Caller;
const desk = aCaller({ id: 'desk', role: 'SLRT_OPERATOR', region: '32.79' });
const head = aCaller({ id: 'head', role: 'DINSOS_REGENCY_HEAD', region: '32.79' });

beforeAll(async () => {
  service = await startTestService(welfareCases);
  await knownVillages(service);
  organizationId = await anOrganization(service);
  worker = aCaller({ id: 'worker', role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  id: string;
  caseNumber?: string;
  beneficiary?: { id: string } | null;
}

async function command(mutation: string, input: object, caller: Caller): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
      ... on WelfareCase { id version caseNumber sealReason beneficiary { id } }
      ... on CaseRefusedProblem { ground } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

let people = 0;
const aPerson = () => ({
  name: 'Warga Contoh',
  nik: `99999901019${String((people += 1)).padStart(5, '0')}`,
});

const report = (input: object, caller = worker) =>
  command('reportCase', { regionCode: '32.79.04.2006', category: 'ODHA', ...input }, caller);

const isSeen = async ({ id }: Outcome, caller: Caller) => {
  const { data } = await service.ask<{ case: object | null }>(
    'query ($id: ID!) { case(id: $id) { id } }',
    { id },
    caller,
  );
  return data.case !== null;
};

describe('a report of a category that marks the person', () => {
  test('is sealed, outside the series of numbers, in no count and said to nobody', async () => {
    const reported = await report({ person: aPerson() });

    expect(reported).toMatchObject({ sealReason: 'SENSITIVE_CATEGORY' });
    expect(reported.caseNumber).toMatch(/^KS\/32\.79\/2026\/T[0-9A-F]{8}$/);
    const counted = await service.rows("select from open_case_count where category = 'ODHA'");
    expect(counted).toEqual([]);
    const events = (await service.published()).filter(({ key }) => key === reported.id);
    expect(events).toEqual([]);
  });

  test('is kept in sight by who entered it until it is taken on, and by no colleague', async () => {
    const idempotencyKey = randomUUID();
    const person = aPerson();
    const reported = await report({ person, idempotencyKey });
    const colleague = { ...worker, id: 'colleague' };

    expect(await report({ person, idempotencyKey })).toEqual(reported);
    expect(await Promise.all([worker, head].map((caller) => isSeen(reported, caller)))).toEqual([
      true,
      true,
    ]);
    expect(await isSeen(reported, colleague)).toBe(false);
    expect(await isSeen(reported, desk)).toBe(false);

    const other = await anOrganization(service);
    const accepted = await command(
      'acceptCase',
      {
        id: reported.id,
        expectedVersion: 1,
        legalBasis: 'PUBLIC_TASK',
        assignedTo: encodeId('org', other),
      },
      head,
    );
    expect(accepted.__typename).toBe('WelfareCase');
    expect(await isSeen(reported, worker)).toBe(false);
  });

  test('answers a second report as a first, so that nobody learns who has one', async () => {
    const person = aPerson();
    await report({ person });

    const again = await report({ person }, desk);
    const otherwise = await report({ person, category: 'PENGEMIS' }, desk);

    expect(again.__typename).toBe('WelfareCase');
    expect(otherwise.__typename).toBe('WelfareCase');
    expect(otherwise.beneficiary).toEqual(again.beneficiary);
  });
});

test('no role but those that work with people in need or watch over their data looks at a case', () => {
  const others = roles.filter((role) => !(caseViewers as readonly string[]).includes(role));

  expect(others).toEqual([
    'PUBLIC',
    'KT_MEMBER',
    'VILLAGE_HEAD',
    'DISTRICT_HEAD',
    'DISTRICT_SOCIAL_SECTION',
    'KEMENSOS_STAFF',
    'TRAINER',
    'JUROR',
    'PARTNER_COMPANY',
    'AUDITOR',
    'SYSTEM_SUBSCRIBER',
  ]);
});

test.each(['KEMENSOS_STAFF', 'VILLAGE_HEAD', 'DISTRICT_HEAD'] as const)(
  'whoever appoints people as %s gets no case by it',
  async (role) => {
    const reported = await report({ person: aPerson(), category: 'PENGEMIS' });
    const appointing = aCaller({ role, region: role === 'KEMENSOS_STAFF' ? '' : '32.79' });

    const rows = await service.database.inWork(
      { caller: appointing, readOnly: true },
      async (work) =>
        Promise.all(
          ['welfare_case', 'beneficiary', 'consent', 'referral', 'intervention'].map((table) =>
            work.sql(`select from ${table}`),
          ),
        ),
    );

    expect(rows.flat()).toEqual([]);
    expect(await isSeen(reported, worker)).toBe(true);
  },
);
