import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  participantAttended,
  participantCompleted,
  participantLapsed,
  participantMissed,
} from '@jejaring/schema/events/training.events';
import { countCompleted } from '../record/record.service.js';
import type { SeatBucket } from '../seat/seat.entity.js';
import { settleSeats } from '../seat/seat.service.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { Registration } from './registration.entity.js';
import { confirmAttendance as confirm } from './registration.rules.js';
import type { SeenRegistration } from './registration.service.js';
import { speaksOf } from './registration.service.js';

/** Says that a participant was there. */
export async function confirmAttendance(
  work: Work,
  input: SeenRegistration,
): Promise<Registration> {
  const seen = await work.getAt(Registration, input.id, input.expectedVersion);
  const event = await work.get(TrainingEvent, seen.trainingEventId);
  const { status } = proceed(confirm(seen, event.status, work.caller));
  const row = await work.update(Registration, seen, { status });
  await work.publish(participantAttended, { region: row.regionCode, data: speaksOf(row) });
  return row;
}

type Ended = Pick<Registration, 'id' | 'organizationId' | 'regionCode'> & {
  status: 'COMPLETED' | 'NO_SHOW' | 'LAPSED';
};

// One statement, so that an attendance that is confirmed at this very moment counts or conflicts.
const endSql = `
  with ended as (
    update registration set version = version + 1,
      status = case when $2 <> 'COMPLETED' then 'LAPSED' when status = 'ATTENDED' then 'COMPLETED'
        when status = 'APPROVED' then 'NO_SHOW' else 'LAPSED' end
    where training_event_id = $1 and status in ('APPROVED', 'WAITLISTED', 'ATTENDED')
    returning id, status, organization_id, region_code, position
  )
  select id, status, organization_id as "organizationId", region_code as "regionCode"
  from ended order by position`;

/** Settles every registration of an event that was completed or cancelled. */
export async function endRegistrations(
  work: Work,
  event: TrainingEvent,
  held: SeatBucket,
): Promise<void> {
  const ended = await work.beyondScope(() => work.sql<Ended>(endSql, [event.id, event.status]));
  const { seats, lastPosition } = held;
  const taken = event.status === 'COMPLETED' ? held.taken : 0;
  await settleSeats(work, held, { seats, taken, waiting: 0, lastPosition });
  if (event.status === 'COMPLETED') await countCompleted(work, event);
  for (const row of ended) await sayEnded(work, row, event);
}

async function sayEnded(work: Work, row: Ended, event: TrainingEvent): Promise<void> {
  const region = row.regionCode;
  const data = speaksOf({ ...row, trainingEventId: event.id });
  if (row.status === 'NO_SHOW') return work.publish(participantMissed, { region, data });
  if (row.status === 'LAPSED') return work.publish(participantLapsed, { region, data });
  const { topic, endsOn: completedOn } = event;
  return work.publish(participantCompleted, { region, data: { ...data, topic, completedOn } });
}
