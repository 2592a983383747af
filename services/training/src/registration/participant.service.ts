import { encodeId } from '@jejaring/chassis/graph/ids';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { isSeated, SeatCopy } from '@jejaring/register/copies/seat-copy';
import {
  participantApproved,
  participantWaitlisted,
} from '@jejaring/schema/events/training.events';
import { close } from '@jejaring/trust/keys/cipher';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import type { SeatPlan } from '../seat/seat.rules.js';
import { homeOf } from '../seat/seat.rules.js';
import type { TrainingEvent } from '../training-event/training-event.entity.js';
import { Registration } from './registration.entity.js';
import { fits } from './registration.rules.js';

export interface SeenRegistration {
  id: string;
  expectedVersion: number;
}

/** A person, as who sends them knows them. */
export interface Participant {
  organizationId: string;
  /** The person in the register, opaque here. */
  participantRef: string;
  /** The same, where they sit on a board. */
  officerId: string | null;
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

/** Says whether a registration got a seat or waits. */
export async function sayPlaced(work: Work, row: Registration): Promise<void> {
  const region = row.regionCode;
  const data = speaksOf(row);
  if (row.status === 'APPROVED') return work.publish(participantApproved, { region, data });
  const position = row.position!;
  return work.publish(participantWaitlisted, { region, data: { ...data, position } });
}

/** The database knows who is registered already, however many ask at once. */
export async function onlyOnce<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (isUniqueViolation(error, 'registration_one_live'))
      return refuse({ refused: 'already-registered' });
    throw error;
  }
}

/** The organization that somebody comes from, or the refusal that there is none. */
export async function organizationOf(work: Work, id: string): Promise<OrganizationCopy> {
  const organization = await work.find(OrganizationCopy, { id });
  return organization ?? refuse(notFound(encodeId('org', id)));
}

/** Whether the register knows an officer on the board on a day; null without an officer. */
export async function knowsSeated(
  work: Work,
  { officerId, organizationId }: Pick<Participant, 'officerId' | 'organizationId'>,
  day: string,
): Promise<boolean | null> {
  if (officerId === null) return null;
  const seats = await work.list(SeatCopy, { officerId, organizationId });
  return isSeated(seats, { officerId, organizationId, day });
}

async function countOfUnit(work: Work, eventId: string, organizationId: string): Promise<number> {
  return work.beyondScope(() =>
    work
      .select(Registration, 'r')
      .where('r.trainingEventId = :eventId and r.organizationId = :organizationId', {
        eventId,
        organizationId,
      })
      .andWhere("r.status in ('APPROVED', 'WAITLISTED', 'OFFERED', 'ATTENDED')")
      .getCount(),
  );
}

/** The seats that somebody may claim, or why there are none for them; the seats are held. */
export async function findHome(
  work: Work,
  event: TrainingEvent,
  plan: SeatPlan,
  who: Pick<Participant, 'officerId' | 'organizationId'> & { regionCode: string; leaves?: number },
) {
  const { perUnitMax, startsOn } = event;
  const home = homeOf(plan, who.regionCode);
  const live = perUnitMax === null ? 0 : await countOfUnit(work, event.id, who.organizationId);
  const isKnownSeated = await knowsSeated(work, who, startsOn);
  const ofUnit = live - (who.leaves ?? 0);
  proceed(fits({ hasHome: home !== null, isSeated: isKnownSeated, ofUnit, perUnitMax }));
  return home!;
}

/** Where the name of a participant belongs. */
export const placeOfName = (rowId: string) => ({
  table: 'registration',
  column: 'name_cipher',
  rowId,
});

/** What a new registration keeps of a person and of the event that receives them. */
export async function personOf(work: Work, participant: Participant, event: TrainingEvent) {
  const id = work.newId();
  const { organizationId, participantRef, officerId, name } = participant;
  const key = await keyToWrite(work, encodeId('reg', id));
  return {
    id,
    version: 1,
    trainingEventId: event.id,
    organizationId,
    participantRef,
    officerId,
    nameCipher: close(key, placeOfName(id), name),
    organizerRegionCode: event.organizerRegionCode,
    organizerOrganizationId: event.organizerOrganizationId,
    answerBy: null,
    registeredAt: work.now,
  };
}
