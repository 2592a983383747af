const longestMs = 10_000;

/**
 * How long a service asked to be left alone (RFC 9110, 10.2.3: seconds, or a date), in
 * milliseconds. Bounded, so that a mistaken header does not take a service away for a day.
 */
export function restFor(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  const asked = /^\d+$/.test(retryAfter.trim())
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), longestMs);
}
