import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { statedProblem } from '@jejaring/register/facts/stated-count.rules';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { stateSources } from '@jejaring/register/facts/fact-source';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  trainingEventAnnounced,
  trainingEventCancelled,
  trainingEventClosed,
  trainingEventCompleted,
  trainingEventOpened,
  trainingEventPostponed,
  trainingEventReported,
  trainingEventStarted,
} from '@jejaring/schema/events/training.events';
import { endRegistrations } from '../registration/attendance.service.js';
import { offerFreeSeats } from '../registration/waiting-list.service.js';
import type { SeatBucket } from '../seat/seat.entity.js';
import { holdSeats, settleSeats } from '../seat/seat.service.js';
import { sessionsOf } from '../session/session.service.js';
import { TrainingEvent } from './training-event.entity.js';
import type { TrainingEventCommand } from './training-event.rules.js';
import { newDays, step } from './training-event.rules.js';
import { localDate } from '@jejaring/register/facts/zone.rules';

export interface SeenTrainingEvent {
  id: string;
  expectedVersion: number;
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
  seats: number | null,
): Promise<void> {
  const region = row.regionCode;
  const data = speaksOf(row);
  const { startsOn, endsOn } = row;
  switch (command) {
    case 'ANNOUNCE':
    case 'RESCHEDULE':
      return work.publish(trainingEventAnnounced, { region, data: { ...data, startsOn, endsOn } });
    case 'OPEN_REGISTRATION':
      return work.publish(trainingEventOpened, { region, data: { ...data, seats: seats! } });
    case 'CLOSE_REGISTRATION':
      return work.publish(trainingEventClosed, { region, data });
    case 'START':
      return work.publish(trainingEventStarted, { region, data });
    case 'COMPLETE':
      return work.publish(trainingEventCompleted, { region, data });
    case 'REPORT':
      return work.publish(trainingEventReported, { region, data });
    case 'POSTPONE':
      return work.publish(trainingEventPostponed, { region, data });
    case 'CANCEL':
      return work.publish(trainingEventCancelled, { region, data });
  }
}

const seatsIn = (held: readonly SeatBucket[]): number | null =>
  held.length === 0 ? null : held.reduce((sum, { seats }) => sum + seats, 0);

interface Led {
  row: TrainingEvent;
  held: SeatBucket[];
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
): Promise<Led> {
  const held = await holdSeats(work, id);
  const seen = await work.getAt(TrainingEvent, id, expectedVersion);
  const seats = seatsIn(held);
  const sessionsWithoutAttendance =
    command === 'COMPLETE' ? (await sessionsOf(work, id)).incomplete : 0;
  const facts = { seats, sessionsWithoutAttendance, now: work.now };
  const { status } = proceed(step(command, seen, work.caller, facts));
  const row = await work.update(TrainingEvent, seen, { status, ...changes });
  await say(work, command, row, seats);
  return { row, held };
}

type PlainStep = 'ANNOUNCE' | 'OPEN_REGISTRATION' | 'CLOSE_REGISTRATION' | 'START' | 'POSTPONE';

/**
 * The steps that change nothing but where the event stands. Closing registration ends the time in
 * which quotas are kept for their regions: what nobody claimed is offered to those who wait.
 */
export async function takeStep(
  work: Work,
  command: PlainStep,
  input: SeenTrainingEvent,
): Promise<TrainingEvent> {
  const { row, held } = await leadOn(work, command, input);
  await settleSeats(work, held, await offerFreeSeats(work, row, held));
  return row;
}

/** Announces an event that was postponed, on its new days; its registrations stand. */
export async function rescheduleTrainingEvent(
  work: Work,
  { startsOn, endsOn, ...input }: SeenTrainingEvent & { startsOn: string; endsOn: string },
): Promise<TrainingEvent> {
  const { timeZone } = await work.get(TrainingEvent, input.id);
  const problem = newDays({ startsOn, endsOn }, localDate(work.now, timeZone));
  if (problem !== null) refuse(problem);
  const { row } = await leadOn(work, 'RESCHEDULE', input, { startsOn, endsOn });
  return row;
}

function stating(stated: Stated | null): Partial<TrainingEvent> {
  const problem = statedProblem(stated, 'statedParticipants');
  if (problem !== null) refuse(problem);
  return {
    statedValue: stated?.value ?? null,
    statedUpTo: stated?.upTo ?? null,
    statedQualifier: stated?.qualifier ?? null,
  };
}

/** Ends an event: who attended has completed it, who did not has missed it. */
export async function completeTrainingEvent(
  work: Work,
  { statedParticipants, ...input }: SeenTrainingEvent & { statedParticipants: Stated | null },
): Promise<TrainingEvent> {
  const { row, held } = await leadOn(work, 'COMPLETE', input, stating(statedParticipants));
  if (held.length > 0) await endRegistrations(work, row);
  return row;
}

export interface ReportTrainingEvent extends SeenTrainingEvent {
  /** Null leaves what was stated at its end. */
  statedParticipants: Stated | null;
  sources: readonly StatedFact[];
}

/** Hands in the report of an event that ended, with where its figures come from. */
export async function reportTrainingEvent(
  work: Work,
  { statedParticipants, sources, ...input }: ReportTrainingEvent,
): Promise<TrainingEvent> {
  const changes = statedParticipants === null ? {} : stating(statedParticipants);
  const { row } = await leadOn(work, 'REPORT', input, changes);
  await stateSources(work, { id: row.id, regionCode: row.organizerRegionCode }, sources);
  return row;
}

/** Calls an event off: every registration lapses. */
export async function cancelTrainingEvent(
  work: Work,
  input: SeenTrainingEvent,
): Promise<TrainingEvent> {
  const { row, held } = await leadOn(work, 'CANCEL', input);
  if (held.length > 0) await endRegistrations(work, row);
  return row;
}
