import { describe, expect, test } from '@jest/globals';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import { exactCounts, publishedCounts } from './case-count.rules.js';

describe('open cases', () => {
  test('are exact for the office in charge: what occurs, in the order of the law', () => {
    const counted = [
      { category: 'KAT', count: 1 },
      { category: 'ODHA', count: 3 },
      { category: 'PRSE', count: 0 },
    ];

    expect(exactCounts(counted)).toEqual({
      month: null,
      total: 4,
      suppressed: false,
      byCategory: [
        { category: 'ODHA', count: 3, suppressed: false },
        { category: 'KAT', count: 1, suppressed: false },
      ],
    });
  });

  test('are listed for others in every category, so that none and a few look the same', () => {
    const { byCategory, total, suppressed } = publishedCounts(
      '2026-10',
      new Map([['PRSE', 12]]),
      null,
    );

    expect(byCategory.map(({ category }) => category)).toEqual(welfareCategories);
    expect(byCategory.filter(({ count }) => count !== null)).toEqual([
      { category: 'PRSE', count: 12, suppressed: false },
    ]);
    expect([total, suppressed]).toEqual([null, true]);
  });
});
