import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import { covers } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { competitionStatuses } from '../competition/competition.rules.js';
import type { NominationState, NominationStatus } from './nomination.rules.js';
import {
  commandsFor,
  mayNominate,
  nominationStatuses,
  review,
  seatOf,
  statusAfter,
  submit,
} from './nomination.rules.js';

const aState = (fields: Partial<NominationState> = {}): NominationState => ({
  status: 'NEEDS_REVIEW',
  organizationId: 'nominee',
  regionCode: '32.79.04.2006',
  organizerRegionCode: '32.79',
  organizerOrganizationId: null,
  nominatedBy: 'somebody',
  ...fields,
});
const competition = {
  status: 'NOMINATION_OPEN' as const,
  category: 'KARANG_TARUNA',
  regionCode: '63',
  quotaPerSubRegion: 1,
};
const office = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

describe('a quota', () => {
  test('is never exceeded in any part of the region, whatever comes and goes', () => {
    const steps = fc.array(
      fc.record({ part: fc.constantFrom('63.01', '63.02', '63.03'), leaves: fc.boolean() }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 3 }), (given, quotaPerSubRegion) => {
        const taken = new Map<string, number>();
        for (const { part, leaves } of given) {
          const ofSubRegion = taken.get(part) ?? 0;
          const submission = {
            competition: { ...competition, quotaPerSubRegion },
            kind: 'KARANG_TARUNA',
            regionCode: part,
            ofOrganization: 0,
            ofSubRegion,
          };
          if (leaves) taken.set(part, Math.max(0, ofSubRegion - 1));
          else if (submit(submission).refused === null) taken.set(part, ofSubRegion + 1);
          for (const count of taken.values()) expect(count).toBeLessThanOrEqual(quotaPerSubRegion);
        }
      }),
    );
  });

  test('fills to its last place', () => {
    const submission = { competition, kind: null, regionCode: '63.03', ofOrganization: 0 };

    expect(submit({ ...submission, ofSubRegion: 0 }).refused).toBeNull();
    expect(submit({ ...submission, ofSubRegion: 1 })).toEqual({
      refused: 'quota-reached',
      quota: 1,
    });
  });
});

describe('rights', () => {
  test('to nominate end at the caller’s region, whatever the role', () => {
    const region = fc.constantFrom('32', '32.79', '32.79.04', '33', '33.16');
    fc.assert(
      fc.property(fc.constantFrom(...roles), region, region, (role, own, seat) => {
        const caller = aCaller({ role, region: own });
        const decision = mayNominate({ organizationId: 'x', regionCode: seat }, caller);
        if (decision.refused === null) expect(covers(own, seat)).toBe(true);
      }),
    );
  });

  test('to nominate itself are the organization’s own', () => {
    const officer = aCaller({ role: 'KT_OFFICER', region: '32.79', organizationId: 'nominee' });
    const subject = { regionCode: '32.79.04.2006' };

    expect(mayNominate({ ...subject, organizationId: 'nominee' }, officer).refused).toBeNull();
    expect(mayNominate({ ...subject, organizationId: 'other' }, officer).refused).toBe(
      'not-allowed',
    );
  });
});

describe('a review', () => {
  test('is done by the organizer, not by the hand that nominated', () => {
    const reviewed = (nomination: NominationState) => review(nomination, competition, office, true);

    expect(reviewed(aState())).toMatchObject({ refused: null, status: 'ELIGIBLE' });
    expect(reviewed(aState({ nominatedBy: office.id })).refused).toBe('same-hand');
    expect(reviewed(aState({ organizerRegionCode: '32' })).refused).toBe('not-allowed');
    expect(reviewed(aState({ status: 'INELIGIBLE' })).refused).toBe('wrong-state');
  });

  test('stands while nothing is known, and falls to what becomes known', () => {
    const reviewed = { status: 'ELIGIBLE' as const, reviewedBy: 'somebody' };

    expect(statusAfter('NEEDS_REVIEW', reviewed)).toBe('ELIGIBLE');
    expect(statusAfter('INELIGIBLE', reviewed)).toBe('INELIGIBLE');
    expect(statusAfter('NEEDS_REVIEW', { ...reviewed, reviewedBy: null })).toBe('NEEDS_REVIEW');
  });
});

test('nothing can be done once the winners are decided', () => {
  const late = competitionStatuses.filter(
    (status) => !['NOMINATION_OPEN', 'NOMINATION_CLOSED'].includes(status),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...late),
      fc.constantFrom<NominationStatus>(...nominationStatuses),
      (status, standing) => {
        expect(commandsFor(aState({ status: standing }), { status }, office)).toEqual([]);
      },
    ),
  );
});

test('a seat is what the register says; a stated one only fills its silence', () => {
  const known = { kind: 'KARANG_TARUNA', regionCode: '32.79' };

  expect(seatOf(known, null)).toEqual({ refused: null, regionCode: '32.79' });
  expect(seatOf(null, '32.79')).toEqual({ refused: null, regionCode: '32.79' });
  expect(seatOf(known, '36')).toMatchObject({ refused: 'invalid-input', field: 'regionCode' });
  expect(seatOf(null, null)).toMatchObject({ refused: 'invalid-input', field: 'regionCode' });
});
