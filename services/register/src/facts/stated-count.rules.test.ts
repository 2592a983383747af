import { describe, expect, test } from '@jest/globals';
import { statedProblem } from './stated-count.rules.js';

describe('statedProblem', () => {
  test.each([
    [{ value: 400, upTo: 499, qualifier: 'APPROXIMATE' as const }, null],
    [{ value: 158, upTo: null, qualifier: 'EXACT' as const }, null],
    [{ value: 158, upTo: 160, qualifier: 'EXACT' as const }, 'invalid-input'],
    [{ value: 400, upTo: 399, qualifier: 'APPROXIMATE' as const }, 'invalid-input'],
    [null, null],
  ])('of %j is %s', (stated, refused) => {
    expect(statedProblem(stated, 'participants')?.refused ?? null).toBe(refused);
  });
});
