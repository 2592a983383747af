import { describe, expect, test } from '@jest/globals';
import { roles } from '@jejaring/schema/roles';
import { readClaims } from './claims.rules.js';

describe('readClaims', () => {
  test('accepts every role of the graph', () => {
    for (const role of roles)
      expect(readClaims({ role, region: '32.79' })).toHaveProperty('role', role);
  });

  test('refuses a role nobody knows', () => {
    expect(readClaims({ role: 'MAYOR' })).toHaveProperty('refused');
  });

  test('refuses a region that is not a dotted code', () => {
    for (const region of ['3279', '32.7', '32.79.4', '32.79; drop', "'"]) {
      expect(readClaims({ role: 'JUROR', region })).toHaveProperty('refused');
    }
  });

  test('gives the nation only to national roles or when it is asked for', () => {
    expect(readClaims({ role: 'KEMENSOS_STAFF' })).toHaveProperty('region', '');
    expect(readClaims({ role: 'AUDITOR', region: 'ID' })).toHaveProperty('region', '');
    expect(readClaims({ role: 'DINSOS_REGENCY_STAFF' })).not.toHaveProperty('region');
  });

  test('never gives the public a region', () => {
    expect(readClaims({ role: 'PUBLIC', region: '32' })).not.toHaveProperty('region');
  });

  test('refuses an identifier of another kind', () => {
    const office = 'org_01jd2q3r4s5t6v7w8x9y0z1a2b';
    expect(readClaims({ role: 'KT_OFFICER', office })).toHaveProperty('refused');
  });
});
