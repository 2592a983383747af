import { describe, expect, test } from '@jest/globals';
import { may } from '@jejaring/trust/rights/policy.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous, covers } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice, roles } from '@jejaring/schema/roles';
import fc from 'fast-check';
import type { Person } from './officer.rules.js';
import { amend, commandsFor, judgePerson, officerPolicy, register } from './officer.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const village = '32.79.04.2006';
const organization = {
  id: 'ours',
  kind: 'KARANG_TARUNA',
  status: 'ACTIVE',
  regionCode: village,
} as const;
const person: Person = {
  nik: null,
  birthDate: '1990-03-12',
  sex: 'FEMALE',
  residenceExists: true,
  officialPositions: [],
};
const as = (fields: Partial<Caller>): Caller => ({ ...anonymous('test'), ...fields });
const officer = as({ role: 'KT_OFFICER', region: village, organizationId: 'ours' });
const staff = as({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

describe('registering an officer', () => {
  test('is for the own organization or for an office that covers it', () => {
    expect(register(organization, person, now, officer)).toMatchObject({ refused: null });
    expect(register(organization, person, now, staff)).toMatchObject({ refused: null });
  });

  test('is nobody else’s, whatever their region', () => {
    const regions = ['32.79.04.2006', '32.79', '32', '36', ''];
    const caller = fc.record({
      role: fc.constantFrom(...roles),
      region: fc.constantFrom(...regions),
      organizationId: fc.constantFrom('ours', 'theirs', null),
    });
    fc.assert(
      fc.property(caller, (fields) => {
        const { refused } = register(organization, person, now, as(fields));
        const office = ([...regencyOffice, ...provinceOffice] as string[]).includes(fields.role);
        const allowed =
          (office && covers(fields.region, village)) ||
          (fields.role === 'KT_OFFICER' && fields.organizationId === 'ours');
        return (refused === null) === allowed;
      }),
    );
  });

  test.each([
    { kind: 'LKS' as const },
    { status: 'DRAFT' as const },
    { status: 'DISSOLVED' as const },
  ])('is refused for %j', (fields) => {
    expect(register({ ...organization, ...fields }, person, now, staff)).toMatchObject({
      refused: 'invalid-input',
      field: 'organizationId',
    });
  });
});

describe('what is said of a person', () => {
  test.each([
    ['residenceRegion', { residenceExists: false }],
    ['birthDate', { birthDate: '2026-11-21' }],
    ['nik', { nik: '9999993102900001' }],
    [
      'officialPositions',
      {
        officialPositions: [
          { kind: 'MAYOR' as const, regionCode: '32.79', from: '2020-01-01', to: '2020-01-01' },
        ],
      },
    ],
  ])('is refused by its field: %s', (field, fields) => {
    expect(judgePerson({ ...person, ...fields }, now)).toMatchObject({
      refused: 'invalid-input',
      field,
    });
  });

  test('is warned of where it differs from the identity number', () => {
    expect(judgePerson({ ...person, nik: '9999995203900001' }, now)).toEqual({
      refused: null,
      nikWarnings: [],
    });
    expect(judgePerson({ ...person, nik: '9999991203900001' }, now)).toEqual({
      refused: null,
      nikWarnings: ['NIK_SEX_MISMATCH'],
    });
  });
});

describe('amending an officer', () => {
  const row = { organizationId: 'ours', regionCode: village };

  test('lets the organization correct a person, but an office alone link the account', () => {
    const linking = { linksAccount: true, now };

    expect(amend(row, person, { linksAccount: false, now }, officer).refused).toBeNull();
    expect(amend(row, person, linking, officer)).toMatchObject({ refused: 'not-allowed' });
    expect(amend(row, person, linking, staff).refused).toBeNull();
    expect(commandsFor(row, officer)).toEqual(['AMEND', 'REVEAL']);
    expect(commandsFor(row, staff)).toEqual(['AMEND', 'LINK_ACCOUNT', 'REVEAL']);
  });

  test('is no matter of heads of village, who may only look', () => {
    const head = as({ role: 'VILLAGE_HEAD', region: village });

    expect(amend(row, person, { linksAccount: false, now }, head).refused).toBe('not-allowed');
    expect(may(officerPolicy.write as never, head, row)).toBe(false);
  });
});
