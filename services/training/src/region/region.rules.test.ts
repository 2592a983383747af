import { describe, expect, test } from '@jest/globals';
import type { Reach } from './region.rules.js';
import { countedIn, unitsReachedAtMost } from './region.rules.js';

const aReach = (fields: Partial<Reach> = {}): Reach => ({
  unitsReached: 0,
  unitsTotal: 295,
  certificatesIssued: 0,
  participantsStated: 0,
  statedAtMost: 0,
  ...fields,
});

describe('countedIn', () => {
  test('tells units from persons, both, or neither', () => {
    expect(countedIn(aReach())).toEqual([]);
    expect(countedIn(aReach({ unitsReached: 4 }))).toEqual(['UNITS']);
    expect(countedIn(aReach({ participantsStated: 158 }))).toEqual(['PERSONS']);
    expect(countedIn(aReach({ unitsReached: 4, participantsStated: 158 }))).toEqual([
      'UNITS',
      'PERSONS',
    ]);
  });
});

describe('unitsReachedAtMost', () => {
  test('takes each stated person for another unit, up to all there are', () => {
    expect(unitsReachedAtMost(aReach({ statedAtMost: 158 }))).toBe(158);
    expect(unitsReachedAtMost(aReach({ unitsReached: 4, statedAtMost: 158 }))).toBe(162);
    expect(unitsReachedAtMost(aReach({ unitsReached: 4, statedAtMost: 499 }))).toBe(295);
    expect(unitsReachedAtMost(aReach({ statedAtMost: null }))).toBe(295);
  });
});
