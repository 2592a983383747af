import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { knownVillages } from '../region/region.fixture.js';
import { welfareCases } from '../service.js';

let service: TestService;
let staff: Caller;
let subject: string;
let nik: string;
let serial = 0;

const elsewhere = aCaller({ id: 'other', role: 'DINSOS_REGENCY_STAFF', region: '33.16' });

beforeAll(async () => {
  service = await startTestService(welfareCases);
  await knownVillages(service);
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  personId?: string;
  closedField?: string;
  value?: string | null;
  ground?: string;
  budget?: string;
  most?: number;
  renewsAt?: string;
  field?: string;
  beneficiary?: { id: string; viewerCan: string[] };
}

const documents = {
  reportCase: `mutation ($input: ReportCaseInput!) { answer: reportCase(input: $input) { __typename
    ... on WelfareCase { beneficiary { id viewerCan } }
    ... on CaseRefusedProblem { ground }
    ... on BudgetSpentProblem { budget } } }`,
  revealBeneficiaryField: `mutation ($input: RevealFieldInput!) { answer: revealBeneficiaryField(input: $input) {
    __typename
    ... on RevealedField { personId closedField value }
    ... on BudgetSpentProblem { budget most renewsAt }
    ... on InvalidInputProblem { field } } }`,
};

async function command(
  mutation: keyof typeof documents,
  input: object,
  caller: Caller,
): Promise<Outcome> {
  const { data, errors } = await service.ask<{ answer: Outcome }>(
    documents[mutation],
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data.answer;
}

const nextNik = () => `999999520390${String(++serial).padStart(4, '0')}`;

const report = (person: object, caller = staff, category = 'LANJUT_USIA_TELANTAR') =>
  command(
    'reportCase',
    {
      regionCode: caller.region === '33.16' ? '33.16.05.1014' : '32.79.04.2006',
      category,
      person,
    },
    caller,
  );

const look = (input: object = {}, caller = staff) =>
  command(
    'revealBeneficiaryField',
    { id: subject, field: 'NIK', purpose: 'CASE_HANDLING', ...input },
    caller,
  );

const looks = () =>
  service.rows<Record<string, unknown>>(
    `select kind, actor, purpose, operation, subjects, field_classes, decision, reason from audit_entry
     where operation = 'revealBeneficiaryField' and subjects @> array[$1] order by id`,
    [subject],
  );

beforeEach(async () => {
  staff = aCaller({ id: `staff-${randomUUID()}`, role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
  nik = nextNik();
  const reported = await report({ name: 'Warga Tertutup', nik });
  subject = reported.beneficiary!.id;
  expect(reported.beneficiary!.viewerCan).toEqual(['REVEAL']);
});

describe('Mutation.revealBeneficiaryField', () => {
  test('shows one field for a purpose, and every look is on record', async () => {
    expect(await look({ reference: '470/12/DINSOS' })).toEqual({
      __typename: 'RevealedField',
      personId: subject,
      closedField: 'NIK',
      value: nik,
    });
    expect(await look({ field: 'NAME', purpose: 'REFERRAL' })).toMatchObject({
      value: 'Warga Tertutup',
    });

    const look1 = { kind: 'READ', actor: staff.id, subjects: [subject], decision: 'ALLOWED' };
    expect(await looks()).toMatchObject([
      { ...look1, purpose: 'CASE_HANDLING', field_classes: ['personal'], reason: '470/12/DINSOS' },
      { ...look1, purpose: 'REFERRAL', reason: null },
    ]);
  });

  test('reads again when it is repeated: counted, on record, and gone once it is erased', async () => {
    const idempotencyKey = randomUUID();
    await look({ idempotencyKey });

    expect(await look({ idempotencyKey })).toMatchObject({ value: nik });
    await service.keys!.vault.destroy(subject);
    expect(await look({ idempotencyKey })).toMatchObject({ value: null });

    expect(await looks()).toHaveLength(3);
    expect(await look({ idempotencyKey, field: 'NAME' })).toMatchObject({
      __typename: 'IdempotencyKeyReusedProblem',
    });
    const stored = await service.rows<{ text: string }>(
      'select t::text as text from (select * from idempotency_key) t union all select a::text from audit_entry a',
    );
    for (const { text } of stored) expect(text).not.toMatch(new RegExp(`${nik}|Warga Tertutup`));
  });

  test('refuses who may not see the person, and the refusal is on record', async () => {
    expect(await look({}, elsewhere)).toMatchObject({ __typename: 'NotFoundProblem' });
    const { errors } = await service.ask(
      'mutation ($input: RevealFieldInput!) { revealBeneficiaryField(input: $input) { __typename } }',
      {
        input: {
          id: subject,
          field: 'NIK',
          purpose: 'SUPERVISION',
          idempotencyKey: randomUUID(),
        },
      },
      aCaller({ role: 'AUDITOR', region: '32.79' }),
    );

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(await looks()).toMatchObject([
      { actor: elsewhere.id, decision: 'REFUSED', reason: 'not-found' },
    ]);
  });

  test('knows which fields are kept, and takes no words as reference', async () => {
    expect(await look({ field: 'BIRTH_DATE' })).toMatchObject({ field: 'field' });
    const { errors } = await service.ask(
      'mutation ($input: RevealFieldInput!) { revealBeneficiaryField(input: $input) { __typename } }',
      {
        input: {
          id: subject,
          field: 'NIK',
          purpose: 'LEGAL_ORDER',
          reference: 'Warga Tertutup',
          idempotencyKey: randomUUID(),
        },
      },
      staff,
    );
    expect(errors).not.toEqual([]);
  });

  test('ends for the day when the budget is spent, however many ask at once, for this person alone', async () => {
    process.env.REVEALS_A_DAY = '5';

    const outcomes = await Promise.all(Array.from({ length: 12 }, () => look()));

    const shown = outcomes.filter(({ value }) => value === nik);
    const [spent] = outcomes.filter((outcome) => outcome.__typename === 'BudgetSpentProblem');
    expect(shown).toHaveLength(5);
    // The day of Jakarta ends at five in the afternoon of UTC.
    expect(spent).toMatchObject({
      budget: 'REVEAL',
      most: 5,
      renewsAt: '2026-11-20T17:00:00.000Z',
    });
    const colleague = { ...staff, id: `colleague-${staff.id}` };
    expect(await look({}, colleague)).toMatchObject({ value: nik });
    service.clock.at = new Date('2026-11-20T17:00:01Z');
    expect(await look()).toMatchObject({ value: nik });
    service.clock.at = new Date('2026-11-20T02:00:00Z');
    delete process.env.REVEALS_A_DAY;
  });
});

describe('an identity number that is given', () => {
  test('is counted also when the answer is that it is known elsewhere', async () => {
    process.env.NUMBERS_A_MINUTE = '4';
    const theirs = nextNik();
    await report({ name: 'x', nik: theirs }, elsewhere);
    const before = 1;

    const outcomes: (string | undefined)[] = [];
    for (let tries = before; tries < 6; tries += 1)
      outcomes.push(
        (({ ground, budget }) => ground ?? budget)(await report({ name: 'x', nik: theirs })),
      );

    expect(outcomes).toEqual([
      'known-elsewhere',
      'known-elsewhere',
      'known-elsewhere',
      'IDENTITY_NUMBER',
      'IDENTITY_NUMBER',
    ]);
    const without = await report({ name: 'x', nikAbsentReason: 'LOST_DOCUMENTS' });
    expect(without.__typename).toBe('WelfareCase');
    delete process.env.NUMBERS_A_MINUTE;
  });
});
