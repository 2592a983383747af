import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeId, encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anOrganization } from '../organization/organization.fixture.js';
import { knownVillages } from '../region/region.fixture.js';
import { welfareCases } from '../service.js';
import { aCase } from './case.fixture.js';

let service: TestService;
let organizationId: string;
let worker: Caller;

const staff = aCaller({ id: 'staff', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const head = aCaller({ id: 'head', role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });

beforeAll(async () => {
  service = await startTestService(welfareCases);
  await knownVillages(service);
});
beforeEach(async () => {
  organizationId = await anOrganization(service);
  worker = aCaller({
    id: `worker-${organizationId}`,
    role: 'KT_OFFICER',
    region: '32.79.04.2006',
    organizationId,
  });
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  caseNumber?: string;
  ground?: string;
  field?: string;
}

async function command(mutation: string, input: object, caller: Caller): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      __typename
      ... on WelfareCase { id version status caseNumber }
      ... on CaseRefusedProblem { ground }
      ... on InvalidInputProblem { field }
    } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const nextNik = (() => {
  let serial = 0;
  return () => `999999520390${String(++serial).padStart(4, '0')}`;
})();

const report = (input: object = {}, caller = worker) =>
  command(
    'reportCase',
    {
      regionCode: '32.79.04.2006',
      category: 'LANJUT_USIA_TELANTAR',
      person: { name: 'Warga Rahasia', nik: nextNik() },
      ...input,
    },
    caller,
  );
const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });

