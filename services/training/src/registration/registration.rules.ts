import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers } from '@jejaring/chassis/work/scope.rules';
import { socialOffices } from '@jejaring/schema/roles';
import type { TrainingEventStatus } from '../training-event/training-event.rules.js';
import { organizer } from '../training-event/training-event.rules.js';
import { initialsOf } from '@jejaring/register/facts/initials.rules';

export const registrationStatuses = [
  'DRAFT',
  'SUBMITTED',
  'REJECTED',
  'APPROVED',
  'WAITLISTED',
  'OFFERED',
  'WITHDRAWN',
  'REPLACED',
  'ATTENDED',
  'COMPLETED',
  'NOT_COMPLETED',
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
export const registrants = [theirOffice, themselves];

/** Who signed the letter: an office or a village head, for their region, or a board. */
const signed = [
  { roles: [...socialOffices, 'VILLAGE_HEAD'] as const, within: 'sent_by_region_code' },
  { roles: ['KT_OFFICER'], organization: 'sent_by_organization_id' },
] as const;

/** Who answers for a participant: the organization, its office, and who signed the letter. */
const senders = [...registrants, ...signed];
export const senderRoles = [...registrantRoles, 'VILLAGE_HEAD'] as const;

/** The organizer sees whom a delegation names once it was sent. */
const sent = registrationStatuses.filter((status) => status !== 'DRAFT');
const receiver = organizer.map((clause) => ({ ...clause, statuses: sent }));

/** A person: seen by who sent them and by who receives them. */
export const registrationPolicy = definePolicy({
  table: 'registration',
  access: 'restricted',
  restriction: 'restricted_at',
  read: [...senders, ...receiver],
  write: [...senders, ...receiver],
  commands: {
    WITHDRAW: senders,
    ACCEPT_SEAT: senders,
    DECLINE_SEAT: senders,
    REPLACE: senders,
    CONFIRM_ATTENDANCE: organizer,
    REVEAL: [...senders, ...receiver],
  },
});

export type RegistrationCommand = Exclude<keyof typeof registrationPolicy.commands, 'REVEAL'>;
export const registrationCommands = (
  Object.keys(registrationPolicy.commands) as (keyof typeof registrationPolicy.commands)[]
).filter((command): command is RegistrationCommand => command !== 'REVEAL');

export interface RegistrationState {
  status: RegistrationStatus;
  regionCode: string;
  organizationId: string;
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
  /** Who signed the letter of a delegation, if one named them. */
  sentByRegionCode?: string | null;
  sentByOrganizationId?: string | null;
  /** Of a seat that is offered. */
  answerBy: Date | null;
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
  | { refused: 'not-seated' }
  | { refused: 'no-quota' }
  | { refused: 'unit-quota-full' }
  | { refused: 'offer-expired' }
  | { refused: 'already-registered' }
  | { refused: 'event-not-before-start' }
  | { refused: 'has-sessions' }
  | { refused: 'event-not-running' };

const isInvited = (applicant: Applicant, event: Omit<InvitingEvent, 'status'>): boolean =>
  covers(event.regionCode, applicant.regionCode) &&
  event.audienceKinds.includes(applicant.kind) &&
  (event.audienceLevels?.includes(applicant.level) ?? true);

/** Whether people of an organization may come to an event at all. */
export function mayCome(
  applicant: Applicant,
  event: Omit<InvitingEvent, 'status'>,
): Decision<object, RegistrationRefusal> {
  if (applicant.status !== 'ACTIVE') return { refused: 'organization-not-active' };
  return isInvited(applicant, event) ? { refused: null } : { refused: 'not-invited' };
}

/** The initials of a name that has any. */
export function nameWell(name: string): Decision<{ initials: string }, InvalidInput> {
  const initials = initialsOf(name);
  if (initials !== '') return { refused: null, initials };
  return invalidInput('displayName', {
    en: 'A name has at least one letter.',
    id: 'Nama wajib memuat sedikitnya satu huruf.',
  });
}

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
  const coming = mayCome(applicant, event);
  if (coming.refused !== null) return coming;
  const named = nameWell(name);
  if (named.refused !== null) return named;
  const isSent = may([theirOffice], caller, row);
  return { refused: null, initials: named.initials, via: isSent ? 'DELEGATION' : 'SELF' };
}

export interface Fit {
  /** Whether there are seats that people of their region may claim. */
  hasHome: boolean;
  /** Whether the register knows them on the board on the first day; null when it was not asked. */
  isSeated: boolean | null;
  /** Live registrations of the same organization. */
  ofUnit: number;
  perUnitMax: number | null;
}

/** Whether one more person of an organization fits what the plan of the event allows. */
export function fits({
  hasHome,
  isSeated,
  ofUnit,
  perUnitMax,
}: Fit): Decision<object, RegistrationRefusal> {
  if (isSeated === false) return { refused: 'not-seated' };
  if (!hasHome) return { refused: 'no-quota' };
  const full = perUnitMax !== null && ofUnit >= perUnitMax;
  return full ? { refused: 'unit-quota-full' } : { refused: null };
}
