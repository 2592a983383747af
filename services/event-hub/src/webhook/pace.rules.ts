/** How far ahead of its rate an endpoint may be asked at once: what it may get in this time. */
const burstMs = 1_000;

export interface Pace {
  /** Deliveries a minute that the endpoint agreed to; null for as many as come. */
  perMinute: number | null;
  /** Up to when its rate is used. */
  pacedUntil: Date | null;
}

/** How many may be sent now; at least one becomes free in time, however low the rate. */
export function roomOf({ perMinute, pacedUntil }: Pace, now: Date, most: number): number {
  if (perMinute === null) return most;
  const everyMs = 60_000 / perMinute;
  const from = Math.max(pacedUntil?.getTime() ?? 0, now.getTime() - Math.max(burstMs, everyMs));
  return Math.min(most, Math.max(0, Math.floor((now.getTime() - from) / everyMs)));
}

/** Up to when the rate is used after so many were sent. */
export function pacedAfter({ perMinute, pacedUntil }: Pace, now: Date, sent: number): Date | null {
  if (perMinute === null || sent === 0) return pacedUntil;
  const everyMs = 60_000 / perMinute;
  const from = Math.max(pacedUntil?.getTime() ?? 0, now.getTime() - Math.max(burstMs, everyMs));
  return new Date(from + Math.ceil(sent * everyMs));
}
