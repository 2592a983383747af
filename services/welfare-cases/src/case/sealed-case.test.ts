import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { anOrganization } from '../organization/organization.fixture.js';
import { publishStatistics } from '../statistics/statistics.service.js';
import { welfareCases } from '../service.js';
import type { WholeCase } from './whole-case.fixture.js';
import { aFreshVillage, aWholeCase, lookAt, sectionsIn, tablesSeen } from './whole-case.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());

const office = (role: Caller['role'], region: string) => aCaller({ role, region });
const head = office('DINSOS_REGENCY_HEAD', '32.79');
const staff = office('DINSOS_REGENCY_STAFF', '32.79');
const officer = office('DATA_PROTECTION_OFFICER', '32.79');
const workerOf = (organizationId: string, role: Caller['role'] = 'KT_OFFICER') =>
  aCaller({ role, region: '32.79', organizationId });

async function ask<Data>(document: string, variables: object, caller: Caller): Promise<Data> {
  const { data, errors } = await service.ask<Data>(document, variables, caller);
  expect(errors).toEqual([]);
  return data;
}

interface Numbers {
  welfare: {
    openCases: { total: number | null };
    overdueReferrals: { unacknowledged: number }[];
  } | null;
}

/** Every way by which a request can reach the case, and whether it does. */
const paths: Record<string, (whole: WholeCase, caller: Caller) => Promise<boolean>> = {
  'by its id': async ({ row }, caller) => (await lookAt(service, row, caller)) !== null,
  'in a list': async ({ row }, caller) => {
    const { cases } = await ask<{ cases: { nodes: { id: string }[] } }>(
      'query ($region: RegionCode!) { cases(region: $region, first: 100) { nodes { id } } }',
      { region: row.regionCode },
      caller,
    );
    return cases.nodes.length > 0;
  },
  'in a number of a list': async ({ row }, caller) => {
    const { cases } = await ask<{ cases: { totalCount: number } }>(
      'query ($region: RegionCode!) { cases(region: $region) { totalCount } }',
      { region: row.regionCode },
      caller,
    );
    return cases.totalCount > 0;
  },
  'as an entity': async ({ row }, caller) => {
    const { _entities } = await ask<{ _entities: (object | null)[] }>(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on WelfareCase { caseNumber } } }',
      { of: [{ __typename: 'WelfareCase', id: encodeId('case', row.id) }] },
      caller,
    );
    return _entities[0] !== null;
  },
  'through its referral': async ({ referral }, caller) => {
    const found = await ask<{ referral: { case: object | null } | null }>(
      'query ($id: ID!) { referral(id: $id) { case { id } } }',
      { id: encodeId('ref', referral.id) },
      caller,
    );
    return Boolean(found.referral?.case);
  },
  'through a command': async ({ row }, caller) => {
    const { holdCase } = await ask<{ holdCase: { __typename: string } }>(
      'mutation ($input: HoldCaseInput!) { holdCase(input: $input) { __typename } }',
      {
        input: {
          idempotencyKey: randomUUID(),
          id: encodeId('case', row.id),
          expectedVersion: 99,
          reason: 'PERSON_AWAY',
          reviewOn: '2026-12-01',
        },
      },
      caller,
    );
    return holdCase.__typename !== 'NotFoundProblem';
  },
  'in the numbers of its district': async ({ row }, caller) => {
    const { _entities } = await ask<{ _entities: Numbers[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Region { welfare {
        openCases { total } overdueReferrals { unacknowledged } } } } }`,
      { of: [{ __typename: 'Region', code: row.regionCode.slice(0, 8) }] },
      caller,
    );
    const { openCases, overdueReferrals } = _entities[0]!.welfare!;
    return (openCases.total ?? 0) > 0 || overdueReferrals.length > 0;
  },
  'in the measures of an organization': async ({ referral }, caller) => {
    const id = encodeId('org', referral.toOrganizationId);
    const { _entities } = await ask<{
      _entities: { network: { referralsReceived: number } | null }[];
    }>(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { network { referralsReceived } } } }',
      { of: [{ __typename: 'Organization', id }] },
      caller,
    );
    return (_entities[0]?.network?.referralsReceived ?? 0) > 0;
  },
  'in a table': async ({ row }, caller) => (await tablesSeen(service, row, caller)).length > 0,
};

const late = { acknowledgeBy: new Date('2026-11-01T02:00:00Z') };

async function reachedBy(whole: WholeCase, caller: Caller): Promise<string[]> {
  const reached: string[] = [];
  for (const [path, reaches] of Object.entries(paths))
    if (await reaches(whole, caller)) reached.push(path);
  return reached;
}

describe('a sealed case', () => {
  let sealed: WholeCase;
  let open: WholeCase;
  let elsewhere: string;
  beforeAll(async () => {
    sealed = await aWholeCase(service, { sealed: true }, late);
    open = await aWholeCase(service, {}, late);
    elsewhere = await anOrganization(service);
  });

  const absentFor: [string, () => Caller][] = [
    ['the staff of its regency', () => staff],
    ['the staff of its province', () => office('DINSOS_PROVINCE_STAFF', '32')],
    ['the head of its province', () => office('DINSOS_PROVINCE_HEAD', '32')],
    ['the front desk of its regency', () => office('SLRT_OPERATOR', '32.79')],
    ['the front desk of its village', () => office('PUSKESOS_OPERATOR', sealed.row.regionCode)],
    ['officers of the organization that reported it', () => workerOf(sealed.reporting)],
    ['workers of an organization that has nothing to do with it', () => workerOf(elsewhere)],
    ['a social worker of its region', () => office('SOCIAL_WORKER', '32.79')],
    ['the head of another regency', () => office('DINSOS_REGENCY_HEAD', '33.16')],
  ];

  test.each(absentFor)('is absent on every path for %s', async (_who, caller) => {
    expect(await reachedBy(sealed, caller())).toEqual([]);
  });

  test('is absent for another data protection officer, who has no list of commands', async () => {
    const other = office('DATA_PROTECTION_OFFICER', '33.16');

    expect(await lookAt(service, sealed.row, other)).toBeNull();
    expect(await tablesSeen(service, sealed.row, other)).toEqual([]);
  });

  test('is there for the organization that handles it, the head and the data protection officer', async () => {
    for (const caller of [workerOf(sealed.assigned), head, officer]) {
      const seen = await lookAt(service, sealed.row, caller);
      expect(seen).toMatchObject({ status: 'IN_SERVICE', legalBasis: 'CONSENT' });
    }
    expect(sectionsIn(await lookAt(service, sealed.row, workerOf(sealed.assigned)))).toHaveLength(
      7,
    );
    expect(sectionsIn(await lookAt(service, sealed.row, head))).toHaveLength(7);
  });

  test('is in no number, also of who sees it', async () => {
    expect(await paths['in the numbers of its district']!(sealed, staff)).toBe(false);
    const [counted] = await service.rows<{ cases: number }>(
      'select coalesce(sum(open_cases), 0)::integer as cases from open_case_count where region_code = $1',
      [sealed.row.regionCode],
    );
    expect(counted).toEqual({ cases: 0 });
  });

  test('is asked for by paths that lead to an open one', async () => {
    expect(await reachedBy(open, staff)).toEqual(Object.keys(paths));
  });

  test('is not shown to whom it is referred to before they accept', async () => {
    const receiver = workerOf(sealed.referral.toOrganizationId);

    expect(await lookAt(service, sealed.row, receiver)).toBeNull();
    expect(await tablesSeen(service, sealed.row, receiver)).toEqual(['referral']);
    expect(
      await lookAt(service, open.row, workerOf(open.referral.toOrganizationId)),
    ).not.toBeNull();
  });
});

interface Outcome {
  __typename: string;
  version?: number;
  sealReason?: string | null;
  ground?: string;
}

async function command(mutation: string, input: object, caller: Caller): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const data = await ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
      ... on WelfareCase { version sealReason }
      ... on CaseRefusedProblem { ground } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  return data[mutation]!;
}

const turn = (mutation: string, { row }: WholeCase, reason: string, caller: Caller, version = 1) =>
  command(mutation, { id: encodeId('case', row.id), expectedVersion: version, reason }, caller);

const said = async ({ row }: WholeCase) =>
  (await service.published())
    .filter(({ key }) => key === encodeId('case', row.id))
    .map(({ type }) => type);

describe('Mutation.sealCase', () => {
  test('hides the case and its past at the next request, and unsealCase shows it again', async () => {
    const whole = await aWholeCase(service);
    expect((await turn('sealCase', whole, 'PERSON_AT_RISK', head)).version).toBe(2);

    expect(await reachedBy(whole, staff)).toEqual([]);
    const unsealed = await turn('unsealCase', whole, 'RISK_ENDED', officer, 2);
    expect(unsealed).toMatchObject({ version: 3, sealReason: null });

    const reached = Object.keys(paths).filter((path) => path !== 'in a table');
    expect(await reachedBy(whole, staff)).toEqual(expect.arrayContaining(reached));
    expect(await tablesSeen(service, whole.row, staff)).toContain('welfare_case_history');
    expect(await said(whole)).toEqual([
      'welfare-cases.case.sealed.v1',
      'welfare-cases.case.unsealed.v1',
    ]);
  });

  test('is for the head and the data protection officer of the region, once, at the version they saw', async () => {
    const whole = await aWholeCase(service);

    for (const caller of [officer, head]) {
      const stale = await turn('sealCase', whole, 'COURT_ORDER', caller, 9);
      expect(stale.__typename).toBe('ConflictProblem');
    }
    const other = office('DINSOS_REGENCY_HEAD', '33.16');
    expect((await turn('sealCase', whole, 'COURT_ORDER', other)).__typename).toBe(
      'NotFoundProblem',
    );
    await turn('sealCase', whole, 'COURT_ORDER', officer);
    expect(await turn('sealCase', whole, 'COURT_ORDER', head, 2)).toMatchObject({
      ground: 'already-sealed',
    });
  });

  test('is not for the hand that reported the case', async () => {
    const whole = await aWholeCase(service, { reportedBy: head.id });

    expect(await turn('sealCase', whole, 'PERSON_AT_RISK', head)).toMatchObject({
      ground: 'reporters-hand',
    });
  });

  test('answers a former answer to nobody who does not see the case any more', async () => {
    const whole = await aWholeCase(service);
    const asked = {
      idempotencyKey: randomUUID(),
      id: encodeId('case', whole.row.id),
      expectedVersion: 1,
      reason: 'PERSON_AWAY',
      reviewOn: '2026-12-01',
    };
    expect((await command('holdCase', asked, staff)).__typename).toBe('WelfareCase');

    await turn('sealCase', whole, 'PERSON_AT_RISK', head, 2);

    expect((await command('holdCase', asked, staff)).__typename).toBe('NotFoundProblem');
  });
});

describe('numbers', () => {
  test('leave a sealed case out that is closed, and say nothing of its course', async () => {
    const whole = await aWholeCase(service, { sealed: true, status: 'TERMINATING' });
    await service.asSystem((work) =>
      work.sql("update referral set status = 'DECLINED' where id = $1", [whole.referral.id]),
    );

    const closed = await command(
      'closeCase',
      { id: encodeId('case', whole.row.id), expectedVersion: 1, outcome: 'RESOLVED' },
      head,
    );

    expect(closed.__typename).toBe('WelfareCase');
    const credited = await service.rows(
      'select from handled_case_count where organization_id = $1',
      [whole.assigned],
    );
    expect(credited).toEqual([]);
    expect(await said(whole)).toEqual([]);
  });

  test('published of a month leave sealed cases out', async () => {
    const regionCode = aFreshVillage();
    const reportedAt = new Date('2026-09-10T02:00:00Z');
    for (const sealed of [true, false, false])
      await aWholeCase(service, { regionCode, reportedAt, sealed });
    const caller = systemCaller('test');

    await service.database.inWork({ caller, readOnly: false }, publishStatistics);

    const rows = await service.rows<{ measure: string; cases: number }>(
      `select measure, cases from statistics_cell
       where region_code = $1 and dimension = 'TOTAL' and month in ('2026-09', '2026-10') order by 1`,
      [regionCode.slice(0, 8)],
    );
    expect(rows).toEqual([
      { measure: 'OPEN', cases: 2 },
      { measure: 'REPORTED', cases: 2 },
    ]);
  });
});
