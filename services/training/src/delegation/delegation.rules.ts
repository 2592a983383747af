import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers } from '@jejaring/chassis/work/scope.rules';
import { socialOffices } from '@jejaring/schema/roles';
import type { TrainingEventStatus } from '../training-event/training-event.rules.js';
import { organizer } from '../training-event/training-event.rules.js';

export const delegationStatuses = [
  'DRAFT',
  'SUBMITTED',
  'ACCEPTED',
  'PARTIALLY_ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
] as const;
export type DelegationStatus = (typeof delegationStatuses)[number];
export type RejectionReason = 'NOT_ELIGIBLE' | 'NO_SEATS' | 'TOO_LATE' | 'OTHER';

/** Who signs a letter of delegation: an office or a village head for their region, or a board. */
export const delegatingRoles = [...socialOffices, 'VILLAGE_HEAD', 'KT_OFFICER'] as const;
const senders = [
  { roles: [...socialOffices, 'VILLAGE_HEAD'] as const, within: 'region_code' },
  { roles: ['KT_OFFICER'], organization: 'sender_organization_id' },
] as const;

const sent = delegationStatuses.filter((status) => status !== 'DRAFT');
const receiver = organizer.map((clause) => ({ ...clause, statuses: sent }));

/** Seen by who sends and, once it was sent, by who receives. */
export const delegationPolicy = definePolicy({
  table: 'delegation',
  access: 'restricted',
  read: [...senders, ...receiver],
  write: [...senders, ...receiver],
  commands: { SUBMIT: senders, DECIDE: organizer, WITHDRAW: senders },
});

export type DelegationCommand = keyof typeof delegationPolicy.commands;
export const delegationCommands = Object.keys(delegationPolicy.commands) as DelegationCommand[];

export interface DelegationState {
  status: DelegationStatus;
  regionCode: string;
  senderOrganizationId: string | null;
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
}

export interface WrongDelegationState extends Refusal {
  refused: 'wrong-state';
  status: DelegationStatus;
  expected: DelegationStatus[];
}

export type DelegationRefusal =
  | NotAllowed
  | InvalidInput
  | WrongDelegationState
  | { refused: 'registration-not-open' }
  | { refused: 'sender-not-active' };

export interface DelegationDraft {
  regionCode: string;
  senderOrganizationId: string | null;
  /** Status of the sending board; null when an office or a village head sends. */
  senderStatus: string | null;
  letterOn: string;
  today: string;
  delegates: readonly { officerId: string; regionCode: string }[];
}

const outside = {
  en: 'A delegate is of an organization outside the region of the sender.',
  id: 'Salah satu delegasi berasal dari organisasi di luar wilayah pengirim.',
};
const twice = {
  en: 'A delegate is named twice.',
  id: 'Salah satu delegasi disebut dua kali.',
};
const undated = {
  en: 'The letter is dated later than today.',
  id: 'Tanggal surat tugas melampaui hari ini.',
};

/** A letter names people of the sender's own region, each once. */
export function draftDelegation(
  draft: DelegationDraft,
  caller: Caller,
): Decision<object, DelegationRefusal> {
  const { regionCode, senderStatus, letterOn, today, delegates } = draft;
  if (!may(senders, caller, draft)) return notAllowed('draftDelegation');
  if (senderStatus !== null && senderStatus !== 'ACTIVE') return { refused: 'sender-not-active' };
  if (letterOn > today) return invalidInput('letterOn', undated);
  if (delegates.some((one) => !covers(regionCode, one.regionCode)))
    return invalidInput('delegates', outside);
  const officers = new Set(delegates.map(({ officerId }) => officerId));
  if (officers.size < delegates.length) return invalidInput('delegates', twice);
  return { refused: null };
}

function barred(
  command: DelegationCommand,
  delegation: DelegationState,
  caller: Caller,
  expected: DelegationStatus[],
): NotAllowed | WrongDelegationState | null {
  if (!may(delegationPolicy.commands[command], caller, delegation))
    return notAllowed(`${command.toLowerCase()}Delegation`);
  const { status } = delegation;
  return expected.includes(status) ? null : { refused: 'wrong-state', status, expected };
}

/** Sends the letter while registration is open; whether each delegate may come is asked beside it. */
export function submit(
  delegation: DelegationState,
  eventStatus: TrainingEventStatus,
  caller: Caller,
): Decision<{ status: 'SUBMITTED' }, DelegationRefusal> {
  const bar = barred('SUBMIT', delegation, caller, ['DRAFT']);
  if (bar !== null) return bar;
  return eventStatus === 'REGISTRATION_OPEN'
    ? { refused: null, status: 'SUBMITTED' }
    : { refused: 'registration-not-open' };
}

const decidable: readonly TrainingEventStatus[] = ['REGISTRATION_OPEN', 'REGISTRATION_CLOSED'];

export interface Verdict {
  delegates: readonly string[];
  accepted: readonly string[];
  rejectionReason: RejectionReason | null;
}

function statusAfter({ delegates, accepted }: Verdict) {
  if (accepted.length === delegates.length) return 'ACCEPTED';
  return accepted.length === 0 ? 'REJECTED' : 'PARTIALLY_ACCEPTED';
}

/** The organizer takes all whom the letter names, some, or nobody, and says why not. */
export function decide(
  delegation: DelegationState,
  eventStatus: TrainingEventStatus,
  verdict: Verdict,
  caller: Caller,
): Decision<{ status: DelegationStatus }, DelegationRefusal> {
  const bar = barred('DECIDE', delegation, caller, ['SUBMITTED']);
  if (bar !== null) return bar;
  if (!decidable.includes(eventStatus)) return { refused: 'registration-not-open' };
  const { delegates, accepted, rejectionReason } = verdict;
  if (new Set(accepted).size < accepted.length || accepted.some((id) => !delegates.includes(id))) {
    return invalidInput('accepted', {
      en: 'Only delegates of this letter are accepted, each once.',
      id: 'Hanya delegasi pada surat tugas ini yang dapat diterima, masing-masing satu kali.',
    });
  }
  const status = statusAfter(verdict);
  if ((status !== 'ACCEPTED') === (rejectionReason !== null)) return { refused: null, status };
  return invalidInput('rejectionReason', {
    en: 'A reason is given when somebody is not accepted, and only then.',
    id: 'Alasan wajib diisi bila ada delegasi yang tidak diterima, dan hanya dalam hal itu.',
  });
}

/** Takes the letter back before it was decided on; afterwards each participant withdraws alone. */
export function withdrawDelegation(
  delegation: DelegationState,
  caller: Caller,
): Decision<{ status: 'WITHDRAWN' }, DelegationRefusal> {
  const bar = barred('WITHDRAW', delegation, caller, ['DRAFT', 'SUBMITTED']);
  return bar ?? { refused: null, status: 'WITHDRAWN' };
}

/** The commands that would not be refused just now. */
export function commandsFor(
  delegation: DelegationState,
  eventStatus: TrainingEventStatus,
  caller: Caller,
): DelegationCommand[] {
  const everybody: Verdict = { delegates: [], accepted: [], rejectionReason: null };
  const decisions = {
    SUBMIT: submit(delegation, eventStatus, caller),
    DECIDE: decide(delegation, eventStatus, everybody, caller),
    WITHDRAW: withdrawDelegation(delegation, caller),
  };
  return delegationCommands.filter((command) => decisions[command].refused === null);
}
