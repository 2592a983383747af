import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous, covers, levelOf } from '@jejaring/chassis/work/scope.rules';
import type { Role } from '@jejaring/schema/roles';
import { roles } from '@jejaring/schema/roles';
import fc from 'fast-check';
import type { AppointmentSurroundings, MakeAppointment } from './appointment.rules.js';
import { appoint, appointers, end, mayAppoint } from './appointment.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const decree = {
  number: '800/12/2026',
  issuedOn: '2026-11-01',
  signatoryPosition: 'Wali Kota Banjar',
  signatoryCapacity: 'DEFINITIVE' as const,
};
const aCaller = (role: Role, region: string): Caller => ({
  ...anonymous('test'),
  id: 'who-asks',
  role,
  region,
});
const head = aCaller('DINSOS_REGENCY_HEAD', '32.79');
const officer: MakeAppointment = {
  account: 'a'.repeat(64),
  role: 'KT_OFFICER',
  regionCode: '32.79.04.2006',
  decree,
  validFrom: new Date('2026-11-02T00:00:00Z'),
  validTo: null,
};
const around: AppointmentSurroundings = {
  regionExists: true,
  organization: { regionCode: '32.79.04.2006', live: true },
  office: undefined,
  callerAccount: 'b'.repeat(64),
  today: '2026-11-20',
};

