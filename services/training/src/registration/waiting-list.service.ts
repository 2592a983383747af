import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { participantLapsed, participantOffered } from '@jejaring/schema/events/training.events';
import type { SeatPlan, Seats } from '../seat/seat.rules.js';
import { anybody, freeSeat, freeSeats, offerSeat, turnsFor } from '../seat/seat.rules.js';
import { holdSeats, settleSeats } from '../seat/seat.service.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { speaksOf } from './participant.service.js';
import { Registration } from './registration.entity.js';
import { offersSeats } from './registration-steps.rules.js';
import { answerBy } from './waiting-list.rules.js';

/** The first of a list who may still come: their organization is in service. */
function firstOf(work: Work, eventId: string, list: string): Promise<Registration | null> {
  const query = work
    .select(Registration, 'r')
    .innerJoin(OrganizationCopy, 'o', "o.id = r.organizationId and o.status = 'ACTIVE'")
    .where("r.trainingEventId = :eventId and r.status = 'WAITLISTED'", { eventId });
  if (list !== anybody) query.andWhere('r.seatBucketId = :list', { list });
  return work.beyondScope(() => query.orderBy('r.position').limit(1).getOne());
}

async function nextFor(
  work: Work,
  event: TrainingEvent,
  seats: Seats,
): Promise<Registration | null> {
  for (const list of turnsFor(seats, event.status === 'REGISTRATION_OPEN')) {
    const first = await firstOf(work, event.id, list);
    if (first !== null) return first;
  }
  return null;
}

/** Offers a seat of a bucket to one who waits; nobody has it until they accept. */
async function offer(
  work: Work,
  event: TrainingEvent,
  waiting: Registration,
  seatBucketId: string,
): Promise<void> {
  const until = answerBy(work.now, event);
  const changes = { status: 'OFFERED', answerBy: until, seatBucketId } as const;
  const row = await work.beyondScope(() => work.update(Registration, waiting, changes));
  const data = { ...speaksOf(row), answerBy: until.toISOString() };
  await work.publish(participantOffered, { region: row.regionCode, data });
}

/** Offers each seat that is free to the next whose turn it is, until nobody waits or none is left. */
export async function offerFreeSeats(
  work: Work,
  event: TrainingEvent,
  plan: SeatPlan,
): Promise<SeatPlan> {
  const nobodyWaits = plan.every(({ waiting }) => waiting === 0);
  if (nobodyWaits || !offersSeats(event.status)) return plan;
  for (const seats of freeSeats(plan)) {
    const next = await nextFor(work, event, seats);
    if (next === null) continue;
    await offer(work, event, next, seats.id);
    return offerFreeSeats(work, event, offerSeat(plan, seats.id, next.seatBucketId!));
  }
  return plan;
}

const overdueEvents = `
  select distinct training_event_id as id from registration
  where status = 'OFFERED' and answer_by < $1 order by 1 limit 20`;

async function lapse(work: Work, late: Registration): Promise<void> {
  const row = await work.update(Registration, late, { status: 'LAPSED' });
  await work.publish(participantLapsed, { region: row.regionCode, data: speaksOf(row) });
}

async function expireOffersOf(work: Work, eventId: string): Promise<void> {
  const held = await holdSeats(work, eventId);
  // Looked for only now: another replica may have passed them on while this one waited for the seats.
  const late = await work
    .select(Registration, 'r')
    .where("r.trainingEventId = :eventId and r.status = 'OFFERED' and r.answerBy < :now", {
      eventId,
      now: work.now,
    })
    .orderBy('r.position')
    .getMany();
  let plan: SeatPlan = held;
  for (const row of late) {
    await lapse(work, row);
    plan = freeSeat(plan, row.seatBucketId!);
  }
  const event = await work.get(TrainingEvent, eventId);
  await settleSeats(work, held, await offerFreeSeats(work, event, plan));
}

/** Passes seats on whose offer nobody answered in time. */
export async function expireOffers(work: Work): Promise<void> {
  const overdue = await work.sql<{ id: string }>(overdueEvents, [work.now]);
  for (const { id } of overdue) await expireOffersOf(work, id);
}
