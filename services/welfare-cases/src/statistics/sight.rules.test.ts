import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles, socialOffices } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { sightOf } from './sight.rules.js';

const as = (role: Caller['role'], region: string | null = null): Caller => ({
  ...anonymous('r'),
  role,
  region,
});

describe('the sight', () => {
  test.each([
    ['the office in charge', as('DINSOS_REGENCY_STAFF', '32.79'), 'CHARGE'],
    ['the province above', as('DINSOS_PROVINCE_HEAD', '32'), 'CHARGE'],
    ['the ministry', as('KEMENSOS_STAFF', ''), 'CHARGE'],
    ['an office elsewhere', as('DINSOS_REGENCY_STAFF', '33.16'), 'OFFICIAL'],
    ['a district officer elsewhere', as('DISTRICT_HEAD', '33.16.05'), 'OFFICIAL'],
    ['a youth officer of the place', as('KT_OFFICER', '32.79'), 'PUBLIC'],
    ['the public', as('PUBLIC'), 'PUBLIC'],
  ])('of %s', (_who, caller, widest) => {
    const { audiences, inCharge } = sightOf(caller, '32.79');

    expect(audiences.at(-1)).toBe(widest);
    expect(inCharge).toBe(widest === 'CHARGE');
  });

  test('ends at the regency for the public and at the district for officials', () => {
    const regions = ['', '32', '32.79', '32.79.04', '32.79.04.2006'];
    const counted = (caller: Caller) => regions.map((region) => sightOf(caller, region).counted);

    expect(counted(as('PUBLIC'))).toEqual([true, true, true, false, false]);
    expect(counted(as('VILLAGE_HEAD', '33.16.05.1014'))).toEqual([true, true, true, true, false]);
    expect(counted(as('KEMENSOS_STAFF', ''))).toEqual([true, true, true, true, true]);
  });

  test('is of what is only for those in charge for nobody but offices of the place', () => {
    const places = fc.constantFrom(null, '', '32', '32.79', '33', '33.16');
    fc.assert(
      fc.property(fc.constantFrom(...roles), places, places, (role, own, asked) => {
        const { inCharge } = sightOf(as(role, own), asked ?? '');
        const office = (socialOffices as readonly string[]).includes(role);
        const within = own === '' || (own !== null && (asked ?? '').startsWith(own));
        expect(inCharge).toBe(office && within);
      }),
    );
  });
});
