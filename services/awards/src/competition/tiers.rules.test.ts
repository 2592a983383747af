import { describe, expect, test } from '@jest/globals';
import type { Tiered } from './tiers.rules.js';
import { finalize, nomineeKindOf, parentProblem, promote } from './tiers.rules.js';

const lower: Tiered = { tier: 'PROVINCE', category: 'LKS', regionCode: '63' };
const parent: Tiered = { tier: 'NATIONAL', category: 'LKS', regionCode: '' };

describe('parentProblem', () => {
  test('lets a province lead up to the nation, and a regency to its province', () => {
    expect(parentProblem(lower, parent)).toBeNull();
    expect(parentProblem({ ...lower, tier: 'REGENCY', regionCode: '63.03' }, lower)).toBeNull();
  });

  test.each([
    ['none', null],
    ['another category', { ...parent, category: 'PSM' as const }],
    ['the same tier', { ...parent, tier: 'PROVINCE' as const, regionCode: '63' }],
    ['another region', { ...parent, tier: 'PROVINCE' as const, regionCode: '36' }],
  ])('refuses %s', (_what, above) => {
    expect(parentProblem(lower, above)).toMatchObject({ field: 'parentCompetitionId' });
  });
});

test('a result is final when the last day for objections is over', () => {
  const announced = { objectionsUntil: '2019-11-04' };

  expect(finalize(announced, '2019-11-04')).toMatchObject({ refused: 'objections-open' });
  expect(finalize(announced, '2019-11-05').refused).toBeNull();
});

test('the best go on only while the competition above takes nominations', () => {
  expect(promote({ status: 'NOMINATION_OPEN' }).refused).toBeNull();
  expect(promote({ status: 'NOMINATION_CLOSED' }).refused).toBe('parent-not-open');
  expect(promote(null).refused).toBe('parent-not-open');
});

test('a TKSK and a PSM are nominated in person, organizations as such', () => {
  const kinds = (['KARANG_TARUNA', 'LKS', 'TKSK', 'PSM', 'TAGANA'] as const).map(nomineeKindOf);
  expect(kinds).toEqual(['ORGANIZATION', 'ORGANIZATION', 'INDIVIDUAL', 'INDIVIDUAL', 'INDIVIDUAL']);
});
