import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Seats } from './seat.rules.js';
import { leaveSeat, takeSeat } from './seat.rules.js';

interface Person {
  position: number;
  status: 'APPROVED' | 'WAITLISTED' | 'WITHDRAWN';
}

/** What is so after one arrival or withdrawal. */
interface Moment {
  bucket: Seats;
  approved: number[];
  waiting: number[];
}

const positions = (people: Person[], status: Person['status']) =>
  people.filter((person) => person.status === status).map(({ position }) => position);

function withdraw(people: Person[], bucket: Seats, chosen: number): Seats {
  const present = people.filter(({ status }) => status !== 'WITHDRAWN');
  const leaver = present[chosen % Math.max(present.length, 1)];
  if (leaver === undefined || leaver.status === 'WITHDRAWN') return bucket;
  const next = present.find((person) => person !== leaver && person.status === 'WAITLISTED');
  const decision = leaveSeat(bucket, leaver.status, next !== undefined);
  leaver.status = 'WITHDRAWN';
  if (decision.promotes) next!.status = 'APPROVED';
  return decision.bucket;
}

/** Arrivals (null) and withdrawals (of somebody, by number) one after the other. */
function play(seats: number, steps: readonly (number | null)[]): Moment[] {
  let bucket: Seats = { seats, taken: 0, waiting: 0, lastPosition: 0 };
  const people: Person[] = [];
  return steps.map((step) => {
    if (step === null) {
      const placement = takeSeat(bucket);
      people.push({ status: placement.status, position: placement.position });
      bucket = placement.bucket;
    } else {
      bucket = withdraw(people, bucket, step);
    }
    return {
      bucket,
      approved: positions(people, 'APPROVED'),
      waiting: positions(people, 'WAITLISTED'),
    };
  });
}

const story = fc.array(fc.option(fc.nat({ max: 60 })), { maxLength: 200 });

const always = (holds: (moment: Moment, seats: number) => boolean) =>
  fc.assert(
    fc.property(fc.nat({ max: 20 }), story, (seats, steps) =>
      play(seats, steps).every((moment) => holds(moment, seats)),
    ),
  );

describe('seats', () => {
  test('are never given twice, and the counts are always those of the people', () => {
    expect(() =>
      always(
        ({ bucket, approved, waiting }, seats) =>
          approved.length <= seats &&
          bucket.taken === approved.length &&
          bucket.waiting === waiting.length,
      ),
    ).not.toThrow();
  });

  test('are not left empty while somebody waits', () => {
    expect(() =>
      always(({ waiting, bucket }, seats) => waiting.length === 0 || bucket.taken === seats),
    ).not.toThrow();
  });

  test('go to those who wait in the order of arrival', () => {
    expect(() =>
      always(({ approved, waiting }) => Math.max(0, ...approved) < Math.min(Infinity, ...waiting)),
    ).not.toThrow();
  });

  test('of 158 for 295 units: 158 approved, 137 waiting', () => {
    const last = play(158, Array<null>(295).fill(null)).at(-1)!;

    expect([last.bucket.taken, last.bucket.waiting]).toEqual([158, 137]);
  });
});
