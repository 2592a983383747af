/** Which levels each scheme has, the highest first; a level of another scheme is refused. */
export const schemeLevels = {
  // Indeks Pembangunan Desa of BPS and Bappenas, from the village census (Podes).
  IPD: ['MANDIRI', 'BERKEMBANG', 'TERTINGGAL'],
  // Indeks Desa Membangun: Permendes 2/2016.
  IDM: ['MANDIRI', 'MAJU', 'BERKEMBANG', 'TERTINGGAL', 'SANGAT_TERTINGGAL'],
  // Indeks Desa: Permendes 9/2024.
  INDEKS_DESA: ['MANDIRI', 'MAJU', 'BERKEMBANG', 'TERTINGGAL', 'SANGAT_TERTINGGAL'],
} as const;

export type StatusScheme = keyof typeof schemeLevels;
export type StatusLevel = (typeof schemeLevels)[StatusScheme][number];

/** Scores are kept as whole ten-thousandths, so that no digit is lost to binary fractions. */
export const scoreScale = 10_000;

/** The highest score of each scheme, in its own unit. */
export const highestScore: Record<StatusScheme, number> = { IPD: 100, IDM: 1, INDEKS_DESA: 100 };

/** The first year for which a scheme was measured. */
export const firstYear: Record<StatusScheme, number> = { IPD: 2014, IDM: 2016, INDEKS_DESA: 2025 };

export const levelsOf = (scheme: StatusScheme): readonly StatusLevel[] => schemeLevels[scheme];

/**
 * Shares of a whole in basis points that add up to 10,000: what rounding down leaves goes to the
 * largest remainders, the earlier first.
 */
export function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 10_000) / total);
  const shares = exact.map(Math.floor);
  const left = 10_000 - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index]! += 1;
  return shares;
}
