import { describe, expect, test } from '@jest/globals';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { roles } from '@jejaring/schema/roles';
import * as fc from 'fast-check';
import type { Listener, Told } from './audience.rules.js';
import { audienceOf, hasAudience, mayHear } from './audience.rules.js';

const types = [...contractsByType.keys()];

const anEvent = (type: string, region: string | null): Told => ({
  type,
  region,
  data: contractsByType.get(type)?.sample ?? {},
});

const aListener = (change: Partial<Listener> = {}): Listener => ({
  role: 'DINSOS_REGENCY_STAFF',
  region: '32.79',
  organizationId: null,
  ...change,
});

const mine = 'org_01jd2ah9p4e8x9y6c1v2b3n4m5';
const listeners = fc.record({
  role: fc.constantFrom(...roles),
  region: fc.constantFrom(null, '', '32', '32.79', '32.79.04.2006', '36'),
  organizationId: fc.constantFrom(null, mine, 'org_01jd2ah9p4e8x9y6c1v2b3n4m6'),
});
const regions = fc.constantFrom(null, '32', '32.79', '32.79.04.2006', '36.04');

describe('audienceOf', () => {
  test.each(types)('was decided for %s', (type) => {
    expect(hasAudience(type)).toBe(true);
  });

  test('is nobody for an event that nobody decided about', () => {
    expect(audienceOf('welfare-cases.neighbour.asked.v1')).toBe('NOBODY');
  });

  test('is restricted or nobody for everything of one case', () => {
    const ofCases = [...contractsByType.values()].filter(({ key }) => key === 'caseId');
    const wide = ofCases.filter(({ type }) => !['RESTRICTED', 'NOBODY'].includes(audienceOf(type)));
    expect(wide).toEqual([]);
  });
});

describe('mayHear', () => {
  test('tells the public nothing that is not for everybody', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), regions, listeners, (type, region, listener) => {
        const told = mayHear(anEvent(type, region), { ...listener, role: 'PUBLIC' });
        return told === (audienceOf(type) === 'EVERYBODY');
      }),
    );
  });

  test('tells of a case only those whose region holds it, or who act for an organization it names', () => {
    const restricted = types.filter((type) => audienceOf(type) === 'RESTRICTED');
    fc.assert(
      fc.property(fc.constantFrom(...restricted), regions, listeners, (type, region, listener) => {
        const event = anEvent(type, region);
        const own = listener.organizationId !== null && event.data['toOrganizationId'] === mine;
        const inside =
          listener.region === '' ||
          (listener.region !== null &&
            region !== null &&
            `${region}.`.startsWith(`${listener.region}.`));
        return !mayHear(event, listener) || inside || (own && listener.organizationId === mine);
      }),
    );
  });

  test('tells nobody of what is for nobody, whoever they are', () => {
    const forNobody = types.filter((type) => audienceOf(type) === 'NOBODY');
    fc.assert(
      fc.property(fc.constantFrom(...forNobody), regions, listeners, (type, region, listener) =>
        expect(mayHear(anEvent(type, region), listener)).toBe(false),
      ),
    );
  });

  test('tells an office of a case in its region, and the receiver of a referral from elsewhere', () => {
    const sent = 'welfare-cases.referral.sent.v1';
    const receiver = aListener({ role: 'KT_OFFICER', region: '36.04.22', organizationId: mine });
    expect([
      mayHear(anEvent('welfare-cases.case.accepted.v1', '32.79.04.2006'), aListener()),
      mayHear(anEvent(sent, '32.79.04.2006'), receiver),
      mayHear(anEvent(sent, '32.79.04.2006'), { ...receiver, organizationId: null }),
      mayHear(anEvent('welfare-cases.case.accepted.v1', '32.7'), aListener()),
      mayHear(anEvent('welfare-cases.case.accepted.v1', null), aListener()),
    ]).toEqual([true, true, false, false, false]);
  });

  test.each(['KEMENSOS_STAFF', 'AUDITOR', 'SYSTEM_SUBSCRIBER', 'TRAINER', 'KT_MEMBER'])(
    'tells %s of no case, whatever the region',
    (role) => {
      const everywhere = aListener({ role, region: '', organizationId: mine });
      expect(mayHear(anEvent('welfare-cases.referral.sent.v1', '32.79'), everywhere)).toBe(false);
    },
  );
});
