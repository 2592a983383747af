import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous, covers } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import * as fc from 'fast-check';
import { subscribers } from '../feed/feed.rules.js';
import type { SubscriptionState, SubscriptionStatus } from './subscription.rules.js';
import { create, retire, step, subscriptionCommandsFor } from './subscription.rules.js';

const aCaller = (fields: Partial<Caller>): Caller => ({ ...anonymous('r'), id: 'me', ...fields });
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const facts = {
  endpoint: 'https://events.example.go.id/in',
  types: ['training.*'],
  regionCode: '32.79',
  standing: 0,
  loopback: false,
  isPublic: (address: string) => address === '8.8.8.8',
};
const aRow = (fields: Partial<SubscriptionState> = {}): SubscriptionState => ({
  regionCode: '32.79',
  maker: 'me',
  makerRole: 'DINSOS_REGENCY_STAFF',
  status: 'ACTIVE',
  ground: null,
  ...fields,
});
const regions = fc.constantFrom(null, '', '32', '32.79', '32.79.04', '36');

describe('create', () => {
  test('is for subscribers, within their region, and for nobody else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), regions, regions, (role, region, regionCode) => {
        const asked = { ...facts, regionCode: regionCode ?? '', types: ['awards.*'] };
        const { refused } = create(asked, aCaller({ role, region }));
        const may =
          (subscribers as readonly string[]).includes(role) && covers(region, asked.regionCode);
        return may ? refused === null : refused === 'not-allowed';
      }),
    );
  });

  test.each([
    ['endpoint', { endpoint: 'http://events.example.go.id/in' }],
    ['endpoint', { endpoint: 'https://10.0.0.1/in' }],
    ['endpoint', { standing: 100 }],
    ['types', { types: ['training.*', 'training.nothing.happened.v1'] }],
    ['types', { types: ['organizations.appointment.made.v1'] }],
    ['types', { types: ['welfare-cases.consent.*'] }],
  ])('names %s where it is at fault: %j', (field, change) => {
    const refusal = create({ ...facts, ...change }, staff);
    expect(refusal).toMatchObject({ refused: 'invalid-input', field });
  });

  test('lets a role ask for what it may be told of, and for nothing else', () => {
    expect(create({ ...facts, types: ['welfare-cases.case.*'] }, staff).refused).toBeNull();
    const system = aCaller({ role: 'SYSTEM_SUBSCRIBER', region: '32.79' });
    expect(create({ ...facts, types: ['welfare-cases.case.*'] }, system)).toMatchObject({
      field: 'types',
    });
  });
});

describe('step', () => {
  const all: SubscriptionStatus[] = [
    'VERIFYING',
    'UNVERIFIED',
    'ACTIVE',
    'PAUSED',
    'DISABLED',
    'ENDED',
  ];

  test.each<[SubscriptionStatus, string[]]>([
    ['VERIFYING', ['ROTATE_SECRET', 'END']],
    ['UNVERIFIED', ['VERIFY', 'ROTATE_SECRET', 'END']],
    ['ACTIVE', ['PAUSE', 'ROTATE_SECRET', 'TEST', 'REPLAY', 'END']],
    ['PAUSED', ['RESUME', 'ROTATE_SECRET', 'REPLAY', 'END']],
    ['DISABLED', ['VERIFY', 'ROTATE_SECRET', 'END']],
    ['ENDED', []],
  ])('of one that is %s may be %j', (status, commands) => {
    expect(subscriptionCommandsFor(aRow({ status }), staff)).toEqual(commands);
  });

  test('is nobody’s outside of the region, nor that of another system', () => {
    const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '36.04' });
    const system = aCaller({ role: 'SYSTEM_SUBSCRIBER', region: '32.79' });
    for (const status of all) {
      expect(subscriptionCommandsFor(aRow({ status }), elsewhere)).toEqual([]);
      expect(subscriptionCommandsFor(aRow({ status, maker: 'them' }), system)).toEqual([]);
    }
    expect(subscriptionCommandsFor(aRow(), system)).not.toEqual([]);
  });

  test('takes on what somebody left only for a colleague of the same role', () => {
    const left = aRow({ status: 'DISABLED', ground: 'STANDING_ENDED', maker: 'them' });
    const head = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
    expect(step('VERIFY', left, staff).refused).toBeNull();
    expect(step('VERIFY', left, head)).toMatchObject({ refused: 'not-allowed' });
    expect(step('VERIFY', { ...left, ground: 'ENDPOINT_GONE' }, head).refused).toBeNull();
  });
});

describe('retire', () => {
  const now = new Date('2026-11-20T02:00:00Z');
  const key = (id: string, hoursAgo: number) => ({
    id,
    signature: 'V1' as const,
    madeAt: new Date(now.getTime() - hoursAgo * 3_600_000),
    expiresAt: null,
  });

  test('leaves the newest for the overlap and no other: two sign at once, never three', () => {
    expect(retire([key('old', 48), key('new', 1)], now, 24)).toEqual([
      { id: 'old', expiresAt: now },
      { id: 'new', expiresAt: new Date('2026-11-21T02:00:00Z') },
    ]);
  });

  test('ends it at once where nothing is to overlap', () => {
    expect(retire([key('leaked', 1)], now, 0)).toEqual([{ id: 'leaked', expiresAt: now }]);
    expect(retire([], now, 24)).toEqual([]);
  });
});
