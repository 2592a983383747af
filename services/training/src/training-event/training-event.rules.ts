import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles, socialOffices } from '@jejaring/schema/roles';
import type { trainingTopics } from '@jejaring/schema/vocabulary';
import type { Quota } from '../seat/seat.rules.js';
import { planProblem } from '../seat/seat.rules.js';
import type { TimeZone } from '@jejaring/register/facts/zone.rules';
import { localDate } from '@jejaring/register/facts/zone.rules';

export type TrainingTopic = (typeof trainingTopics)[number];
export type TrainingKind = 'BIMTEK' | 'PELATIHAN' | 'PEMBINAAN' | 'STUDI_BANDING' | 'SOSIALISASI';

export const trainingEventStatuses = [
  'DRAFT',
  'ANNOUNCED',
  'REGISTRATION_OPEN',
  'REGISTRATION_CLOSED',
  'RUNNING',
  'COMPLETED',
  'REPORTED',
  'POSTPONED',
  'CANCELLED',
] as const;
export type TrainingEventStatus = (typeof trainingEventStatuses)[number];

const known = trainingEventStatuses.filter((status) => status !== 'DRAFT');

/** Who plans training: an office of social affairs, or the board of a Karang Taruna. */
export const organizerRoles = [...socialOffices, 'KT_OFFICER'] as const;
const office = { roles: socialOffices, within: 'organizer_region_code' };
const board = { roles: ['KT_OFFICER'], organization: 'organizer_organization_id' } as const;
export const organizer = [office, board];

/** Who records where the facts of an event come from: who may organize it. */
export const sourceWriters = [{ roles: organizerRoles, within: 'region_code' }];

/** Nothing personal; a draft is its organizer's alone. */
export const trainingEventPolicy = definePolicy({
  table: 'training_event',
  access: 'public',
  read: [{ roles, everywhere: true, statuses: known }, ...organizer],
  write: organizer,
  commands: {
    ANNOUNCE: organizer,
    OPEN_REGISTRATION: organizer,
    CLOSE_REGISTRATION: organizer,
    START: organizer,
    COMPLETE: organizer,
    REPORT: organizer,
    POSTPONE: organizer,
    RESCHEDULE: organizer,
    CANCEL: organizer,
  },
});

export type TrainingEventCommand = keyof typeof trainingEventPolicy.commands;
export const trainingEventCommands = Object.keys(
  trainingEventPolicy.commands,
) as TrainingEventCommand[];

export interface TrainingEventState {
  status: TrainingEventStatus;
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
  venueName: string | null;
  startsOn: string;
  endsOn: string;
  timeZone: TimeZone;
}

export interface StepFacts {
  /** How many may take part; null for an event by invitation, which takes no registrations. */
  seats: number | null;
  /** Sessions of which the attendance of somebody was not recorded. */
  sessionsWithoutAttendance?: number;
  now: Date;
}

export interface WrongEventState extends Refusal {
  refused: 'wrong-state';
  status: TrainingEventStatus;
  expected: TrainingEventStatus[];
}

export type TrainingEventRefusal =
  | NotAllowed
  | WrongEventState
  | { refused: 'no-venue' }
  | { refused: 'no-seats' }
  | { refused: 'too-early' }
  | { refused: 'attendance-missing' }
  | { refused: 'organizer-not-active' };

const steps: Record<
  TrainingEventCommand,
  { from: TrainingEventStatus[]; to: TrainingEventStatus }
> = {
  ANNOUNCE: { from: ['DRAFT'], to: 'ANNOUNCED' },
  OPEN_REGISTRATION: { from: ['ANNOUNCED'], to: 'REGISTRATION_OPEN' },
  CLOSE_REGISTRATION: { from: ['REGISTRATION_OPEN'], to: 'REGISTRATION_CLOSED' },
  START: { from: ['REGISTRATION_CLOSED'], to: 'RUNNING' },
  COMPLETE: { from: ['RUNNING'], to: 'COMPLETED' },
  REPORT: { from: ['COMPLETED'], to: 'REPORTED' },
  POSTPONE: {
    from: ['ANNOUNCED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED'],
    to: 'POSTPONED',
  },
  RESCHEDULE: { from: ['POSTPONED'], to: 'ANNOUNCED' },
  CANCEL: {
    from: ['ANNOUNCED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED', 'POSTPONED'],
    to: 'CANCELLED',
  },
};

