import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import {
  normalizedGain,
  planSession,
  recordAttendance,
  recordTestResults,
} from './session.rules.js';

const who = (fields: Partial<Caller>): Caller => ({ ...anonymous('test'), ...fields });
const staff = who({ role: 'DINSOS_PROVINCE_STAFF', region: '32' });
const trainer = who({ role: 'TRAINER', region: '32' });
const officer = who({ role: 'KT_OFFICER', region: '32.79', organizationId: 'ours' });
const held = { organizerRegionCode: '32', organizerOrganizationId: null };
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

describe('planSession', () => {
  const session = { startsAt: at(2), endsAt: at(4), firstDay: at(0), dayAfter: at(23) };
  const refused = (fields: object = {}, caller = staff) =>
    planSession({ ...held, status: 'ANNOUNCED' }, { ...session, ...fields }, caller).refused;

  test('is the organizer’s, within the days of the event', () => {
    expect(refused()).toBeNull();
    expect(refused({}, trainer)).toBe('not-allowed');
    expect(refused({ endsAt: at(2) })).toBe('invalid-input');
    expect(refused({ firstDay: at(3) })).toBe('invalid-input');
    expect(refused({ dayAfter: at(3) })).toBe('invalid-input');
    expect(planSession({ ...held, status: 'COMPLETED' }, session, staff).refused).toBe(
      'wrong-event-state',
    );
  });
});

describe('recordAttendance', () => {
  const refused = (caller: Caller, now = at(2), eventStatus: 'RUNNING' | 'COMPLETED' = 'RUNNING') =>
    recordAttendance({ ...held, startsAt: at(2) }, { eventStatus, now }, caller).refused;

  test('is for organizer and trainer, once the session has begun', () => {
    expect(refused(staff)).toBeNull();
    expect(refused(trainer)).toBeNull();
    expect(refused(officer)).toBe('not-allowed');
    expect(refused(who({ role: 'TRAINER', region: '33' }))).toBe('not-allowed');
    expect(refused(staff, at(1))).toBe('not-begun');
    expect(refused(staff, at(3), 'COMPLETED')).toBe('wrong-event-state');
  });
});

describe('recordTestResults', () => {
  test('is for organizer and trainer, while the event takes place', () => {
    const refused = (caller: Caller, status: 'RUNNING' | 'COMPLETED' = 'RUNNING') =>
      recordTestResults({ ...held, status }, caller).refused;

    expect(refused(trainer)).toBeNull();
    expect(refused(officer)).toBe('not-allowed');
    expect(refused(staff, 'COMPLETED')).toBe('wrong-event-state');
  });
});

describe('normalizedGain', () => {
  test('is the share of what there was to gain', () => {
    expect(normalizedGain(40, 70)).toBe(5_000);
    expect(normalizedGain(50, 40)).toBe(-2_000);
    expect(normalizedGain(100, 100)).toBeNull();
  });
});
