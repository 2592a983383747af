import { may } from '@jejaring/trust/rights/policy.rules';
import type { Decision } from '@jejaring/chassis/work/refusal';
import { notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { TrainingEventStatus } from '../training-event/training-event.rules.js';
import type {
  RegistrationCommand,
  RegistrationRefusal,
  RegistrationState,
  RegistrationStatus,
} from './registration.rules.js';
import { registrationCommands, registrationPolicy } from './registration.rules.js';

/** What the event says about a step, and the time. */
export interface Moment {
  eventStatus: TrainingEventStatus;
  /** An event with sessions is attended session by session. */
  hasSessions?: boolean;
  now: Date;
}

const beforeStart: readonly TrainingEventStatus[] = [
  'ANNOUNCED',
  'REGISTRATION_OPEN',
  'REGISTRATION_CLOSED',
  'POSTPONED',
];

/** Freed seats are offered while people still plan to come; a postponed event waits for its days. */
export const offersSeats = (eventStatus: TrainingEventStatus): boolean =>
  eventStatus === 'REGISTRATION_OPEN' || eventStatus === 'REGISTRATION_CLOSED';

const mutations: Record<RegistrationCommand, string> = {
  WITHDRAW: 'withdrawParticipant',
  ACCEPT_SEAT: 'acceptSeat',
  DECLINE_SEAT: 'declineSeat',
  REPLACE: 'replaceParticipant',
  CONFIRM_ATTENDANCE: 'confirmAttendance',
};

type Refused = Exclude<RegistrationRefusal, { refused: null }>;

/** What keeps a step from being taken whoever it is: rights, and where the registration stands. */
function barred(
  command: RegistrationCommand,
  registration: RegistrationState,
  caller: Caller,
  expected: RegistrationStatus[],
): Refused | null {
  if (!may(registrationPolicy.commands[command], caller, registration))
    return notAllowed(mutations[command]);
  const { status } = registration;
  return expected.includes(status) ? null : { refused: 'wrong-state', status, expected };
}

const begun: Refused = { refused: 'event-not-before-start' };

/** Takes a registration back while the event has not begun. */
export function withdraw(
  registration: RegistrationState,
  { eventStatus }: Moment,
  caller: Caller,
): Decision<{ held: 'APPROVED' | 'WAITLISTED' }, RegistrationRefusal> {
  const bar = barred('WITHDRAW', registration, caller, ['APPROVED', 'WAITLISTED']);
  if (bar !== null) return bar;
  if (!beforeStart.includes(eventStatus)) return begun;
  return { refused: null, held: registration.status as 'APPROVED' | 'WAITLISTED' };
}

/** Whether the time to answer an offer has passed. */
export const isExpired = ({ status, answerBy }: RegistrationState, now: Date): boolean =>
  status === 'OFFERED' && answerBy !== null && answerBy < now;

/** Takes the seat that is offered, in time. */
export function acceptSeat(
  registration: RegistrationState,
  { eventStatus, now }: Moment,
  caller: Caller,
): Decision<{ status: 'APPROVED' }, RegistrationRefusal> {
  const bar = barred('ACCEPT_SEAT', registration, caller, ['OFFERED']);
  if (bar !== null) return bar;
  if (!beforeStart.includes(eventStatus)) return begun;
  if (isExpired(registration, now)) return { refused: 'offer-expired' };
  return { refused: null, status: 'APPROVED' };
}

/** Leaves the seat that is offered to the next. */
export function declineSeat(
  registration: RegistrationState,
  { eventStatus }: Moment,
  caller: Caller,
): Decision<{ status: 'WITHDRAWN' }, RegistrationRefusal> {
  const bar = barred('DECLINE_SEAT', registration, caller, ['OFFERED']);
  if (bar !== null) return bar;
  return beforeStart.includes(eventStatus) ? { refused: null, status: 'WITHDRAWN' } : begun;
}

/** Lets somebody else come in the same seat; who that may be is asked as of anybody who registers. */
export function replace(
  registration: RegistrationState,
  { eventStatus }: Moment,
  caller: Caller,
): Decision<{ status: 'REPLACED' }, RegistrationRefusal> {
  const bar = barred('REPLACE', registration, caller, ['APPROVED']);
  if (bar !== null) return bar;
  return beforeStart.includes(eventStatus) ? { refused: null, status: 'REPLACED' } : begun;
}

/** Says that somebody who has a seat was there. */
export function confirmAttendance(
  registration: RegistrationState,
  { eventStatus, hasSessions = false }: Moment,
  caller: Caller,
): Decision<{ status: RegistrationStatus }, RegistrationRefusal> {
  const bar = barred('CONFIRM_ATTENDANCE', registration, caller, ['APPROVED']);
  if (bar !== null) return bar;
  if (eventStatus !== 'RUNNING') return { refused: 'event-not-running' };
  return hasSessions ? { refused: 'has-sessions' } : { refused: null, status: 'ATTENDED' };
}

const decisions = {
  WITHDRAW: withdraw,
  ACCEPT_SEAT: acceptSeat,
  DECLINE_SEAT: declineSeat,
  REPLACE: replace,
  CONFIRM_ATTENDANCE: confirmAttendance,
};

/** The commands that would not be refused just now. */
export const commandsFor = (
  registration: RegistrationState,
  moment: Moment,
  caller: Caller,
): RegistrationCommand[] =>
  registrationCommands.filter(
    (command) => decisions[command](registration, moment, caller).refused === null,
  );
