import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { ProgrammeState, ProgrammeStatus } from './work-programme.rules.js';
import { adopt, commandsFor, draft, evaluate, fundFault, report } from './work-programme.rules.js';

const board: Caller = {
  ...anonymous('test'),
  role: 'KT_OFFICER',
  region: '32.79.04.2006',
  organizationId: 'ours',
};
const staff: Caller = { ...anonymous('test'), role: 'DINSOS_REGENCY_STAFF', region: '32.79' };
const elsewhere: Caller = { ...staff, region: '33.16' };
const today = '2024-11-25';

const programme = (status: ProgrammeStatus): ProgrammeState => ({
  status,
  organizationId: 'ours',
  regionCode: '32.79.04.2006',
  year: 2024,
  budgets: [],
});

describe('draft', () => {
  const organization = {
    kind: 'KARANG_TARUNA' as const,
    status: 'ACTIVE',
    regionCode: '32.79.04.2006',
  };
  const villageFund = { receives: true, granted: false };
  const swadaya = { fundingSource: 'SWADAYA' as const, amount: '1000' };
  const decide = (input = {}, of = {}, caller = board) =>
    draft(
      { organizationId: 'ours', year: 2024, budgets: [swadaya], ...input },
      { organization: { ...organization, ...of }, villageFund, today },
      caller,
    );

  test('is the board’s own, or the office’s in whose region it sits', () => {
    expect(decide()).toEqual({ refused: null });
    expect(decide({}, {}, staff)).toEqual({ refused: null });
    expect(decide({}, {}, elsewhere).refused).toBe('not-allowed');
    expect(decide({ organizationId: 'theirs' }).refused).toBe('not-allowed');
  });

  test.each([
    ['of an organization out of service', {}, { status: 'SUSPENDED' }, 'organization-not-active'],
    ['of a person', {}, { kind: 'TKSK' as const }, 'invalid-input'],
    ['of the year after next', { year: 2026 }, {}, 'invalid-input'],
    ['with a source named twice', { budgets: [swadaya, swadaya] }, {}, 'invalid-input'],
  ])('is refused %s', (_which, input, of, refused) => {
    expect(decide(input, of).refused).toBe(refused);
  });
});

describe('fundFault', () => {
  const line = [{ fundingSource: 'DANA_DESA' as const }];

  test.each([
    [line, { receives: true, granted: true }, null],
    [line, { receives: true, granted: false }, 'invalid-input'],
    [line, { receives: false, granted: false }, 'invalid-input'],
    [[{ fundingSource: 'SWADAYA' as const }], { receives: false, granted: false }, null],
  ])('of %j where %j is %s', (lines, fund, refused) => {
    expect(fundFault(lines, fund)?.refused ?? null).toBe(refused);
  });
});

describe('adopt', () => {
  const meeting = { adoptedOn: '2024-01-10', activities: 2, today };

  test.each([
    ['a meeting of the year', 'DRAFT', {}, null],
    ['a meeting of the year before', 'DRAFT', { adoptedOn: '2023-12-20' }, null],
    ['a meeting of two years before', 'DRAFT', { adoptedOn: '2022-12-20' }, 'invalid-input'],
    ['a meeting to come', 'DRAFT', { adoptedOn: '2024-11-26' }, 'invalid-input'],
    ['nothing planned', 'DRAFT', { activities: 0 }, 'no-activities'],
    ['what is adopted already', 'ADOPTED', {}, 'wrong-state'],
  ] as const)('by %s from %s: %j is %s', (_what, status, facts, refused) => {
    expect(adopt(programme(status), { ...meeting, ...facts }, board).refused).toBe(refused);
  });
});

describe('report', () => {
  test('waits for every activity', () => {
    expect(report(programme('RUNNING'), 0, board).refused).toBeNull();
    expect(report(programme('RUNNING'), 1, board).refused).toBe('activities-open');
    expect(report(programme('ADOPTED'), 1, board).refused).toBe('wrong-state');
  });
});

describe('evaluate', () => {
  const activities = [
    { id: 'a', status: 'REALISED' },
    { id: 'b', status: 'CANCELLED' },
  ];

  test('is the office’s, and keeps only what took place', () => {
    const reported = programme('REPORTED');

    expect(evaluate(reported, activities, ['a'], staff).refused).toBeNull();
    expect(evaluate(reported, activities, ['b'], staff).refused).toBe('invalid-input');
    expect(evaluate(reported, activities, ['c'], staff).refused).toBe('invalid-input');
    expect(evaluate(reported, activities, [], board).refused).toBe('not-allowed');
    expect(evaluate(reported, activities, [], elsewhere).refused).toBe('not-allowed');
    expect(evaluate(programme('RUNNING'), activities, [], staff).refused).toBe('wrong-state');
  });
});

describe('commandsFor', () => {
  test.each([
    ['DRAFT', board, ['PLAN_ACTIVITY', 'ADOPT']],
    ['ADOPTED', board, ['START']],
    ['RUNNING', board, ['REPORT']],
    ['REPORTED', board, []],
    ['REPORTED', staff, ['EVALUATE']],
    ['REPORTED', elsewhere, []],
  ] as const)('from %s', (status, caller, commands) => {
    expect(commandsFor(programme(status), caller)).toEqual(commands);
  });
});
