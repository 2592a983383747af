import { describe, expect, test } from '@jest/globals';
import type { Moment } from './reception.rules.js';
import { judgeReceptions } from './reception.rules.js';

const moment = (what: Moment['what'], sequence: number, fields: Partial<Moment> = {}): Moment => ({
  what,
  id: `event ${sequence}`,
  body: `body ${sequence}`,
  key: 'a',
  sequence,
  ...fields,
});
const came = (sequence: number, fields: Partial<Moment> = {}) => moment('came', sequence, fields);
const taken = (sequence: number, fields: Partial<Moment> = {}) => moment('taken', sequence, fields);
const violations = (...moments: Moment[]) => judgeReceptions(moments).violations;

describe('deliveries at an endpoint', () => {
  test('may come again until they are taken, and once more when that was not written down', () => {
    const found = judgeReceptions([came(1), came(1), taken(1), came(1), taken(1), came(2)]);

    expect(found).toEqual({
      violations: [],
      places: new Map([['a', [1]]]),
      came: 4,
      taken: 1,
      retried: 1,
      repeated: 1,
    });
  });

  test('of other keys do not wait', () => {
    expect(violations(came(1), came(1, { key: 'b', id: 'other' }))).toEqual([]);
  });

  test.each([
    ['with another body', [came(1), came(1, { body: 'changed' })], /another body/],
    ['under another id', [came(1), taken(1), came(1, { id: 'new' })], /under another id/],
    ['before the one in front was taken', [came(1), came(2)], /2 of a .* 1 had not been taken/],
    ['with one left out', [came(1), taken(1), came(3)], /3 of a .* 2 had not been taken/],
    [
      'again after the next was taken',
      [came(1), taken(1), came(2), taken(2), came(1)],
      /1 of a .* 2 had been taken/,
    ],
  ])('do not come %s', (_how, moments, says) => {
    expect(violations(...moments)).toEqual([expect.stringMatching(says)]);
  });
});
