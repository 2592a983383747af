import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { AllocateFacts, OpenProgrammeFacts } from './programme.rules.js';
import { allocate, openProgramme, programmeCommandsFor } from './programme.rules.js';

const dinsos = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' });
const province = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '32' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.74' });
const officer = aCaller({ role: 'KT_OFFICER', region: '32.09' });

const facts: OpenProgrammeFacts = {
  regionCode: '32.09',
  regionExists: true,
  officeRegionCode: '32.09',
  targetLevel: 'DISTRICT',
  fiscalYear: 2024,
  openedOn: '2024-03-01',
  today: '2024-03-01',
};
const field = (decision: object) => (decision as { field?: string }).field;

describe('openProgramme', () => {
  test('is for the offices in charge of the region', () => {
    expect(openProgramme(facts, dinsos)).toEqual({ refused: null });
    expect(openProgramme(facts, province)).toEqual({ refused: null });
    expect(openProgramme(facts, elsewhere).refused).toBe('not-allowed');
    expect(openProgramme(facts, officer).refused).toBe('not-allowed');
  });

  test.each([
    [{ regionExists: false }, 'regionCode'],
    [{ officeRegionCode: null }, 'officeId'],
    [{ officeRegionCode: '32.74' }, 'officeId'],
    [{ targetLevel: 'PROVINCE' as const }, 'targetLevel'],
    [{ openedOn: '2024-03-02' }, 'openedOn'],
  ])('refuses %j', (change, named) => {
    expect(field(openProgramme({ ...facts, ...change }, dinsos))).toBe(named);
  });
});

describe('allocate', () => {
  const programme = { ...facts };
  const recipient = {
    id: 'org_a',
    level: 'DISTRICT' as const,
    regionCode: '32.09.05',
    status: 'ACTIVE' as const,
    taken: false,
  };
  const asked = (changes: Partial<AllocateFacts> = {}): AllocateFacts => ({
    recipients: [recipient],
    plannedFiscalYear: 2024,
    decidedOn: '2024-03-02',
    today: '2024-03-03',
    ...changes,
  });

  test('gives to an active organization of the level, inside the region', () => {
    expect(allocate(programme, asked(), dinsos)).toEqual({ refused: null });
  });

  test.each([
    [{ level: 'VILLAGE' as const, regionCode: '32.09.05.2001' }, 'recipient-of-other-level'],
    [{ regionCode: '32.74.01' }, 'recipient-outside'],
    [{ status: 'SUSPENDED' as const }, 'recipient-not-active'],
    [{ status: null }, 'recipient-not-active'],
    [{ taken: true }, 'already-allocated'],
  ])('refuses a recipient with %j', (change, refused) => {
    const recipients = [recipient, { ...recipient, ...change, id: 'org_b' }];

    expect(allocate(programme, asked({ recipients }), dinsos)).toEqual({
      refused,
      organizationId: 'org_b',
    });
  });

  test('refuses an earlier fiscal year, and a day before the opening or after today', () => {
    const refused = (changes: Partial<AllocateFacts>) =>
      field(allocate(programme, asked(changes), dinsos));
    expect(refused({ plannedFiscalYear: 2023 })).toBe('plannedFiscalYear');
    expect(refused({ decidedOn: '2024-02-28' })).toBe('decidedOn');
    expect(refused({ decidedOn: '2024-03-04' })).toBe('decidedOn');
  });

  test('is offered to those alone who may do it', () => {
    expect(programmeCommandsFor(programme, dinsos)).toEqual(['ALLOCATE']);
    expect(programmeCommandsFor(programme, elsewhere)).toEqual([]);
    expect(allocate(programme, asked(), elsewhere).refused).toBe('not-allowed');
  });
});
