import { describe, expect, test } from '@jest/globals';
import { covers } from '@jejaring/chassis/work/scope.rules';
import fc from 'fast-check';
import type { SeatPlan } from './seat.rules.js';
import {
  freeSeat,
  freeSeats,
  homeOf,
  offerSeat,
  planProblem,
  replaceIn,
  stopWaiting,
  takeSeat,
  turnsFor,
} from './seat.rules.js';

interface Person {
  position: number;
  home: string;
  bucket: string;
  status: 'APPROVED' | 'WAITLISTED' | 'OFFERED' | 'GONE';
}

const bucket = (id: string, regionCode: string | null, seats: number) => ({
  id,
  regionCode,
  seats,
  taken: 0,
  waiting: 0,
  lastPosition: 0,
});

/** Two regions with a quota, and a reserve for them and for all others. */
const planOf = (a: number, b: number, reserve: number): SeatPlan => [
  bucket('a', '32.01', a),
  bucket('b', '32.02', b),
  bucket('reserve', null, reserve),
];
const regions = ['32.01.01', '32.02.05', '32.79.04'];

type Step = { arrives: number } | { leaves: number } | 'closes';

interface World {
  plan: SeatPlan;
  people: Person[];
  isOpen: boolean;
}

function offerAll(world: World): World {
  for (const seats of freeSeats(world.plan)) {
    for (const list of turnsFor(seats, world.isOpen)) {
      const next = world.people.find(
        ({ status, home }) => status === 'WAITLISTED' && (list === 'anybody' || home === list),
      );
      if (next === undefined) continue;
      const { home } = next;
      Object.assign(next, { status: 'OFFERED', bucket: seats.id });
      return offerAll({ ...world, plan: offerSeat(world.plan, seats.id, home) });
    }
  }
  return world;
}

function arrive(world: World, region: number): World {
  if (!world.isOpen) return world;
  const home = homeOf(world.plan, regions[region % regions.length]!);
  if (home === null) return world;
  const { plan, status, position, seatBucketId } = takeSeat(world.plan, home);
  const person = { status, position, home: home.id, bucket: seatBucketId };
  return { ...world, plan, people: [...world.people, person] };
}

function leave(world: World, chosen: number): World {
  const present = world.people.filter(({ status }) => status !== 'GONE');
  const leaver = present[chosen % Math.max(present.length, 1)];
  if (leaver === undefined) return world;
  const waits = leaver.status === 'WAITLISTED';
  leaver.status = 'GONE';
  const give = waits ? stopWaiting : freeSeat;
  return offerAll({ ...world, plan: give(world.plan, leaver.bucket) });
}

function take(world: World, step: Step): World {
  if (step === 'closes') return offerAll({ ...world, isOpen: false });
  return 'arrives' in step ? arrive(world, step.arrives) : leave(world, step.leaves);
}

const step = fc.oneof(
  { weight: 20, arbitrary: fc.record({ arrives: fc.nat({ max: 2 }) }) },
  { weight: 10, arbitrary: fc.record({ leaves: fc.nat({ max: 60 }) }) },
  { weight: 1, arbitrary: fc.constant('closes' as const) },
);
const size = fc.nat({ max: 8 });

/** Whatever came before, this holds after each step. */
const always = (holds: (world: World) => boolean) =>
  fc.assert(
    fc.property(size, size, size, fc.array(step, { maxLength: 120 }), (a, b, reserve, steps) => {
      let world: World = { plan: planOf(a, b, reserve), people: [], isOpen: true };
      return steps.every((one) => {
        world = take(world, one);
        return holds(world);
      });
    }),
  );

const among = (world: World, id: string, ...statuses: Person['status'][]) =>
  world.people.filter((person) => person.bucket === id && statuses.includes(person.status)).length;

describe('seats', () => {
  test('are never given twice, and the counts are always those of the people', () => {
    expect(() =>
      always((world) =>
        world.plan.every(
          ({ id, seats, taken, waiting }) =>
            taken <= seats &&
            taken === among(world, id, 'APPROVED', 'OFFERED') &&
            waiting === among(world, id, 'WAITLISTED'),
        ),
      ),
    ).not.toThrow();
  });

  test('are not left empty while somebody waits whose turn it is', () => {
    expect(() =>
      always(({ plan, people, isOpen }) =>
        freeSeats(plan).every((seats) =>
          turnsFor(seats, isOpen).every(
            (list) =>
              !people.some(
                ({ status, home }) =>
                  status === 'WAITLISTED' && (list === 'anybody' || list === home),
              ),
          ),
        ),
      ),
    ).not.toThrow();
  });

  test('of one region go to those who wait in the order of arrival', () => {
    expect(() =>
      always(({ people }) =>
        ['a', 'b', 'reserve'].every((home) => {
          const theirs = people.filter((person) => person.home === home);
          const waiting = theirs.filter(({ status }) => status === 'WAITLISTED');
          const offered = theirs.filter(({ status }) => status === 'OFFERED');
          return offered.every((got) => waiting.every((one) => got.position < one.position));
        }),
      ),
    ).not.toThrow();
  });

  test('of 158 for 295 units: 158 approved, 137 waiting', () => {
    let plan: SeatPlan = [bucket('all', null, 158)];
    for (let asked = 0; asked < 295; asked += 1) ({ plan } = takeSeat(plan, plan[0]!));

    expect(plan[0]).toMatchObject({ taken: 158, waiting: 137, lastPosition: 295 });
  });

  test('stay as they are when somebody else comes in one', () => {
    const plan = takeSeat(planOf(1, 1, 1), planOf(1, 1, 1)[0]!).plan;

    const { position, plan: after } = replaceIn(plan, plan[0]!);

    expect(position).toBe(2);
    expect(after.map(({ taken }) => taken)).toEqual(plan.map(({ taken }) => taken));
  });
});

describe('homeOf', () => {
  test('is the narrowest quota that covers the region, then the reserve, then nothing', () => {
    const plan = [bucket('province', '32', 1), bucket('city', '32.79', 1)];
    const home = (code: string, of: SeatPlan = plan) => homeOf(of, code)?.id ?? null;

    expect(home('32.79.04.2006')).toBe('city');
    expect(home('32.7')).toBe('province');
    expect(home('33.16')).toBeNull();
    expect(home('33.16', [...plan, bucket('reserve', null, 1)])).toBe('reserve');
    fc.assert(
      fc.property(fc.constantFrom('32', '32.79', '32.79.04', '33', '32.7'), (code) => {
        const found = homeOf(plan, code);
        return found === null || covers(found.regionCode, code);
      }),
    );
  });
});

describe('planProblem', () => {
  const quotas = [
    { regionCode: '32.79', seats: 4 },
    { regionCode: '32.09', seats: 40 },
  ];
  const problem = (fields: object) =>
    planProblem({ seats: 54, capacity: null, quotas, ...fields }, '32')?.field ?? null;

  test('lets quotas share out what the venue holds', () => {
    expect(problem({})).toBeNull();
    expect(problem({ seats: 44, capacity: 44 })).toBeNull();
    expect(problem({ seats: null, quotas: [] })).toBeNull();
  });

  test('refuses more than there is, a region twice, and one that is not of the event', () => {
    expect(problem({ capacity: 53 })).toBe('seats');
    expect(problem({ seats: 43 })).toBe('quotas');
    expect(problem({ seats: null })).toBe('quotas');
    expect(problem({ quotas: [...quotas, quotas[0]!] })).toBe('quotas');
    expect(problem({ quotas: [{ regionCode: '33.16', seats: 1 }] })).toBe('quotas');
  });
});
