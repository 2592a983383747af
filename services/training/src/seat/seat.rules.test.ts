import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Seats } from './seat.rules.js';
import { leaveSeat, takeSeat } from './seat.rules.js';

interface Person {
  position: number;
  status: 'APPROVED' | 'WAITLISTED' | 'WITHDRAWN';
}

const live = (people: Person[], status: Person['status']) =>
  people.filter((person) => person.status === status);

/** Arrivals (null) and withdrawals (of somebody, by number) one after the other. */
const story = fc.array(fc.option(fc.nat({ max: 60 })), { maxLength: 200 });

function withdraw(people: Person[], bucket: Seats, chosen: number): Seats {
  const present = people.filter(({ status }) => status !== 'WITHDRAWN');
  const leaver = present[chosen % Math.max(present.length, 1)];
  if (leaver === undefined || leaver.status === 'WITHDRAWN') return bucket;
  const next = live(people, 'WAITLISTED').find((person) => person !== leaver);
  const decision = leaveSeat(bucket, leaver.status, next !== undefined);
  leaver.status = 'WITHDRAWN';
  if (decision.promotes) next!.status = 'APPROVED';
  return decision.bucket;
}

function play(seats: number, steps: (number | null)[], check: (p: Person[], b: Seats) => void) {
  let bucket: Seats = { seats, taken: 0, waiting: 0, lastPosition: 0 };
  const people: Person[] = [];
  for (const step of steps) {
    if (step === null) {
      const { status, position, bucket: after } = takeSeat(bucket);
      people.push({ status, position });
      bucket = after;
    } else bucket = withdraw(people, bucket, step);
    check(people, bucket);
  }
}

describe('seats', () => {
  test('are never given twice, and the counts are always those of the people', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), story, (seats, steps) =>
        play(seats, steps, (people, bucket) => {
          expect(live(people, 'APPROVED').length).toBeLessThanOrEqual(seats);
          expect(bucket.taken).toBe(live(people, 'APPROVED').length);
          expect(bucket.waiting).toBe(live(people, 'WAITLISTED').length);
          expect(bucket.lastPosition).toBe(people.length);
        }),
      ),
    );
  });

  test('are not left empty while somebody waits', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), story, (seats, steps) =>
        play(seats, steps, (people, bucket) => {
          if (live(people, 'WAITLISTED').length > 0) expect(bucket.taken).toBe(seats);
        }),
      ),
    );
  });

  test('go to those who wait in the order of arrival', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), story, (seats, steps) =>
        play(seats, steps, (people) => {
          const firstWaiting = live(people, 'WAITLISTED')[0]?.position ?? Infinity;
          for (const { position } of live(people, 'APPROVED'))
            expect(position).toBeLessThan(firstWaiting);
        }),
      ),
    );
  });

  test('of 158 for 295 units: 158 approved, 137 waiting', () => {
    play(158, Array<null>(295).fill(null), (people, bucket) => {
      if (people.length < 295) return;
      expect([bucket.taken, bucket.waiting]).toEqual([158, 137]);
    });
  });
});
