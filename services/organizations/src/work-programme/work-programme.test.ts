import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { Partnership } from '../partnership/partnership.entity.js';
import { organizations } from '../service.js';

let service: TestService;
const codes = Array.from({ length: 20 }, (_none, index) => `32.79.04.${2001 + index}`);

beforeAll(async () => {
  service = await startTestService(organizations);
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, 'VILLAGE', 'DESA', null, code, 'test' from unnest($1::text[]) as code`,
    [[...codes, '32.79.01.1006']],
  );
});
afterAll(() => service?.stop());

const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const boardOf = ({ id, regionCode }: Organization) =>
  aCaller({ role: 'KT_OFFICER', region: regionCode, organizationId: id });

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  ground?: string;
  field?: string;
  fundingSource?: string;
}

async function give(mutation: string, input: object, caller: Caller): Promise<Outcome> {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const steps = ['startWorkProgramme', 'reportWorkProgramme'];
  const type = steps.includes(mutation) ? 'WorkProgrammeStepInput' : `${name}Input`;
  const subject = mutation.endsWith('Activity') ? 'Activity' : 'WorkProgramme';
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${mutation === 'cancelActivity' ? 'ActivityStepInput' : type}!) {
      ${mutation}(input: $input) { __typename ... on ${subject} { id version status }
        ... on WorkProgrammeRefusedProblem { ground fundingSource } ... on InvalidInputProblem { field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });
let place = 0;
const aBoard = async (fields: Partial<Organization> = {}) =>
  anOrganization(service, { status: 'ACTIVE', regionCode: codes[place++]!, ...fields });

const grantVillageFund = ({ id, regionCode }: Organization, fiscalYear: number) =>
  service.asSystem((work) =>
    work.insert(Partnership, {
      id: randomUUID(),
      version: 1,
      kind: 'DANA_DESA',
      regionCode,
      organizationId: id,
      title: 'Pembinaan Karang Taruna desa',
      fields: ['TRAINING'],
      amount: '25000000',
      startsOn: `${fiscalYear}-01-01`,
      endsOn: `${fiscalYear + 1}-01-01`,
      fiscalYear,
      budgetLine: '3.2.01',
      villageRegulation: '4/2024',
      status: 'SIGNED',
      proposedOn: '2026-01-05',
      signedOn: '2026-01-05',
      documentNumber: 'DD/1/2026',
    }),
  );

const draft = (of: Organization, caller: Caller, input: object = {}) =>
  give(
    'draftWorkProgramme',
    { organizationId: encodeId('org', of.id), year: 2026, ...input },
    caller,
  );
const plan = (programme: Outcome, caller: Caller, input: object = {}) =>
  give(
    'planActivity',
    {
      workProgrammeId: programme.id,
      title: 'Posyandu remaja',
      kind: 'UKS',
      pillar: 'PROTECTION',
      plannedOn: '2026-05-01',
      ...input,
    },
    caller,
  );
const adopt = (programme: Outcome, caller: Caller) =>
  give(
    'adoptWorkProgramme',
    { ...seen(programme), forum: 'MUSYAWARAH', adoptedOn: '2026-01-10' },
    caller,
  );

/** A programme that runs, with one activity. */
async function aRunningProgramme() {
  const organization = await aBoard();
  const board = boardOf(organization);
  const drafted = await draft(organization, board);
  const activity = await plan(drafted, board);
  const running = await give('startWorkProgramme', seen(await adopt(drafted, board)), board);
  return { organization, board, running, activity: { ...activity, version: 2 } };
}

describe('a work programme', () => {
  test('goes from draft to evaluation, says so, and keeps what had its effect', async () => {
    const { organization, board, running, activity } = await aRunningProgramme();

    const done = await give(
      'realiseActivity',
      {
        ...seen(activity),
        realisedOn: '2026-05-02',
        beneficiaries: { value: 12, qualifier: 'EXACT' },
        sources: [{ source: 'Warta Contoh' }, { source: 'Kabar Contoh' }],
      },
      board,
    );
    const reported = await give('reportWorkProgramme', seen(running), board);
    const evaluated = await give(
      'evaluateWorkProgramme',
      { ...seen(reported), outcome: 'EFFECTIVE', sustain: [activity.id] },
      staff,
    );

    expect(done).toMatchObject({ status: 'REALISED', version: 3 });
    expect(evaluated).toMatchObject({ status: 'EVALUATED' });
    const organizationId = encodeId('org', organization.id);
    const events = (await service.published()).filter(({ key }) => key === organizationId);
    expect(events).toMatchObject([
      {
        type: 'organizations.work-programme.adopted.v1',
        data: { workProgrammeId: running.id, year: 2026, forum: 'MUSYAWARAH', activities: 1 },
      },
      {
        type: 'organizations.activity.realised.v1',
        data: { activityId: activity.id, kind: 'UKS', pillar: 'PROTECTION' },
      },
      {
        type: 'organizations.work-programme.evaluated.v1',
        data: { outcome: 'EFFECTIVE', realised: 1, sustained: 1 },
      },
    ]);
    const { data } = await service.ask<{ organization: object }>(
      `query ($id: ID!) { organization(id: $id) { workProgrammes { year evaluation { outcome }
        activities { sustained beneficiaries { value } beneficiariesSuppressed sources { source } } } } }`,
      { id: organizationId },
    );
    expect(data.organization).toEqual({
      workProgrammes: [
        {
          year: 2026,
          evaluation: { outcome: 'EFFECTIVE' },
          activities: [
            {
              sustained: true,
              beneficiaries: { value: 12 },
              beneficiariesSuppressed: false,
              sources: [{ source: 'Kabar Contoh' }, { source: 'Warta Contoh' }],
            },
          ],
        },
      ],
    });
  });

  test('is one a year, also when two are begun at once', async () => {
    const organization = await aBoard();

    const both = await Promise.all([1, 2].map(() => draft(organization, boardOf(organization))));

    expect(both.map(({ status, ground }) => status ?? ground).sort()).toEqual([
      'DRAFT',
      'year-taken',
    ]);
  });

  test('spends no more of a source than it has, also when two are planned at once', async () => {
    const organization = await aBoard();
    const board = boardOf(organization);
    const budgets = [{ fundingSource: 'SWADAYA', amount: '1000000' }];
    const drafted = await draft(organization, board, { budgets });
    const cost = { budget: '600000', fundingSource: 'SWADAYA' };

    const both = await Promise.all([1, 2].map(() => plan(drafted, board, cost)));

    expect(both.map(({ status, ground }) => status ?? ground).sort()).toEqual([
      'DRAFT',
      'over-budget',
    ]);
    const kept = both.find(({ status }) => status === 'DRAFT')!;
    await give('cancelActivity', seen(kept), board);
    expect(await plan(drafted, board, cost)).toMatchObject({ status: 'DRAFT' });
    const { data } = await service.ask<{ workProgramme: { budgets: object[] } }>(
      'query ($id: ID!) { workProgramme(id: $id) { budgets { amount planned spent } } }',
      { id: drafted.id },
      board,
    );
    expect(data.workProgramme.budgets).toEqual([
      { amount: '1000000', planned: '600000', spent: '0' },
    ]);
  });

  test('has no village funds in a kelurahan', async () => {
    const kelurahan = await aBoard({ regionCode: '32.79.01.1006' });
    const budgets = [{ fundingSource: 'DANA_DESA', amount: '5000000' }];

    expect(await draft(kelurahan, boardOf(kelurahan), { budgets })).toMatchObject({
      __typename: 'InvalidInputProblem',
      field: 'budgets',
    });
  });

  test('has village funds in a desa that granted some for the year, and in no other year', async () => {
    const desa = await aBoard();
    const budgets = [{ fundingSource: 'DANA_DESA', amount: '5000000' }];
    const write = (year: number) => draft(desa, boardOf(desa), { year, budgets });

    const before = await write(2026);
    await grantVillageFund(desa, 2026);

    expect(before).toMatchObject({ __typename: 'InvalidInputProblem', field: 'budgets' });
    expect(await write(2025)).toMatchObject({ __typename: 'InvalidInputProblem' });
    expect(await write(2026)).toMatchObject({ status: 'DRAFT' });
  });

  test('is led by its board alone and evaluated by its office alone', async () => {
    const { running, activity, board } = await aRunningProgramme();
    const stranger = boardOf(await aBoard());
    const realised = { ...seen(activity), realisedOn: '2026-05-02' };

    expect((await give('realiseActivity', realised, stranger)).__typename).toBe(
      'NotAllowedProblem',
    );
    expect((await give('reportWorkProgramme', seen(running), elsewhere)).__typename).toBe(
      'NotAllowedProblem',
    );
    expect(await give('reportWorkProgramme', seen(running), board)).toMatchObject({
      ground: 'activities-open',
    });
    await give('realiseActivity', realised, board);
    const stale = await give('realiseActivity', realised, board);
    expect(stale.__typename).toBe('ConflictProblem');
    // The office may report from paper; then another hand evaluates.
    const reported = await give('reportWorkProgramme', seen(running), staff);
    const evaluation = { ...seen(reported), outcome: 'NOT_EFFECTIVE' };
    expect(await give('evaluateWorkProgramme', evaluation, staff)).toMatchObject({
      ground: 'same-hand',
    });
    expect((await give('evaluateWorkProgramme', evaluation, elsewhere)).__typename).toBe(
      'NotAllowedProblem',
    );
  });

  test('answers a replayed key with its first answer', async () => {
    const organization = await aBoard();
    const input = { idempotencyKey: randomUUID() };

    const first = await draft(organization, boardOf(organization), input);

    expect(await draft(organization, boardOf(organization), input)).toEqual(first);
  });
});

describe('Query.workProgrammes and Query.activities', () => {
  const count = async (caller?: Caller) => {
    const { data } = await service.ask<Record<string, { totalCount: number }>>(
      `{ workProgrammes(region: "32.79.01", year: 2025) { totalCount }
         activities(region: "32.79.01", year: 2025, kind: UKS) { totalCount }
         others: activities(region: "32.79.01", year: 2025, kind: UEP) { totalCount } }`,
      {},
      caller,
    );
    return Object.values(data).map(({ totalCount }) => totalCount);
  };

  test('show a draft to its board and the offices, and to all once it is adopted', async () => {
    const kelurahan = await anOrganization(service, {
      status: 'ACTIVE',
      level: 'DISTRICT',
      regionCode: '32.79.01.1006',
    });
    const board = boardOf(kelurahan);
    const drafted = await draft(kelurahan, board, { year: 2025 });
    await plan(drafted, board, { plannedOn: '2025-05-01' });

    expect([await count(), await count(elsewhere)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect([await count(board), await count(staff)]).toEqual([
      [1, 1, 0],
      [1, 1, 0],
    ]);
    const meeting = { forum: 'RAPAT_KERJA', adoptedOn: '2025-01-10' };
    await give('adoptWorkProgramme', { ...seen(drafted), ...meeting }, staff);
    expect(await count()).toEqual([1, 1, 0]);
  });

  test('find what was adopted from a day on', async () => {
    await aRunningProgramme();
    const from = async (day: string) => {
      const { data } = await service.ask<{ workProgrammes: { totalCount: number } }>(
        'query ($day: Date!) { workProgrammes(region: "32.79.04", adoptedFrom: $day) { totalCount } }',
        { day },
      );
      return data.workProgrammes.totalCount;
    };

    expect(await from('2026-01-10')).toBeGreaterThan(0);
    expect(await from('2026-01-11')).toBe(0);
  });

  test('withhold a small number of people from those whom it does not concern', async () => {
    const { activity, board } = await aRunningProgramme();
    const beneficiaries = { value: 3, qualifier: 'EXACT' };
    await give(
      'realiseActivity',
      { ...seen(activity), realisedOn: '2026-05-02', beneficiaries },
      board,
    );
    const served = async (caller?: Caller) => {
      const { data } = await service.ask<{ activity: object }>(
        'query ($id: ID!) { activity(id: $id) { beneficiaries { value } beneficiariesSuppressed } }',
        { id: activity.id },
        caller,
      );
      return data.activity;
    };

    expect(await served()).toEqual({ beneficiaries: null, beneficiariesSuppressed: true });
    expect(await served(elsewhere)).toEqual({ beneficiaries: null, beneficiariesSuppressed: true });
    expect(await served(staff)).toEqual({
      beneficiaries: { value: 3 },
      beneficiariesSuppressed: false,
    });
  });

  test('ask as many statements for many as for few', async () => {
    await aRunningProgramme();
    const ask = (first: number) =>
      service.ask(
        `query ($first: Int!) {
          workProgrammes(region: "32", first: $first) { nodes { viewerCan budgets { planned } sources { source }
            organization { name workProgrammes { year } } activities { title } } }
          activities(region: "32", first: $first) { nodes { viewerCan beneficiaries { value } sources { source }
            predecessor { year } workProgramme { year } organization { name } } } }`,
        { first },
        staff,
      );

    const few = await ask(2);
    const many = await ask(100);

    expect(few.errors).toEqual([]);
    expect(many.statements).toBe(few.statements);
  });
});
