const firstPauseMs = 200;
const longestPauseMs = 30_000;

/** How long rejected records rest before they come again: doubles with every rejection in a row. */
export function redeliveryPauseMs(rejections: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, rejections - 1));
}
