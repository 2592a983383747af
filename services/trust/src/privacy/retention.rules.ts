import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { definePolicy, everyone, may } from '../rights/policy.rules.js';
import { answering } from './privacy-request.rules.js';

/** How long a kind of person is kept, from what on, and by which duty. */
export interface RetentionRule {
  name: string;
  /** Unless the office sets another: what is to implement the law is pending. */
  months: number;
  /** What starts the time. */
  starts: { en: string; id: string };
  source: string;
}

/** How long records are kept is no secret; the officer of the nation sets it. */
export const retentionPeriodPolicy = definePolicy({
  table: 'retention_period',
  access: 'public',
  read: everyone,
  write: answering,
  commands: { SET: answering },
});

const shortest = 12;
const longest = 1200;

/** One period for the whole country: set by who watches over the data of the nation. */
export function setPeriod(
  months: number,
  caller: Caller,
): Decision<{ months: number }, NotAllowed | InvalidInput> {
  if (!may(retentionPeriodPolicy.commands.SET, caller, { regionCode: '' }))
    return notAllowed('setRetentionPeriod');
  if (Number.isInteger(months) && months >= shortest && months <= longest)
    return { refused: null, months };
  return invalidInput('months', {
    en: `A period has ${shortest} to ${longest} months.`,
    id: `Jangka waktu adalah ${shortest} sampai ${longest} bulan.`,
  });
}

/** The last day of a month stays one: 31 January and a month is the end of February. */
export function after(start: Date, months: number): Date {
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + months);
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0);
  return end;
}

const toleranceMs = 60 * 60_000;

/**
 * Whether the clock that says it is time may be believed: what is erased too early is gone. A clock
 * ahead of the database's own has jumped.
 */
export const isAhead = (now: Date, databaseNow: Date): boolean =>
  now.getTime() - databaseNow.getTime() > toleranceMs;
