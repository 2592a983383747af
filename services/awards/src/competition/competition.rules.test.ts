import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import { covers } from '@jejaring/chassis/work/scope.rules';
import { roles, socialOffices } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { aScheme } from '../criteria/criteria.fixture.js';
import type { CompetitionStatus, Draft } from './competition.rules.js';
import { commandsFor, competitionStatuses, draft, step, subRegionOf } from './competition.rules.js';

const codes = ['32', '32.79', '32.79.04', '33', '33.16', '36'];
const role = fc.constantFrom(...roles);
const region = fc.constantFrom(...codes);
const status = fc.constantFrom(...competitionStatuses);
const commands = [
  'AMEND',
  'PUBLISH',
  'OPEN_NOMINATIONS',
  'CLOSE_NOMINATIONS',
  'APPOINT_JUROR',
  'START_JUDGING',
  'SEAL_STAGE',
  'RANK',
  'DECIDE',
  'ANNOUNCE',
  'PRESENT',
  'FINALIZE',
  'PROMOTE',
  'CANCEL',
] as const;

const state = (fields: object = {}) => ({
  status: 'DRAFT' as CompetitionStatus,
  organizerRegionCode: '32.79',
  organizerOrganizationId: null,
  judging: null,
  promoteCount: 0,
  parentCompetitionId: null,
  ...fields,
});

describe('commands of a competition', () => {
  test('are given by offices whose region holds the organizer’s, and by nobody else', () => {
    fc.assert(
      fc.property(role, region, region, status, (who, own, organizer, at) => {
        const caller = aCaller({ role: who, region: own });
        const can = commandsFor(state({ organizerRegionCode: organizer, status: at }), caller);
        if (can.length === 0) return;
        expect(socialOffices).toContain(who);
        expect(who === 'KEMENSOS_STAFF' || covers(own, organizer)).toBe(true);
      }),
    );
  });

  test('are given by an officer of the organizing organization only', () => {
    const competition = state({ organizerOrganizationId: 'a' });
    const officer = (organizationId: string) =>
      aCaller({ role: 'KT_OFFICER', region: '32.79', organizationId });

    expect(step('PUBLISH', competition, officer('a')).refused).toBeNull();
    expect(step('PUBLISH', competition, officer('b')).refused).toBe('not-allowed');
  });

  const caller = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
  const walk = (line: readonly (typeof commands)[number][], fields: object) =>
    line.reduce<CompetitionStatus>((at, command) => {
      const next = step(command, state({ ...fields, status: at }), caller);
      return next.refused === null ? next.status : at;
    }, 'DRAFT');
  const opening = ['AMEND', 'PUBLISH', 'OPEN_NOMINATIONS', 'CLOSE_NOMINATIONS'] as const;
  const judging = ['START_JUDGING', 'SEAL_STAGE', 'RANK'] as const;
  const closing = ['DECIDE', 'ANNOUNCE', 'FINALIZE', 'PROMOTE'] as const;
  const leadsUp = { promoteCount: 1, parentCompetitionId: 'a' };

  test('lead from draft to the end in one line', () => {
    expect(walk([...opening, ...closing], leadsUp)).toBe('PROMOTED');
    expect(walk([...opening, ...closing], {})).toBe('FINAL');
    const judged = { ...leadsUp, judging: aScheme() };
    expect(walk([...opening, ...judging, ...closing], judged)).toBe('PROMOTED');
  });

  test('decide without a ranking only what has no criteria', () => {
    expect(walk([...opening, ...closing], { judging: aScheme() })).toBe('NOMINATION_CLOSED');
    expect(walk([...opening, ...judging], {})).toBe('NOMINATION_CLOSED');
  });

  test('lead nowhere from the end; awards may still be handed over', () => {
    const can = (status: CompetitionStatus) => commandsFor(state({ ...leadsUp, status }), caller);

    expect(can('CANCELLED')).toEqual([]);
    expect(can('PROMOTED')).toEqual(['PRESENT']);
    expect(can('ANNOUNCED')).toEqual(['PRESENT', 'FINALIZE']);
  });

  test('change the terms of a draft only', () => {
    fc.assert(
      fc.property(status, fc.constantFrom(...commands), (at, command) => {
        const caller = aCaller({ role: 'KEMENSOS_STAFF', region: '' });
        const decision = step(command, state({ status: at }), caller);
        if (command === 'AMEND') expect(decision.refused === null).toBe(at === 'DRAFT');
      }),
    );
  });
});

describe('a draft', () => {
  const asked = (fields: Partial<Draft> = {}): Draft => ({
    tier: 'REGENCY',
    regionCode: '32.79',
    organizerRegionCode: '32.79',
    organizerOfficeId: null,
    organizerOrganizationId: null,
    ...fields,
  });
  const office = (own: string) => aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: own });

  test.each<[string, Partial<Draft>]>([
    ['a tier that is not the level of its region', { tier: 'PROVINCE' }],
    ['a region outside the organizer’s', { regionCode: '33.16' }],
  ])('is refused with %s', (_name, fields) => {
    const decision = draft(asked(fields), null, office('32'));

    expect(decision).toMatchObject({ refused: 'invalid-input', field: 'region' });
  });

  test('may be national for the ministry alone', () => {
    const national = asked({ tier: 'NATIONAL', regionCode: '', organizerRegionCode: '' });
    const ministry = aCaller({ role: 'KEMENSOS_STAFF', region: '' });

    expect(draft(national, null, ministry).refused).toBeNull();
    expect(draft(national, null, office('32')).refused).toBe('not-allowed');
  });

  test('of an organization needs it active and seated where the draft says', () => {
    const mine = asked({ organizerOrganizationId: 'a' });
    const officer = aCaller({ role: 'KT_OFFICER', region: '32.79', organizationId: 'a' });
    const seated = { regionCode: '32.79', status: 'ACTIVE' };

    expect(draft(mine, seated, officer).refused).toBeNull();
    expect(draft(mine, null, officer).refused).toBe('organizer-not-active');
    expect(draft(mine, { ...seated, status: 'DORMANT' }, officer).refused).toBe(
      'organizer-not-active',
    );
    expect(draft(mine, { ...seated, regionCode: '36' }, officer)).toMatchObject({
      field: 'organizerRegion',
    });
  });
});

test('the part that a nominee comes from is one level below the competition', () => {
  const village = '63.03.05.2001';

  expect(subRegionOf('NATIONAL', village)).toBe('63');
  expect(subRegionOf('PROVINCE', village)).toBe('63.03');
  expect(subRegionOf('REGENCY', village)).toBe('63.03.05');
  expect(subRegionOf('DISTRICT', village)).toBe(village);
});
