import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { SeatBucket } from './seat.entity.js';
import type { Seats } from './seat.rules.js';

/**
 * The seats of an event, held until the end: who decides about seats, or ends the time in which
 * they are given, waits here for whoever came before. Null for an event that takes no registrations.
 */
export const holdSeats = (work: Work, trainingEventId: string): Promise<SeatBucket | null> =>
  work.beyondScope(() => work.lock(SeatBucket, { trainingEventId }));

/** Writes what became of seats that are held. */
export async function settleSeats(work: Work, held: SeatBucket, now: Seats): Promise<void> {
  await work.beyondScope(() =>
    work.sql('update seat_bucket set taken = $2, waiting = $3, last_position = $4 where id = $1', [
      held.id,
      now.taken,
      now.waiting,
      now.lastPosition,
    ]),
  );
}
