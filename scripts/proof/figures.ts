/** The value that the given share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const ascending = [...values].sort((one, other) => one - other);
  return ascending[Math.min(ascending.length - 1, Math.ceil(share * ascending.length) - 1)]!;
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

export const perSecond = (count: number, milliseconds: number): number =>
  Math.round((count * 1000) / milliseconds);
