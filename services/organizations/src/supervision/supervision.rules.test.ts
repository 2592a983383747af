import { describe, expect, test } from '@jest/globals';
import { supervisionOf } from './supervision.rules.js';

describe('supervisionOf', () => {
  test.each([
    ['32.79.04.2006', 'KEPALA_DESA', 'KEPALA_DINSOS_KAB_KOTA', '32.79'],
    ['32.79.01.1006', 'LURAH', 'KEPALA_DINSOS_KAB_KOTA', '32.79'],
    ['32.79.04', 'CAMAT', 'KASI_SOSIAL_KECAMATAN', '32.79.04'],
    ['32.79', 'WALI_KOTA', 'KEPALA_DINSOS_KAB_KOTA', '32.79'],
    ['33.16', 'BUPATI', 'KEPALA_DINSOS_KAB_KOTA', '33.16'],
    ['36', 'GUBERNUR', 'KEPALA_DINSOS_PROVINSI', '36'],
    ['', 'MENTERI_DALAM_NEGERI', 'MENTERI_SOSIAL', ''],
  ])('of %s is %s in general and %s in its work', (code, general, functional, at) => {
    expect(supervisionOf(code)).toMatchObject([
      { kind: 'GENERAL', position: general, regionCode: code },
      { kind: 'FUNCTIONAL', position: functional, regionCode: at },
    ]);
  });
});
