import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import { roles } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { competitionStatuses } from '../competition/competition.rules.js';
import type { JurorTies } from './jury.rules.js';
import { appoint, commandsFor, conflictOf, stepAside } from './jury.rules.js';

const nominee = { organizationId: 'n', regionCode: '36.04.22.2001' };
const day = '2019-10-30';
const ties = (fields: Partial<JurorTies> = {}): JurorTies => ({
  seats: [],
  appointments: [],
  ...fields,
});
const nowhere = { regionCode: null };
const appointment = (fields: object) => ({
  role: 'KT_OFFICER',
  regionCode: null,
  organizationId: null,
  validTo: null,
  ...fields,
});

describe('conflictOf', () => {
  test.each([
    ['sits on the board', null, 'BOARD_SEAT'],
    ['will leave it', '2021-01-01', 'BOARD_SEAT'],
    ['left less than two years ago', '2017-10-31', 'BOARD_SEAT'],
    ['left two years ago', '2017-10-30', null],
  ])('of a juror who %s', (_what, validTo, kind) => {
    const seats = [{ organizationId: 'n', validTo }];
    expect(conflictOf(nowhere, ties({ seats }), nominee, day)).toBe(kind);
  });

  test('finds who acts for the nominee', () => {
    const appointments = [appointment({ organizationId: 'n' })];
    expect(conflictOf(nowhere, ties({ appointments }), nominee, day)).toBe('OWN_ORGANIZATION');
  });

  test.each([
    ['VILLAGE_HEAD', '36.04.22.2001', 'OWN_REGION'],
    ['DISTRICT_HEAD', '36.04.22', 'OWN_REGION'],
    ['DISTRICT_HEAD', '36.04.21', null],
    // Who supervises a whole regency or province is not near enough to a village.
    ['DINSOS_PROVINCE_HEAD', '36', null],
  ])('of a %s of %s is %s', (role, regionCode, kind) => {
    const appointments = [appointment({ role, regionCode })];
    expect(conflictOf(nowhere, ties({ appointments }), nominee, day)).toBe(kind);
  });

  test('finds who lives where the nominee is seated', () => {
    expect(conflictOf({ regionCode: '36.04.22' }, ties(), nominee, day)).toBe('OWN_REGION');
    expect(conflictOf({ regionCode: '36.04.2' }, ties(), nominee, day)).toBeNull();
  });

  test('finds the deputy governor who is chair of the provincial Karang Taruna', () => {
    const chair = ties({
      seats: [{ organizationId: 'province', validTo: null }],
      appointments: [appointment({ role: 'DINSOS_PROVINCE_HEAD', regionCode: '36' })],
    });
    const province = { organizationId: 'province', regionCode: '36' };

    expect(conflictOf(nowhere, chair, province, day)).toBe('BOARD_SEAT');
    expect(conflictOf(nowhere, chair, nominee, day)).toBeNull();
  });
});

describe('appoint', () => {
  const asked = { role: 'CHAIR' as const, regionCode: null };
  const empty = { isJuror: false, hasChair: false };
  const organizer = { organizationId: 'province', day };

  test('takes somebody new', () => {
    expect(appoint(asked, empty, ties(), organizer).refused).toBeNull();
    expect(appoint(asked, empty, ties(), { organizationId: null, day }).refused).toBeNull();
  });

  test('refuses a second chair and a second time', () => {
    expect(appoint(asked, { ...empty, hasChair: true }, ties(), organizer).refused).toBe(
      'chair-taken',
    );
    expect(appoint(asked, { ...empty, isJuror: true }, ties(), organizer).refused).toBe(
      'already-juror',
    );
  });

  test('refuses who sits on the organizer’s own board, as the deputy governor does', () => {
    const seats = [{ organizationId: 'province', validTo: null }];
    expect(appoint(asked, empty, ties({ seats }), organizer).refused).toBe('organizer-seat');
  });

  test('takes a home that is a village or a district, and no larger one', () => {
    const home = (regionCode: string) =>
      appoint({ ...asked, regionCode }, empty, ties(), organizer);

    expect(home('36.04.22').refused).toBeNull();
    expect(home('36.04')).toMatchObject({ refused: 'invalid-input', field: 'region' });
  });
});

describe('stepAside', () => {
  const juror = (fields: object = {}) => ({
    actor: 'me',
    status: 'ACTIVE' as const,
    organizerRegionCode: '36',
    organizerOrganizationId: null,
    ...fields,
  });
  const me = aCaller({ role: 'JUROR', id: 'me' });

  test('is for the juror, the organizer takes somebody out', () => {
    const judging = { status: 'JUDGING' as const };
    const office = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '36' });

    expect(commandsFor(juror(), judging, me)).toEqual(['DECLARE_CONFLICT']);
    expect(commandsFor(juror(), judging, office)).toEqual(['RECUSE']);
    expect(commandsFor(juror(), judging, aCaller({ role: 'JUROR', id: 'other' }))).toEqual([]);
  });

  test('comes too late when there is a ranking', () => {
    for (const status of ['RANKED', 'DECIDED', 'ANNOUNCED'] as const)
      expect(stepAside('DECLARE_CONFLICT', juror(), { status }, me).refused).toBe(
        'not-before-ranking',
      );
    const recused = juror({ status: 'RECUSED' });
    expect(stepAside('DECLARE_CONFLICT', recused, { status: 'JUDGING' }, me).refused).toBe(
      'juror-recused',
    );
  });

  test('is never for anybody else, whoever they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.constantFrom('32', '36.04', '33'),
        fc.constantFrom(...competitionStatuses),
        (role, region, status) => {
          const caller = aCaller({ role, region, id: 'other' });
          const can = commandsFor(juror(), { status }, caller);
          expect(can.length === 0 || role === 'KEMENSOS_STAFF').toBe(true);
        },
      ),
    );
  });
});
