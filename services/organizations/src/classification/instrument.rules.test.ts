import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import fc from 'fast-check';
import type { Instrument, Scores } from './instrument.rules.js';
import { adopt, aspects, classOf, totalOf } from './instrument.rules.js';

const all = (value: number) => Object.fromEntries(aspects.map((each) => [each, value])) as Scores;
const instrument: Instrument = {
  weights: all(1),
  cutOffs: { berkembang: 40, maju: 60, percontohan: 80 },
};
const ministry = { ...anonymous('test'), role: 'KEMENSOS_STAFF' as const, region: '' };

describe('totalOf', () => {
  test('is the mean when all weigh the same, to the hundredth', () => {
    expect(totalOf(instrument, { ...all(50), PROGRAMME: 51 })).toBe(5017);
  });

  test('lies between the lowest and the highest score, whatever the weights', () => {
    const six = (of: fc.Arbitrary<number>) =>
      fc
        .tuple(of, of, of, of, of, of)
        .map(
          (values) =>
            Object.fromEntries(aspects.map((each, index) => [each, values[index]])) as Scores,
        );
    const weights = six(fc.integer({ min: 1, max: 100 }));
    const scores = six(fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(weights, scores, (weighing, given) => {
        const total = totalOf({ ...instrument, weights: weighing }, given);
        expect(total).toBeGreaterThanOrEqual(Math.min(...Object.values(given)) * 100);
        expect(total).toBeLessThanOrEqual(Math.max(...Object.values(given)) * 100);
      }),
    );
  });
});

describe('classOf', () => {
  test.each([
    [0, 'TUMBUH'],
    [3_999, 'TUMBUH'],
    [4_000, 'BERKEMBANG'],
    [5_999, 'BERKEMBANG'],
    [6_000, 'MAJU'],
    [8_000, 'PERCONTOHAN'],
    [10_000, 'PERCONTOHAN'],
  ])('of %d hundredths is %s', (total, expected) => {
    expect(classOf(instrument, total)).toBe(expected);
  });
});

describe('adopt', () => {
  test('is for the ministry of the nation', () => {
    expect(adopt(instrument, ministry).refused).toBeNull();
    expect(adopt(instrument, { ...ministry, region: '32' }).refused).toBe('not-allowed');
    const province = { ...ministry, role: 'DINSOS_PROVINCE_HEAD' as const };
    expect(adopt(instrument, province).refused).toBe('not-allowed');
  });

  test('refuses an aspect that counts nothing and cut-offs that do not rise', () => {
    const { weights, cutOffs } = instrument;

    const without = { weights: { ...weights, PROGRAMME: 0 }, cutOffs };
    expect(adopt(without, ministry)).toMatchObject({ field: 'weights' });
    for (const odd of [{ berkembang: 0 }, { maju: 40 }, { percontohan: 101 }]) {
      expect(adopt({ weights, cutOffs: { ...cutOffs, ...odd } }, ministry)).toMatchObject({
        field: 'cutOffs',
      });
    }
  });
});
