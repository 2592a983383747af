import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { commandsFor } from './case-commands.rules.js';
import type { CaseState } from './case.rules.js';
import { caseNumber, caseYear, report } from './case-report.rules.js';
import { caseReaders, caseStatuses, close, refer, step } from './case.rules.js';

const organization = 'o1';
const as = (fields: Partial<Caller>): Caller => ({ ...anonymous('r'), ...fields });
const staff = as({ id: 'staff', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const worker = as({
  id: 'worker',
  role: 'KT_OFFICER',
  region: '32.79.04',
  organizationId: organization,
});
const now = new Date('2026-11-20T02:00:00Z');
const aState = (fields: Partial<CaseState & { closedAt: Date }> = {}) => ({
  status: 'REPORTED' as const,
  urgency: 'NORMAL' as const,
  pausedFrom: null,
  closedAt: now,
  regionCode: '32.79.04.2006',
  assignedOrganizationId: organization,
  reportedByOrganizationId: null,
  reportedBy: null,
  sealed: false,
  terminationProposedBy: null,
  ...fields,
});

describe('a case', () => {
  test('goes through its stages in their order and in no other', () => {
    const inOrder = [
      'ACCEPT',
      'ASSESS',
      'ADOPT_PLAN',
      'RECORD_INTERVENTION',
      'PROPOSE_TERMINATION',
      'CLOSE',
    ] as const;
    inOrder.forEach((command, place) => {
      const reached = caseStatuses.filter(
        (status) => step(command, aState({ status }), staff).refused === null,
      );
      const expected =
        command === 'RECORD_INTERVENTION' ? ['PLANNED', 'IN_SERVICE'] : [caseStatuses[place]];
      expect(reached).toEqual(expected);
    });
  });

  test('names the stages it would have to be at', () => {
    expect(step('ASSESS', aState(), staff)).toEqual({
      refused: 'wrong-state',
      status: 'REPORTED',
      expected: ['ACCEPTED'],
    });
  });

  test('is not closed by the hand that proposed it', () => {
    const state = aState({ status: 'TERMINATING', terminationProposedBy: 'staff' });

    expect(close(state, staff)).toEqual({ refused: 'same-hand' });
    expect(close(state, { ...staff, id: 'another' })).toEqual({ refused: null, status: 'CLOSED' });
  });

  test('is not closed by those who handle it', () => {
    expect(close(aState({ status: 'TERMINATING' }), worker).refused).toBe('not-allowed');
  });

  test('is referred while it is worked on', () => {
    const open = caseStatuses.filter(
      (status) => refer(aState({ status }), worker).refused === null,
    );

    expect(open).toEqual(['ACCEPTED', 'ASSESSED', 'PLANNED', 'IN_SERVICE']);
  });

  test('takes no command from outside its region and organization, whatever the role', () => {
    const anybody = fc.record({
      role: fc.constantFrom(...roles),
      region: fc.constantFrom(null, '33', '33.16', '32.78', '32.79.03'),
      organizationId: fc.constantFrom(null, 'o2'),
    });
    fc.assert(
      fc.property(anybody, fc.constantFrom(...caseStatuses), (fields, status) => {
        expect(commandsFor(aState({ status }), as({ id: 'x', ...fields }), now)).toEqual([]);
      }),
    );
  });

  test('offers what would not be refused', () => {
    expect(commandsFor(aState({ status: 'ACCEPTED' }), worker, now)).toEqual([
      'ASSESS',
      'HOLD',
      'REFER',
    ]);
    expect(commandsFor(aState(), staff, now)).toEqual(['ACCEPT', 'REJECT', 'HOLD']);
  });
});

test('a case is reported inside the reporter’s region only', () => {
  fc.assert(
    fc.property(fc.constantFrom(...roles), (role) => {
      const allowed = (caseReaders as readonly string[]).includes(role);
      expect(report('32.79.04.2006', as({ role, region: '32.79' })).refused === null).toBe(allowed);
      expect(report('32.79.04.2006', as({ role, region: '32.78' })).refused).toBe('not-allowed');
    }),
  );
});

test('a case number counts per regency and year', () => {
  expect(caseNumber('32.79', 2026, 123)).toBe('KS/32.79/2026/000123');
});

test('a case number takes the year of western Indonesia', () => {
  expect(caseYear(new Date('2026-12-31T16:59:59Z'))).toBe(2026);
  expect(caseYear(new Date('2026-12-31T17:00:00Z'))).toBe(2027);
});
