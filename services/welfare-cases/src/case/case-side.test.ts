import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anOrganization } from '../organization/organization.fixture.js';
import { aReferral } from '../referral/referral.fixture.js';
import { welfareCases } from '../service.js';
import { sayOverdue } from './case-aftercare.service.js';
import { aCase } from './case.fixture.js';
import type { WelfareCase } from './case.entity.js';

let service: TestService;
let organizationId: string;
let worker: Caller;

const staff = aCaller({ id: 'staff', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const officer = aCaller({ id: 'dpo', role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
const desk = aCaller({ role: 'PUSKESOS_OPERATOR', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
beforeEach(async () => {
  service.clock.at = new Date('2026-11-20T02:00:00Z');
  organizationId = await anOrganization(service);
  worker = aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  version: number;
  status?: string;
}

async function command(
  mutation: string,
  row: { id: string },
  input: object,
  caller: Caller,
  type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`,
): Promise<Outcome> {
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      __typename
      ... on WelfareCase { version status outcome holdReason reviewOn rejectionReason duplicateOfId restrictionGround aftercareDueOn assessmentDueAt }
      ... on CaseRefusedProblem { ground message { en id } }
      ... on InvalidInputProblem { field }
      ... on ConflictProblem { currentVersion }
    } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        id: encodeId('case', row.id),
        expectedVersion: 1,
        ...input,
      },
    },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const handled = (fields: Partial<WelfareCase> = {}) =>
  aCase(service, { assignedOrganizationId: organizationId, ...fields });

const said = async ({ id }: { id: string }) => {
  const key = encodeId('case', id);
  const events = await service.published();
  return events
    .filter((event) => event.key === key)
    .map(({ type, data }) => [type.replace(/^welfare-cases\.|\.v1$/g, ''), data] as const);
};

const ended = { status: 'CLOSED', outcome: 'IMPROVED' } as const;

describe('Mutation.holdCase', () => {
  test('lets a case rest, and resumeCase goes on where it stood', async () => {
    const row = await handled({ status: 'PLANNED' });
    const why = { reason: 'PERSON_AWAY', reviewOn: '2026-12-24' };

    const held = await command('holdCase', row, why, worker);
    const resumed = await command(
      'resumeCase',
      row,
      { expectedVersion: 2 },
      worker,
      'CaseStepInput',
    );

    expect(held).toMatchObject({ status: 'ON_HOLD', holdReason: 'PERSON_AWAY', version: 2 });
    expect(resumed).toMatchObject({ status: 'PLANNED', holdReason: null, reviewOn: null });
    expect((await said(row)).map(([type]) => type)).toEqual(['case.held', 'case.resumed']);
  });

  test('repeats its answer for a repeated key and notices a stale version', async () => {
    const row = await handled();
    const why = { reason: 'PERSON_ASKED', reviewOn: '2026-12-24', idempotencyKey: randomUUID() };

    const first = await command('holdCase', row, why, worker);
    const again = await command('holdCase', row, why, worker);
    const stale = await command('holdCase', row, { ...why, idempotencyKey: randomUUID() }, worker);

    expect(again).toEqual(first);
    expect(stale).toEqual({ __typename: 'ConflictProblem', currentVersion: 2 });
    expect(await said(row)).toHaveLength(1);
  });

  test('is refused to others: unseen elsewhere, seen but not allowed to a desk', async () => {
    const row = await handled();
    const why = { reason: 'PERSON_ASKED', reviewOn: '2026-12-24' };

    expect((await command('holdCase', row, why, elsewhere)).__typename).toBe('NotFoundProblem');
    expect((await command('holdCase', row, why, desk)).__typename).toBe('NotAllowedProblem');
    expect(await said(row)).toEqual([]);
  });
});

describe('Mutation.rejectCase', () => {
  const counted = async (regionCode: string) => {
    const { data } = await service.ask<{
      _entities: { welfare: { openCases: { total: number } } }[];
    }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Region { welfare { openCases { total } } } } }`,
      { of: [{ __typename: 'Region', code: regionCode }] },
      staff,
    );
    return data._entities[0]!.welfare.openCases.total;
  };

  test('takes a report off the open cases, naming the case that it repeats', async () => {
    const regionCode = '32.79.03.2001';
    const other = await handled({ regionCode });
    const row = await handled({ regionCode, status: 'REPORTED' });
    const before = await counted(regionCode);
    const duplicateOf = encodeId('case', other.id);

    const rejected = await command('rejectCase', row, { reason: 'DUPLICATE', duplicateOf }, staff);

    expect(rejected).toMatchObject({ status: 'REJECTED', duplicateOfId: duplicateOf });
    expect(await counted(regionCode)).toBe(before - 1);
    const data = { caseId: encodeId('case', row.id), regionCode, ground: 'DUPLICATE', duplicateOf };
    expect(await said(row)).toEqual([['case.rejected', data]]);
  });

  test('asks for the other case of a duplicate, and knows it', async () => {
    const row = await handled({ status: 'REPORTED' });
    const unknown = { reason: 'DUPLICATE', duplicateOf: encodeId('case', randomUUID()) };

    const unnamed = await command('rejectCase', row, { reason: 'DUPLICATE' }, staff);

    expect(unnamed).toEqual({ __typename: 'InvalidInputProblem', field: 'duplicateOf' });
    expect((await command('rejectCase', row, unknown, staff)).__typename).toBe('NotFoundProblem');
  });
});

describe('Mutation.reopenCase', () => {
  test('takes a closed case up again, open in every respect', async () => {
    const closedAt = new Date('2026-01-20T02:00:00Z');
    const row = await handled({ ...ended, closedAt, terminationProposedBy: 'staff' });

    const reopened = await command('reopenCase', row, {}, staff, 'CaseStepInput');

    expect(reopened).toMatchObject({ status: 'ACCEPTED', outcome: null });
    expect((await said(row)).map(([type]) => type)).toEqual(['case.reopened']);
    const [stored] = await service.rows(
      'select closed_at, termination_proposed_by from welfare_case where id = $1',
      [row.id],
    );
    expect(stored).toEqual({ closed_at: null, termination_proposed_by: null });
  });

  test('credits the organization once, however often it ends', async () => {
    const row = await handled({ status: 'TERMINATING' });
    const head = aCaller({ id: 'head', role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
    const seen = (expectedVersion: number) => ({ expectedVersion });
    await command('closeCase', row, { ...seen(1), outcome: 'IMPROVED' }, head);
    await command('reopenCase', row, seen(2), staff, 'CaseStepInput');
    const severities = [{ domain: 'HEALTH', severity: 1 }];
    await command('completeAssessment', row, { ...seen(3), severities }, worker);
    const goals = [{ service: 'CARE', dueOn: '2026-12-31' }];
    await command('adoptServicePlan', row, { ...seen(4), goals }, worker);
    const given = { service: 'CARE', givenOn: '2026-11-20' };
    await command('recordIntervention', row, { ...seen(5), ...given }, worker);
    await command('proposeTermination', row, { ...seen(6), goalResults: ['ACHIEVED'] }, worker);

    const closed = await command('closeCase', row, { ...seen(7), outcome: 'RESOLVED' }, head);

    expect(closed).toMatchObject({ status: 'CLOSED', outcome: 'RESOLVED' });
    const credited = (await service.published()).filter(
      ({ key }) => key === encodeId('org', organizationId),
    );
    expect(credited).toMatchObject([{ data: { outcome: 'IMPROVED' } }]);
  });

  test('after twelve months says to report a new case that follows it', async () => {
    const closedAt = new Date('2025-01-20T02:00:00Z');
    const row = await handled({ ...ended, closedAt });

    const refused = await command('reopenCase', row, {}, staff, 'CaseStepInput');

    expect(refused).toMatchObject({
      ground: 'reopen-too-late',
      message: { en: expect.stringContaining('report a new case') },
    });
  });

  test('does not open a second case of the same need', async () => {
    const row = await handled({ ...ended, closedAt: new Date('2026-10-01T02:00:00Z') });
    const { beneficiaryId } = row;
    await service.rows(
      `insert into welfare_case (id, case_number, beneficiary_id, category, region_code, urgency, status, channel, reported_at)
       values ($1, 'KS/test/again', $2, $3, $4, 'NORMAL', 'REPORTED', 'KT', now())`,
      [randomUUID(), beneficiaryId, row.category, row.regionCode],
    );

    expect(await command('reopenCase', row, {}, staff, 'CaseStepInput')).toMatchObject({
      ground: 'already-open',
    });
  });
});

describe('aftercare', () => {
  test('is three visits, the last of which closes the case again', async () => {
    const row = await handled({ ...ended, closedAt: new Date('2026-01-20T02:00:00Z') });
    const visit = (expectedVersion: number) =>
      command(
        'recordFollowUp',
        row,
        { expectedVersion, visitedOn: '2026-11-19', finding: 'BETTER' },
        worker,
      );

    const begun = await command('startAftercare', row, {}, worker, 'CaseStepInput');
    const visits = [await visit(2), await visit(3), await visit(4)];

    expect([begun, ...visits]).toMatchObject([
      { status: 'AFTERCARE', aftercareDueOn: '2026-02-20' },
      { status: 'AFTERCARE', aftercareDueOn: '2026-04-20' },
      { status: 'AFTERCARE', aftercareDueOn: '2026-07-20' },
      { status: 'CLOSED', aftercareDueOn: null },
    ]);
    expect((await said(row)).map(([type]) => type)).toEqual([
      'aftercare.started',
      ...Array.from({ length: 3 }, () => 'aftercare.recorded'),
    ]);
  });

  test('is not recorded of a case in service, whose visits are followed up', async () => {
    const row = await handled({ status: 'IN_SERVICE' });
    const visit = { visitedOn: '2026-11-19', finding: 'UNCHANGED' };

    expect(await command('recordFollowUp', row, visit, worker)).toMatchObject({
      status: 'IN_SERVICE',
    });
    expect((await said(row)).map(([type]) => type)).toEqual(['case.followed-up']);
    const { data } = await service.ask(
      'query ($id: ID!) { case(id: $id) { followUps { visitedOn finding aftercare visitor { id } } } }',
      { id: encodeId('case', row.id) },
      worker,
    );
    const visitor = { id: encodeId('org', organizationId) };
    expect(data).toEqual({ case: { followUps: [{ ...visit, aftercare: false, visitor }] } });
  });
});

describe('Mutation.reviseServicePlan', () => {
  test('replaces the goals and leaves the case where it is', async () => {
    const goals = [{ service: 'CARE', dueOn: '2026-12-31', result: null }];
    const row = await handled({ status: 'IN_SERVICE', goals });
    const anew = { goals: [{ service: 'ACCESSIBILITY', dueOn: '2027-01-31' }] };

    const revised = await command('reviseServicePlan', row, anew, worker);

    expect(revised).toMatchObject({ status: 'IN_SERVICE', version: 2 });
    const [stored] = await service.rows('select goals from welfare_case where id = $1', [row.id]);
    expect(stored).toEqual({ goals: [{ ...anew.goals[0], result: null }] });
    const [former] = await service.rows('select goals from welfare_case_history where id = $1', [
      row.id,
    ]);
    expect(former).toEqual({ goals });
  });
});

describe('an emergency', () => {
  const help = { service: 'SOCIAL_ASSISTANCE', givenOn: '2026-11-20' };

  test('that is not assessed in time is said to be overdue, once', async () => {
    const row = await handled({ urgency: 'EMERGENCY' });
    const helped = await command('recordIntervention', row, help, worker);
    expect(helped).toMatchObject({
      status: 'ACCEPTED',
      assessmentDueAt: '2026-11-23T02:00:00.000Z',
    });

    for (const at of ['2026-11-23T02:00:00Z', '2026-11-23T02:00:01Z', '2026-11-24T02:00:00Z']) {
      service.clock.at = new Date(at);
      await service.database.inWork(
        { caller: systemCaller('say-overdue'), readOnly: false },
        sayOverdue,
      );
    }

    const types = (await said(row)).map(([type]) => type);
    expect(types).toEqual(['intervention.delivered', 'case.overdue']);
  });

  test('that was assessed is not', async () => {
    const row = await handled({ urgency: 'EMERGENCY' });
    const { version } = await command('recordIntervention', row, help, worker);
    const severities = [{ domain: 'BASIC_NEEDS', severity: 4 }];
    await command('completeAssessment', row, { expectedVersion: version, severities }, worker);

    service.clock.at = new Date('2026-11-30T02:00:00Z');
    await service.database.inWork(
      { caller: systemCaller('say-overdue'), readOnly: false },
      sayOverdue,
    );

    expect((await said(row)).map(([type]) => type)).not.toContain('case.overdue');
  });
});

describe('Mutation.restrictCase', () => {
  test('hides the case from those who handle it and those it was referred to', async () => {
    const row = await handled({ status: 'IN_SERVICE' });
    const sent = await aReferral(service, { caseId: row.id, fromOrganizationId: organizationId });
    const receiver = aCaller({
      role: 'KT_OFFICER',
      region: '32.79',
      organizationId: sent.toOrganizationId,
    });
    const look = async (caller: Caller) => {
      const id = encodeId('case', row.id);
      const { data } = await service.ask<{ case: object | null }>(
        'query ($id: ID!) { case(id: $id) { status viewerCan } }',
        { id },
        caller,
      );
      return data.case;
    };
    expect([await look(worker), await look(receiver)]).not.toContain(null);

    await command('restrictCase', row, { ground: 'PERSON_OBJECTED' }, officer);

    expect([await look(worker), await look(receiver)]).toEqual([null, null]);
    expect(await look(staff)).toEqual({ status: 'RESTRICTED', viewerCan: [] });
    expect(await look(officer)).toEqual({
      status: 'RESTRICTED',
      viewerCan: ['LIFT_RESTRICTION', 'SEAL'],
    });
    const types = (await said(row)).map(([type]) => type);
    expect(types).toEqual(['referral.cancelled', 'case.restricted']);
  });

  test('is lifted on another basis, and the case goes on where it stood', async () => {
    const row = await handled({ status: 'IN_SERVICE' });
    await command('restrictCase', row, { ground: 'ACCURACY_DISPUTED' }, officer);
    const lift = (legalBasis: string) =>
      command('liftCaseRestriction', row, { expectedVersion: 2, legalBasis }, officer);

    expect(await lift('CONSENT')).toMatchObject({ ground: 'consent-withdrawn' });
    expect(await lift('PUBLIC_TASK')).toMatchObject({
      status: 'IN_SERVICE',
      restrictionGround: null,
    });
  });
});
