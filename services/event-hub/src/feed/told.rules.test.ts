import { describe, expect, test } from '@jest/globals';
import { audienceOf, mayHear } from '@jejaring/callers/audience.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { roles } from '@jejaring/schema/roles';
import { canRead } from '@jejaring/trust/rights/policy.rules';
import * as fc from 'fast-check';
import { feedEventPolicy, subscribers } from './feed.rules.js';
import { chooseTypes, typesTold } from './told.rules.js';

const types = [...contractsByType.keys()];
const regions = fc.constantFrom('', '32', '32.79', '32.79.04.2006', '36', '36.04');
const callers = fc.record({
  role: fc.constantFrom(...roles),
  region: fc.option(regions),
});

describe('typesTold', () => {
  test('opens, with the wall of the region, nothing that the single event would not', () => {
    fc.assert(
      fc.property(callers, fc.constantFrom(...types), regions, (claim, type, place) => {
        const caller = { ...anonymous('test'), ...claim };
        const isOpen =
          canRead(feedEventPolicy, caller, { regionCode: place }) &&
          typesTold(caller.role).includes(type);
        const listener = { ...claim, organizationId: null };
        // As events say it: what has no place has none, and is kept as the nation's.
        const region = place === '' ? null : place;
        return !isOpen || mayHear({ type, region, data: {} }, listener);
      }),
    );
  });

  test('opens to a subscriber all that each single event of their region would', () => {
    fc.assert(
      fc.property(fc.constantFrom(...subscribers), fc.constantFrom(...types), (role, type) => {
        const listener = { role, region: '32', organizationId: null };
        const hears = mayHear({ type, region: '32.79', data: {} }, listener);
        expect(typesTold(role).includes(type)).toBe(hears);
      }),
    );
  });

  test('opens nothing to whoever does not subscribe', () => {
    const others = roles.filter((role) => !(subscribers as readonly string[]).includes(role));
    expect(others.flatMap((role) => typesTold(role))).toEqual([]);
  });

  test('opens cases to offices of their place alone, not to systems and not to the ministry', () => {
    const restricted = types.filter((type) => audienceOf(type) === 'RESTRICTED');
    const hears = subscribers.filter((role) =>
      restricted.some((type) => typesTold(role).includes(type)),
    );
    expect(hears).toEqual([
      'DINSOS_REGENCY_STAFF',
      'DINSOS_REGENCY_HEAD',
      'DINSOS_PROVINCE_STAFF',
      'DINSOS_PROVINCE_HEAD',
    ]);
  });
});

describe('chooseTypes', () => {
  test('takes a name, and everything below a name', () => {
    expect(chooseTypes('SYSTEM_SUBSCRIBER', ['awards.award.*', 'awards.award.granted.v1'])).toEqual(
      ['awards.award.granted.v1', 'awards.award.presented.v1', 'awards.award.revoked.v1'],
    );
    expect(chooseTypes('SYSTEM_SUBSCRIBER', ['awards.*'])).toEqual(
      typesTold('SYSTEM_SUBSCRIBER').filter((type) => type.startsWith('awards.')),
    );
  });

  test('refuses what there is not, and what is not for the role', () => {
    expect(chooseTypes('SYSTEM_SUBSCRIBER', ['awards.prize.*'])).toEqual({
      refused: 'unknown-type',
      asked: 'awards.prize.*',
    });
    expect(chooseTypes('KEMENSOS_STAFF', ['welfare-cases.referral.*'])).toEqual({
      refused: 'type-not-yours',
      asked: 'welfare-cases.referral.*',
    });
  });

  test('does not take half a word for a name', () => {
    expect(chooseTypes('SYSTEM_SUBSCRIBER', ['awards.award'])).toMatchObject({
      refused: 'unknown-type',
    });
  });

  test('never chooses more than the role is told', () => {
    const parts = fc.constantFrom(...types.flatMap((type) => [type, `${type.split('.')[0]}.*`]));
    fc.assert(
      fc.property(fc.constantFrom(...subscribers), fc.array(parts), (role, patterns) => {
        const chosen = chooseTypes(role, patterns);
        if ('refused' in chosen) return true;
        return chosen.every((type) => typesTold(role).includes(type));
      }),
    );
  });
});
