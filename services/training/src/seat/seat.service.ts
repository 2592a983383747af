import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { SeatBucket } from './seat.entity.js';
import type { Quota, SeatPlan } from './seat.rules.js';

/**
 * The seats of an event, held until the end: who decides about seats, or ends the time in which
 * they are given, waits here for whoever came before. Empty for an event that takes no registrations.
 */
export const holdSeats = (work: Work, trainingEventId: string): Promise<SeatBucket[]> =>
  work.beyondScope(() =>
    work
      .select(SeatBucket, 'b')
      .where('b.trainingEventId = :trainingEventId', { trainingEventId })
      // Always in this order, so that two who want them never wait for each other.
      .orderBy('b.id')
      .setLock('pessimistic_write')
      .getMany(),
  );

/** Writes what became of seats that are held, in one statement. */
export async function settleSeats(work: Work, held: SeatPlan, now: SeatPlan): Promise<void> {
  const changed = now.filter((one, index) => one !== held[index]);
  if (changed.length === 0) return;
  await work.beyondScope(() =>
    work.sql(
      `update seat_bucket b set taken = n.taken, waiting = n.waiting, last_position = n.last_position
       from unnest($1::uuid[], $2::integer[], $3::integer[], $4::integer[])
         as n (id, taken, waiting, last_position)
       where b.id = n.id`,
      [
        changed.map(({ id }) => id),
        changed.map(({ taken }) => taken),
        changed.map(({ waiting }) => waiting),
        changed.map(({ lastPosition }) => lastPosition),
      ],
    ),
  );
}

/** Makes the seats of an event: each region's quota, and the reserve that the quotas leave over. */
export async function makeSeats(
  work: Work,
  trainingEventId: string,
  seats: number,
  quotas: readonly Quota[],
): Promise<void> {
  const shared = quotas.reduce((sum, quota) => sum + quota.seats, 0);
  const reserve = seats > shared ? [{ regionCode: null, seats: seats - shared }] : [];
  const all = [...quotas, ...reserve];
  await work.beyondScope(() =>
    work.sql(
      `insert into seat_bucket (id, training_event_id, region_code, seats, taken, waiting, last_position)
       select n.id, $1, n.region_code, n.seats, 0, 0, 0
       from unnest($2::uuid[], $3::text[], $4::integer[]) as n (id, region_code, seats)`,
      [
        trainingEventId,
        all.map(() => work.newId()),
        all.map(({ regionCode }) => regionCode),
        all.map((one) => one.seats),
      ],
    ),
  );
}
