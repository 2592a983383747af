import { describe, expect, test } from '@jest/globals';
import { anonymous, covers } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles, socialOffices } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { trainingEventStatuses } from '../training-event/training-event.rules.js';
import {
  acceptSeat,
  commandsFor,
  confirmAttendance,
  declineSeat,
  isExpired,
  replace,
  withdraw,
} from './registration-steps.rules.js';
import type { RegistrationState } from './registration.rules.js';
import { fits, register, registrationStatuses } from './registration.rules.js';
import { answerBy } from './waiting-list.rules.js';

const village = '32.79.04.2006';
const applicant = {
  id: 'ours',
  kind: 'KARANG_TARUNA',
  level: 'VILLAGE',
  regionCode: village,
  status: 'ACTIVE',
};
const event = {
  status: 'REGISTRATION_OPEN' as const,
  regionCode: '32',
  audienceKinds: ['KARANG_TARUNA'],
  audienceLevels: null,
};
const aRegistration = (fields: Partial<RegistrationState> = {}): RegistrationState => ({
  status: 'APPROVED',
  regionCode: village,
  organizationId: 'ours',
  organizerRegionCode: '33',
  organizerOrganizationId: null,
  answerBy: null,
  ...fields,
});
const who = (fields: Partial<Caller>): Caller => ({ ...anonymous('test'), ...fields });
const officer = who({ role: 'KT_OFFICER', region: village, organizationId: 'ours' });
const organizer = who({ role: 'DINSOS_PROVINCE_STAFF', region: '33' });

const anyCaller = fc
  .record({
    role: fc.constantFrom(...roles),
    region: fc.constantFrom(null, '', '32', '32.79', '32.7', '33', village),
    organizationId: fc.constantFrom(null, 'ours', 'theirs'),
  })
  .map(who);

const sends = (caller: Caller) =>
  ((socialOffices as readonly string[]).includes(caller.role) && covers(caller.region, village)) ||
  (['KT_OFFICER', 'PSKS_WORKER'].includes(caller.role) && caller.organizationId === 'ours');

