import { describe, expect, test } from '@jest/globals';
import { anonymous, covers } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles, socialOffices } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { trainingEventStatuses } from '../training-event/training-event.rules.js';
import type { RegistrationState } from './registration.rules.js';
import { commandsFor, register, registrationStatuses, withdraw } from './registration.rules.js';

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

describe('withdraw', () => {
  test('is for who sent them, before the event begins', () => {
    const refused = (caller: Caller, status = event.status as never) =>
      withdraw(aRegistration(), status, caller).refused;

    expect(refused(officer)).toBeNull();
    expect(refused(officer, 'REGISTRATION_CLOSED' as never)).toBeNull();
    expect(refused(officer, 'RUNNING' as never)).toBe('event-not-before-start');
    expect(refused(organizer)).toBe('not-allowed');
  });
});

describe('commandsFor', () => {
  test('offers nothing for what has ended', () => {
    const done = registrationStatuses.filter(
      (status) => status !== 'APPROVED' && status !== 'WAITLISTED',
    );
    for (const status of done)
      for (const eventStatus of trainingEventStatuses)
        expect(commandsFor(aRegistration({ status }), eventStatus, officer)).toEqual([]);
  });

  test('offers attendance to the organizer while the event takes place', () => {
    expect(commandsFor(aRegistration(), 'RUNNING', organizer)).toEqual(['CONFIRM_ATTENDANCE']);
    expect(commandsFor(aRegistration(), 'RUNNING', officer)).toEqual([]);
  });
});
