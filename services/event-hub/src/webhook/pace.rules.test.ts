import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { pacedAfter, roomOf } from './pace.rules.js';

const start = new Date('2026-11-20T02:00:00Z');

describe('the pace of an endpoint', () => {
  test('is what may be sent at once where no rate was agreed', () => {
    const free = { perMinute: null, pacedUntil: null };
    expect([roomOf(free, start, 64), pacedAfter(free, start, 64)]).toEqual([64, null]);
  });

  test('lets one through a minute at the lowest rate', () => {
    const slow = { perMinute: 1, pacedUntil: null };
    expect(roomOf(slow, start, 64)).toBe(1);
    const used = { perMinute: 1, pacedUntil: pacedAfter(slow, start, 1) };
    expect(roomOf(used, new Date(+start + 59_000), 64)).toBe(0);
    expect(roomOf(used, new Date(+start + 60_000), 64)).toBe(1);
  });

  test('is never exceeded by more than what one moment lets through', () => {
    const waits = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), waits, (perMinute, pauses) => {
        let at = start;
        let pacedUntil: Date | null = null;
        let sent = 0;
        for (const pause of pauses) {
          at = new Date(at.getTime() + pause);
          const room = roomOf({ perMinute, pacedUntil }, at, 200);
          pacedUntil = pacedAfter({ perMinute, pacedUntil }, at, room);
          sent += room;
        }
        const minutes = (at.getTime() - start.getTime()) / 60_000;
        return sent <= minutes * perMinute + Math.max(1, perMinute / 60) + 1;
      }),
    );
  });
});