describe('register', () => {
  test('is for the organization itself and the offices above it, nobody else', () => {
    fc.assert(
      fc.property(anyCaller, (caller) => {
        const { refused } = register(applicant, event, 'Rina', caller);
        return (refused === null) === sends(caller);
      }),
    );
    expect(register(applicant, event, 'Rina Lestari', officer)).toEqual({
      refused: null,
      initials: 'R. L.',
      via: 'SELF',
    });
  });

  test('says who sent the participant', () => {
    const office = who({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

    expect(register(applicant, event, 'Rina', office)).toMatchObject({ via: 'DELEGATION' });
  });

  test('refuses unless registration is open', () => {
    for (const status of trainingEventStatuses.filter((one) => one !== 'REGISTRATION_OPEN'))
      expect(register(applicant, { ...event, status }, 'Rina', officer).refused).toBe(
        'registration-not-open',
      );
  });

  test('refuses organizations out of service and those who are not invited', () => {
    const refused = (fields: object, invited: object = {}) =>
      register({ ...applicant, ...fields }, { ...event, ...invited }, 'Rina', officer).refused;

    expect(refused({ status: 'DORMANT' })).toBe('organization-not-active');
    expect(refused({ kind: 'LKS' })).toBe('not-invited');
    expect(refused({}, { audienceLevels: ['REGENCY'] })).toBe('not-invited');
    expect(refused({}, { regionCode: '32.7' })).toBe('not-invited');
    expect(refused({}, { audienceLevels: ['VILLAGE'] })).toBeNull();
  });
});

const now = new Date('2026-11-20T02:00:00Z');
const at = (eventStatus: (typeof trainingEventStatuses)[number]) => ({ eventStatus, now });

describe('fits', () => {
  const one = { hasHome: true, isSeated: null, ofUnit: 0, perUnitMax: null };

  test('takes whom the plan has room for', () => {
    expect(fits(one).refused).toBeNull();
    expect(fits({ ...one, isSeated: true, ofUnit: 1, perUnitMax: 2 }).refused).toBeNull();
  });

  test('refuses officers without a seat, regions without a quota, and one too many of a unit', () => {
    expect(fits({ ...one, isSeated: false }).refused).toBe('not-seated');
    expect(fits({ ...one, hasHome: false }).refused).toBe('no-quota');
    expect(fits({ ...one, ofUnit: 2, perUnitMax: 2 }).refused).toBe('unit-quota-full');
  });
});

describe('withdraw', () => {
  test('is for who sent them, before the event begins', () => {
    const refused = (
      caller: Caller,
      status: (typeof trainingEventStatuses)[number] = event.status,
    ) => withdraw(aRegistration(), at(status), caller).refused;

    expect(refused(officer)).toBeNull();
    expect(refused(officer, 'REGISTRATION_CLOSED')).toBeNull();
    expect(refused(officer, 'RUNNING')).toBe('event-not-before-start');
    expect(refused(organizer)).toBe('not-allowed');
  });

  test('is for the village head whose letter named them, not for another', () => {
    const named = aRegistration({ sentByRegionCode: village });
    const head = (region: string) => who({ role: 'VILLAGE_HEAD', region });

    expect(withdraw(named, at('REGISTRATION_OPEN'), head(village)).refused).toBeNull();
    expect(withdraw(named, at('REGISTRATION_OPEN'), head('32.79.04.2003')).refused).toBe(
      'not-allowed',
    );
    expect(withdraw(aRegistration(), at('REGISTRATION_OPEN'), head(village)).refused).toBe(
      'not-allowed',
    );
  });
});

describe('an offer', () => {
  const offered = aRegistration({ status: 'OFFERED', answerBy: new Date(now.getTime() + 1) });
  const late = { ...offered, answerBy: new Date(now.getTime() - 1) };

  test('is accepted in time by who sent them, and not after', () => {
    expect(acceptSeat(offered, at('REGISTRATION_CLOSED'), officer)).toEqual({
      refused: null,
      status: 'APPROVED',
    });
    expect(acceptSeat(late, at('REGISTRATION_OPEN'), officer).refused).toBe('offer-expired');
    expect(acceptSeat(offered, at('RUNNING'), officer).refused).toBe('event-not-before-start');
    expect(acceptSeat(offered, at('REGISTRATION_OPEN'), organizer).refused).toBe('not-allowed');
    expect(acceptSeat(aRegistration(), at('REGISTRATION_OPEN'), officer).refused).toBe(
      'wrong-state',
    );
  });

  test('is declined even when it is late', () => {
    expect(declineSeat(late, at('REGISTRATION_OPEN'), officer).refused).toBeNull();
    expect(declineSeat(late, at('COMPLETED'), officer).refused).toBe('event-not-before-start');
  });

  test('runs out, and nothing else does', () => {
    expect(isExpired(late, now)).toBe(true);
    expect(isExpired(offered, now)).toBe(false);
    expect(isExpired(aRegistration({ answerBy: late.answerBy }), now)).toBe(false);
  });

  test('stands for 48 hours, not into the event, and never for less than two', () => {
    const of = (startsOn: string) => answerBy(now, { startsOn, timeZone: 'WIB' }).toISOString();

    expect(of('2026-12-01')).toBe('2026-11-22T02:00:00.000Z');
    expect(of('2026-11-22')).toBe('2026-11-21T17:00:00.000Z');
    expect(of('2026-11-20')).toBe('2026-11-20T04:00:00.000Z');
  });
});

describe('replace', () => {
  test('is for a seat that is had, before the event begins', () => {
    expect(replace(aRegistration(), at('REGISTRATION_CLOSED'), officer).refused).toBeNull();
    expect(replace(aRegistration(), at('RUNNING'), officer).refused).toBe('event-not-before-start');
    expect(
      replace(aRegistration({ status: 'WAITLISTED' }), at('REGISTRATION_OPEN'), officer).refused,
    ).toBe('wrong-state');
  });
});

describe('confirmAttendance', () => {
  test('is recorded session by session where there are sessions', () => {
    const moment = { ...at('RUNNING'), hasSessions: true };

    expect(confirmAttendance(aRegistration(), moment, organizer).refused).toBe('has-sessions');
  });
});

describe('commandsFor', () => {
  test('offers nothing for what has ended', () => {
    const live = ['APPROVED', 'WAITLISTED', 'OFFERED'];
    for (const status of registrationStatuses.filter((one) => !live.includes(one)))
      for (const eventStatus of trainingEventStatuses)
        expect(commandsFor(aRegistration({ status }), at(eventStatus), officer)).toEqual([]);
  });

  test('offers attendance to the organizer while the event takes place', () => {
    expect(commandsFor(aRegistration(), at('RUNNING'), organizer)).toEqual(['CONFIRM_ATTENDANCE']);
    expect(commandsFor(aRegistration(), at('RUNNING'), officer)).toEqual([]);
  });

  test('offers to answer an offer', () => {
    const offered = aRegistration({ status: 'OFFERED', answerBy: now });

    expect(commandsFor(offered, at('REGISTRATION_OPEN'), officer)).toEqual([
      'ACCEPT_SEAT',
      'DECLINE_SEAT',
    ]);
  });
});
