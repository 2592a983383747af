import { describe, expect, test } from '@jest/globals';
import { keepsParticipant } from './keeping.rules.js';

const now = new Date('2026-11-20T00:00:00Z');
const tenYears = (from: Date) => new Date(Date.UTC(from.getUTCFullYear() + 10, from.getUTCMonth()));
const kept = (fields: Partial<Parameters<typeof keepsParticipant>[0]>) =>
  keepsParticipant({ status: 'CERTIFIED', endsOn: '2024-06-25', ...fields }, tenYears, now);

describe('the law', () => {
  test('keeps who takes part until the event is over, and then for its time', () => {
    expect(kept({ status: 'APPROVED', endsOn: '2026-12-01' })).toBe('STATE_ADMINISTRATION');
    expect(kept({})).toBe('RETENTION_RUNNING');
  });

  test('lets go of who never took part, and of who did long ago', () => {
    expect(kept({ status: 'WITHDRAWN', endsOn: '2026-12-01' })).toBeNull();
    expect(kept({ endsOn: '2014-06-25' })).toBeNull();
  });
});
