import { describe, expect, test } from '@jest/globals';
import { keepsPerson } from './keeping.rules.js';

const now = new Date('2026-11-20T00:00:00Z');
const tenYears = (from: Date) => new Date(Date.UTC(from.getUTCFullYear() + 10, from.getUTCMonth()));
type Kept = Parameters<typeof keepsPerson>[0][number];
const aCase = (fields: Partial<Kept> = {}): Kept => ({
  status: 'CLOSED',
  pausedFrom: null,
  legalBasis: 'PUBLIC_TASK',
  restrictionGround: null,
  closedAt: new Date('2024-01-01T00:00:00Z'),
  ...fields,
});
const kept = (...cases: Kept[]) => keepsPerson(cases, tenYears, now);

describe('the law', () => {
  test('keeps a person while a case is open, on hold and restricted as it may be', () => {
    expect(kept(aCase({ status: 'IN_SERVICE', closedAt: null }))).toBe('OPEN_CASE');
    expect(kept(aCase({ status: 'ON_HOLD', pausedFrom: 'PLANNED', closedAt: null }))).toBe(
      'OPEN_CASE',
    );
  });

  test('keeps a person for the time of the last case that was closed', () => {
    const old = aCase({ closedAt: new Date('2014-01-01T00:00:00Z') });

    expect(kept(old, aCase())).toBe('RETENTION_RUNNING');
    expect(kept(old)).toBeNull();
  });

  test('lets go of a person whose cases rested on a consent that was withdrawn', () => {
    const withdrawn = {
      status: 'RESTRICTED',
      pausedFrom: 'IN_SERVICE',
      restrictionGround: 'CONSENT_WITHDRAWN',
      closedAt: null,
    } as const;

    expect(kept(aCase({ ...withdrawn, legalBasis: 'CONSENT' }))).toBeNull();
    expect(kept(aCase({ ...withdrawn, legalBasis: 'PUBLIC_TASK' }))).toBe('OPEN_CASE');
    expect(kept()).toBeNull();
  });
});
