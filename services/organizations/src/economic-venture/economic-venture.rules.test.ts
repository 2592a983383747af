import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { VentureStatus } from './economic-venture.rules.js';
import { commandsFor, propose, report } from './economic-venture.rules.js';

const board: Caller = {
  ...anonymous('test'),
  role: 'KT_OFFICER',
  region: '33.16.05.2001',
  organizationId: 'ours',
};
const staff: Caller = { ...anonymous('test'), role: 'DINSOS_REGENCY_STAFF', region: '33.16' };
const stranger: Caller = { ...board, organizationId: 'theirs' };
const venture = (status: VentureStatus) => ({
  status,
  organizationId: 'ours',
  regionCode: '33.16.05.2001',
});

describe('propose', () => {
  const organization = { id: 'ours', regionCode: '33.16.05.2001', status: 'ACTIVE' };

  test.each([
    ['UEP_KT', null, {}, null],
    ['UEP_KT', 7, {}, 'invalid-input'],
    ['KUBE', 5, {}, null],
    ['KUBE', 20, {}, null],
    ['KUBE', 4, {}, 'invalid-input'],
    ['KUBE', 21, {}, 'invalid-input'],
    ['KUBE', null, {}, 'invalid-input'],
    ['KUBE', 10, { regionCode: '33.16' }, 'invalid-input'],
    ['UEP_KT', null, { status: 'DISSOLVED' }, 'organization-not-active'],
  ] as const)('of a %s with %s households by %j is %s', (kind, memberHouseholds, of, refused) => {
    const by = { ...organization, ...of };

    expect(
      propose({ kind, memberHouseholds }, by, { ...board, region: by.regionCode }).refused,
    ).toBe(refused);
  });

  test('is nobody else’s', () => {
    const input = { kind: 'UEP_KT' as const, memberHouseholds: null };

    expect(propose(input, organization, staff).refused).toBeNull();
    expect(propose(input, organization, stranger).refused).toBe('not-allowed');
  });
});

describe('commandsFor', () => {
  test.each([
    ['PROPOSED', board, ['CLOSE']],
    ['PROPOSED', staff, ['VERIFY', 'CLOSE']],
    ['VERIFIED', board, ['ACTIVATE', 'CLOSE']],
    ['ACTIVE', board, ['REST', 'CLOSE', 'REPORT']],
    ['DORMANT', board, ['ACTIVATE', 'CLOSE']],
    ['CLOSED', staff, []],
    ['ACTIVE', stranger, []],
  ] as const)('from %s', (status, caller, commands) => {
    expect(commandsFor(venture(status), caller)).toEqual(commands);
  });
});

describe('report', () => {
  test.each([
    ['ACTIVE', '2020-10-01', null],
    ['ACTIVE', '2020-11-01', 'invalid-input'],
    ['ACTIVE', '2020-10-02', 'invalid-input'],
    ['DORMANT', '2020-10-01', 'wrong-state'],
  ] as const)('from %s of %s is %s', (status, month, refused) => {
    expect(report(venture(status), { month, today: '2020-10-28' }, board).refused).toBe(refused);
  });
});
