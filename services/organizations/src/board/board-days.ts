import type { Clock } from '@jejaring/chassis/process/clock';
import type { Work } from '@jejaring/chassis/work/unit-of-work';

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** The calendar day that rules see. */
export const today = (work: Work): string => dayOf(work.now);

/** The calendar day of a question. */
export const todayOf = (clock: Clock): string => dayOf(clock.now());

export const inDays = (day: string, count: number): string =>
  dayOf(new Date(Date.parse(day) + count * 86_400_000));
