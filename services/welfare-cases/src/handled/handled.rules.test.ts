import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import { may } from '@jejaring/trust/rights/policy.rules';
import { roles } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { measurers } from '../network/network.rules.js';
import { handledCasePolicy } from './handled.rules.js';

const row = { organizationId: 'own', regionCode: '32.79.04.2006' };
const reads = (fields: Parameters<typeof aCaller>[0]) =>
  may(measurers('organization_id'), aCaller(fields), row);

describe('handledCasePolicy', () => {
  test('tells those who act for the organization and the offices above it', () => {
    expect(reads({ role: 'KT_OFFICER', organizationId: 'own' })).toBe(true);
    expect(reads({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' })).toBe(true);
    expect(reads({ role: 'DINSOS_PROVINCE_HEAD', region: '32' })).toBe(true);
  });

  test('tells nobody of another organization or another region', () => {
    const elsewhere = fc.constantFrom('32.09', '33', '32.79.04.2003');
    fc.assert(
      fc.property(fc.constantFrom(...roles), elsewhere, (role, region) => {
        expect(reads({ role, region, organizationId: 'other' })).toBe(false);
      }),
    );
  });

  test('is read by those alone, and written by the service', () => {
    expect(handledCasePolicy.read).toEqual(measurers('organization_id'));
    expect(handledCasePolicy.write).toEqual([]);
  });
});
