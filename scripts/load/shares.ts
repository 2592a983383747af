import { regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { VillageShare } from '@jejaring/welfare-cases/national';

/** Deals a number of cases out over villages as evenly as whole numbers go, by regency. */
export function shareOut(
  villages: readonly string[],
  cases: number,
): ReadonlyMap<string, VillageShare[]> {
  const shares = new Map<string, VillageShare[]>();
  const before = (index: number) => Math.floor((index * cases) / villages.length);
  for (const [index, code] of villages.entries()) {
    const first = before(index);
    const share = { code, first, cases: before(index + 1) - first };
    const known = shares.get(regencyOf(code));
    if (known === undefined) shares.set(regencyOf(code), [share]);
    else known.push(share);
  }
  return shares;
}
