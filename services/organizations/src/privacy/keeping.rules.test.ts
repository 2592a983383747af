import { describe, expect, test } from '@jest/globals';
import { keepsHolder } from './keeping.rules.js';

const now = new Date('2026-11-20T00:00:00Z');
const tenYears = (from: Date) => new Date(Date.UTC(from.getUTCFullYear() + 10, from.getUTCMonth()));

describe('the law', () => {
  test('keeps who sits on a board, and who has sat on one for its time', () => {
    expect(keepsHolder([{ validTo: '2027-01-01' }], tenYears, now)).toBe('STATE_ADMINISTRATION');
    expect(keepsHolder([{ validTo: null }], tenYears, now)).toBe('STATE_ADMINISTRATION');
    expect(keepsHolder([{ validTo: '2019-01-01' }], tenYears, now)).toBe('RETENTION_RUNNING');
  });

  test('lets go of who never sat on one, and of who left it long ago', () => {
    expect(keepsHolder([], tenYears, now)).toBeNull();
    expect(keepsHolder([{ validTo: '2014-01-01' }], tenYears, now)).toBeNull();
  });
});
