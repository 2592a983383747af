import { anotherHand } from '@jejaring/trust/rights/hands.rules';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { proceed, refuse, Refused } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import {
  delegationAccepted,
  delegationRejected,
  delegationSubmitted,
  delegationWithdrawn,
  participantRejected,
} from '@jejaring/schema/events/training.events';
import { In } from 'typeorm';
import {
  findHome,
  knowsSeated,
  onlyOnce,
  organizationOf,
  personOf,
  sayPlaced,
  speaksOf as participantSpeaks,
} from '../registration/participant.service.js';
import { Registration } from '../registration/registration.entity.js';
import { fits, mayCome, nameWell } from '../registration/registration.rules.js';
import type { SeatPlan } from '../seat/seat.rules.js';
import { takeSeat } from '../seat/seat.rules.js';
import { holdSeats, settleSeats } from '../seat/seat.service.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { localDate } from '@jejaring/register/facts/zone.rules';
import { Delegation } from './delegation.entity.js';
import type { RejectionReason } from './delegation.rules.js';
import {
  decide,
  draftDelegation as draft,
  submit,
  withdrawDelegation as withdraw,
} from './delegation.rules.js';

export interface SeenDelegation {
  id: string;
  expectedVersion: number;
}

export interface Delegate {
  officerId: string;
  organizationId: string;
  name: string;
}

export interface DraftDelegation {
  trainingEventId: string;
  /** An office or a village head, by region, or a board. */
  sender: { regionCode: string } | { organizationId: string };
  letterNumber: string;
  letterOn: string;
  delegates: readonly Delegate[];
}

async function senderOf(work: Work, sender: DraftDelegation['sender']) {
  if ('regionCode' in sender) {
    const { officeId } = work.caller;
    const { regionCode } = sender;
    return { regionCode, senderOfficeId: officeId, senderOrganizationId: null, senderStatus: null };
  }
  const { id, regionCode, status } = await organizationOf(work, sender.organizationId);
  return { regionCode, senderOfficeId: null, senderOrganizationId: id, senderStatus: status };
}

/** The organizations of several people, or the refusal that there is no such one. */
async function organizationsOf(work: Work, of: readonly { organizationId: string }[]) {
  const ids = of.map(({ organizationId }) => organizationId);
  const rows = await work.list(OrganizationCopy, { id: In(ids) });
  const known = new Map(rows.map((row) => [row.id, row]));
  return Promise.all(ids.map(async (id) => known.get(id) ?? organizationOf(work, id)));
}

/** Drafts a letter and whom it names; only its sender sees it. */
export async function draftDelegation(work: Work, input: DraftDelegation): Promise<Delegation> {
  const event = await work.get(TrainingEvent, input.trainingEventId);
  const { senderStatus, ...sender } = await senderOf(work, input.sender);
  const organizations = await organizationsOf(work, input.delegates);
  const delegates = input.delegates.map((one, index) => ({
    ...one,
    ...placeOf(organizations[index]!),
  }));
  const { letterNumber, letterOn } = input;
  const today = localDate(work.now, event.timeZone);
  proceed(draft({ ...sender, senderStatus, letterOn, today, delegates }, work.caller));
  const row = await insertOnce(work, {
    ...sender,
    id: work.newId(),
    version: 1,
    status: 'DRAFT',
    trainingEventId: event.id,
    organizerRegionCode: event.organizerRegionCode,
    organizerOrganizationId: event.organizerOrganizationId,
    letterNumber,
    letterOn,
    submittedBy: null,
    submittedAt: null,
    decidedAt: null,
    rejectionReason: null,
  });
  for (const delegate of delegates) await nameDelegate(work, row, event, delegate);
  return row;
}

const placeOf = ({ regionCode }: OrganizationCopy) => ({ regionCode });

async function insertOnce(work: Work, row: Delegation): Promise<Delegation> {
  try {
    return await work.insert(Delegation, row);
  } catch (error) {
    if (isUniqueViolation(error, 'delegation_one_letter'))
      return refuse({ refused: 'letter-already-used' });
    throw error;
  }
}

async function nameDelegate(
  work: Work,
  row: Delegation,
  event: TrainingEvent,
  { regionCode, officerId, ...delegate }: Delegate & { regionCode: string },
): Promise<void> {
  const { initials } = proceed(nameWell(delegate.name));
  const isBoard = row.senderOrganizationId !== null;
  await work.insert(Registration, {
    ...(await personOf(work, { ...delegate, officerId, participantRef: officerId }, event)),
    status: 'DRAFT',
    regionCode,
    initials,
    position: null,
    seatBucketId: null,
    via: 'DELEGATION',
    delegationId: row.id,
    sentByRegionCode: isBoard ? null : row.regionCode,
    sentByOfficeId: row.senderOfficeId,
    sentByOrganizationId: row.senderOrganizationId,
  });
}

const speaksOf = (row: Delegation) => ({
  delegationId: encodeId('dlg', row.id),
  trainingEventId: encodeId('trn', row.trainingEventId),
  regionCode: row.regionCode,
});

