/** How much may be asked in a minute; 0 sets no limit. */
export interface Quota {
  perMinute: number;
}

export interface Spent {
  allowed: boolean;
  /** What has to be remembered of the caller: when, in milliseconds, everything is paid. */
  paidAt: number;
  /** Cost that may still be asked now. */
  remaining: number;
  /** Milliseconds until everything may be asked again. */
  fullInMs: number;
  /** Milliseconds until this may be asked; 0 when it was allowed. */
  waitMs: number;
}

const minuteMs = 60_000;

/**
 * Pays a cost out of what flows in steadily, a minute's worth at most (generic cell rate algorithm).
 * One number is all that is remembered; what was refused costs nothing.
 */
export function spend(
  { perMinute }: Quota,
  { paidAt, cost, now }: { paidAt: number; cost: number; now: number },
): Spent {
  const msPerCost = minuteMs / perMinute;
  const owed = Math.max(0, paidAt - now);
  // Dearer than a minute's worth: it has to wait for the whole minute, not for ever.
  const price = Math.min(cost * msPerCost, minuteMs);
  const allowed = owed + price <= minuteMs;
  const after = allowed ? owed + price : owed;
  return {
    allowed,
    paidAt: now + after,
    remaining: Math.floor((minuteMs - after) / msPerCost),
    fullInMs: after,
    waitMs: allowed ? 0 : owed + price - minuteMs,
  };
}

/**
 * Whom an address stands for. Somebody with an IPv6 line has all addresses of its first 64 bits;
 * counted singly, nobody would ever run out.
 */
export function holderOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
