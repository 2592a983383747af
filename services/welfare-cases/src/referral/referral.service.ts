import { encodeId } from '@jejaring/chassis/graph/ids';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { EventContract } from '@jejaring/schema/events/contract';
import {
  referralAccepted,
  referralAcknowledged,
  referralCancelled,
  referralCompleted,
  referralDeclined,
  referralExpired,
  referralSent,
  referralStarted,
} from '@jejaring/schema/events/welfare-cases.events';
import type { FindOptionsWhere } from 'typeorm';
import { In } from 'typeorm';
import { ServiceCapability } from '../capability/capability.entity.js';
import type { CaseSection } from '../case/case-sections.rules.js';
import { WelfareCase } from '../case/case.entity.js';
import { refer } from '../case/case.rules.js';
import { Consent } from '../consent/consent.entity.js';
import { Referral } from './referral.entity.js';
import type {
  DeclineReason,
  FeedbackResult,
  ReferralCommand,
  ReferralKind,
} from './referral.rules.js';
import { accept, isExpired, send, step } from './referral.rules.js';

export interface SeenReferral {
  id: string;
  expectedVersion: number;
}

const unfinished = In(['SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS']);

/** Says what happened to a referral, unless its case is sealed; the case is the key, so that one case keeps its order. */
async function say(
  work: Work,
  contract: EventContract & typeof referralSent,
  row: Referral,
): Promise<void> {
  if (row.sealed) return;
  await work.publish(contract, {
    region: row.regionCode,
    data: {
      referralId: encodeId('ref', row.id),
      caseId: encodeId('case', row.caseId),
      kind: row.kind,
      toOrganizationId: encodeId('org', row.toOrganizationId),
    },
  });
}

/** A referral rests on a case that is worked on, by who refers it. */
function restOn(welfareCase: WelfareCase, caller: Caller): void {
  const decision = refer(welfareCase, caller);
  if (decision.refused === 'wrong-state') refuse({ refused: 'case-not-open' });
  proceed(decision);
}

/** The consent must be this case's: what one person agreed to says nothing about another. */
async function requireConsentOf(work: Work, caseId: string, consentId: string): Promise<void> {
  const consent = await work.get(Consent, consentId);
  if (consent.caseId !== caseId) refuse(notFound(encodeId('con', consentId)));
}

export async function draftReferral(
  work: Work,
  input: {
    caseId: string;
    toOrganizationId: string;
    kind: ReferralKind;
    consentId: string | null;
    sections: CaseSection[];
  },
): Promise<Referral> {
  const { caseId, consentId } = input;
  restOn(await work.get(WelfareCase, caseId), work.caller);
  // Held, so that nobody seals the case unseen by what is made of it here.
  const welfareCase = (await work.lock(WelfareCase, { id: caseId }))!;
  if (consentId !== null) await requireConsentOf(work, caseId, consentId);
  const fromOrganizationId = work.caller.organizationId;
  if (fromOrganizationId === input.toOrganizationId)
    return refuse({ refused: 'receiver-is-sender' });
  return work.insert(Referral, {
    ...input,
    id: work.newId(),
    version: 1,
    regionCode: welfareCase.regionCode,
    beneficiaryId: welfareCase.beneficiaryId,
    sealed: welfareCase.sealed,
    fromOrganizationId,
    status: 'DRAFT',
    createdAt: work.now,
    sentAt: null,
    acknowledgeBy: null,
    answerBy: null,
    acceptedAt: null,
    declineReason: null,
    feedback: null,
  });
}

async function capabilityOf(work: Work, organizationId: string) {
  const declared = await work.lock(ServiceCapability, { id: organizationId });
  if (declared === null) return null;
  const [open] = await work.sql<{ count: number }>(
    `select count(*)::integer as count from referral
     where to_organization_id = $1 and status in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS')`,
    [organizationId],
  );
  return { ...declared, openReferrals: open!.count };
}

/**
 * What a sending rests on, held until its end: a withdrawal of the consent, an end of the case and
 * another sending to the same receiver wait, so that none slips in behind the decision. What others
 * were asked is not the sender's to see, but it decides.
 */
