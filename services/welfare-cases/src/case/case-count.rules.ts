import { definePolicy, everyone } from '@jejaring/chassis/work/policy.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers, levelOf } from '@jejaring/chassis/work/scope.rules';
import { officials, socialOffices } from '@jejaring/schema/roles';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import { caseReaders } from './case.rules.js';

/** Numbers without persons; what of them is shown is decided by `suppress`. */
export const openCaseCountPolicy = definePolicy({
  table: 'open_case_count',
  access: 'public',
  read: everyone,
  write: [{ roles: caseReaders, everywhere: true }],
  commands: {},
});

export interface Sight {
  /** The smallest count that is shown; 0 where the region is the caller's own charge. */
  least: number;
  /** Smaller regions are not counted for this caller at all. */
  levels: readonly string[];
}

const isOf = (roles: readonly string[], { role }: Caller) => roles.includes(role);

// Customary thresholds: 5 between authorities, 11 in public; in public from the regency up, for
// officials from the district up, because a village's numbers are its people's (docs/decisions).
export function sightOf(caller: Caller, region: string): Sight {
  const broad = ['NATION', 'PROVINCE', 'REGENCY'];
  const inCharge = isOf(socialOffices, caller) && covers(caller.region, region);
  if (inCharge) return { least: 0, levels: [...broad, 'DISTRICT', 'VILLAGE'] };
  if (isOf(officials, caller)) return { least: 5, levels: [...broad, 'DISTRICT'] };
  return { least: 11, levels: broad };
}

/** The open cases of a region as this caller may see them. */
export function countsFor(
  caller: Caller,
  region: string,
  counted: readonly { category: string; count: number }[],
): Counts {
  const { least, levels } = sightOf(caller, region);
  if (!levels.includes(levelOf(region))) return { total: null, suppressed: true, byCategory: [] };
  // Every category, in the order of the law: that a rare one occurs at all would tell too, so none
  // and a few look the same to whoever may not see a few.
  const counts = new Map(counted.map(({ category, count }) => [category, count]));
  const all = welfareCategories.map((category) => ({ category, count: counts.get(category) ?? 0 }));
  return suppress(all, least);
}

export interface Cell {
  category: string;
  count: number | null;
  suppressed: boolean;
}

export interface Counts {
  total: number | null;
  suppressed: boolean;
  byCategory: Cell[];
}

const total = (cells: readonly { count: number }[]) =>
  cells.reduce((sum, { count }) => sum + count, 0);

/**
 * Hides cells below the threshold. While a total stands beside them, a lone hidden cell could be
 * found by subtraction, and two that together are small nearly so: the next smallest cells are
 * hidden too until what is hidden adds up to the threshold over at least two cells; when that is
 * not possible, the total is hidden.
 */
export function suppress(
  cells: readonly { category: string; count: number }[],
  least: number,
): Counts {
  const shown = least === 0 ? cells.filter(({ count }) => count > 0) : cells;
  const ascending = [...shown].sort((a, b) => a.count - b.count);
  let hidden = ascending.filter(({ count }) => count < least).length;
  const covered = () => hidden >= 2 && total(ascending.slice(0, hidden)) >= least;
  while (hidden > 0 && hidden < ascending.length && !covered()) hidden += 1;
  const secret = new Set(ascending.slice(0, hidden).map(({ category }) => category));
  const totalHidden = hidden > 0 && !covered();
  return {
    total: totalHidden ? null : total(shown),
    suppressed: totalHidden,
    byCategory: shown.map(({ category, count }) =>
      secret.has(category)
        ? { category, count: null, suppressed: true }
        : { category, count, suppressed: false },
    ),
  };
}
