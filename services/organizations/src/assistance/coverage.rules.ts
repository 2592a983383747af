/** 10,000 basis points are all; of nothing, nothing was reached. */
export const basisPoints = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part * 10_000) / whole);
