import type { TimeZone } from '@jejaring/register/facts/zone.rules';
import { startOfDay } from '@jejaring/register/facts/zone.rules';

const hour = 3_600_000;
const answerHours = 48;
/** However late a seat becomes free, there is this much time to answer. */
const leastHours = 2;

/** Until when an offer stands: 48 hours, but not into the event. */
export function answerBy(now: Date, event: { startsOn: string; timeZone: TimeZone }): Date {
  const starts = startOfDay(event.startsOn, event.timeZone).getTime();
  const usual = now.getTime() + answerHours * hour;
  const least = now.getTime() + leastHours * hour;
  return new Date(Math.max(least, Math.min(usual, starts)));
}