describe('a case', () => {
  test('goes from report to closing by several hands, counted and credited', async () => {
    const reported = await report();
    const assignedTo = encodeId('org', organizationId);
    const accepted = await command(
      'acceptCase',
      { ...seen(reported), legalBasis: 'PUBLIC_TASK', assignedTo },
      staff,
    );
    const severities = [{ domain: 'HEALTH', severity: 3 }];
    const assessed = await command('completeAssessment', { ...seen(accepted), severities }, worker);
    const goals = [{ service: 'CARE', dueOn: '2026-12-31' }];
    const planned = await command('adoptServicePlan', { ...seen(assessed), goals }, worker);
    const given = { service: 'CARE', givenOn: '2026-11-20' };
    const served = await command('recordIntervention', { ...seen(planned), ...given }, worker);
    const again = await command('recordIntervention', { ...seen(served), ...given }, worker);
    const proposed = await command(
      'proposeTermination',
      { ...seen(again), goalResults: ['ACHIEVED'] },
      worker,
    );
    const closed = await command('closeCase', { ...seen(proposed), outcome: 'RESOLVED' }, head);

    expect(closed).toMatchObject({ status: 'CLOSED', version: 8 });
    const events = await service.published();
    const ofCase = events
      .filter(({ key }) => key === reported.id)
      .map(({ type }) => type.split('.').slice(1, 3).join('.'));
    expect(ofCase).toEqual([
      'case.reported',
      'case.accepted',
      'case.assessed',
      'service-plan.adopted',
      'intervention.delivered',
      'intervention.delivered',
      'termination.proposed',
      'case.closed',
    ]);
    const credited = events.filter(({ key }) => key === assignedTo);
    expect(credited).toMatchObject([
      {
        type: 'welfare-cases.handled-case.counted.v1',
        data: { outcome: 'RESOLVED', month: '2026-11' },
      },
    ]);
  });

  test('keeps name and identity number out of rows, events, answers and audit', async () => {
    const nik = nextNik();
    await report({ person: { name: 'Warga Rahasia', nik } });

    for (const table of [
      'beneficiary',
      'beneficiary_history',
      'welfare_case',
      'outbox',
      'audit_entry',
      'idempotency_key',
    ]) {
      const stored = JSON.stringify(await service.rows(`select * from ${table}`));
      expect(stored).not.toContain('Warga Rahasia');
      expect(stored).not.toContain(nik);
    }
  });

  test('shows the identity number masked', async () => {
    const nik = nextNik();
    const { id } = await report({ person: { name: 'x', nik } });

    const { data } = await service.ask<{ case: object }>(
      'query ($id: ID!) { case(id: $id) { beneficiary { subjectKind maskedNik } } }',
      { id },
      staff,
    );
    expect(data.case).toEqual({
      beneficiary: { subjectKind: 'PERSON', maskedNik: `••••••••••••••${nik.slice(-2)}` },
    });
  });

  test('is the second of one person only in another category', async () => {
    const person = { name: 'x', nik: nextNik() };
    await report({ person });

    expect(await report({ person })).toMatchObject({ ground: 'already-open' });
    expect(await report({ person, category: 'FAKIR_MISKIN' })).toMatchObject({
      status: 'REPORTED',
    });
  });

  test('does not tell that a person is known to others', async () => {
    const person = { name: 'x', nik: nextNik() };
    await report({ person, regionCode: '33.16.05.1014' }, elsewhere);

    expect(await report({ person })).toMatchObject({ ground: 'known-elsewhere' });
  });

  test('needs a possible identity number', async () => {
    expect(await report({ person: { name: 'x', nik: '1' } })).toMatchObject({
      __typename: 'InvalidInputProblem',
      field: 'nik',
    });
  });

  test('is not reported outside the reporter’s region', async () => {
    expect(await report({ regionCode: '33.16.05.1014' })).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
  });

  test('is not closed by the hand that proposed it, nor while a goal has no result', async () => {
    const goals = [{ service: 'CARE', dueOn: '2026-12-31', result: null }];
    const row = await aCase(service, { status: 'IN_SERVICE', goals });
    const id = encodeId('case', row.id);
    const open = await command(
      'proposeTermination',
      { id, expectedVersion: 1, goalResults: [] },
      staff,
    );
    const proposed = await command(
      'proposeTermination',
      { id, expectedVersion: 1, goalResults: ['ABANDONED'] },
      staff,
    );

    const sameHand = await command('closeCase', { ...seen(proposed), outcome: 'IMPROVED' }, staff);

    expect([open.ground, sameHand.ground]).toEqual(['goals-open', 'same-hand']);
  });

  test('is numbered without gap or double when many are reported at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => report()));

    const serials = outcomes
      .map(({ caseNumber }) => Number(caseNumber!.slice(-6)))
      .sort((a, b) => a - b);
    expect(new Set(serials).size).toBe(20);
    expect(serials.at(-1)! - serials[0]!).toBe(19);
  });

  test('names the argument when a nested value is out of range', async () => {
    const { errors } = await service.ask(
      `mutation ($input: CompleteAssessmentInput!) { completeAssessment(input: $input) { __typename } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          id: encodeId('case', randomUUID()),
          expectedVersion: 1,
          severities: [{ domain: 'HEALTH', severity: 9 }],
        },
      },
      staff,
    );

    expect(errors).toHaveLength(1);
  });
});

describe('Query.cases', () => {
  const list = (caller: Caller, first = 100) =>
    service.ask<{ cases: { totalCount: number; nodes: { id: string; viewerCan: string[] }[] } }>(
      `query ($first: Int) { cases(region: "32.79", first: $first) {
        totalCount nodes { id caseNumber category status region { code } assignedTo { id serviceCapability { regions } } viewerCan beneficiary { maskedNik }
          consents { purposes } referrals { status } interventions { service } assessment { severity } } } }`,
      { first },
      caller,
    );

  test('shows an organization the cases it handles or reported, an office those of its region', async () => {
    const handled = await aCase(service, { assignedOrganizationId: organizationId });
    await aCase(service);

    const theirs = await list(worker);
    const office = await list(staff);

    expect(theirs.data.cases.nodes.map(({ id }) => decodeId('case', id))).toEqual([handled.id]);
    expect(office.data.cases.totalCount).toBeGreaterThan(1);
    expect((await list(elsewhere)).data.cases).toEqual({ totalCount: 0, nodes: [] });
  });

  test('asks as many statements for many as for few', async () => {
    for (let made = 0; made < 12; made += 1) await aCase(service);

    expect((await list(staff, 50)).statements).toBe((await list(staff, 5)).statements);
  });
});

describe('Region.welfare', () => {
  const counts = async (caller?: Caller) => {
    const { data, errors } = await service.ask<{
      _entities: { welfare: { openCases: { total: number | null } } }[];
    }>(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Region { welfare { openCases { total suppressed byCategory { category count suppressed } } } } } }`,
      {
        representations: [
          { __typename: 'Region', code: '34.01' },
          { __typename: 'Region', code: '34' },
        ],
      },
      caller,
    );
    expect(errors).toEqual([]);
    return data._entities.map(({ welfare }) => welfare.openCases.total);
  };

  test('is exact for the office in charge, and suppressed for the public', async () => {
    const reporter = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '34.01' });
    for (let made = 0; made < 3; made += 1) await report({ regionCode: '34.01.01.2001' }, reporter);

    expect(await counts(reporter)).toEqual([3, null]);
    expect(await counts()).toEqual([null, null]);
  });
});
