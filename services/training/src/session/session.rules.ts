import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { registrants } from '../registration/registration.rules.js';
import type { TrainingEventStatus } from '../training-event/training-event.rules.js';
import { organizer, organizerRoles } from '../training-event/training-event.rules.js';

export type AttendanceStatus = 'PRESENT' | 'LATE' | 'EXCUSED' | 'ABSENT';

/** Who keeps the lists of a training: its organizer, and the trainers of the organizer's region. */
export const keeperRoles = [...organizerRoles, 'TRAINER'] as const;
const keepers = [...organizer, { roles: ['TRAINER'], within: 'organizer_region_code' } as const];

/** When what is taught; nothing personal. */
export const sessionPolicy = definePolicy({
  table: 'training_session',
  access: 'public',
  read: everyone,
  write: keepers,
  commands: { PLAN: organizer, RECORD_ATTENDANCE: keepers },
});

/** Who was there and what they scored: seen by who sent and who receives them. */
export const attendancePolicy = definePolicy({
  table: 'session_attendance',
  access: 'restricted',
  read: [...registrants, ...keepers],
  write: keepers,
  commands: {},
});
export const testResultPolicy = definePolicy({
  table: 'test_result',
  access: 'restricted',
  read: [...registrants, ...keepers],
  write: keepers,
  commands: { RECORD: keepers },
});

export interface OrganizedBy {
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
}

export interface WrongEventState extends Refusal {
  refused: 'wrong-event-state';
  eventStatus: TrainingEventStatus;
}

export type SessionRefusal =
  | NotAllowed
  | InvalidInput
  | WrongEventState
  | { refused: 'not-begun' }
  | { refused: 'not-a-participant' };

const ended: readonly TrainingEventStatus[] = ['COMPLETED', 'REPORTED', 'CANCELLED'];

/** A session lies in the days of its event, and is planned before the event ends. */
export function planSession(
  event: OrganizedBy & { status: TrainingEventStatus },
  session: { startsAt: Date; endsAt: Date; firstDay: Date; dayAfter: Date },
  caller: Caller,
): Decision<object, SessionRefusal> {
  if (!may(sessionPolicy.commands.PLAN, caller, event)) return notAllowed('planSession');
  if (ended.includes(event.status))
    return { refused: 'wrong-event-state', eventStatus: event.status };
  const { startsAt, endsAt, firstDay, dayAfter } = session;
  if (startsAt < endsAt && startsAt >= firstDay && endsAt <= dayAfter) return { refused: null };
  return invalidInput('endsAt', {
    en: 'A session ends after it starts, within the days of the event.',
    id: 'Sesi berakhir setelah dimulai dan berada pada hari pelaksanaan kegiatan.',
  });
}

/** Attendance is recorded once a session has begun, while the event takes place. */
export function recordAttendance(
  session: OrganizedBy & { startsAt: Date },
  moment: { eventStatus: TrainingEventStatus; now: Date },
  caller: Caller,
): Decision<object, SessionRefusal> {
  if (!may(sessionPolicy.commands.RECORD_ATTENDANCE, caller, session))
    return notAllowed('recordAttendance');
  const { eventStatus, now } = moment;
  if (eventStatus !== 'RUNNING') return { refused: 'wrong-event-state', eventStatus };
  return session.startsAt <= now ? { refused: null } : { refused: 'not-begun' };
}

/** Tests are recorded before the event ends, because completing it may depend on them. */
export function recordTestResults(
  event: OrganizedBy & { status: TrainingEventStatus },
  caller: Caller,
): Decision<object, SessionRefusal> {
  if (!may(testResultPolicy.commands.RECORD, caller, event)) return notAllowed('recordTestResults');
  const { status: eventStatus } = event;
  return eventStatus === 'RUNNING'
    ? { refused: null }
    : { refused: 'wrong-event-state', eventStatus };
}

/**
 * Gain of a test over another one in basis points: of what there was to gain, how much was. Nothing
 * can be said where the first was perfect already.
 */
export const normalizedGain = (before: number, after: number): number | null =>
  before === 100 ? null : Math.round(((after - before) * 10_000) / (100 - before));
