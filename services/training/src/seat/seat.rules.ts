import { definePolicy, everyone } from '@jejaring/chassis/work/policy.rules';

/** How full an event is; told to everybody. Only registrations, in their own transaction, change it. */
export const seatBucketPolicy = definePolicy({
  table: 'seat_bucket',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

/** The seats that one group of registrations shares; looked at and changed under its row's lock. */
export interface Seats {
  seats: number;
  taken: number;
  waiting: number;
  /** Place of the last arrival, whatever became of it. */
  lastPosition: number;
}

export interface Placement {
  status: 'APPROVED' | 'WAITLISTED';
  position: number;
  bucket: Seats;
}

/** A free seat, or the end of the waiting list. */
export function takeSeat(bucket: Seats): Placement {
  const position = bucket.lastPosition + 1;
  if (bucket.taken < bucket.seats) {
    const { taken } = bucket;
    return {
      status: 'APPROVED',
      position,
      bucket: { ...bucket, lastPosition: position, taken: taken + 1 },
    };
  }
  const { waiting } = bucket;
  return {
    status: 'WAITLISTED',
    position,
    bucket: { ...bucket, lastPosition: position, waiting: waiting + 1 },
  };
}

/** What is left when somebody goes; a seat goes to one who waits and can take it. */
export function leaveSeat(
  bucket: Seats,
  held: 'APPROVED' | 'WAITLISTED',
  somebodyCanTakeIt: boolean,
): { promotes: boolean; bucket: Seats } {
  const { taken, waiting } = bucket;
  if (held === 'WAITLISTED')
    return { promotes: false, bucket: { ...bucket, waiting: waiting - 1 } };
  if (somebodyCanTakeIt) return { promotes: true, bucket: { ...bucket, waiting: waiting - 1 } };
  return { promotes: false, bucket: { ...bucket, taken: taken - 1 } };
}
