import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { participantAttended } from '@jejaring/schema/events/training.events';
import { speaksOf } from '../registration/participant.service.js';
import { Registration } from '../registration/registration.entity.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import type { SeenTrainingEvent } from '../training-event/training-event.service.js';
import { startOfDay } from '@jejaring/register/facts/zone.rules';
import { TrainingSession } from './session.entity.js';
import type { AttendanceStatus } from './session.rules.js';
import {
  planSession as plan,
  recordAttendance as mayRecord,
  recordTestResults as mayTest,
} from './session.rules.js';

export interface PlanSession {
  trainingEventId: string;
  module: string;
  startsAt: Date;
  endsAt: Date;
}

const dayMs = 86_400_000;

/** Plans one lesson of an event. */
export async function planSession(work: Work, input: PlanSession): Promise<TrainingSession> {
  const event = await work.get(TrainingEvent, input.trainingEventId);
  const firstDay = startOfDay(event.startsOn, event.timeZone);
  const dayAfter = new Date(startOfDay(event.endsOn, event.timeZone).getTime() + dayMs);
  proceed(plan(event, { ...input, firstDay, dayAfter }, work.caller));
  const { organizerRegionCode, organizerOrganizationId } = event;
  const organizing = { organizerRegionCode, organizerOrganizationId };
  return work.insert(TrainingSession, { ...input, ...organizing, id: work.newId(), version: 1 });
}

/** Whoever is named here has a seat at the event; once, if named at all. */
async function refuseStrangers(work: Work, trainingEventId: string, ids: readonly string[]) {
  const [found] = await work.sql<{ count: number }>(
    `select count(*)::integer as count from registration
     where training_event_id = $1 and id = any ($2::uuid[]) and status in ('APPROVED', 'ATTENDED')`,
    [trainingEventId, ids],
  );
  if (found!.count !== ids.length) refuse({ refused: 'not-a-participant' });
}

export interface RecordAttendance {
  id: string;
  expectedVersion: number;
  entries: readonly { registrationId: string; status: AttendanceStatus }[];
}

const attendanceSql = `
  insert into session_attendance (session_id, status, registration_id, training_event_id,
    organization_id, region_code, organizer_region_code, organizer_organization_id)
  select $1, n.status, r.id, r.training_event_id, r.organization_id, r.region_code,
    r.organizer_region_code, r.organizer_organization_id
  from unnest($2::uuid[], $3::text[]) as n (id, status) join registration r on r.id = n.id
  on conflict (session_id, registration_id) do update set status = excluded.status`;

const attendedSql = `
  update registration set status = 'ATTENDED', version = version + 1
  where id = any ($1::uuid[]) and status = 'APPROVED'
  returning id, organization_id as "organizationId", region_code as "regionCode"`;

type Attended = Pick<Registration, 'id' | 'organizationId' | 'regionCode'>;

/** Records who was there in a session; who is there for the first time has attended. */
export async function recordAttendance(
  work: Work,
  { id, expectedVersion, entries }: RecordAttendance,
): Promise<TrainingSession> {
  const seen = await work.getAt(TrainingSession, id, expectedVersion);
  const { trainingEventId } = seen;
  const event = await work.get(TrainingEvent, trainingEventId);
  const moment = { eventStatus: event.status, now: work.now };
  proceed(mayRecord(seen, moment, work.caller));
  // The version counts the lists that were handed in, so that two who keep them notice each other.
  const row = await work.update(TrainingSession, seen, { module: seen.module });
  const ids = entries.map(({ registrationId }) => registrationId);
  const came = entries.filter(({ status }) => status === 'PRESENT' || status === 'LATE');
  const attended = await work.beyondScope(async () => {
    await refuseStrangers(work, trainingEventId, ids);
    await work.sql(attendanceSql, [id, ids, entries.map(({ status }) => status)]);
    return work.sql<Attended>(attendedSql, [came.map(({ registrationId }) => registrationId)]);
  });
  for (const one of attended) {
    const data = speaksOf({ ...one, trainingEventId });
    await work.publish(participantAttended, { region: one.regionCode, data });
  }
  return row;
}

export interface RecordTestResults extends SeenTrainingEvent {
  kind: 'PRE' | 'POST';
  entries: readonly { registrationId: string; score: number }[];
}

/** Records the scores of a test before or after; the last one handed in counts. */
export async function recordTestResults(
  work: Work,
  { id, expectedVersion, kind, entries }: RecordTestResults,
): Promise<TrainingEvent> {
  const event = await work.getAt(TrainingEvent, id, expectedVersion);
  proceed(mayTest(event, work.caller));
  const ids = entries.map(({ registrationId }) => registrationId);
  await work.beyondScope(async () => {
    await refuseStrangers(work, id, ids);
    await work.sql(
      `insert into test_result (kind, score, registration_id, training_event_id, organization_id,
         region_code, organizer_region_code, organizer_organization_id)
       select $1, n.score, r.id, r.training_event_id, r.organization_id, r.region_code,
         r.organizer_region_code, r.organizer_organization_id
       from unnest($2::uuid[], $3::integer[]) as n (id, score) join registration r on r.id = n.id
       on conflict (registration_id, kind) do update set score = excluded.score`,
      [kind, ids, entries.map(({ score }) => score)],
    );
  });
  return event;
}

/** Sessions of an event, and those in which the attendance of somebody with a seat is missing. */
export async function sessionsOf(work: Work, trainingEventId: string) {
  const [counted] = await work.beyondScope(() =>
    work.sql<{ all: number; incomplete: number }>(
      `select count(*)::integer as all, count(*) filter (where exists (
         select from registration r where r.training_event_id = s.training_event_id
           and r.status in ('APPROVED', 'ATTENDED') and not exists (
             select from session_attendance a where a.session_id = s.id and a.registration_id = r.id)
       ))::integer as incomplete
       from training_session s where s.training_event_id = $1`,
      [trainingEventId],
    ),
  );
  return counted!;
}
