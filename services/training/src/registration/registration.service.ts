import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  participantApproved,
  participantPromoted,
  participantReplaced,
  participantWithdrawn,
} from '@jejaring/schema/events/training.events';
import type { SeatBucket } from '../seat/seat.entity.js';
import type { SeatPlan } from '../seat/seat.rules.js';
import { freeSeat, homeOf, replaceIn, stopWaiting, takeSeat } from '../seat/seat.rules.js';
import { holdSeats, settleSeats } from '../seat/seat.service.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import type { Participant, SeenRegistration } from './participant.service.js';
import {
  findHome,
  onlyOnce,
  organizationOf,
  personOf,
  sayPlaced,
  speaksOf,
} from './participant.service.js';
import {
  acceptSeat as accept,
  declineSeat as decline,
  replace,
  withdraw,
} from './registration-steps.rules.js';
import { Registration } from './registration.entity.js';
import { mayCome, nameWell, register } from './registration.rules.js';
import { offerFreeSeats } from './waiting-list.service.js';

export interface RegisterParticipant extends Participant {
  trainingEventId: string;
}

function senderOf(work: Work, via: Registration['via']) {
  const sender = via === 'DELEGATION' ? work.caller : null;
  return {
    via,
    delegationId: null,
    sentByRegionCode: sender?.region ?? null,
    sentByOfficeId: sender?.officeId ?? null,
    sentByOrganizationId: null,
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
  const { regionCode, ...organization } = await organizationOf(work, input.organizationId);
  const held = await holdSeats(work, input.trainingEventId);
  const event = await work.get(TrainingEvent, input.trainingEventId);
  const applicant = { ...organization, regionCode };
  const { initials, via } = proceed(register(applicant, event, input.name, work.caller));
  if (held.length === 0) return refuse({ refused: 'registration-not-open' });
  const home = await findHome(work, event, held, { ...input, regionCode });
  const { plan, ...placement } = takeSeat(held, home);
  const person = await personOf(work, input, event);
  const made = { ...person, ...senderOf(work, via), regionCode, initials };
  const row = await onlyOnce(() => work.insert(Registration, { ...made, ...placement }));
  await settleSeats(work, held, plan);
  await sayPlaced(work, row);
  return row;
}

interface Held {
  held: SeatBucket[];
  seen: Registration;
  event: TrainingEvent;
}

/** A registration as the caller saw it, with its event and the seats, which are held. */
async function hold(work: Work, { id, expectedVersion }: SeenRegistration): Promise<Held> {
  const { trainingEventId } = await work.getAt(Registration, id, expectedVersion);
  const held = await holdSeats(work, trainingEventId);
  // Somebody else may have moved it up while this one waited for the seats.
  const seen = await work.getAt(Registration, id, expectedVersion);
  return { held, seen, event: await work.get(TrainingEvent, trainingEventId) };
}

const momentOf = ({ now }: Work, { status: eventStatus }: TrainingEvent) => ({ eventStatus, now });

async function leave(work: Work, { held, seen, event }: Held, plan: SeatPlan) {
  const row = await work.update(Registration, seen, { status: 'WITHDRAWN' });
  await work.publish(participantWithdrawn, { region: row.regionCode, data: speaksOf(row) });
  await settleSeats(work, held, await offerFreeSeats(work, event, plan));
  return row;
}

/** Takes a registration back; its seat is offered to the next in the same transaction. */
export async function withdrawParticipant(
  work: Work,
  input: SeenRegistration,
): Promise<Registration> {
  const all = await hold(work, input);
  const { held, seen, event } = all;
  const decision = proceed(withdraw(seen, momentOf(work, event), work.caller));
  const give = decision.held === 'APPROVED' ? freeSeat : stopWaiting;
  return leave(work, all, give(held, seen.seatBucketId!));
}

/** Takes the seat that was offered; from now on it is theirs. */
export async function acceptSeat(work: Work, input: SeenRegistration): Promise<Registration> {
  const { seen, event } = await hold(work, input);
  const { status } = proceed(accept(seen, momentOf(work, event), work.caller));
  const row = await work.update(Registration, seen, { status, answerBy: null });
  await work.publish(participantPromoted, { region: row.regionCode, data: speaksOf(row) });
  return row;
}

/** Leaves the seat that was offered to the next. */
export async function declineSeat(work: Work, input: SeenRegistration): Promise<Registration> {
  const all = await hold(work, input);
  proceed(decline(all.seen, momentOf(work, all.event), work.caller));
  return leave(work, all, freeSeat(all.held, all.seen.seatBucketId!));
}

export interface ReplaceParticipant extends SeenRegistration {
  /** Of the same organization; who comes from another one is registered anew. */
  by: Omit<Participant, 'organizationId'>;
}

/** Lets somebody else of the same organization come in the same seat, under the same rules. */
export async function replaceParticipant(
  work: Work,
  { by, ...input }: ReplaceParticipant,
): Promise<Registration> {
  const { held, seen, event } = await hold(work, input);
  const { status } = proceed(replace(seen, momentOf(work, event), work.caller));
  const { organizationId, regionCode } = seen;
  proceed(mayCome(await organizationOf(work, organizationId), event));
  const { initials } = proceed(nameWell(by.name));
  await findHome(work, event, held, { ...by, organizationId, regionCode, leaves: 1 });
  const left = await work.update(Registration, seen, { status });
  const { position, plan } = replaceIn(held, homeOf(held, regionCode)!);
  const { via, delegationId, seatBucketId, sentByRegionCode, sentByOfficeId } = seen;
  const sending = { via, delegationId, sentByRegionCode, sentByOfficeId };
  const person = await personOf(work, { ...by, organizationId }, event);
  const row = await onlyOnce(() =>
    work.insert(Registration, {
      ...person,
      ...sending,
      sentByOrganizationId: seen.sentByOrganizationId,
      regionCode,
      initials,
      seatBucketId,
      position,
      status: 'APPROVED',
    }),
  );
  await settleSeats(work, held, plan);
  const replacement = { ...speaksOf(left), replacementId: encodeId('reg', row.id) };
  await work.publish(participantReplaced, { region: regionCode, data: replacement });
  await work.publish(participantApproved, { region: regionCode, data: speaksOf(row) });
  return row;
}
