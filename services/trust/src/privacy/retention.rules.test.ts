import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { after, isAhead, setPeriod } from './retention.rules.js';

const officer = (region: string) => ({
  ...anonymous('test'),
  role: 'DATA_PROTECTION_OFFICER' as const,
  region,
});

describe('a period of retention', () => {
  test('is set by the officer of the nation alone', () => {
    expect(setPeriod(60, officer(''))).toEqual({ refused: null, months: 60 });
    expect(setPeriod(60, officer('32'))).toMatchObject({ refused: 'not-allowed' });
    expect(setPeriod(60, { ...officer(''), role: 'KEMENSOS_STAFF' })).toMatchObject({
      refused: 'not-allowed',
    });
  });

  test.each([0, 11, 1201, 12.5])('of %d months is refused', (months) => {
    expect(setPeriod(months, officer(''))).toMatchObject({ field: 'months' });
  });

  test('ends on the last day of a month that is too short, not in the next', () => {
    expect(after(new Date('2024-01-31T00:00:00Z'), 1)).toEqual(new Date('2024-02-29T00:00:00Z'));
    expect(after(new Date('2024-02-29T00:00:00Z'), 12)).toEqual(new Date('2025-02-28T00:00:00Z'));
    expect(after(new Date('2016-11-20T02:00:00Z'), 120)).toEqual(new Date('2026-11-20T02:00:00Z'));
  });
});

describe('a clock', () => {
  test('that is ahead of the database by more than an hour has jumped', () => {
    const database = new Date('2026-11-20T00:00:00Z');

    expect(isAhead(new Date('2026-11-20T01:00:01Z'), database)).toBe(true);
    expect(isAhead(new Date('2026-11-20T00:59:59Z'), database)).toBe(false);
    expect(isAhead(new Date('2020-01-01T00:00:00Z'), database)).toBe(false);
  });
});
