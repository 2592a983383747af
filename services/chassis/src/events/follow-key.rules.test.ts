import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Place } from './follow-key.rules.js';
import { judgePlace } from './follow-key.rules.js';

const places = fc.record({
  epoch: fc.integer({ min: 1, max: 4 }),
  sequence: fc.integer({ min: 1, max: 9 }),
});

describe('judgePlace', () => {
  test.each<[string, Place | undefined, Place, string]>([
    ['the first of a key', undefined, { epoch: 1, sequence: 1 }, 'next'],
    ['one whose beginning is missing', undefined, { epoch: 1, sequence: 2 }, 'gap'],
    ['the next', { epoch: 1, sequence: 4 }, { epoch: 1, sequence: 5 }, 'next'],
    ['the same again', { epoch: 1, sequence: 4 }, { epoch: 1, sequence: 4 }, 'seen'],
    ['one behind a gap', { epoch: 1, sequence: 4 }, { epoch: 1, sequence: 6 }, 'gap'],
    ['one after a restore', { epoch: 1, sequence: 9 }, { epoch: 2, sequence: 3 }, 'next'],
    ['one from before a restore', { epoch: 2, sequence: 1 }, { epoch: 1, sequence: 9 }, 'seen'],
  ])('knows %s', (_what, known, place, verdict) => {
    expect(judgePlace(known, place)).toBe(verdict);
  });

  test('never takes the same place twice, in whatever order and however often events come', () => {
    fc.assert(
      fc.property(fc.array(places, { maxLength: 60 }), (coming) => {
        let known: Place | undefined;
        const taken: Place[] = [];
        for (const place of coming)
          if (judgePlace(known, place) === 'next') taken.push((known = place));
        expect(new Set(taken.map((place) => JSON.stringify(place))).size).toBe(taken.length);
      }),
    );
  });
});
