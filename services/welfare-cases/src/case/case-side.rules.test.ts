import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { followUp, nextAftercare, reopen } from './case-aftercare.rules.js';
import { hold, liftRestriction, reject, restrict } from './case-pause.rules.js';
import type { CaseState, CaseStatus } from './case.rules.js';
import { assessmentDue, caseStatuses, intervene, isOpen, step } from './case.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const as = (fields: Partial<Caller>): Caller => ({ ...anonymous('r'), ...fields });
const staff = as({ id: 'staff', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const officer = as({ id: 'dpo', role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
const worker = as({ role: 'KT_OFFICER', region: '32.79.04', organizationId: 'o1' });
const aState = (fields: Partial<CaseState> = {}) => ({
  id: 'c1',
  status: 'IN_SERVICE' as CaseStatus,
  urgency: 'NORMAL' as CaseState['urgency'],
  pausedFrom: null,
  regionCode: '32.79.04.2006',
  assignedOrganizationId: 'o1',
  reportedByOrganizationId: null,
  reportedBy: null,
  sealed: false,
  terminationProposedBy: null,
  closedAt: null,
  aftercareDueOn: null,
  ...fields,
});

describe('a hold', () => {
  test('keeps where the case stood, and goes back there', () => {
    const held = hold(aState({ status: 'PLANNED' }), '2026-12-01', worker, now);
    expect(held).toEqual({ refused: null, status: 'ON_HOLD', pausedFrom: 'PLANNED' });

    const state = aState({ status: 'ON_HOLD', pausedFrom: 'PLANNED' });
    expect(step('RESUME', state, worker)).toEqual({ refused: null, status: 'PLANNED' });
  });

  test.each([
    ['today', '2026-11-20', false],
    ['tomorrow', '2026-11-21', true],
    ['in half a year', '2027-05-20', true],
    ['a day later than that', '2027-05-21', false],
  ])('that is reviewed %s', (_when, reviewOn, allowed) => {
    expect(hold(aState(), reviewOn, worker, now).refused === null).toBe(allowed);
  });

  test('is for cases that somebody still has to bring to an end', () => {
    const may = caseStatuses.filter(
      (status) => hold(aState({ status }), '2026-12-01', staff, now).refused === null,
    );
    expect(may).toEqual([
      'REPORTED',
      'ACCEPTED',
      'ASSESSED',
      'PLANNED',
      'IN_SERVICE',
      'TERMINATING',
    ]);
  });
});

describe('a rejection', () => {
  const reported = aState({ status: 'REPORTED' });

  test.each([
    ['OUT_OF_SCOPE', null, true],
    ['UNFOUNDED', null, true],
    ['UNFOUNDED', 'c2', false],
    ['DUPLICATE', null, false],
    ['DUPLICATE', 'c1', false],
    ['DUPLICATE', 'c2', true],
  ] as const)('for %s of %s', (reason, duplicateOf, allowed) => {
    const decision = reject(reported, { reason, duplicateOf }, staff);
    expect(decision.refused).toBe(allowed ? null : 'invalid-input');
  });

  test('is the desk’s and the office’s, before anybody took the case on', () => {
    const why = { reason: 'UNFOUNDED', duplicateOf: null } as const;
    expect(reject(reported, why, worker).refused).toBe('not-allowed');
    expect(reject(aState({ status: 'ACCEPTED' }), why, staff).refused).toBe('wrong-state');
  });
});

describe('a restriction', () => {
  test('is put on by the data protection officer of the region only', () => {
    expect(restrict(aState(), officer)).toMatchObject({ refused: null, pausedFrom: 'IN_SERVICE' });
    expect(restrict(aState(), staff).refused).toBe('not-allowed');
    expect(restrict(aState(), { ...officer, region: '33' }).refused).toBe('not-allowed');
  });

  test('ends a hold, and leads back to before it', () => {
    const held = aState({ status: 'ON_HOLD', pausedFrom: 'PLANNED' });
    expect(restrict(held, officer)).toMatchObject({ pausedFrom: 'PLANNED', reviewOn: null });

    const state = aState({ status: 'RESTRICTED', pausedFrom: 'PLANNED' });
    expect(liftRestriction(state, 'PUBLIC_TASK', officer)).toMatchObject({ status: 'PLANNED' });
  });

  test('is not lifted on the consent that is no more', () => {
    const state = aState({ status: 'RESTRICTED', pausedFrom: 'PLANNED' });
    expect(liftRestriction(state, 'CONSENT', officer)).toEqual({ refused: 'consent-withdrawn' });
  });

  test('leaves the case open or closed as it was', () => {
    expect(isOpen({ status: 'RESTRICTED', pausedFrom: 'CLOSED' })).toBe(false);
    expect(isOpen({ status: 'RESTRICTED', pausedFrom: 'REPORTED' })).toBe(true);
  });
});

describe('reopening', () => {
  const closed = (closedAt: string) => ({
    ...aState({ status: 'CLOSED' }),
    closedAt: new Date(closedAt),
  });

  test.each([
    ['a year to the moment', '2025-11-20T02:00:00Z', null],
    ['a second longer', '2025-11-20T01:59:59Z', 'reopen-too-late'],
  ])('after %s', (_when, closedAt, refused) => {
    expect(reopen(closed(closedAt), staff, now).refused).toBe(refused);
  });

  test('is the office’s', () => {
    expect(reopen(closed('2026-11-01T00:00:00Z'), worker, now).refused).toBe('not-allowed');
  });
});

describe('aftercare', () => {
  test('is due after one, three and six months, on the last day of a shorter month', () => {
    const closedAt = new Date('2026-08-31T02:00:00Z');
    const first = nextAftercare(closedAt, null);
    const second = nextAftercare(closedAt, first);
    const third = nextAftercare(closedAt, second);

    expect([first, second, third]).toEqual(['2026-09-30', '2026-11-30', '2027-02-28']);
    expect(nextAftercare(closedAt, third)).toBeNull();
  });

  test('ends with its last visit', () => {
    const closedAt = new Date('2026-05-01T02:00:00Z');
    const state = { ...aState({ status: 'AFTERCARE' }), closedAt };

    const middle = followUp({ ...state, aftercareDueOn: '2026-06-01' }, '2026-11-20', worker, now);
    const last = followUp({ ...state, aftercareDueOn: '2026-11-01' }, '2026-11-20', worker, now);

    expect(middle).toMatchObject({ status: 'AFTERCARE', aftercareDueOn: '2026-08-01' });
    expect(last).toMatchObject({ status: 'CLOSED', aftercareDueOn: null });
  });

  test('records no visit before it was made', () => {
    expect(followUp(aState(), '2026-11-21', worker, now).refused).toBe('invalid-input');
    expect(followUp(aState(), '2026-11-20', worker, now)).toMatchObject({ status: 'IN_SERVICE' });
  });
});

describe('an emergency', () => {
  const help = (status: CaseStatus, urgency: CaseState['urgency']) =>
    intervene(aState({ status, urgency }), '2026-11-20', worker, now);

  test('is helped before it is assessed, and stays where it is until then', () => {
    expect(help('ACCEPTED', 'EMERGENCY')).toEqual({ refused: null, status: 'ACCEPTED' });
    expect(help('PLANNED', 'EMERGENCY')).toEqual({ refused: null, status: 'IN_SERVICE' });
    expect(help('ACCEPTED', 'HIGH').refused).toBe('wrong-state');
    expect(help('REPORTED', 'EMERGENCY').refused).toBe('wrong-state');
  });

  test('is assessed within three days and nights of the first help', () => {
    const first = assessmentDue({ assessmentDueAt: null }, now);
    const later = new Date('2026-11-21T02:00:00Z');

    expect(first).toEqual(new Date('2026-11-23T02:00:00Z'));
    expect(assessmentDue({ assessmentDueAt: first }, later)).toEqual(first);
  });
});
