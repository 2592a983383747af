import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import { caseReaders } from './case.rules.js';

/** Numbers without persons; what of them is told to whom is decided by `sightOf`. */
export const openCaseCountPolicy = definePolicy({
  table: 'open_case_count',
  access: 'public',
  read: everyone,
  write: [{ roles: caseReaders, everywhere: true }],
  commands: {},
});

export interface CategoryCell {
  category: string;
  count: number | null;
  suppressed: boolean;
}

export interface OpenCounts {
  /** The day the numbers stand for; null for this moment, or where there are none. */
  month: string | null;
  total: number | null;
  suppressed: boolean;
  byCategory: CategoryCell[];
}

/** What the office in charge sees: this moment's numbers, of the categories that occur. */
export function exactCounts(counted: readonly { category: string; count: number }[]): OpenCounts {
  const counts = new Map(counted.map(({ category, count }) => [category, count]));
  const byCategory = welfareCategories.flatMap((category) => {
    const count = counts.get(category) ?? 0;
    return count > 0 ? [{ category, count, suppressed: false }] : [];
  });
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  return { month: null, total, suppressed: false, byCategory };
}

/** What others see: the numbers of the last month published, every category listed, so that none and a few look the same. */
export function publishedCounts(
  month: string | null,
  counts: ReadonlyMap<string, number>,
  total: number | null,
): OpenCounts {
  const byCategory = welfareCategories.map((category) => {
    const count = counts.get(category) ?? null;
    return { category, count, suppressed: count === null };
  });
  return { month, total, suppressed: total === null, byCategory };
}

/** What is told of a region that is too small for the caller to have its numbers at all. */
export const noCounts: OpenCounts = { month: null, total: null, suppressed: true, byCategory: [] };
