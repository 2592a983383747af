import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import type { GrantState } from './break-glass.rules.js';
import {
  breakGlassPolicy,
  isOverdue,
  open,
  reaches,
  review,
  terms,
  tryAccess,
} from './break-glass.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const as = (fields: Partial<Caller>): Caller => ({ ...anonymous('r'), ...fields });
const user = as({
  id: 'user',
  role: 'KT_OFFICER',
  region: '32.79.04.2006',
  assurance: 'MULTI_FACTOR',
});
const officer = as({ id: 'officer', role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
const aGrant = (fields: Partial<GrantState> = {}): GrantState => ({
  regionCode: '32.79.04.2006',
  actor: 'user',
  ...terms(now),
  verdict: null,
  reviewedBy: null,
  ...fields,
});
const past = (...grants: GrantState[]) => ({ attempts: 0, grants });

describe('an access in an emergency', () => {
  test('ends after an hour and is reviewed within three days', () => {
    expect(terms(now)).toMatchObject({ expiresAt: later(1), reviewBy: later(72) });
  });

  test('needs a sign-in with a second factor', () => {
    const { assurance: _none, ...weak } = user;
    expect(tryAccess(weak, past(), now)).toEqual({ refused: 'stronger-sign-in' });
    expect(tryAccess(user, past(), now)).toEqual({ refused: null });
  });

  test.each([
    ['waits for its review', aGrant(), 72, null],
    ['was not reviewed for longer than three days', aGrant(), 73, 'suspended'],
    ['was found justified', aGrant({ verdict: 'JUSTIFIED' }), 100, null],
    ['was found unjustified', aGrant({ verdict: 'UNJUSTIFIED' }), 1, 'suspended'],
  ])('after an earlier one that %s', (_what, grant, hours, refused) => {
    expect(tryAccess(user, past(aGrant({ verdict: 'JUSTIFIED' }), grant), later(hours))).toEqual({
      refused,
    });
  });

  test('is tried five times a day', () => {
    expect(tryAccess(user, { attempts: 4, grants: [] }, now).refused).toBeNull();
    expect(tryAccess(user, { attempts: 5, grants: [] }, now).refused).toBe('attempts-spent');
  });

  test('reaches as far as the regency of the work', () => {
    expect(reaches(user, '32.79.01.1001')).toBe(true);
    expect(reaches(user, '32.09.01.2001')).toBe(false);
    expect(reaches(as({ role: 'DINSOS_PROVINCE_STAFF', region: '32' }), '32.09.01.2001')).toBe(
      true,
    );
    expect(reaches(as({ role: 'SOCIAL_WORKER' }), '32.79.01.1001')).toBe(false);
  });

  test('is not for what is open already', () => {
    const row = { regionCode: '32.79.04.2006', sealed: false, status: 'ACCEPTED' };
    const staff = as({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

    expect(open(staff, row, [], now).refused).toBe('not-needed');
    expect(open(staff, { ...row, sealed: true }, [], now).refused).toBeNull();
    expect(open(user, row, [aGrant()], now).refused).toBe('not-needed');
    expect(open(user, row, [aGrant()], later(1)).refused).toBeNull();
  });
});

describe('its review', () => {
  test('is for the data protection officer of the region alone', () => {
    const may = roles.filter(
      (role) =>
        review(aGrant(), 'JUSTIFIED', as({ id: 'x', role, region: '32' }), now).refused === null,
    );
    expect(may).toEqual(['DATA_PROTECTION_OFFICER']);
    const elsewhere = { ...officer, region: '33.16' };
    expect(review(aGrant(), 'JUSTIFIED', elsewhere, now).refused).toBe('not-allowed');
  });

  test('is never by the hand that used it', () => {
    const own = { ...officer, id: 'user' };
    expect(review(aGrant(), 'JUSTIFIED', own, now)).toEqual({ refused: 'reviewers-own' });
  });

  test('ends at once what was not justified', () => {
    expect(review(aGrant(), 'UNJUSTIFIED', officer, later(0.5))).toMatchObject({
      verdict: 'UNJUSTIFIED',
      reviewedBy: 'officer',
      expiresAt: later(0.5),
    });
    expect(review(aGrant(), 'UNJUSTIFIED', officer, later(5))).toMatchObject({
      expiresAt: later(1),
    });
  });

  test('is final when it was in favour, and otherwise done again by another hand', () => {
    const right = aGrant({ verdict: 'JUSTIFIED', reviewedBy: 'somebody' });
    const wrong = aGrant({ verdict: 'UNJUSTIFIED', reviewedBy: 'officer' });

    expect(review(right, 'UNJUSTIFIED', officer, now).refused).toBe('already-reviewed');
    expect(review(wrong, 'JUSTIFIED', officer, now).refused).toBe('reviewers-own');
    expect(review(wrong, 'JUSTIFIED', { ...officer, id: 'other' }, now).refused).toBeNull();
  });

  test('is overdue after three days, not before and not once it was made', () => {
    expect(isOverdue(aGrant(), later(72))).toBe(false);
    expect(isOverdue(aGrant(), later(73))).toBe(true);
    expect(isOverdue(aGrant({ verdict: 'UNJUSTIFIED' }), later(73))).toBe(false);
  });

  test('nobody writes a grant but the service', () => {
    expect(breakGlassPolicy.write.flatMap((clause) => clause.roles)).toEqual([
      'DATA_PROTECTION_OFFICER',
    ]);
  });
});
