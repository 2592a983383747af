import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { ActivityStatus } from './activity.rules.js';
import { cancel, mayCount, plan, realise, sumOf } from './activity.rules.js';
import type { ProgrammeStatus } from './work-programme.rules.js';

const board: Caller = {
  ...anonymous('test'),
  role: 'KT_OFFICER',
  region: '32.79.04.2006',
  organizationId: 'ours',
};
const stranger: Caller = { ...board, organizationId: 'theirs' };
const place = { organizationId: 'ours', regionCode: '32.79.04.2006' };

describe('plan', () => {
  const programme = {
    ...place,
    status: 'DRAFT' as ProgrammeStatus,
    year: 2024,
    budgets: [{ fundingSource: 'SWADAYA' as const, amount: '1000' }],
  };
  const activity = {
    plannedOn: '2024-05-01',
    budget: '400' as string | null,
    fundingSource: 'SWADAYA' as 'SWADAYA' | 'HIBAH' | null,
    predecessorYear: null as number | 'foreign' | null,
  };
  const others = [{ fundingSource: 'SWADAYA' as const, budget: '600' }];
  const decide = (facts: Partial<typeof activity>, status = programme.status, caller = board) =>
    plan({ ...programme, status }, { ...activity, ...facts }, others, caller).refused;

  test('fills the budget of its source to the last rupiah', () => {
    expect(decide({})).toBeNull();
    expect(decide({ budget: '401' })).toBe('over-budget');
    expect(decide({ fundingSource: 'HIBAH', budget: '1' })).toBe('over-budget');
  });

  test.each([
    ['nothing asked of money', { budget: null, fundingSource: null }, null],
    ['a budget without a source', { fundingSource: null }, 'invalid-input'],
    ['a source without a budget', { budget: null }, 'invalid-input'],
    ['a day of another year', { plannedOn: '2025-01-01' }, 'invalid-input'],
    ['one of last year to go on with', { predecessorYear: 2023 }, null],
    ['one of this year to go on with', { predecessorYear: 2024 }, 'invalid-input'],
    [
      'one of somebody else to go on with',
      { predecessorYear: 'foreign' as const },
      'invalid-input',
    ],
  ])('of %s is %j: %s', (_what, facts, refused) => {
    expect(decide(facts)).toBe(refused);
  });

  test('ends with the adoption, and is nobody else’s', () => {
    expect(decide({}, 'ADOPTED')).toBe('wrong-state');
    expect(decide({}, 'DRAFT', stranger)).toBe('not-allowed');
  });
});

describe('realise and cancel', () => {
  const activity = (status: ActivityStatus = 'PLANNED') => ({
    ...place,
    status,
    year: 2024,
    fundingSource: null,
  });
  const running = { status: 'RUNNING' as const };
  const facts = { realisedOn: '2024-05-02', spent: null as string | null, today: '2024-11-25' };

  test('say what became of it, once, while the programme runs', () => {
    expect(realise(activity(), running, facts, board)).toEqual({
      refused: null,
      status: 'REALISED',
    });
    expect(realise(activity(), { status: 'ADOPTED' }, facts, board).refused).toBe('wrong-state');
    expect(realise(activity('REALISED'), running, facts, board).refused).toBe('activity-done');
    expect(realise(activity(), running, facts, stranger).refused).toBe('not-allowed');
    expect(cancel(activity('DRAFT'), { status: 'DRAFT' }, board).refused).toBeNull();
    expect(cancel(activity('CANCELLED'), running, board).refused).toBe('activity-done');
    expect(cancel(activity(), { status: 'REPORTED' }, board).refused).toBe('wrong-state');
  });

  test.each([
    [{ realisedOn: '2024-11-26' }, 'invalid-input'],
    [{ realisedOn: '2023-11-01' }, 'invalid-input'],
    [{ spent: '5' }, 'invalid-input'],
    [{ realisedOn: '2024-11-25' }, null],
  ])('judge %j as %s', (changed, refused) => {
    expect(realise(activity(), running, { ...facts, ...changed }, board).refused).toBe(refused);
  });
});

describe('sumOf', () => {
  test('adds what one source pays, beyond what a number holds', () => {
    const activities = [
      { fundingSource: 'APBN' as const, budget: '9007199254740993' },
      { fundingSource: 'APBN' as const, budget: '1' },
      { fundingSource: 'HIBAH' as const, budget: '5' },
      { fundingSource: null, budget: null },
    ];

    expect(sumOf(activities, 'APBN')).toBe(9007199254740994n);
  });
});

describe('mayCount', () => {
  const served = (beneficiariesValue: number | null) => ({ ...place, beneficiariesValue });
  const staff: Caller = { ...anonymous('test'), role: 'DINSOS_REGENCY_STAFF', region: '32.79' };

  test.each([
    [1, board, true],
    [1, staff, true],
    [4, { ...staff, region: '33.16' }, false],
    [5, { ...staff, region: '33.16' }, true],
    [10, anonymous('test'), false],
    [11, anonymous('test'), true],
    [null, anonymous('test'), true],
  ])('%s for %j is %s', (value, caller, seen) => {
    expect(mayCount(served(value), caller)).toBe(seen);
  });
});
