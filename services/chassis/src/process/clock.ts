/** Where rules get the time from, so that a test or a loader of historic facts can set it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for development and tests. */
export const clockAt = (instant: Date): Clock => ({ now: () => new Date(instant) });

export function chooseClock(instant: Date | null, environment: string): Clock {
  if (instant === null) return systemClock;
  if (environment === 'production') {
    throw new Error('Configuration: JEJARING_CLOCK must not be set in production.');
  }
  return clockAt(instant);
}
