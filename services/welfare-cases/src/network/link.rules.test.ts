import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles, socialOffices } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { draw, end } from './link.rules.js';
import { acceptanceRate, mayMeasure } from './network.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const as = (fields: Partial<Caller>): Caller => ({ ...anonymous('r'), ...fields });
const officer = as({ role: 'KT_OFFICER', organizationId: 'o1', region: '32.79.04.2006' });
const anEnd = (id: string, fields: object = {}) => ({
  id,
  regionCode: '32.79.04.2006',
  status: 'ACTIVE',
  ...fields,
});
const asked = { from: 'org_1', to: 'org_2' };

describe('a link', () => {
  test('is drawn by the officers of one side or its office, and by nobody else', () => {
    const drawn = (caller: Caller) => draw(anEnd('o1'), anEnd('o2'), asked, caller).refused;

    expect(drawn(officer)).toBeNull();
    expect(drawn(as({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' }))).toBeNull();
    expect(drawn({ ...officer, organizationId: 'o2' })).toBe('not-allowed');
    expect(drawn(as({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' }))).toBe('not-allowed');
  });

  test('leads from one active organization to another', () => {
    const dormant = { status: 'DORMANT' };
    expect(draw(anEnd('o1'), anEnd('o1'), asked, officer).refused).toBe('partner-is-self');
    expect(draw(anEnd('o1'), anEnd('o2', dormant), asked, officer).refused).toBe(
      'partner-not-active',
    );
    expect(draw(anEnd('o1'), null, asked, officer)).toEqual({ refused: 'not-found', id: 'org_2' });
  });

  test('ends once', () => {
    const link = { fromOrganizationId: 'o1', regionCode: '32.79.04.2006', validTo: null };
    expect(end(link, officer, now)).toEqual({ refused: null, validTo: now });
    expect(end({ ...link, validTo: now }, officer, now).refused).toBe('link-ended');
    expect(end(link, { ...officer, organizationId: 'o2' }, now).refused).toBe('not-allowed');
  });
});

describe('the measures of an organization', () => {
  test('are its own officers’ and the offices’ above it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.constantFrom('o1', 'o2'),
        (role, organizationId) => {
          const caller = as({ role, organizationId, region: '32.79' });
          const own = (role === 'KT_OFFICER' || role === 'PSKS_WORKER') && organizationId === 'o1';
          const above = (socialOffices as readonly string[]).includes(role);
          expect(mayMeasure(anEnd('o1'), caller)).toBe(own || above);
          expect(mayMeasure(anEnd('o1', { regionCode: '33.16' }), caller)).toBe(own);
        },
      ),
    );
  });

  test('rate acceptance among what was answered', () => {
    expect([acceptanceRate(2, 1), acceptanceRate(0, 0), acceptanceRate(0, 3)]).toEqual([
      6667,
      null,
      0,
    ]);
  });
});
