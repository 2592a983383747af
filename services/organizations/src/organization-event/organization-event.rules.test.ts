import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { EventPlan, OrganizationEventStatus } from './organization-event.rules.js';
import { commandsFor, link, plan, step } from './organization-event.rules.js';

const board: Caller = {
  ...anonymous('test'),
  role: 'KT_OFFICER',
  region: '36',
  organizationId: 'banten',
};
const office: Caller = { ...anonymous('test'), role: 'DINSOS_PROVINCE_STAFF', region: '36' };
const stranger: Caller = { ...board, organizationId: 'another' };
const today = '2019-10-31';

const event = (status: OrganizationEventStatus = 'PLANNED', startsOn = '2019-10-30') => ({
  status,
  startsOn,
  organizationId: 'banten',
  regionCode: '36',
});

describe('plan', () => {
  const host = { id: 'banten', regionCode: '36', status: 'ACTIVE', level: 'PROVINCE' as const };
  const venue = { regionCode: '36.04.22', regionExists: true, derivedBecause: null };
  const input: EventPlan = {
    kind: 'RAKERDA',
    startsOn: '2019-10-30',
    endsOn: '2019-10-30',
    venue,
  };
  const decide = (facts: Partial<EventPlan> = {}, of = {}, caller = board) =>
    plan({ ...input, ...facts }, { ...host, ...of }, caller);

  test('is the board’s, or the office’s above it', () => {
    expect(decide()).toEqual({ refused: null });
    expect(decide({}, {}, office)).toEqual({ refused: null });
    expect(decide({}, {}, stranger).refused).toBe('not-allowed');
    expect(decide({}, {}, { ...office, region: '32' }).refused).toBe('not-allowed');
  });

  test.each([
    [{}, { status: 'DORMANT' }, 'organization-not-active'],
    [{}, { level: 'VILLAGE' }, 'invalid-input'],
    [{ kind: 'BULAN_BHAKTI' as const }, { level: 'VILLAGE' }, null],
    [{ endsOn: '2019-10-29' }, {}, 'invalid-input'],
    [{ venue: null }, {}, null],
    [{ venue: { ...venue, regionExists: false } }, {}, 'invalid-input'],
    [{ venue: { ...venue, regionCode: null, derivedBecause: 'So.' } }, {}, 'invalid-input'],
  ])('of %j by %j is %s', (facts, of, refused) => {
    expect(decide(facts, of).refused).toBe(refused);
  });
});

describe('step', () => {
  test.each([
    ['HOLD', event(), null],
    ['HOLD', event('PLANNED', '2019-11-01'), 'too-early'],
    ['HOLD', event('HELD'), 'wrong-state'],
    ['CANCEL', event('PLANNED', '2019-11-01'), null],
    ['CANCEL', event('HELD'), 'wrong-state'],
    ['LINK', event('HELD'), null],
    ['LINK', event('CANCELLED'), 'wrong-state'],
  ] as const)('%s of %j is %s', (command, of, refused) => {
    expect(step(command, of, today, board).refused).toBe(refused);
  });

  test('is nobody else’s', () => {
    expect(commandsFor(event(), today, stranger)).toEqual([]);
    expect(commandsFor(event(), today, board)).toEqual(['LINK', 'HOLD', 'CANCEL']);
    expect(commandsFor(event('HELD'), today, office)).toEqual(['LINK']);
  });
});

describe('link', () => {
  const own = { organizationId: 'banten' };

  test.each([
    [{ asked: 2, found: [own, own] }, null],
    [{ asked: 0, found: [] }, null],
    [{ asked: 2, found: [own] }, 'invalid-input'],
    [{ asked: 1, found: [{ organizationId: 'another' }] }, 'invalid-input'],
  ])('of %j is %s', (activities, refused) => {
    expect(link(event(), activities, today, board).refused).toBe(refused);
  });
});
