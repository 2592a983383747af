import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aScheme } from '../criteria/criteria.fixture.js';
import type { JudgingScheme } from '../criteria/criteria.rules.js';
import type { CountedSheet } from './tally.rules.js';
import { rank, tally } from './tally.rules.js';

const sheet = (
  nominationId: string,
  stage: number,
  PROGRAM: number,
  KEMITRAAN: number,
): CountedSheet => ({ nominationId, stage, scores: { PROGRAM, KEMITRAAN } });

const rankAll = (scheme: JudgingScheme, sheets: readonly CountedSheet[]) => {
  const nominees = [...new Set(sheets.map(({ nominationId }) => nominationId))];
  return rank(
    scheme,
    nominees.map((id) =>
      tally(
        scheme,
        id,
        sheets.filter(({ nominationId }) => nominationId === id),
      ),
    ),
  );
};

describe('tally', () => {
  const oneStage = aScheme({ stages: [{ kind: 'PAPER', weightBp: 10_000 }] });

  test('weighs means by criteria, and these by stages', () => {
    const sheets = [
      sheet('a', 1, 8_000, 6_000),
      sheet('a', 1, 9_000, 7_000),
      sheet('a', 2, 7_000, 7_000),
    ];

    const { total, criteria, stages } = tally(aScheme(), 'a', sheets);

    // 0.4 × (0.6 × 85 + 0.4 × 65) + 0.6 × 70 = 72.8
    expect(total).toBe(728_000);
    expect(criteria).toEqual([
      { code: 'PROGRAM', value: 760_000 },
      { code: 'KEMITRAAN', value: 680_000 },
    ]);
    expect(stages).toEqual([
      { stage: 1, jurors: 2, dropped: 0, score: 770_000 },
      { stage: 2, jurors: 1, dropped: 0, score: 700_000 },
    ]);
  });

  test('rounds half up, once, at the end', () => {
    // A third of a hundredth, times 0.6: 0.002 points, and two thirds: 0.004.
    expect(
      tally(oneStage, 'a', [sheet('a', 1, 1, 0), sheet('a', 1, 0, 0), sheet('a', 1, 0, 0)]).total,
    ).toBe(20);
    // 1/8 of a hundredth times 0.6 is 0.00075 points: half of the last place goes up.
    const eighth = [1, 0, 0, 0, 0, 0, 0, 0].map((score) => sheet('a', 1, score, 0));
    expect(tally(oneStage, 'a', eighth).total).toBe(8);
  });

  test('leaves out the extremes from five jurors on, and only when the scheme says so', () => {
    const dropping = { ...oneStage, dropsExtremes: true };
    const five = [0, 5_000, 6_000, 7_000, 10_000].map((score) => sheet('a', 1, score, score));

    expect(tally(dropping, 'a', five)).toMatchObject({
      total: 600_000,
      stages: [{ jurors: 5, dropped: 2 }],
    });
    expect(tally(dropping, 'a', five.slice(1)).total).toBe(700_000);
    expect(tally(oneStage, 'a', five).total).toBe(560_000);
  });
});

describe('rank', () => {
  const two = (id: string, program: number, kemitraan: number, visit = program) => [
    sheet(id, 1, program, kemitraan),
    sheet(id, 2, visit, kemitraan),
  ];
  const ranksOf = (sheets: CountedSheet[]) =>
    rankAll(aScheme(), sheets).map((one) => [one.nominationId, one.rank]);

  test('shares a rank between equals in everything and skips the next', () => {
    const sheets = [
      ...two('d', 5_000, 5_000),
      ...two('b', 7_000, 7_000),
      ...two('c', 7_000, 7_000),
      ...two('a', 8_000, 8_000),
    ];

    expect(ranksOf(sheets)).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 4],
    ]);
    expect(rankAll(aScheme(), sheets).map(({ shared }) => shared)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('parts equal totals by the heaviest criterion', () => {
    // Both 72: 0.6 × 80 + 0.4 × 60 and 0.6 × 70 + 0.4 × 75.
    const ranking = rankAll(aScheme(), [...two('a', 7_000, 7_500), ...two('b', 8_000, 6_000)]);

    expect(ranking).toMatchObject([
      {
        nominationId: 'b',
        rank: 1,
        total: 720_000,
        tieBreak: { by: 'CRITERION', code: 'PROGRAM' },
      },
      {
        nominationId: 'a',
        rank: 2,
        total: 720_000,
        tieBreak: { by: 'CRITERION', code: 'PROGRAM' },
      },
    ]);
  });

  test('then by the visit', () => {
    const scheme = aScheme({
      criteria: [{ code: 'PROGRAM', title: 'Program', weightBp: 10_000, rubric: null }],
      stages: [
        { kind: 'PAPER', weightBp: 5_000 },
        { kind: 'FIELD_VERIFICATION', weightBp: 5_000 },
      ],
    });
    const ranking = rankAll(scheme, [...two('a', 8_000, 0, 6_000), ...two('b', 6_000, 0, 8_000)]);

    expect(ranking).toMatchObject([
      { nominationId: 'b', rank: 1, tieBreak: { by: 'FIELD_VERIFICATION' } },
      { nominationId: 'a', rank: 2 },
    ]);
  });

  const score = fc.integer({ min: 0, max: 10_000 });
  const sheets = fc
    .array(
      fc.record({
        nominationId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        stage: fc.constantFrom(1, 2),
        scores: fc.record({ PROGRAM: score, KEMITRAAN: score }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    .chain((given) =>
      fc.record({
        given: fc.constant(given),
        shuffled: fc.shuffledSubarray(given, { minLength: given.length }),
      }),
    );

  test('does not depend on the order of the sheets', () => {
    fc.assert(
      fc.property(sheets, fc.boolean(), ({ given, shuffled }, dropsExtremes) => {
        const scheme = aScheme({ dropsExtremes });
        expect(rankAll(scheme, shuffled)).toEqual(rankAll(scheme, given));
      }),
    );
  });

  test('never puts a lower total before a higher one, and counts as people do', () => {
    fc.assert(
      fc.property(sheets, ({ given }) => {
        const ranking = rankAll(aScheme(), given);
        ranking.forEach((one, index) => {
          expect(one.total).toBeLessThanOrEqual(ranking[index - 1]?.total ?? one.total);
          expect(one.rank).toBe(1 + ranking.filter((other) => other.rank < one.rank).length);
        });
      }),
    );
  });
});
