import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { recordPermit } from './permit.rules.js';

const staff = { ...anonymous('test'), role: 'DINSOS_REGENCY_STAFF' as const, region: '63.71' };
const lks = { kind: 'LKS' as const, regionCode: '63.71.01.1001', registeredNumber: 'LKS-1' };
const period = { validFrom: '2024-01-01', validTo: '2029-01-01', today: '2024-02-01' };

describe('recordPermit', () => {
  const decide = (organization = {}, days = {}, caller = {}) =>
    recordPermit(
      'recordAccreditation',
      { ...lks, ...organization },
      { ...period, ...days },
      { ...staff, ...caller },
    );

  test('lets the office of the regency record it', () => {
    expect(decide()).toEqual({ refused: null });
  });

  test.each([
    ['an office of elsewhere', {}, {}, { region: '63.72' }, 'not-allowed'],
    ['the institution itself', {}, {}, { role: 'PSKS_WORKER' as const }, 'not-allowed'],
    ['a Karang Taruna', { kind: 'KARANG_TARUNA' as const }, {}, {}, 'invalid-input'],
    ['who is not registered', { registeredNumber: null }, {}, {}, 'not-registered'],
    ['a day to come', {}, { validFrom: '2024-02-02' }, {}, 'invalid-input'],
    ['an empty period', {}, { validTo: '2024-01-01' }, {}, 'invalid-input'],
  ])('refuses %s', (_who, organization, days, caller, refused) => {
    expect(decide(organization, days, caller).refused).toBe(refused);
  });
});
