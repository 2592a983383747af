import { describe, expect, test } from '@jest/globals';
import { countRepeats } from './repeats.rules.js';

describe('equal words of a document', () => {
  test.each([
    ['none', '{ a { b } }', 0],
    ['two, once', '{ a { b } c { b } }', 1],
    ['three are three pairs', '{ a a a }', 3],
    [
      'also below different fields, where validation may merge them',
      '{ a { c } b { c } d { c } }',
      3,
    ],
    ['not in texts and comments', '{ a(b: "a a a") } # a a a', 0],
    ['of what is no document, none', '{ a a % a }', 0],
  ])('are counted in pairs: %s', (_name, text, pairs) => {
    expect(countRepeats(text, 1_000)).toBe(pairs);
  });

  test('are not looked for where there are more tokens than are read', () => {
    expect(countRepeats('{ a a }', 4)).toBe(1);
    expect(countRepeats('{ a a a }', 4)).toBe(0);
  });
});