describe('mayAppoint', () => {
  test.each<[Role, string, Role, string, boolean]>([
    ['KEMENSOS_STAFF', '', 'KEMENSOS_STAFF', '', true],
    ['KEMENSOS_STAFF', '', 'DINSOS_PROVINCE_HEAD', '32', true],
    ['KEMENSOS_STAFF', '', 'DINSOS_PROVINCE_STAFF', '32', false],
    ['KEMENSOS_STAFF', '32', 'KEMENSOS_STAFF', '', false],
    ['DINSOS_PROVINCE_HEAD', '32', 'DINSOS_PROVINCE_STAFF', '32', true],
    ['DINSOS_PROVINCE_HEAD', '32', 'DINSOS_REGENCY_HEAD', '32.79', true],
    ['DINSOS_PROVINCE_HEAD', '32', 'DINSOS_PROVINCE_HEAD', '32', false],
    ['DINSOS_PROVINCE_HEAD', '32', 'DINSOS_REGENCY_HEAD', '33.16', false],
    ['DINSOS_PROVINCE_STAFF', '32', 'DINSOS_REGENCY_HEAD', '32.79', false],
    ['DINSOS_REGENCY_HEAD', '32.79', 'DINSOS_REGENCY_STAFF', '32.79', true],
    ['DINSOS_REGENCY_HEAD', '32.79', 'VILLAGE_HEAD', '32.79.04.2006', true],
    ['DINSOS_REGENCY_HEAD', '32.79', 'VILLAGE_HEAD', '32.79.04', false],
    ['DINSOS_REGENCY_HEAD', '32.79', 'PSKS_WORKER', '32.79.04', true],
    ['DINSOS_REGENCY_HEAD', '32.7', 'PSKS_WORKER', '32.79.04', false],
    ['DINSOS_REGENCY_STAFF', '32.79', 'KT_OFFICER', '32.79.04.2006', true],
    ['DINSOS_REGENCY_STAFF', '32.79', 'SOCIAL_WORKER', '32.79', false],
    ['KT_OFFICER', '32.79.04.2006', 'KT_OFFICER', '32.79.04.2006', false],
  ])('%s of %j appoints %s of %j: %s', (role, region, to, regionCode, expected) => {
    expect(mayAppoint(aCaller(role, region), { role: to, regionCode })).toBe(expected);
  });

  test('never reaches beyond the region, nor above the level of the office', () => {
    const region = fc.constantFrom('', '32', '33', '32.79', '33.16', '32.79.04', '32.79.04.2006');
    const role = fc.constantFrom(...roles);
    fc.assert(
      fc.property(role, region, role, region, (who, own, to, asked) => {
        if (!mayAppoint(aCaller(who, own), { role: to, regionCode: asked })) return;
        expect(covers(own, asked)).toBe(true);
        expect(appointers).toContain(who);
        if (levelOf(asked) === 'NATION') expect(who).toBe('KEMENSOS_STAFF');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('appoint', () => {
  test('lets the office appoint an officer where the organization is seated', () => {
    expect(appoint(officer, around, head)).toEqual({ refused: null });
  });

  test('refuses to appoint oneself, also the ministry', () => {
    const self = { ...around, callerAccount: officer.account };
    const staff = { ...officer, role: 'KEMENSOS_STAFF' as const, regionCode: '' };

    expect(appoint(officer, self, head)).toEqual({ refused: 'own-appointment' });
    expect(
      appoint(staff, { ...self, organization: undefined }, aCaller('KEMENSOS_STAFF', '')),
    ).toEqual({ refused: 'own-appointment' });
  });

  test('refuses an organization or an office beyond the region of the one who appoints', () => {
    const worker = { ...officer, role: 'PSKS_WORKER' as const };
    const foreign = { regionCode: '33.16.01.2001', live: true };

    const forOrganization = appoint(worker, { ...around, organization: foreign }, head);
    const forOffice = appoint(
      worker,
      { ...around, office: { regionCode: '33', live: true } },
      head,
    );

    expect(forOrganization).toMatchObject({ refused: 'not-allowed' });
    expect(forOffice).toMatchObject({ refused: 'not-allowed' });
  });

  test.each<[string, Partial<MakeAppointment>, Partial<AppointmentSurroundings>, string]>([
    ['an unknown region', {}, { regionExists: false }, 'region'],
    ['an unknown organization', {}, { organization: null }, 'organizationId'],
    ['an officer of no organization', {}, { organization: undefined }, 'organizationId'],
    [
      'an organization that ended',
      {},
      { organization: { regionCode: '32.79.04.2006', live: false } },
      'organizationId',
    ],
    [
      'an officer elsewhere than at the seat',
      {},
      { organization: { regionCode: '32.79.04.2003', live: true } },
      'organizationId',
    ],
    ['an unknown office', {}, { office: null }, 'officeId'],
    [
      'an office that serves another place',
      {},
      { office: { regionCode: '32.79.01', live: true } },
      'officeId',
    ],
    ['an end before the begin', { validTo: officer.validFrom }, {}, 'validTo'],
    ['a decree of tomorrow', { decree: { ...decree, issuedOn: '2026-11-21' } }, {}, 'decree'],
  ])('refuses %s', (_what, input, surroundings, field) => {
    expect(appoint({ ...officer, ...input }, { ...around, ...surroundings }, head)).toMatchObject({
      refused: 'invalid-input',
      field,
    });
  });
});

describe('end', () => {
  const resigned = { at: now, reason: 'RESIGNED' as const, decree: null };

  test('ends what runs at the moment that was said', () => {
    expect(end(officer, resigned, now, head)).toEqual({ refused: null, validTo: now });
  });

  test('ends in the future, and earlier again', () => {
    const later = new Date('2027-01-01T00:00:00Z');

    expect(end(officer, { ...resigned, at: later }, now, head)).toMatchObject({ validTo: later });
    expect(end({ ...officer, validTo: later }, resigned, now, head)).toMatchObject({
      validTo: now,
    });
  });

  test('refuses what has ended, a moment outside the term, and an end by decree without one', () => {
    const ended = { ...officer, validTo: now };
    const before = { ...resigned, at: new Date('2020-01-01T00:00:00Z') };

    expect(end(ended, resigned, now, head)).toEqual({ refused: 'already-ended' });
    expect(end(officer, before, now, head)).toMatchObject({ field: 'at' });
    expect(end(officer, { ...resigned, reason: 'DECREE' }, now, head)).toMatchObject({
      field: 'decree',
    });
  });

  test('is for those who may appoint', () => {
    expect(end(officer, resigned, now, aCaller('DINSOS_REGENCY_HEAD', '33.16'))).toMatchObject({
      refused: 'not-allowed',
    });
    expect(end(officer, resigned, now, aCaller('KT_OFFICER', '32.79.04.2006'))).toMatchObject({
      refused: 'not-allowed',
    });
  });
});
