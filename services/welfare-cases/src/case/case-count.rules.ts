import { definePolicy, everyone } from '@jejaring/chassis/work/policy.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers } from '@jejaring/chassis/work/scope.rules';
import { caseReaders } from './case.rules.js';
import { officials, socialOffices } from '@jejaring/schema/roles';

/** Numbers without persons; what of them is shown is decided by `suppress`. */
export const openCaseCountPolicy = definePolicy({
  table: 'open_case_count',
  access: 'public',
  read: everyone,
  write: [{ roles: caseReaders, everywhere: true }],
  commands: {},
});

/** The smallest count that a caller may see; 0 where the region is the caller's own charge. */
export function threshold(caller: Caller, region: string): number {
  if ((socialOffices as readonly string[]).includes(caller.role) && covers(caller.region, region))
    return 0;
  // Customary thresholds: 5 between authorities, 11 in public (docs/decisions).
  return (officials as readonly string[]).includes(caller.role) ? 5 : 11;
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
  const shown = cells.filter(({ count }) => count > 0);
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
