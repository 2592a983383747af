import { expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { anotherHand } from './hands.rules.js';

test('nobody approves what they handed in', () => {
  const caller = { ...anonymous('request'), id: 'ratna' };

  expect(anotherHand('ratna', caller)).toEqual({ refused: 'same-hand' });
  expect(anotherHand('budi', caller)).toEqual({ refused: null });
  expect(anotherHand(null, caller)).toEqual({ refused: null });
});