const holdFacts = (work: Work, { caseId, consentId, toOrganizationId }: Referral) =>
  work.beyondScope(async () => ({
    consent: consentId === null ? null : await work.lock(Consent, { id: consentId, caseId }),
    capability: await capabilityOf(work, toOrganizationId),
    welfareCase: (await work.lock(WelfareCase, { id: caseId }))!,
    transfers: await work.list(Referral, { caseId, kind: 'TRANSFER', status: unfinished }),
  }));

export async function sendReferral(
  work: Work,
  input: SeenReferral & { overCapacity: boolean },
): Promise<Referral> {
  const row = await work.getAt(Referral, input.id, input.expectedVersion);
  const { consent, capability, welfareCase, transfers } = await holdFacts(work, row);
  const changes = proceed(
    send(row, work.caller, {
      receiver: await work.find(OrganizationCopy, { id: row.toOrganizationId }),
      consent,
      capability,
      category: welfareCase.category,
      openTransfer: transfers.length > 0,
      urgent: welfareCase.urgency === 'EMERGENCY',
      overCapacity: input.overCapacity,
      now: work.now,
    }),
  );
  restOn(welfareCase, work.caller);
  const saved = await work.update(Referral, row, changes);
  await say(work, referralSent, saved);
  return saved;
}

export async function acceptReferral(work: Work, input: SeenReferral): Promise<Referral> {
  const row = await work.getAt(Referral, input.id, input.expectedVersion);
  const receiver = await work.find(OrganizationCopy, { id: row.toOrganizationId });
  const saved = await work.update(
    Referral,
    row,
    proceed(accept(row, receiver, work.caller, work.now)),
  );
  if (saved.kind === 'TRANSFER') await takeOver(work, saved);
  await say(work, referralAccepted, saved);
  return saved;
}

/** With a transfer the responsibility moves: the case is the receiver's from now on. */
async function takeOver(work: Work, { caseId, toOrganizationId }: Referral): Promise<void> {
  const welfareCase = await work.get(WelfareCase, caseId);
  await work.update(WelfareCase, welfareCase, { assignedOrganizationId: toOrganizationId });
}

type PlainStep = Exclude<ReferralCommand, 'SEND' | 'ACCEPT'>;

const said = {
  ACKNOWLEDGE: referralAcknowledged,
  DECLINE: referralDeclined,
  START: referralStarted,
  COMPLETE: referralCompleted,
  CANCEL: referralCancelled,
} as const;

/** The steps that need nothing but the right state and the right hand. */
export async function leadOn(
  work: Work,
  command: PlainStep,
  input: SeenReferral & { declineReason?: DeclineReason; feedback?: FeedbackResult },
): Promise<Referral> {
  const { id, expectedVersion, ...facts } = input;
  const row = await work.getAt(Referral, id, expectedVersion);
  const { status } = proceed(step(command, row, work.caller));
  const saved = await work.update(Referral, row, { status, ...facts });
  await say(work, said[command], saved);
  return saved;
}

async function cancelAll(work: Work, where: FindOptionsWhere<Referral>): Promise<void> {
  await work.beyondScope(async () => {
    for (const row of await work.list(Referral, { ...where, status: unfinished })) {
      await say(work, referralCancelled, await work.update(Referral, row, { status: 'CANCELLED' }));
    }
  });
}

/** Cancels what rested on a consent that is no more. */
export const cancelRestingOn = (work: Work, consentId: string): Promise<void> =>
  cancelAll(work, { consentId });

/** Cancels whatever a case that may not be processed was referred for. */
export const cancelOpenOf = (work: Work, caseId: string): Promise<void> =>
  cancelAll(work, { caseId });

/** Ends what nobody answered in time; done by the clock. */
export async function expireReferrals(work: Work): Promise<void> {
  const late = await work
    .select(Referral, 'r')
    .where("r.status in ('SENT', 'ACKNOWLEDGED') and r.answerBy < :now", { now: work.now })
    .take(500)
    .getMany();
  for (const row of late.filter((referral) => isExpired(referral, work.now))) {
    await say(work, referralExpired, await work.update(Referral, row, { status: 'EXPIRED' }));
  }
}
