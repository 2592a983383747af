import { describe, expect, test } from '@jest/globals';
import { anonymous, covers } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles, socialOffices } from '@jejaring/schema/roles';
import fc from 'fast-check';
import type { TrainingEventState } from './training-event.rules.js';
import {
  commandsFor,
  draft,
  newDays,
  step,
  trainingEventCommands,
  trainingEventStatuses,
} from './training-event.rules.js';
import { localDate, zoneOf } from '@jejaring/register/facts/zone.rules';

const anEvent = (fields: Partial<TrainingEventState> = {}): TrainingEventState => ({
  status: 'DRAFT',
  organizerRegionCode: '32',
  organizerOrganizationId: null,
  venueName: 'Balai Latihan',
  startsOn: '2014-06-25',
  endsOn: '2014-06-26',
  timeZone: 'WIB',
  ...fields,
});
const who = (fields: Partial<Caller>): Caller => ({ ...anonymous('test'), ...fields });
const staff = who({ role: 'DINSOS_PROVINCE_STAFF', region: '32' });
const facts = { seats: 50, now: new Date('2014-06-27T02:00:00Z') };

describe('step', () => {
  test('leads from plan to end, and no other way', () => {
    const ways = trainingEventStatuses.map((status) => [
      status,
      commandsFor(anEvent({ status }), staff, facts),
    ]);

    expect(Object.fromEntries(ways)).toEqual({
      DRAFT: ['ANNOUNCE'],
      ANNOUNCED: ['OPEN_REGISTRATION', 'POSTPONE', 'CANCEL'],
      REGISTRATION_OPEN: ['CLOSE_REGISTRATION', 'POSTPONE', 'CANCEL'],
      REGISTRATION_CLOSED: ['START', 'POSTPONE', 'CANCEL'],
      RUNNING: ['COMPLETE'],
      COMPLETED: ['REPORT'],
      REPORTED: [],
      POSTPONED: ['RESCHEDULE', 'CANCEL'],
      CANCELLED: [],
    });
  });

  test('starts an event by invitation once it is announced', () => {
    const invited = { ...facts, seats: null };

    expect(commandsFor(anEvent({ status: 'ANNOUNCED' }), staff, invited)).toEqual([
      'START',
      'POSTPONE',
      'CANCEL',
    ]);
  });

  test('opens registration with a venue and seats only', () => {
    const announced = anEvent({ status: 'ANNOUNCED' });
    const open = (event: TrainingEventState, seats: number | null) =>
      step('OPEN_REGISTRATION', event, staff, { ...facts, seats }).refused;

    expect(open({ ...announced, venueName: null }, 50)).toBe('no-venue');
    expect(open(announced, null)).toBe('no-seats');
    expect(open(announced, 50)).toBeNull();
  });

  test('begins and ends on its days, by the calendar of its place', () => {
    const at = (instant: string) => ({ ...facts, now: new Date(instant) });
    const closed = anEvent({ status: 'REGISTRATION_CLOSED' });
    const running = anEvent({ status: 'RUNNING' });

    expect(step('START', closed, staff, at('2014-06-24T16:59:59Z')).refused).toBe('too-early');
    expect(step('START', closed, staff, at('2014-06-24T17:00:00Z')).refused).toBeNull();
    expect(step('COMPLETE', running, staff, at('2014-06-25T10:00:00Z')).refused).toBe('too-early');
    expect(step('COMPLETE', running, staff, at('2014-06-26T01:00:00Z')).refused).toBeNull();
  });
});

describe('who leads an event on', () => {
  test('is its organizer alone, whatever role and region', () => {
    const office = fc.record({
      role: fc.constantFrom(...roles),
      region: fc.constantFrom(null, '', '3', '32', '32.79', '33'),
      organizationId: fc.constantFrom(null, 'ours', 'theirs'),
    });
    const state = fc.constantFrom(...trainingEventStatuses);
    fc.assert(
      fc.property(office, state, fc.constantFrom(null, 'ours'), (fields, status, organization) => {
        const caller = who(fields);
        const event = anEvent({ status, organizerOrganizationId: organization });
        const isOffice = (socialOffices as readonly string[]).includes(caller.role);
        const isBoard = caller.role === 'KT_OFFICER' && organization !== null;
        const may =
          (isOffice && covers(caller.region, '32')) ||
          (isBoard && caller.organizationId === organization);
        for (const command of trainingEventCommands)
          expect(step(command, event, caller, facts).refused === 'not-allowed').toBe(!may);
      }),
    );
  });
});

describe('draft', () => {
  const aPlan = {
    regionCode: '32',
    seats: null,
    quotas: [],
    organizerRegionCode: '32',
    organizerOrganizationId: null,
    organizerStatus: null,
    startsOn: '2014-06-25',
    endsOn: '2014-06-25',
    venue: null,
  };

  test('is for the organizer', () => {
    expect(draft(aPlan, staff).refused).toBeNull();
    expect(draft({ ...aPlan, organizerRegionCode: '33' }, staff).refused).toBe('not-allowed');
  });

  test('refuses a board that is out of service', () => {
    const officer = who({ role: 'KT_OFFICER', organizationId: 'ours' });
    const plan = { ...aPlan, organizerOrganizationId: 'ours' };

    expect(draft({ ...plan, organizerStatus: 'ACTIVE' }, officer).refused).toBeNull();
    expect(draft({ ...plan, organizerStatus: 'SUSPENDED' }, officer).refused).toBe(
      'organizer-not-active',
    );
  });

  test('refuses an end before the start, and a derived region without its reason', () => {
    const venue = { regionDerived: true, derivedBecause: null, capacity: null };

    expect(draft({ ...aPlan, endsOn: '2014-06-24' }, staff)).toMatchObject({ field: 'endsOn' });
    expect(draft({ ...aPlan, venue }, staff)).toMatchObject({ field: 'venue' });
    expect(draft({ ...aPlan, venue: { ...venue, derivedBecause: 'a city' } }, staff)).toEqual({
      refused: null,
    });
  });
});

describe('newDays', () => {
  test('are not gone, and in their order', () => {
    const of = (startsOn: string, endsOn: string) => newDays({ startsOn, endsOn }, '2026-11-20');

    expect(of('2026-11-20', '2026-11-21')).toBeNull();
    expect(of('2026-11-19', '2026-11-21')).toMatchObject({ field: 'startsOn' });
    expect(of('2026-11-22', '2026-11-21')).toMatchObject({ field: 'endsOn' });
  });
});

describe('zoneOf', () => {
  test.each([
    ['32.73', 'WIB'],
    ['62', 'WIB'],
    ['63.08', 'WITA'],
    ['73', 'WITA'],
    ['92.71', 'WIT'],
  ] as const)('of %s is %s', (region, zone) => {
    expect(zoneOf(region)).toBe(zone);
  });

  test('moves the date line', () => {
    const evening = new Date('2024-11-24T15:30:00Z');
    expect(localDate(evening, 'WIB')).toBe('2024-11-24');
    expect(localDate(evening, 'WIT')).toBe('2024-11-25');
  });
});
