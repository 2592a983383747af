import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { pagesAtOnce, pageSize, planReadings } from './reading-plan.rules.js';

const asked = fc.record({
  partition: fc.integer({ min: 0, max: 3 }),
  from: fc.integer({ min: 0, max: 40 }).map((page) => page * pageSize),
  more: fc.integer({ min: 1, max: 5_000 }),
});

const waiting = fc
  .array(asked, { minLength: 1, maxLength: 30 })
  .map((all) => all.map(({ partition, from, more }) => ({ partition, from, before: from + more })));

describe('planReadings', () => {
  test('serves who came first in each partition, as far as the page that was asked for', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        for (const { partition, from, before, serves } of planReadings(all)) {
          expect(serves).toContain(all.find((each) => each.partition === partition));
          for (const each of serves) {
            expect(each.from).toBeGreaterThanOrEqual(from);
            expect(Math.min(each.from + pageSize, each.before)).toBeLessThanOrEqual(before);
          }
        }
      }),
    );
  });

  test('reads whole pages, a bounded number of them, and nothing behind what somebody knows of', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        for (const { partition, from, before } of planReadings(all)) {
          const ends = all.filter((each) => each.partition === partition);
          expect(from % pageSize).toBe(0);
          expect(before - from).toBeLessThanOrEqual(pageSize * pagesAtOnce);
          expect(before).toBeLessThanOrEqual(Math.max(...ends.map((each) => each.before)));
        }
      }),
    );
  });

  test('reads each partition that somebody waits for, once', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        const partitions = planReadings(all).map(({ partition }) => partition);
        expect(new Set(partitions)).toEqual(new Set(all.map(({ partition }) => partition)));
        expect(partitions).toHaveLength(new Set(partitions).size);
      }),
    );
  });
});
