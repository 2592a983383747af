import { describe, expect, test } from '@jest/globals';
import { aScheme } from '../criteria/criteria.fixture.js';
import type { Judged } from './ranking.rules.js';
import { compute } from './ranking.rules.js';

const scheme = aScheme({ stages: [{ kind: 'PAPER', weightBp: 10_000 }] });
const jurors = ['x', 'y', 'z', 'w'];
const sheet = (nominationId: string, jurorId: string, score: number) => ({
  nominationId,
  jurorId,
  stage: 1,
  scores: { PROGRAM: score, KEMITRAAN: score },
});
const judged = (fields: Partial<Judged> = {}): Judged => ({
  scheme,
  isUntouched: true,
  sealedStages: 1,
  nominationIds: ['a', 'b'],
  sheets: jurors.flatMap((juror, index) => [
    sheet('a', juror, 6_000 + index * 1_000),
    sheet('b', juror, 7_000),
  ]),
  recused: new Set(),
  retired: new Set(),
  ...fields,
});
const ranksOf = (given: Judged) => {
  const computed = compute(given);
  return computed.refused === null
    ? computed.ranking.map(({ nominationId, rank, total }) => [nominationId, rank, total])
    : computed.refused;
};

describe('compute', () => {
  test('ranks every nominee', () => {
    expect(ranksOf(judged())).toEqual([
      ['a', 1, 750_000],
      ['b', 2, 700_000],
    ]);
  });

  test('does not count a juror for a nominee they are recused from', () => {
    expect(ranksOf(judged({ recused: new Set(['w/a', 'x/b']) }))).toEqual([
      ['a', 1, 700_000],
      ['b', 1, 700_000],
    ]);
  });

  test('does not count a juror who was taken out', () => {
    expect(ranksOf(judged({ retired: new Set(['w']) }))).toEqual([
      ['a', 1, 700_000],
      ['b', 1, 700_000],
    ]);
  });

  test.each<[string, Partial<Judged>]>([
    ['stages-not-sealed', { sealedStages: 0 }],
    ['chain-broken', { isUntouched: false }],
    ['too-few-jurors', { recused: new Set(['x/a', 'y/a']) }],
    ['too-few-jurors', { nominationIds: ['a', 'b', 'c'] }],
  ])('refuses: %s', (refused, fields) => {
    expect(ranksOf(judged(fields))).toBe(refused);
  });
});
