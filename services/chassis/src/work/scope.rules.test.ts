import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { covers, levelOf, regencyOf, regionRange } from './scope.rules.js';

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));
const code = fc
  .tuple(fc.integer({ min: 1, max: 4 }), digits(2), digits(2), digits(2), digits(4))
  .map(([depth, ...parts]) => parts.slice(0, depth).join('.'));

describe('a region range', () => {
  test('holds a code exactly when the segments agree', () => {
    fc.assert(
      fc.property(code, code, (outer, inner) => {
        const bySegments = inner === outer || inner.startsWith(`${outer}.`);
        expect(covers(outer, inner)).toBe(bySegments);
      }),
    );
  });

  test('holds everything inside itself', () => {
    fc.assert(fc.property(code, digits(2), (outer, part) => covers(outer, `${outer}.${part}`)));
  });

  test('of the nation holds every code, of nobody none', () => {
    fc.assert(fc.property(code, (each) => covers('', each) && !covers(null, each)));
    expect(regionRange(null)).toEqual({ low: '', high: '' });
    expect([covers('', ''), covers(null, ''), covers('32', '')]).toEqual([true, false, false]);
  });

  test('of 32.7 does not hold 32.79', () => {
    expect(covers('32.7', '32.79')).toBe(false);
  });
});

test('a code tells its level and its regency', () => {
  expect(['', '32', '32.79', '32.79.04', '32.79.04.2006'].map(levelOf)).toEqual([
    'NATION',
    'PROVINCE',
    'REGENCY',
    'DISTRICT',
    'VILLAGE',
  ]);
  expect(regencyOf('32.79.04.2006')).toBe('32.79');
});
