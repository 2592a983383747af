import { describe, expect, test } from '@jest/globals';
import { restFor } from './retry-after.rules.js';

const now = new Date('2024-06-25T08:00:00Z');

describe('Retry-After', () => {
  test.each([
    ['seconds', '3', 3_000],
    ['a date', 'Tue, 25 Jun 2024 08:00:05 GMT', 5_000],
    ['a date that has passed', 'Tue, 25 Jun 2024 07:00:00 GMT', 0],
    ['longer than anybody should be left alone', '86400', 10_000],
    ['words that mean nothing', 'later', 0],
    ['nothing', undefined, 0],
  ])('is understood as %s', (_name, header, ms) => {
    expect(restFor(header, now)).toBe(ms);
  });
});
