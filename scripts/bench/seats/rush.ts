import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { change, isRefusal } from '@jejaring/chassis/work/change';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous, systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Versioned, Work } from '@jejaring/chassis/work/unit-of-work';
import { Registration } from '@jejaring/training/registration/registration.entity';
import { registerParticipant } from '@jejaring/training/registration/registration.service';
import { draftTrainingEvent } from '@jejaring/training/training-event/planning.service';
import { TrainingEvent } from '@jejaring/training/training-event/training-event.entity';
import { takeStep } from '@jejaring/training/training-event/training-event.service';
import type { Hall, Unit } from './hall.js';

export interface Rushed {
  trainingEventId: string;
  applicants: number;
  approved: number;
  offered: number;
  waiting: number;
  violations: number;
  ms: number;
}

const organizer: Caller = {
  ...anonymous('bench'),
  id: 'bench',
  role: 'DINSOS_REGENCY_STAFF',
  region: '33.16',
};

/** One command; who waited too long for the seats on a busy machine asks again with the same key. */
async function insist<Row extends Versioned>(
  { database }: Hall,
  caller: Caller,
  entity: new () => Row,
  act: (work: Work) => Promise<Row>,
): Promise<Row> {
  const command = { operation: 'bench', idempotencyKey: randomUUID(), input: {}, entity, act };
  for (let tries = 1; ; tries += 1) {
    try {
      const outcome = await change(database, { caller }, command);
      if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.refused}.`, { cause: 'refused' });
      return outcome;
    } catch (error) {
      if ((error as Error).cause === 'refused' || tries === 50) throw error;
      await pause(100);
    }
  }
}

const plan = {
  kind: 'BIMTEK',
  topic: 'PRODUCTIVE_ECONOMY',
  title: 'Bimbingan Teknis Karang Taruna',
  theme: null,
  organizer: { regionCode: '33.16', officeId: null },
  regionCode: '33.16',
  audienceKinds: ['KARANG_TARUNA'],
  audienceLevels: ['VILLAGE'],
  venue: {
    name: 'Hotel',
    regionCode: '33.16.05',
    regionDerived: false,
    derivedBecause: null,
    capacity: null,
  },
  startsOn: '2099-10-28',
  endsOn: '2099-10-28',
  timeZone: null,
  perUnitMax: 1,
  certificateHours: null,
  minAttendanceBasisPoints: 8_000,
  minPostTest: null,
  legalBasis: [],
  sources: [],
} as const;

async function openEvent(hall: Hall, seating: Seating): Promise<TrainingEvent> {
  const facts = {
    ...plan,
    ...seating,
    audienceKinds: ['KARANG_TARUNA'],
    audienceLevels: ['VILLAGE'],
    legalBasis: [],
  };
  let event = await insist(hall, organizer, TrainingEvent, (work) =>
    draftTrainingEvent(work, facts),
  );
  for (const step of ['ANNOUNCE', 'OPEN_REGISTRATION'] as const) {
    const { id, version: expectedVersion } = event;
    event = await insist(hall, organizer, TrainingEvent, (work) =>
      takeStep(work, step, { id, expectedVersion }),
    );
  }
  return event;
}

function apply(hall: Hall, trainingEventId: string, { id: organizationId, regionCode }: Unit) {
  const caller: Caller = {
    ...anonymous('bench'),
    id: organizationId,
    role: 'KT_OFFICER',
    region: regionCode,
    organizationId,
  };
  const asked = {
    trainingEventId,
    organizationId,
    participantRef: randomUUID(),
    officerId: null,
    name: 'Rina',
  };
  return insist(hall, caller, Registration, (work) => registerParticipant(work, asked));
}

interface Seating {
  seats: number;
  quotas: { regionCode: string; seats: number }[];
}

// Each line counts what must not be: a bucket whose counts are not those of its people or that is
// over-full, a place of arrival twice or missing, one who waits behind whom somebody of the same
// region got a seat, and a placement without its event.
const violationsSql = `
  with r as (select * from registration where training_event_id = $1),
  b as (select * from seat_bucket where training_event_id = $1)
  select (
    (select count(*) from b where taken > seats
      or taken <> (select count(*) from r where r.seat_bucket_id = b.id and r.status in ('APPROVED', 'OFFERED'))
      or waiting <> (select count(*) from r where r.seat_bucket_id = b.id and r.status = 'WAITLISTED'))
    + (select count(*) from r) - (select count(distinct position) from r where position between 1 and (select count(*) from r))
    + (select count(*) from r w where w.status = 'WAITLISTED' and exists (
        select from r s where s.status in ('APPROVED', 'OFFERED') and s.position > w.position
          and left(s.region_code, 8) = left(w.region_code, 8)))
    + abs((select count(*) from r) - (select count(*) from outbox o
        where o.type in ('training.participant.approved.v1', 'training.participant.waitlisted.v1')
          and o.payload::json ->> 'trainingEventId' = $2))
  )::integer as count`;

const countsSql = `
  select count(*)::integer as applicants,
    count(*) filter (where status = 'APPROVED')::integer as approved,
    count(*) filter (where status = 'OFFERED')::integer as offered,
    count(*) filter (where status = 'WAITLISTED')::integer as waiting
  from registration where training_event_id = $1`;

type Counts = Pick<Rushed, 'applicants' | 'approved' | 'offered' | 'waiting'>;

async function count({ database }: Hall, trainingEventId: string, ms: number): Promise<Rushed> {
  return database.inWork({ caller: systemCaller('bench'), readOnly: true }, async (work) => {
    const [counts] = await work.sql<Counts>(countsSql, [trainingEventId]);
    const [wrong] = await work.sql<{ count: number }>(violationsSql, [
      trainingEventId,
      encodeId('trn', trainingEventId),
    ]);
    return { trainingEventId, ...counts!, violations: wrong!.count, ms };
  });
}

/** All units ask in the same moment. */
export async function rush(hall: Hall, seating: Seating): Promise<Rushed> {
  const { id } = await openEvent(hall, seating);
  const started = performance.now();
  await Promise.all(hall.units.map((unit) => apply(hall, id, unit)));
  return count(hall, id, Math.round(performance.now() - started));
}

/** Registration ends: what no region claimed is offered to those who wait. */
export async function closeAndCount(hall: Hall, trainingEventId: string): Promise<Rushed> {
  const started = performance.now();
  const input = { id: trainingEventId, expectedVersion: 3 };
  await insist(hall, organizer, TrainingEvent, (work) =>
    takeStep(work, 'CLOSE_REGISTRATION', input),
  );
  return count(hall, trainingEventId, Math.round(performance.now() - started));
}
