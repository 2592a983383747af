import { describe, expect, test } from '@jest/globals';
import { checkScores, karangTarunaCriteria, schemeProblem } from './criteria.rules.js';
import { aScheme } from './criteria.fixture.js';

describe('schemeProblem', () => {
  test('lets criteria and stages pass that make up the whole', () => {
    expect(schemeProblem(aScheme())).toBeNull();
    expect(schemeProblem(aScheme({ criteria: [...karangTarunaCriteria] }))).toBeNull();
    expect(schemeProblem(null)).toBeNull();
  });

  test.each([
    ['criteria', aScheme({ criteria: karangTarunaCriteria.slice(1) })],
    ['criteria', aScheme({ criteria: [] })],
    [
      'criteria',
      aScheme({
        criteria: [5_000, 5_000].map((weightBp) => ({
          code: 'SAME',
          title: 'Same',
          weightBp,
          rubric: null,
        })),
      }),
    ],
    ['stages', aScheme({ stages: [{ kind: 'PAPER', weightBp: 9_999 }] })],
    [
      'stages',
      aScheme({
        stages: [
          { kind: 'PAPER', weightBp: 5_000 },
          { kind: 'PAPER', weightBp: 5_000 },
        ],
      }),
    ],
  ])('names the field %s of what does not', (field, scheme) => {
    expect(schemeProblem(scheme)).toMatchObject({ refused: 'invalid-input', field });
  });
});

describe('checkScores', () => {
  const scheme = aScheme();
  const scores = (program: number) => ({ PROGRAM: program, KEMITRAAN: 5_000 });

  test.each([0, 1, 10_000])('takes %d hundredths', (score) => {
    expect(checkScores(scheme, scores(score)).refused).toBeNull();
  });

  test.each([
    scores(-1),
    scores(10_001),
    scores(0.5),
    { PROGRAM: 1 },
    { ...scores(1), OTHER: 1 },
    { PROGRAM: 1, OTHER: 1 },
  ])('refuses %j', (given) => {
    expect(checkScores(scheme, given).refused).toBe('invalid-input');
  });
});
