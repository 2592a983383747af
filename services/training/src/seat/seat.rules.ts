import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';
import type { InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import { covers } from '@jejaring/chassis/work/scope.rules';

/** How full an event is; told to everybody. Only registrations, in their own transaction, change it. */
export const seatBucketPolicy = definePolicy({
  table: 'seat_bucket',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

/** The seats of one region, or of the general reserve; looked at and changed under their rows' locks. */
export interface Seats {
  id: string;
  /** Null for the general reserve. */
  regionCode: string | null;
  seats: number;
  /** Had or offered. */
  taken: number;
  /** Of those at home here. */
  waiting: number;
  /** Place of the last arrival of those at home here; 0 when nobody came. */
  lastPosition: number;
}

/** All seats of one event, held together. */
export type SeatPlan = readonly Seats[];

export interface Quota {
  regionCode: string;
  seats: number;
}

/** What is wrong with sharing out the seats of an event; what quotas leave over is the reserve. */
export function planProblem(
  plan: { seats: number | null; capacity: number | null; quotas: readonly Quota[] },
  regionCode: string,
): InvalidInput | null {
  const { seats, capacity, quotas } = plan;
  if (seats !== null && capacity !== null && seats > capacity) {
    return invalidInput('seats', {
      en: 'The venue holds fewer.',
      id: 'Jumlah peserta melebihi daya tampung tempat kegiatan.',
    });
  }
  const shared = quotas.reduce((sum, quota) => sum + quota.seats, 0);
  if (shared > (seats ?? 0)) {
    return invalidInput('quotas', {
      en: 'The quotas are more than there are seats.',
      id: 'Jumlah kuota melebihi jumlah peserta.',
    });
  }
  const regions = new Set(quotas.map((quota) => quota.regionCode));
  if (regions.size === quotas.length && [...regions].every((code) => covers(regionCode, code)))
    return null;
  return invalidInput('quotas', {
    en: 'Each region has one quota and lies in the region of the event.',
    id: 'Setiap wilayah mendapat satu kuota dan berada di wilayah kegiatan.',
  });
}

/** The seats that somebody from a region may claim first: the narrowest quota, or the reserve. */
export function homeOf(plan: SeatPlan, regionCode: string): Seats | null {
  const theirs = plan.filter(
    (one) => one.regionCode === null || covers(one.regionCode, regionCode),
  );
  const narrowness = ({ regionCode: code }: Seats) => code?.length ?? 0;
  return theirs.reduce<Seats | null>(
    (best, one) => (best === null || narrowness(one) > narrowness(best) ? one : best),
    null,
  );
}

const changed = (plan: SeatPlan, id: string, by: (seats: Seats) => Partial<Seats>): SeatPlan =>
  plan.map((one) => (one.id === id ? { ...one, ...by(one) } : one));

const hasRoom = ({ seats, taken }: Seats) => taken < seats;

export const nextPosition = (plan: SeatPlan): number =>
  1 + Math.max(0, ...plan.map(({ lastPosition }) => lastPosition));

export interface Placement {
  status: 'APPROVED' | 'WAITLISTED';
  position: number;
  seatBucketId: string;
  plan: SeatPlan;
}

/** A free seat of one's own region, or else of the reserve, or else the end of the waiting list. */
export function takeSeat(plan: SeatPlan, home: Seats): Placement {
  const position = nextPosition(plan);
  const arrived = changed(plan, home.id, () => ({ lastPosition: position }));
  const reserve = plan.find(({ regionCode }) => regionCode === null);
  const free = [home, reserve].find((one) => one !== undefined && hasRoom(one));
  if (free === undefined) {
    const after = changed(arrived, home.id, ({ waiting }) => ({ waiting: waiting + 1 }));
    return { status: 'WAITLISTED', position, seatBucketId: home.id, plan: after };
  }
  const after = changed(arrived, free.id, ({ taken }) => ({ taken: taken + 1 }));
  return { status: 'APPROVED', position, seatBucketId: free.id, plan: after };
}

/** Somebody else comes in the same seat: a new arrival that takes no further seat. */
export function replaceIn(plan: SeatPlan, home: Seats): { position: number; plan: SeatPlan } {
  const position = nextPosition(plan);
  return { position, plan: changed(plan, home.id, () => ({ lastPosition: position })) };
}

/** A seat becomes free. */
export const freeSeat = (plan: SeatPlan, id: string): SeatPlan =>
  changed(plan, id, ({ taken }) => ({ taken: taken - 1 }));

/** Somebody who waited goes. */
export const stopWaiting = (plan: SeatPlan, home: string): SeatPlan =>
  changed(plan, home, ({ waiting }) => ({ waiting: waiting - 1 }));

/** A free seat is offered to one who waits. */
export const offerSeat = (plan: SeatPlan, id: string, home: string): SeatPlan =>
  stopWaiting(
    changed(plan, id, ({ taken }) => ({ taken: taken + 1 })),
    home,
  );

/** The list of all who wait, beside the list of each bucket, which has its id. */
export const anybody = 'anybody';

/**
 * Whose turn it is for a free seat: first those of its region; others only when it belongs to no
 * region, or once registration is closed and a quota no longer has anybody to be kept for.
 */
export function turnsFor(
  { id, regionCode }: Pick<Seats, 'id' | 'regionCode'>,
  registrationIsOpen: boolean,
): string[] {
  if (regionCode === null) return [anybody];
  return registrationIsOpen ? [id] : [id, anybody];
}

/** Seats that can be offered now. */
export const freeSeats = (plan: SeatPlan): Seats[] => plan.filter(hasRoom);
