import { definePolicy, may } from '@jejaring/chassis/work/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers } from '@jejaring/chassis/work/scope.rules';
import { socialOffices } from '@jejaring/schema/roles';
import type { TrainingEventStatus } from '../training-event/training-event.rules.js';
import { organizer } from '../training-event/training-event.rules.js';
import { initialsOf } from '@jejaring/register/facts/initials.rules';

export const registrationStatuses = [
  'APPROVED',
  'WAITLISTED',
  'WITHDRAWN',
  'ATTENDED',
  'COMPLETED',
  'NO_SHOW',
  'LAPSED',
  'CERTIFIED',
] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

export const registrantRoles = [...socialOffices, 'KT_OFFICER', 'PSKS_WORKER'] as const;
const theirOffice = { roles: socialOffices, within: 'region_code' };
const themselves = {
  roles: ['KT_OFFICER', 'PSKS_WORKER'],
  organization: 'organization_id',
} as const;
/** Who sends participants: the organization itself, or an office for those of its region. */
const registrants = [theirOffice, themselves];

/** A person: seen by who sent them and by who receives them. */
export const registrationPolicy = definePolicy({
  table: 'registration',
  access: 'restricted',
  read: [...registrants, ...organizer],
  write: [...registrants, ...organizer],
  commands: { WITHDRAW: registrants, CONFIRM_ATTENDANCE: organizer },
});

export type RegistrationCommand = keyof typeof registrationPolicy.commands;
export const registrationCommands = Object.keys(
  registrationPolicy.commands,
) as RegistrationCommand[];

export interface RegistrationState {
  status: RegistrationStatus;
  regionCode: string;
  organizationId: string;
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
}

export interface Applicant {
  id: string;
  kind: string;
  level: string;
  regionCode: string;
  status: string;
}

export interface InvitingEvent {
  status: TrainingEventStatus;
  regionCode: string;
  audienceKinds: readonly string[];
  /** Null invites every level. */
  audienceLevels: readonly string[] | null;
}

export interface WrongRegistrationState extends Refusal {
  refused: 'wrong-state';
  status: RegistrationStatus;
  expected: RegistrationStatus[];
}

export type RegistrationRefusal =
  | NotAllowed
  | InvalidInput
  | WrongRegistrationState
  | { refused: 'registration-not-open' }
  | { refused: 'organization-not-active' }
  | { refused: 'not-invited' }
  | { refused: 'already-registered' }
  | { refused: 'event-not-before-start' }
  | { refused: 'event-not-running' };

const isInvited = (applicant: Applicant, event: InvitingEvent): boolean =>
  covers(event.regionCode, applicant.regionCode) &&
  event.audienceKinds.includes(applicant.kind) &&
  (event.audienceLevels?.includes(applicant.level) ?? true);

/** Whether somebody of an organization may be registered; whether there is a seat comes after. */
export function register(
  applicant: Applicant,
  event: InvitingEvent,
  name: string,
  caller: Caller,
): Decision<{ initials: string; via: 'DELEGATION' | 'SELF' }, RegistrationRefusal> {
  const row = { organizationId: applicant.id, regionCode: applicant.regionCode };
  if (!may(registrants, caller, row)) return notAllowed('registerParticipant');
  if (event.status !== 'REGISTRATION_OPEN') return { refused: 'registration-not-open' };
  if (applicant.status !== 'ACTIVE') return { refused: 'organization-not-active' };
  if (!isInvited(applicant, event)) return { refused: 'not-invited' };
  const initials = initialsOf(name);
  if (initials === '') {
    return invalidInput('displayName', {
      en: 'A name has at least one letter.',
      id: 'Nama wajib memuat sedikitnya satu huruf.',
    });
  }
  const sent = may([theirOffice], caller, row);
  return { refused: null, initials, via: sent ? 'DELEGATION' : 'SELF' };
}

const beforeStart: TrainingEventStatus[] = ['REGISTRATION_OPEN', 'REGISTRATION_CLOSED'];

/** Takes a registration back while the event has not begun. */
export function withdraw(
  registration: RegistrationState,
  eventStatus: TrainingEventStatus,
  caller: Caller,
): Decision<{ held: 'APPROVED' | 'WAITLISTED' }, RegistrationRefusal> {
  if (!may(registrationPolicy.commands.WITHDRAW, caller, registration))
    return notAllowed('withdrawParticipant');
  const { status } = registration;
  if (status !== 'APPROVED' && status !== 'WAITLISTED')
    return { refused: 'wrong-state', status, expected: ['APPROVED', 'WAITLISTED'] };
  if (!beforeStart.includes(eventStatus)) return { refused: 'event-not-before-start' };
  return { refused: null, held: status };
}

/** Says that somebody who has a seat was there. */
export function confirmAttendance(
  registration: RegistrationState,
  eventStatus: TrainingEventStatus,
  caller: Caller,
): Decision<{ status: RegistrationStatus }, RegistrationRefusal> {
  if (!may(registrationPolicy.commands.CONFIRM_ATTENDANCE, caller, registration))
    return notAllowed('confirmAttendance');
  const { status } = registration;
  if (status !== 'APPROVED') return { refused: 'wrong-state', status, expected: ['APPROVED'] };
  if (eventStatus !== 'RUNNING') return { refused: 'event-not-running' };
  return { refused: null, status: 'ATTENDED' };
}

const decisions = { WITHDRAW: withdraw, CONFIRM_ATTENDANCE: confirmAttendance };

/** The commands that would not be refused just now. */
export const commandsFor = (
  registration: RegistrationState,
  eventStatus: TrainingEventStatus,
  caller: Caller,
): RegistrationCommand[] =>
  registrationCommands.filter(
    (command) => decisions[command](registration, eventStatus, caller).refused === null,
  );
