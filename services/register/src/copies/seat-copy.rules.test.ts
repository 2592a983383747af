import { describe, expect, test } from '@jest/globals';
import { isSeated } from './seat-copy.js';

const seat = {
  officerId: 'a',
  organizationId: 'o',
  validFrom: '2024-02-01',
  validTo: '2029-02-01',
};
const on = (day: string, asked = {}) => ({ officerId: 'a', organizationId: 'o', day, ...asked });

describe('isSeated', () => {
  test('holds from the first day to the day before the end', () => {
    expect(isSeated([seat], on('2024-02-01'))).toBe(true);
    expect(isSeated([seat], on('2029-01-31'))).toBe(true);
    expect(isSeated([seat], on('2029-02-01'))).toBe(false);
    expect(isSeated([seat], on('2024-01-31'))).toBe(false);
  });

  test('holds for that officer and that organization alone', () => {
    expect(isSeated([seat], on('2025-01-01', { officerId: 'b' }))).toBe(false);
    expect(isSeated([seat], on('2025-01-01', { organizationId: 'p' }))).toBe(false);
  });
});
