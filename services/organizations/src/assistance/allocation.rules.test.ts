import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { AllocationState } from './allocation.rules.js';
import {
  allocationCommandsFor,
  allocationStatuses,
  defer,
  handOver,
  serialOf,
  step,
  withdraw,
} from './allocation.rules.js';
import { basisPoints } from './coverage.rules.js';

const dinsos = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });

const planned: AllocationState = {
  programmeRegionCode: '32.09',
  status: 'PLANNED',
  quantity: 2,
  plannedFiscalYear: 2024,
  since: '2024-03-02',
};
const procured: AllocationState = { ...planned, status: 'PROCURED' };
const days = { day: '2024-11-25', dayField: 'decidedOn', today: '2024-11-30' };
const field = (decision: object) => (decision as { field?: string }).field;

describe('a step of an allocation', () => {
  test.each([
    ['PROCURE', 'PLANNED', 'PROCURED'],
    ['DEFER', 'PLANNED', 'DEFERRED'],
    ['DEFER', 'DEFERRED', 'DEFERRED'],
    ['RESUME', 'DEFERRED', 'PLANNED'],
    ['WITHDRAW', 'PROCURED', 'WITHDRAWN'],
    ['HAND_OVER', 'PROCURED', 'HANDED_OVER'],
  ] as const)('%s leads from %s to %s', (command, status, to) => {
    expect(step(command, { ...planned, status }, days, dinsos)).toEqual({
      refused: null,
      status: to,
      since: '2024-11-25',
    });
  });

  test('leads nowhere from what is handed over or withdrawn', () => {
    for (const status of ['HANDED_OVER', 'WITHDRAWN'] as const) {
      expect(allocationCommandsFor({ ...planned, status }, dinsos)).toEqual([]);
      expect(step('DEFER', { ...planned, status }, days, dinsos)).toEqual({
        refused: 'wrong-state',
        status,
      });
    }
  });

  test('is for the offices in charge of the programme alone', () => {
    for (const status of allocationStatuses) {
      expect(allocationCommandsFor({ ...planned, status }, elsewhere)).toEqual([]);
    }
    expect(step('PROCURE', planned, days, elsewhere).refused).toBe('not-allowed');
  });

  test('is not taken before what is recorded, nor in the future', () => {
    expect(field(step('PROCURE', planned, { ...days, day: '2024-03-01' }, dinsos))).toBe(
      'decidedOn',
    );
    expect(field(step('PROCURE', planned, { ...days, day: '2024-12-01' }, dinsos))).toBe(
      'decidedOn',
    );
  });
});

describe('defer', () => {
  test('names a later year than now', () => {
    const asked = { ...days, plannedFiscalYear: 2025 };
    expect(defer(planned, asked, dinsos)).toMatchObject({
      status: 'DEFERRED',
      plannedFiscalYear: 2025,
    });
    expect(field(defer(planned, { ...asked, plannedFiscalYear: 2024 }, dinsos))).toBe(
      'plannedFiscalYear',
    );
  });
});

describe('withdraw', () => {
  test('takes nothing back of what was handed over', () => {
    expect(withdraw(procured, { ...days, handedOver: 0 }, dinsos)).toMatchObject({
      status: 'WITHDRAWN',
    });
    expect(withdraw(procured, { ...days, handedOver: 1 }, dinsos).refused).toBe(
      'partly-handed-over',
    );
  });
});

describe('handOver', () => {
  const asked = (serialNumbers: string[], handedOver = 0) => ({
    ...days,
    serialNumbers,
    handedOver,
  });

  test('closes the allocation with its last piece, not before', () => {
    expect(handOver(procured, asked(['A']), dinsos)).toMatchObject({ status: 'PROCURED' });
    expect(handOver(procured, asked(['B'], 1), dinsos)).toMatchObject({ status: 'HANDED_OVER' });
    expect(handOver(procured, asked(['A', 'B']), dinsos)).toMatchObject({ status: 'HANDED_OVER' });
  });

  test('refuses more than was put aside, a serial number twice, and what was not bought', () => {
    expect(handOver(procured, asked(['A', 'B'], 1), dinsos).refused).toBe('more-than-allocated');
    expect(field(handOver(procured, asked(['A', 'A']), dinsos))).toBe('serialNumbers');
    expect(handOver(planned, asked(['A']), dinsos).refused).toBe('wrong-state');
  });

  test('compares serial numbers without case and spaces around', () => {
    expect(serialOf(' lp-001a ')).toBe('LP-001A');
  });
});

describe('basisPoints', () => {
  test.each([
    [31, 40, 7_750],
    [40, 40, 10_000],
    [0, 40, 0],
    [0, 0, 0],
  ])('of %d of %d are %d', (part, whole, points) => {
    expect(basisPoints(part, whole)).toBe(points);
  });
});