const delegatesOf = (
  work: Work,
  { id: delegationId }: Delegation,
  status: Registration['status'],
) => work.list(Registration, { delegationId, status }, { regionCode: 'ASC', id: 'ASC' });

/** Says of whom a refusal speaks. */
async function about<Result>({ id }: Registration, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const refusal: Refusal & { delegateId: string } = {
      ...error.refusal,
      delegateId: encodeId('reg', id),
    };
    return refuse(refusal);
  }
}

/** Whether a delegate may come: of an active, invited organization, and on its board that day. */
async function checkDelegate(work: Work, event: TrainingEvent, delegate: Registration) {
  const organization = await organizationOf(work, delegate.organizationId);
  proceed(mayCome(organization, event));
  const isSeated = await knowsSeated(work, delegate, event.startsOn);
  proceed(fits({ hasHome: true, isSeated, ofUnit: 0, perUnitMax: null }));
}

/** Sends a letter to the organizer. */
export async function submitDelegation(work: Work, input: SeenDelegation): Promise<Delegation> {
  const seen = await work.getAt(Delegation, input.id, input.expectedVersion);
  const event = await work.get(TrainingEvent, seen.trainingEventId);
  const { status } = proceed(submit(seen, event.status, work.caller));
  const changes = { status, submittedAt: work.now, submittedBy: work.caller.id };
  const row = await work.update(Delegation, seen, changes);
  const delegates = await delegatesOf(work, row, 'DRAFT');
  for (const delegate of delegates) {
    await about(delegate, async () => {
      await checkDelegate(work, event, delegate);
      await onlyOnce(() => work.update(Registration, delegate, { status }));
    });
  }
  const data = { ...speaksOf(row), delegates: delegates.length };
  await work.publish(delegationSubmitted, { region: row.regionCode, data });
  return row;
}

export interface DecideDelegation extends SeenDelegation {
  accepted: readonly string[];
  rejectionReason: RejectionReason | null;
}

/** A seat or the end of the waiting list for one delegate, under the seats that are held. */
async function place(
  work: Work,
  event: TrainingEvent,
  plan: SeatPlan,
  delegate: Registration,
): Promise<SeatPlan> {
  await checkDelegate(work, event, delegate);
  const home = await findHome(work, event, plan, delegate);
  const { plan: after, ...placement } = takeSeat(plan, home);
  await sayPlaced(work, await work.update(Registration, delegate, placement));
  return after;
}

async function reject(work: Work, delegate: Registration): Promise<void> {
  const row = await work.update(Registration, delegate, { status: 'REJECTED' });
  const data = participantSpeaks(row);
  await work.publish(participantRejected, { region: row.regionCode, data });
}

/** Takes the delegates whom the organizer accepts, in the order of their regions, and not the others. */
export async function decideDelegation(work: Work, input: DecideDelegation): Promise<Delegation> {
  const { accepted, rejectionReason } = input;
  const { trainingEventId } = await work.getAt(Delegation, input.id, input.expectedVersion);
  const held = await holdSeats(work, trainingEventId);
  const seen = await work.getAt(Delegation, input.id, input.expectedVersion);
  const event = await work.get(TrainingEvent, trainingEventId);
  const delegates = await delegatesOf(work, seen, 'SUBMITTED');
  const verdict = { delegates: delegates.map(({ id }) => id), accepted, rejectionReason };
  const { status } = proceed(decide(seen, event.status, verdict, work.caller));
  proceed(anotherHand(seen.submittedBy, work.caller));
  const changes = { status, rejectionReason, decidedAt: work.now };
  const row = await work.update(Delegation, seen, changes);
  let plan: SeatPlan = held;
  for (const delegate of delegates) {
    if (accepted.includes(delegate.id))
      plan = await about(delegate, () => place(work, event, plan, delegate));
    else await reject(work, delegate);
  }
  await settleSeats(work, held, plan);
  await sayDecided(work, row, delegates.length, accepted.length);
  return row;
}

async function sayDecided(work: Work, row: Delegation, delegates: number, accepted: number) {
  const region = row.regionCode;
  const data = speaksOf(row);
  if (accepted === 0) return work.publish(delegationRejected, { region, data });
  return work.publish(delegationAccepted, { region, data: { ...data, delegates, accepted } });
}

/** Takes a letter back before the organizer decided on it. */
export async function withdrawDelegation(work: Work, input: SeenDelegation): Promise<Delegation> {
  const seen = await work.getAt(Delegation, input.id, input.expectedVersion);
  const { status } = proceed(withdraw(seen, work.caller));
  const row = await work.update(Delegation, seen, { status });
  await work.sql(
    `update registration set status = 'WITHDRAWN', version = version + 1
     where delegation_id = $1 and status in ('DRAFT', 'SUBMITTED')`,
    [row.id],
  );
  // Nobody but its sender has heard of a draft.
  if (seen.status === 'SUBMITTED')
    await work.publish(delegationWithdrawn, { region: row.regionCode, data: speaksOf(row) });
  return row;
}
