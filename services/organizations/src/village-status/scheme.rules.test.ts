import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCount, readNumber } from './declared-number.rules.js';
import { levelsOf, sharesOf } from './scheme.rules.js';

describe('the levels of a scheme', () => {
  test('are three in IPD, without MAJU, and five in the others', () => {
    expect(levelsOf('IPD')).toEqual(['MANDIRI', 'BERKEMBANG', 'TERTINGGAL']);
    expect(levelsOf('IDM')).toHaveLength(5);
    expect(levelsOf('INDEKS_DESA')).toEqual(levelsOf('IDM'));
  });
});

describe('sharesOf', () => {
  test('of the villages of Banten by Podes 2018 are as published', () => {
    expect(sharesOf([143, 1_047, 48])).toEqual([1_155, 8_457, 388]);
  });

  test('of three equal parts add up all the same', () => {
    expect(sharesOf([1, 1, 1])).toEqual([3_334, 3_333, 3_333]);
    expect(sharesOf([0, 0])).toEqual([0, 0]);
  });

  test('add up to the whole, and are each within one of exact', () => {
    const counts = fc.array(fc.nat(90_000), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(counts, (given) => {
        const total = given.reduce((sum, count) => sum + count, 0);
        fc.pre(total > 0);
        const shares = sharesOf(given);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
        shares.forEach((share, index) =>
          expect(Math.abs(share - (given[index]! * 10_000) / total)).toBeLessThan(1),
        );
      }),
    );
  });
});

describe('a number of a declared locale', () => {
  test.each([
    ['1.047', 'id-ID', 1047],
    ['1.047', 'en', 1.047],
    ['84.57', 'en', 84.57],
    ['84,57', 'id-ID', 84.57],
    ['1.238.000,5', 'id-ID', 1_238_000.5],
    ['1,047', 'en', 1047],
    [' 143 ', 'id-ID', 143],
  ] as const)('%s in %s is %d', (text, locale, number) => {
    expect(readNumber(text, locale)).toBe(number);
  });

  test.each([
    ['84.57', 'id-ID'],
    ['1.04', 'id-ID'],
    ['1,04,7', 'en'],
    ['1.047.00', 'id-ID'],
    ['', 'en'],
    ['-1', 'en'],
    ['1e3', 'en'],
    ['400-an', 'id-ID'],
  ] as const)('%s in %s is none, and is not guessed', (text, locale) => {
    expect(readNumber(text, locale)).toBeNull();
  });

  test('is a count only when it is whole', () => {
    expect(readCount('1.047', 'id-ID')).toBe(1047);
    expect(readCount('1.047', 'en')).toBeNull();
  });
});