/** Those who come by invitation register nowhere: such an event starts once it is announced. */
const startByInvitation: TrainingEventStatus[] = ['ANNOUNCED'];

function unmet(
  command: TrainingEventCommand,
  event: TrainingEventState,
  { seats, sessionsWithoutAttendance = 0, now }: StepFacts,
): TrainingEventRefusal | null {
  if (command === 'OPEN_REGISTRATION' && event.venueName === null) return { refused: 'no-venue' };
  if (command === 'OPEN_REGISTRATION' && seats === null) return { refused: 'no-seats' };
  const today = localDate(now, event.timeZone);
  const early =
    (command === 'START' && today < event.startsOn) ||
    (command === 'COMPLETE' && today < event.endsOn);
  if (early) return { refused: 'too-early' };
  return command === 'COMPLETE' && sessionsWithoutAttendance > 0
    ? { refused: 'attendance-missing' }
    : null;
}

const endBeforeStart = {
  en: 'It cannot end before it starts.',
  id: 'Tanggal selesai tidak boleh mendahului tanggal mulai.',
};

/** Whether a command leads the event on, and where to. */
export function step(
  command: TrainingEventCommand,
  event: TrainingEventState,
  caller: Caller,
  facts: StepFacts,
): Decision<{ status: TrainingEventStatus }, TrainingEventRefusal> {
  if (!may(trainingEventPolicy.commands[command], caller, event)) return notAllowed(command);
  const { from: usual, to } = steps[command];
  const from = command === 'START' && facts.seats === null ? startByInvitation : usual;
  if (!from.includes(event.status))
    return { refused: 'wrong-state', status: event.status, expected: from };
  return unmet(command, event, facts) ?? { refused: null, status: to };
}

/** The commands that would not be refused just now. */
export const commandsFor = (
  event: TrainingEventState,
  caller: Caller,
  facts: StepFacts,
): TrainingEventCommand[] =>
  trainingEventCommands.filter((command) => step(command, event, caller, facts).refused === null);

/** The new days of an event that was postponed: not before today, and in their order. */
export function newDays(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  today: string,
): InvalidInput | null {
  if (endsOn < startsOn) return invalidInput('endsOn', endBeforeStart);
  if (startsOn >= today) return null;
  return invalidInput('startsOn', {
    en: 'Its new days lie in the past.',
    id: 'Tanggal pelaksanaan yang baru telah lewat.',
  });
}

export interface DraftFacts {
  regionCode: string;
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
  /** Status of the organizing organization; null when an office organizes. */
  organizerStatus: string | null;
  startsOn: string;
  endsOn: string;
  venue: { regionDerived: boolean; derivedBecause: string | null; capacity: number | null } | null;
  seats: number | null;
  quotas: readonly Quota[];
}

/** An event is planned by those who will answer for it. */
export function draft(
  facts: DraftFacts,
  caller: Caller,
): Decision<object, TrainingEventRefusal | InvalidInput> {
  const { organizerStatus, startsOn, endsOn, venue } = facts;
  if (!may(organizer, caller, facts)) return notAllowed('draftTrainingEvent');
  if (organizerStatus !== null && organizerStatus !== 'ACTIVE')
    return { refused: 'organizer-not-active' };
  if (endsOn < startsOn) return invalidInput('endsOn', endBeforeStart);
  if (venue !== null && venue.regionDerived !== (venue.derivedBecause !== null)) {
    return invalidInput('venue', {
      en: 'A derived region needs its reason, and only a derived one has it.',
      id: 'Wilayah yang disimpulkan wajib disertai alasan, dan hanya wilayah itu.',
    });
  }
  const { seats, quotas, regionCode } = facts;
  const problem = planProblem({ seats, quotas, capacity: venue?.capacity ?? null }, regionCode);
  return problem ?? { refused: null };
}
