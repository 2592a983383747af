import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import fc from 'fast-check';
import { countsFor, sightOf, suppress } from './case-count.rules.js';

const cells = fc
  .array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 })
  .map((counts) => counts.map((count, index) => ({ category: `c${index}`, count })));
const least = fc.constantFrom(0, 5, 11);

/** All fillings of the hidden cells that agree with what is shown, each hidden cell at least 1. */
function candidates(hidden: number, sum: number): number[][] {
  if (hidden === 1) return sum >= 1 ? [[sum]] : [];
  return Array.from({ length: Math.max(0, sum - hidden + 1) }, (_none, index) => index + 1).flatMap(
    (first) => candidates(hidden - 1, sum - first).map((rest) => [first, ...rest]),
  );
}

describe('suppressed counts', () => {
  test('show no number below the threshold', () => {
    fc.assert(
      fc.property(cells, least, (given, k) => {
        const { byCategory } = suppress(given, k);
        return byCategory.every(({ count }) => count === null || count >= k);
      }),
    );
  });

  test('let no hidden number be found by subtraction from the total', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(5, 11), (given, k) => {
        const { total, byCategory } = suppress(given, k);
        const hidden = byCategory.filter(({ suppressed }) => suppressed).length;
        if (hidden === 0 || total === null) return true;
        const shown = byCategory.reduce((sum, { count }) => sum + (count ?? 0), 0);
        return (
          hidden >= 2 &&
          total - shown >= k &&
          candidates(Math.min(hidden, 2), total - shown).length > 1
        );
      }),
    );
  });

  test('are exact for those in charge, and say so where they are not', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const { total, byCategory } = suppress(given, 0);
        expect(total).toBe(given.reduce((sum, { count }) => sum + count, 0));
        return byCategory.every(({ count, suppressed }) => count !== null && !suppressed);
      }),
    );
    expect(suppress([{ category: 'a', count: 3 }], 5)).toEqual({
      total: null,
      suppressed: true,
      byCategory: [{ category: 'a', count: null, suppressed: true }],
    });
  });
});

const as = (role: Caller['role'], region: string | null = null): Caller => ({
  ...anonymous('r'),
  role,
  region,
});

describe('the sight', () => {
  test.each([
    ['the office in charge', as('DINSOS_REGENCY_STAFF', '32.79'), 0],
    ['the province above', as('DINSOS_PROVINCE_HEAD', '32'), 0],
    ['the ministry', as('KEMENSOS_STAFF', ''), 0],
    ['an office elsewhere', as('DINSOS_REGENCY_STAFF', '33.16'), 5],
    ['a district officer elsewhere', as('DISTRICT_HEAD', '33.16.05'), 5],
    ['a youth officer of the place', as('KT_OFFICER', '32.79'), 11],
    ['the public', as('PUBLIC'), 11],
  ])('of %s', (_who, caller, least) => {
    expect(sightOf(caller, '32.79').least).toBe(least);
  });

  test('ends at the regency for the public and at the district for officials', () => {
    const regions = ['32', '32.79', '32.79.04', '32.79.04.2006'];
    const many = [{ category: 'ODHA', count: 100 }];
    const totals = (caller: Caller) =>
      regions.map((region) => countsFor(caller, region, many).total);

    expect(totals(as('PUBLIC'))).toEqual([100, 100, null, null]);
    expect(totals(as('VILLAGE_HEAD', '33.16.05.1014'))).toEqual([100, 100, 100, null]);
    expect(totals(as('DINSOS_REGENCY_HEAD', '32.79'))).toEqual([100, 100, 100, 100]);
  });

  test('does not tell none from a few', () => {
    const none = countsFor(as('PUBLIC'), '32.79', []);

    expect(countsFor(as('PUBLIC'), '32.79', [{ category: 'ODHA', count: 3 }])).toEqual(none);
    expect(none).toMatchObject({ total: null, suppressed: true });
  });
});
