import { encodeId } from '@jejaring/chassis/graph/ids';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { statedProblem } from '@jejaring/register/facts/stated-count.rules';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  trainingEventAnnounced,
  trainingEventCancelled,
  trainingEventClosed,
  trainingEventCompleted,
  trainingEventOpened,
  trainingEventStarted,
} from '@jejaring/schema/events/training.events';
import { endRegistrations } from '../registration/attendance.service.js';
import { SeatBucket } from '../seat/seat.entity.js';
import { holdSeats } from '../seat/seat.service.js';
import { TrainingEvent } from './training-event.entity.js';
import type { TrainingEventCommand, TrainingKind, TrainingTopic } from './training-event.rules.js';
import { draft, step } from './training-event.rules.js';
import type { TimeZone } from '@jejaring/register/facts/zone.rules';
import { zoneOf } from '@jejaring/register/facts/zone.rules';

export interface SeenTrainingEvent {
  id: string;
  expectedVersion: number;
}

export interface DraftTrainingEvent {
  kind: TrainingKind;
  topic: TrainingTopic;
  title: string;
  theme: string | null;
  /** An office, by the region it is in charge of, or an organization. */
  organizer: { regionCode: string; officeId: string | null } | { organizationId: string };
  regionCode: string;
  audienceKinds: string[];
  audienceLevels: string[] | null;
  venue: {
    name: string;
    /** Null where the source does not tell and nobody chose. */
    regionCode: string | null;
    regionDerived: boolean;
    derivedBecause: string | null;
  } | null;
  startsOn: string;
  endsOn: string;
  timeZone: TimeZone | null;
  seats: number | null;
  certificateHours: number | null;
}

async function organizerOf(work: Work, organizer: DraftTrainingEvent['organizer']) {
  if ('regionCode' in organizer) {
    return {
      organizerRegionCode: organizer.regionCode,
      organizerOfficeId: organizer.officeId,
      organizerOrganizationId: null,
      organizerStatus: null,
    };
  }
  const { organizationId: id } = organizer;
  const organization = await work.find(OrganizationCopy, { id });
  if (organization === null) return refuse(notFound(encodeId('org', id)));
  return {
    organizerRegionCode: organization.regionCode,
    organizerOfficeId: null,
    organizerOrganizationId: id,
    organizerStatus: organization.status,
  };
}

export async function draftTrainingEvent(
  work: Work,
  input: DraftTrainingEvent,
): Promise<TrainingEvent> {
  const { organizer, venue, seats, timeZone, ...facts } = input;
  const { organizerStatus, ...organizing } = await organizerOf(work, organizer);
  proceed(draft({ ...facts, ...organizing, organizerStatus, venue }, work.caller));
  const row = await work.insert(TrainingEvent, {
    ...facts,
    ...organizing,
    id: work.newId(),
    version: 1,
    status: 'DRAFT',
    venueName: venue?.name ?? null,
    venueRegionCode: venue?.regionCode ?? null,
    venueRegionDerived: venue?.regionDerived ?? false,
    venueDerivedBecause: venue?.derivedBecause ?? null,
    timeZone: timeZone ?? zoneOf(venue?.regionCode ?? input.regionCode),
    statedValue: null,
    statedUpTo: null,
    statedQualifier: null,
  });
  if (seats !== null) await makeSeats(work, row.id, seats);
  return row;
}

async function makeSeats(work: Work, trainingEventId: string, seats: number): Promise<void> {
  const none = { taken: 0, waiting: 0, lastPosition: 0 };
  const bucket = { id: work.newId(), trainingEventId, regionCode: null, seats, ...none };
  await work.beyondScope(() => work.insert(SeatBucket, bucket));
}

/** What every event about a training event says of it. */
export const speaksOf = ({ id, regionCode, topic }: TrainingEvent) => ({
  trainingEventId: encodeId('trn', id),
  regionCode,
  topic,
});

async function say(
  work: Work,
  command: TrainingEventCommand,
  row: TrainingEvent,
  bucket: SeatBucket | null,
): Promise<void> {
  const region = row.regionCode;
  const data = speaksOf(row);
  const { startsOn, endsOn } = row;
  switch (command) {
    case 'ANNOUNCE':
      return work.publish(trainingEventAnnounced, { region, data: { ...data, startsOn, endsOn } });
    case 'OPEN_REGISTRATION':
      return work.publish(trainingEventOpened, { region, data: { ...data, seats: bucket!.seats } });
    case 'CLOSE_REGISTRATION':
      return work.publish(trainingEventClosed, { region, data });
    case 'START':
      return work.publish(trainingEventStarted, { region, data });
    case 'COMPLETE':
      return work.publish(trainingEventCompleted, { region, data });
    case 'CANCEL':
      return work.publish(trainingEventCancelled, { region, data });
  }
}

/**
 * Leads an event on. The seats are held first, so that whoever is registering is either done or
 * finds the event as it is afterwards.
 */
async function leadOn(
  work: Work,
  command: TrainingEventCommand,
  { id, expectedVersion }: SeenTrainingEvent,
  changes: Partial<TrainingEvent> = {},
): Promise<{ row: TrainingEvent; bucket: SeatBucket | null }> {
  const bucket = await holdSeats(work, id);
  const seen = await work.getAt(TrainingEvent, id, expectedVersion);
  const facts = { seats: bucket?.seats ?? null, now: work.now };
  const { status } = proceed(step(command, seen, work.caller, facts));
  const row = await work.update(TrainingEvent, seen, { status, ...changes });
  await say(work, command, row, bucket);
  return { row, bucket };
}

type PlainStep = Exclude<TrainingEventCommand, 'COMPLETE' | 'CANCEL'>;

/** The steps that change nothing but where the event stands. */
export async function takeStep(
  work: Work,
  command: PlainStep,
  input: SeenTrainingEvent,
): Promise<TrainingEvent> {
  const { row } = await leadOn(work, command, input);
  return row;
}

/** Ends an event: who attended has completed it, who did not has missed it. */
export async function completeTrainingEvent(
  work: Work,
  { statedParticipants, ...input }: SeenTrainingEvent & { statedParticipants: Stated | null },
): Promise<TrainingEvent> {
  const problem = statedProblem(statedParticipants, 'statedParticipants');
  if (problem !== null) refuse(problem);
  const { row, bucket } = await leadOn(work, 'COMPLETE', input, {
    statedValue: statedParticipants?.value ?? null,
    statedUpTo: statedParticipants?.upTo ?? null,
    statedQualifier: statedParticipants?.qualifier ?? null,
  });
  if (bucket !== null) await endRegistrations(work, row, bucket);
  return row;
}

/** Calls an event off: every registration lapses. */
export async function cancelTrainingEvent(
  work: Work,
  input: SeenTrainingEvent,
): Promise<TrainingEvent> {
  const { row, bucket } = await leadOn(work, 'CANCEL', input);
  if (bucket !== null) await endRegistrations(work, row, bucket);
  return row;
}
