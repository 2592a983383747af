import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { domainTopics } from '../events/heard-event.js';
import type { Cursor } from './cursor.rules.js';
import { decodeCursor, encodeCursor } from './cursor.rules.js';

const topic = fc.record({
  epoch: fc.nat({ max: 1_000 }),
  offsets: fc.array(fc.integer({ min: -1, max: Number.MAX_SAFE_INTEGER - 1 }), { maxLength: 24 }),
});
const cursors = fc
  .dictionary(fc.constantFrom(...domainTopics), topic, { minKeys: 1 })
  .map((topics): Cursor => new Map(Object.entries(topics)));

describe('a cursor', () => {
  test('comes back as it was given', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect([...decodeCursor(encodeCursor(cursor))!]).toEqual([...cursor]);
      }),
    );
  });

  test('fits into a header, with all topics of twelve partitions', () => {
    const offsets = Array.from({ length: 12 }, () => 1_000_000_000);
    const text = encodeCursor(new Map(domainTopics.map((name) => [name, { epoch: 9, offsets }])));
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(text.length).toBeLessThan(900);
  });

  test('that anybody made up is none, and never a failure', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(decodeCursor(text)).toBeNull()));
  });

  test.each([
    ['of another version', '2~training:1:1'],
    ['of no topic', '1'],
    ['with a number that is none', '1~training:1:zzzzzzzzzzzzzzz'],
    ['with something behind', '1~training:1:1~'],
    ['with another name', '1~__proto__:1:1'],
  ])('%s is none', (_name, text) => {
    expect(decodeCursor(btoa(text).replaceAll('=', ''))).toBeNull();
  });

  test('that is too long is none', () => {
    expect(decodeCursor('a'.repeat(5_000))).toBeNull();
  });
});
