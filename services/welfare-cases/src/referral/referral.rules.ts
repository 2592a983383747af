import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { referralKinds } from '@jejaring/schema/vocabulary';
import {
  headInRegion,
  openedInEmergency,
  regencyInRegion,
  supervisorsInRegion,
  workers,
} from '../case/case.rules.js';

export type ReferralKind = (typeof referralKinds)[number];

export const referralStatuses = [
  'DRAFT',
  'SENT',
  'ACKNOWLEDGED',
  'ACCEPTED',
  'IN_PROGRESS',
  'COMPLETED',
  'DECLINED',
  'EXPIRED',
  'CANCELLED',
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

export const declineReasons = [
  'NO_CAPACITY',
  'OUTSIDE_COMPETENCE',
  'OUTSIDE_REGION',
  'OTHER',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const feedbackResults = ['SERVICE_GIVEN', 'PARTLY_GIVEN', 'NOT_GIVEN'] as const;
export type FeedbackResult = (typeof feedbackResults)[number];

const seenByReceiver = referralStatuses.filter((status) => status !== 'DRAFT');

const receiver = { roles: workers, organization: 'to_organization_id', statuses: seenByReceiver };
const sender = { roles: workers, organization: 'from_organization_id' };

export const referralPolicy = definePolicy({
  table: 'referral',
  access: 'restricted',
  read: [supervisorsInRegion, headInRegion, receiver, sender, openedInEmergency('case_id')],
  write: [supervisorsInRegion, headInRegion, receiver, sender],
  commands: {
    SEND: [sender, regencyInRegion, headInRegion],
    ACKNOWLEDGE: [receiver],
    ACCEPT: [receiver],
    DECLINE: [receiver],
    START: [receiver],
    COMPLETE: [receiver],
    CANCEL: [sender, regencyInRegion, headInRegion],
  },
});

export type ReferralCommand = keyof typeof referralPolicy.commands;
export const referralCommands = Object.keys(referralPolicy.commands) as ReferralCommand[];

export interface ReferralState {
  status: ReferralStatus;
  kind: ReferralKind;
  regionCode: string;
  fromOrganizationId: string | null;
  toOrganizationId: string;
  answerBy: Date | null;
}

export interface ReceiverState {
  status: string;
}

export interface ConsentState {
  purposes: readonly string[];
  sharedWith: readonly string[] | null;
  givenAt: Date;
  expiresAt: Date | null;
  withdrawnAt: Date | null;
}

export interface WrongReferralState extends Refusal {
  refused: 'wrong-state';
  status: ReferralStatus;
  expected: ReferralStatus[];
}

export type ReferralRefusal =
  | NotAllowed
  | WrongReferralState
  | { refused: 'too-late'; answerBy: Date }
  | { refused: 'receiver-not-active' }
  | { refused: 'receiver-is-sender' }
  | { refused: 'consent-missing' }
  | { refused: 'not-capable' }
  | { refused: 'no-capacity' }
  | { refused: 'transfer-open' };

const steps: Record<ReferralCommand, { from: ReferralStatus[]; to: ReferralStatus }> = {
  SEND: { from: ['DRAFT'], to: 'SENT' },
  ACKNOWLEDGE: { from: ['SENT'], to: 'ACKNOWLEDGED' },
  ACCEPT: { from: ['SENT', 'ACKNOWLEDGED'], to: 'ACCEPTED' },
  DECLINE: { from: ['SENT', 'ACKNOWLEDGED'], to: 'DECLINED' },
  START: { from: ['ACCEPTED'], to: 'IN_PROGRESS' },
  COMPLETE: { from: ['ACCEPTED', 'IN_PROGRESS'], to: 'COMPLETED' },
  CANCEL: { from: ['DRAFT', 'SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS'], to: 'CANCELLED' },
};

/** Whether a command leads the referral on, and where to. */
export function step(
  command: ReferralCommand,
  referral: ReferralState,
  caller: Caller,
): Decision<{ status: ReferralStatus }, NotAllowed | WrongReferralState> {
  if (!may(referralPolicy.commands[command], caller, referral)) return notAllowed(command);
  const { from, to } = steps[command];
  if (from.includes(referral.status)) return { refused: null, status: to };
  return { refused: 'wrong-state', status: referral.status, expected: from };
}

// UU PDP 27/2022, articles 20 and 9: sharing rests on a consent that names it and was not withdrawn.
export function consentCovers(
  consent: ConsentState | null,
  organizationId: string,
  now: Date,
): boolean {
  if (consent === null || !consent.purposes.includes('SHARE_WITH_ORG')) return false;
  if (consent.withdrawnAt !== null && consent.withdrawnAt <= now) return false;
  if (consent.givenAt > now || (consent.expiresAt !== null && consent.expiresAt <= now))
    return false;
  return consent.sharedWith === null || consent.sharedWith.includes(organizationId);
}

/** What an organization says it can do; the case must lie within it. */
export interface CapabilityState {
  categories: readonly string[];
  regions: readonly string[];
  monthlyCapacity: number;
  openReferrals: number;
}

export interface SendFacts {
  receiver: ReceiverState | null;
  consent: ConsentState | null;
  capability: CapabilityState | null;
  category: string;
  /** Another TRANSFER of the same case that is still open. */
  openTransfer: boolean;
  urgent: boolean;
  /** The sender knows that the receiver is full and asks all the same. */
  overCapacity: boolean;
  now: Date;
}

const covers = (regions: readonly string[], code: string) =>
  regions.some((region) => code === region || code.startsWith(`${region}.`));

function capabilityProblem(referral: ReferralState, facts: SendFacts): ReferralRefusal | null {
  const { capability, category, overCapacity } = facts;
  if (capability === null || !capability.categories.includes(category))
    return { refused: 'not-capable' };
  if (!covers(capability.regions, referral.regionCode)) return { refused: 'not-capable' };
  const full = capability.openReferrals >= capability.monthlyCapacity;
  return full && !overCapacity ? { refused: 'no-capacity' } : null;
}

/** Sends a draft: to an active, capable receiver, under a consent that covers it, one transfer at a time. */
export function send(
  referral: ReferralState,
  caller: Caller,
  facts: SendFacts,
): Decision<
  { status: ReferralStatus; sentAt: Date; acknowledgeBy: Date; answerBy: Date },
  ReferralRefusal
> {
  const decision = step('SEND', referral, caller);
  if (decision.refused !== null) return decision;
  const { receiver, consent, openTransfer, urgent, now } = facts;
  if (referral.fromOrganizationId === referral.toOrganizationId)
    return { refused: 'receiver-is-sender' };
  if (receiver?.status !== 'ACTIVE') return { refused: 'receiver-not-active' };
  if (!consentCovers(consent, referral.toOrganizationId, now))
    return { refused: 'consent-missing' };
  const incapable = capabilityProblem(referral, facts);
  if (incapable !== null) return incapable;
  // One open transfer per case also keeps responsibility from running in a circle.
  if (referral.kind === 'TRANSFER' && openTransfer) return { refused: 'transfer-open' };
  return { ...decision, sentAt: now, ...deadlines(now, urgent) };
}

const hour = 3_600_000;

/** Two working days to acknowledge and five to answer; an emergency is answered within 24 hours. */
export function deadlines(sentAt: Date, urgent: boolean): { acknowledgeBy: Date; answerBy: Date } {
  if (urgent) {
    const within = new Date(sentAt.getTime() + 24 * hour);
    return { acknowledgeBy: within, answerBy: within };
  }
  return { acknowledgeBy: addWorkingDays(sentAt, 2), answerBy: addWorkingDays(sentAt, 5) };
}

// Western Indonesia Time: a working day there, whatever the clock of the server.
const zoneOffset = 7 * hour;

/** Monday to Friday; the calendar of public holidays is not known here. */
export function addWorkingDays(from: Date, days: number): Date {
  let at = from.getTime();
  for (let left = days; left > 0;) {
    at += 24 * hour;
    const weekday = new Date(at + zoneOffset).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at);
}

/** Takes a referral on: in time, by an organization that is in service. */
export function accept(
  referral: ReferralState,
  receiver: ReceiverState | null,
  caller: Caller,
  now: Date,
): Decision<{ status: ReferralStatus; acceptedAt: Date }, ReferralRefusal> {
  const decision = step('ACCEPT', referral, caller);
  if (decision.refused !== null) return decision;
  if (receiver?.status !== 'ACTIVE') return { refused: 'receiver-not-active' };
  if (referral.answerBy !== null && now > referral.answerBy)
    return { refused: 'too-late', answerBy: referral.answerBy };
  return { ...decision, acceptedAt: now };
}

/** Whether nobody answered in time. */
export const isExpired = (
  referral: Pick<ReferralState, 'status' | 'answerBy'>,
  now: Date,
): boolean =>
  (referral.status === 'SENT' || referral.status === 'ACKNOWLEDGED') &&
  referral.answerBy !== null &&
  now > referral.answerBy;

/** The commands that would not be refused for the caller's part or the state. */
export const commandsFor = (referral: ReferralState, caller: Caller): ReferralCommand[] =>
  referralCommands.filter((command) => step(command, referral, caller).refused === null);
