import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { CaseState, CaseStatus, WrongState } from './case.rules.js';
import { latestDate, step } from './case.rules.js';

export const followUpFindings = ['BETTER', 'UNCHANGED', 'WORSE', 'NOT_FOUND'] as const;
export type FollowUpFinding = (typeof followUpFindings)[number];

/** After closing, somebody looks in after one, three and six months (bimbingan lanjut). */
const aftercareMonths = [1, 3, 6] as const;

const reopenWithinMonths = 12;

/** The same day so many months later, or the last day of a shorter month. */
function addMonths(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + months);
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return to;
}

/** The first visit of aftercare that is due after the one given; null when none is left. */
export function nextAftercare(closedAt: Date, after: string | null): string | null {
  const due = aftercareMonths.map((months) => latestDate(addMonths(closedAt, months)));
  return due.find((day) => after === null || day > after) ?? null;
}

export interface ReopenTooLate extends Refusal {
  refused: 'reopen-too-late';
}

/** Within a year of its end a case is taken up again; later the need is a new one, linked to it. */
export function reopen(
  state: CaseState & { closedAt: Date | null },
  caller: Caller,
  now: Date,
): Decision<{ status: CaseStatus }, NotAllowed | WrongState | ReopenTooLate> {
  const decision = step('REOPEN', state, caller);
  if (decision.refused !== null) return decision;
  const last = addMonths(state.closedAt!, reopenWithinMonths);
  return now <= last ? decision : { refused: 'reopen-too-late' };
}

export interface Aftercare {
  status: CaseStatus;
  aftercareDueOn: string | null;
}

/** A visit is recorded once it was made; the last one of aftercare closes the case again. */
export function followUp(
  state: CaseState & { closedAt: Date | null; aftercareDueOn: string | null },
  visitedOn: string,
  caller: Caller,
  now: Date,
): Decision<Aftercare, NotAllowed | WrongState | InvalidInput> {
  const decision = step('RECORD_FOLLOW_UP', state, caller);
  if (decision.refused !== null) return decision;
  if (visitedOn > latestDate(now)) {
    return invalidInput('visitedOn', {
      en: 'A visit is recorded once it was made.',
      id: 'Kunjungan dicatat setelah dilakukan.',
    });
  }
  if (state.status !== 'AFTERCARE') return { ...decision, aftercareDueOn: null };
  const aftercareDueOn = nextAftercare(state.closedAt!, state.aftercareDueOn);
  return {
    refused: null,
    status: aftercareDueOn === null ? 'CLOSED' : 'AFTERCARE',
    aftercareDueOn,
  };
}
