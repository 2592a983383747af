import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  participantAttended,
  participantCompleted,
  participantLapsed,
  participantMissed,
  participantNotCompleted,
  participantRejected,
} from '@jejaring/schema/events/training.events';
import { countCompleted } from '../record/record.service.js';
import { sessionsOf } from '../session/session.service.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { Registration } from './registration.entity.js';
import type { SeenRegistration } from './participant.service.js';
import { speaksOf } from './participant.service.js';
import { confirmAttendance as confirm } from './registration-steps.rules.js';

/** Says that a participant was there. */
export async function confirmAttendance(
  work: Work,
  input: SeenRegistration,
): Promise<Registration> {
  const seen = await work.getAt(Registration, input.id, input.expectedVersion);
  const event = await work.get(TrainingEvent, seen.trainingEventId);
  const { all } = await sessionsOf(work, event.id);
  const moment = { eventStatus: event.status, hasSessions: all > 0, now: work.now };
  const { status } = proceed(confirm(seen, moment, work.caller));
  const row = await work.update(Registration, seen, { status });
  await work.publish(participantAttended, { region: row.regionCode, data: speaksOf(row) });
  return row;
}

type Ended = Pick<Registration, 'id' | 'organizationId' | 'regionCode'> & {
  status: 'COMPLETED' | 'NOT_COMPLETED' | 'NO_SHOW' | 'LAPSED' | 'REJECTED';
};

// One statement, so that an attendance that is confirmed at this very moment counts or conflicts.
const endSql = `
  with ended as (
    update registration set version = version + 1,
      status = case when status = 'SUBMITTED' then 'REJECTED' when $2 <> 'COMPLETED' then 'LAPSED'
        when status = 'ATTENDED' then case when reached then 'COMPLETED' else 'NOT_COMPLETED' end
        when status = 'APPROVED' then 'NO_SHOW' else 'LAPSED' end
    from (
      select r.id as participant,
        (select count(*) filter (where a.status in ('PRESENT', 'LATE')) * 10000 >= $3::integer * count(*)
          from session_attendance a where a.registration_id = r.id and a.status <> 'EXCUSED')
        and ($4::integer is null or exists (select from test_result t
          where t.registration_id = r.id and t.kind = 'POST' and t.score >= $4::integer)) as reached
      from registration r where r.training_event_id = $1
    ) judged
    where participant = id and training_event_id = $1 and status in ('SUBMITTED', 'APPROVED', 'WAITLISTED', 'OFFERED', 'ATTENDED')
    returning id, status, organization_id, region_code, position
  )
  select id, status, organization_id as "organizationId", region_code as "regionCode"
  from ended order by position`;

// Whoever had a seat to the end keeps it in the books, whether they came or not.
const recountSql = `
  update seat_bucket b set waiting = 0, taken = (
    select count(*) from registration r
    where r.seat_bucket_id = b.id and r.status in ('COMPLETED', 'NOT_COMPLETED', 'NO_SHOW', 'CERTIFIED'))
  where b.training_event_id = $1`;

/** Settles every registration of an event that was completed or cancelled; its seats are held. */
export async function endRegistrations(work: Work, event: TrainingEvent): Promise<void> {
  const { minAttendanceBasisPoints, minPostTest } = event;
  const ended = await work.beyondScope(() =>
    work.sql<Ended>(endSql, [event.id, event.status, minAttendanceBasisPoints, minPostTest]),
  );
  await work.beyondScope(() => work.sql(recountSql, [event.id]));
  if (event.status === 'COMPLETED') await countCompleted(work, event);
  for (const row of ended) await sayEnded(work, row, event);
}

async function sayEnded(work: Work, row: Ended, event: TrainingEvent): Promise<void> {
  const region = row.regionCode;
  const data = speaksOf({ ...row, trainingEventId: event.id });
  if (row.status === 'NO_SHOW') return work.publish(participantMissed, { region, data });
  if (row.status === 'LAPSED') return work.publish(participantLapsed, { region, data });
  if (row.status === 'NOT_COMPLETED')
    return work.publish(participantNotCompleted, { region, data });
  if (row.status === 'REJECTED') return work.publish(participantRejected, { region, data });
  const { topic, endsOn: completedOn } = event;
  return work.publish(participantCompleted, { region, data: { ...data, topic, completedOn } });
}
