import { encodeId } from '@jejaring/chassis/graph/ids';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { encrypt } from '@jejaring/chassis/work/identifiers';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import {
  participantApproved,
  participantPromoted,
  participantWaitlisted,
  participantWithdrawn,
} from '@jejaring/schema/events/training.events';
import { leaveSeat, takeSeat } from '../seat/seat.rules.js';
import { holdSeats, settleSeats } from '../seat/seat.service.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { Registration } from './registration.entity.js';
import { register, withdraw } from './registration.rules.js';

export interface SeenRegistration {
  id: string;
  expectedVersion: number;
}

export interface RegisterParticipant {
  trainingEventId: string;
  organizationId: string;
  /** The person in the register, opaque here. */
  participantRef: string;
  name: string;
}

type Speaking = Pick<Registration, 'id' | 'trainingEventId' | 'organizationId' | 'regionCode'>;

/** What every event about a participant says; nobody is named. */
export const speaksOf = ({ id, trainingEventId, organizationId, regionCode }: Speaking) => ({
  registrationId: encodeId('reg', id),
  trainingEventId: encodeId('trn', trainingEventId),
  organizationId: encodeId('org', organizationId),
  regionCode,
});

async function sayPlaced(work: Work, row: Registration): Promise<void> {
  const region = row.regionCode;
  const data = speaksOf(row);
  if (row.status === 'APPROVED') return work.publish(participantApproved, { region, data });
  const { position } = row;
  return work.publish(participantWaitlisted, { region, data: { ...data, position } });
}

async function insertOnce(work: Work, row: Registration): Promise<Registration> {
  try {
    return await work.insert(Registration, row);
  } catch (error) {
    if (isUniqueViolation(error, 'registration_one_live'))
      return refuse({ refused: 'already-registered' });
    throw error;
  }
}

type Via = Registration['via'];

function newRegistration(work: Work, input: RegisterParticipant, event: TrainingEvent, via: Via) {
  const { caller, now } = work;
  const id = work.newId();
  const sender = via === 'DELEGATION' ? caller : null;
  const { trainingEventId, organizationId, participantRef, name } = input;
  const place = { table: 'registration', column: 'name_cipher', rowId: id };
  return {
    id,
    version: 1,
    trainingEventId,
    organizationId,
    participantRef,
    nameCipher: encrypt(work.keys, place, name),
    organizerRegionCode: event.organizerRegionCode,
    organizerOrganizationId: event.organizerOrganizationId,
    via,
    sentByRegionCode: sender?.region ?? null,
    sentByOfficeId: sender?.officeId ?? null,
    registeredAt: now,
  };
}

/**
 * Registers somebody: a seat or the end of the waiting list, decided while the seats are held. The
 * event is read after that, so that nobody slips in behind its closing.
 */
export async function registerParticipant(
  work: Work,
  input: RegisterParticipant,
): Promise<Registration> {
  const { trainingEventId, organizationId, name } = input;
  const held = await holdSeats(work, trainingEventId);
  const event = await work.get(TrainingEvent, trainingEventId);
  const organization = await work.find(OrganizationCopy, { id: organizationId });
  if (organization === null) return refuse(notFound(encodeId('org', organizationId)));
  const { initials, via } = proceed(register(organization, event, name, work.caller));
  if (held === null) return refuse({ refused: 'registration-not-open' });
  const { status, position, bucket } = takeSeat(held);
  const { regionCode } = organization;
  const made = newRegistration(work, input, event, via);
  const row = await insertOnce(work, { ...made, regionCode, initials, status, position });
  await settleSeats(work, held, bucket);
  await sayPlaced(work, row);
  return row;
}

/** The first who waits and may still come: their organization is in service. */
async function firstWaiting(work: Work, trainingEventId: string): Promise<Registration | null> {
  return work.beyondScope(() =>
    work
      .select(Registration, 'r')
      .innerJoin(OrganizationCopy, 'o', "o.id = r.organizationId and o.status = 'ACTIVE'")
      .where("r.trainingEventId = :trainingEventId and r.status = 'WAITLISTED'", {
        trainingEventId,
      })
      .orderBy('r.position')
      .limit(1)
      .getOne(),
  );
}

async function promote(work: Work, waiting: Registration): Promise<void> {
  const row = await work.beyondScope(() =>
    work.update(Registration, waiting, { status: 'APPROVED' }),
  );
  await work.publish(participantPromoted, { region: row.regionCode, data: speaksOf(row) });
}

/** Takes a registration back; its seat goes to the first who waits, in the same transaction. */
export async function withdrawParticipant(
  work: Work,
  input: SeenRegistration,
): Promise<Registration> {
  const { trainingEventId } = await work.getAt(Registration, input.id, input.expectedVersion);
  const held = await holdSeats(work, trainingEventId);
  // Somebody else may have moved it up while this one waited for the seats.
  const seen = await work.getAt(Registration, input.id, input.expectedVersion);
  const event = await work.get(TrainingEvent, trainingEventId);
  const decision = proceed(withdraw(seen, event.status, work.caller));
  const next = decision.held === 'APPROVED' ? await firstWaiting(work, trainingEventId) : null;
  const { promotes, bucket } = leaveSeat(held!, decision.held, next !== null);
  const row = await work.update(Registration, seen, { status: 'WITHDRAWN' });
  await work.publish(participantWithdrawn, { region: row.regionCode, data: speaksOf(row) });
  if (promotes) await promote(work, next!);
  await settleSeats(work, held!, bucket);
  return row;
}
