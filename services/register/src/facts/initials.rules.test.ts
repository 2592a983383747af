import { describe, expect, test } from '@jest/globals';
import { initialsOf } from './initials.rules.js';

describe('initialsOf', () => {
  test.each([
    ['Rina Ayu Lestari', 'R. A. L.'],
    ['  deni  ', 'D.'],
    ['Nur Aini binti Abdul Karim', 'N. A. B. A.'],
    ["A'isyah", 'A. I.'],
    ['Élodie-Ñusta', 'É. Ñ.'],
    ['12 --', ''],
  ])('of %j is %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
