import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { register } from './office.rules.js';

const ministry = { ...anonymous('test'), role: 'KEMENSOS_STAFF' as const, region: '' };
const province = { ...anonymous('test'), role: 'DINSOS_PROVINCE_HEAD' as const, region: '32' };
const nation = { kind: 'KEMENSOS' as const, regionCode: '' };
const regency = { kind: 'DINSOS_KAB_KOTA' as const, regionCode: '32.79' };

describe('register', () => {
  test('adds an office of a region, and the ministry for the nation', () => {
    expect(register(regency, true, province).refused).toBeNull();
    expect(register(nation, true, ministry).refused).toBeNull();
  });

  test('refuses an unknown region, a regency office of the nation and a ministry of a region', () => {
    const fault = { refused: 'invalid-input', field: 'regionCode' };

    expect(register(regency, false, ministry)).toMatchObject(fault);
    expect(register({ ...regency, regionCode: '' }, true, ministry)).toMatchObject(fault);
    expect(register({ ...nation, regionCode: '32' }, true, ministry)).toMatchObject(fault);
  });

  test('is for whoever keeps the list of that region', () => {
    expect(register(nation, true, province).refused).toBe('not-allowed');
    expect(register({ ...regency, regionCode: '33.16' }, true, province).refused).toBe(
      'not-allowed',
    );
  });
});
