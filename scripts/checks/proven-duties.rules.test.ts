import { describe, expect, test } from '@jest/globals';
import { checkDuties } from './proven-duties.js';

const repository = {
  operations: new Set(['CaseList']),
  read: (file: string) => (file === 'gateway/test/a.test.ts' ? "test('is so')" : null),
};
const page = (proof: string) =>
  `| duty | how | proof |\n| --- | --- | --- |\n| be sure | somehow | ${proof} |\n`;
const says = (proof: string) =>
  checkDuties('docs/x.md', page(proof), repository).map((finding) => finding.says);

describe('a duty', () => {
  test.each([
    '`gateway/test/a.test.ts`',
    '`gateway/test/a.test.ts` "is so"',
    '`CaseList`',
    'operator: TLS before the gateway',
    'open: nobody scans files',
  ])('may rest on %s', (proof) => {
    expect(says(proof)).toEqual([]);
  });

  test('rests on something', () => {
    expect(says('the code')).toEqual(['be sure: names no proof']);
  });

  test('rests on what is there', () => {
    expect(says('`gateway/test/b.test.ts`')).toEqual([
      'be sure: there is no file gateway/test/b.test.ts',
    ]);
    expect(says('`gateway/test/a.test.ts` "is not"')).toEqual([
      'be sure: gateway/test/a.test.ts has no test "is not"',
    ]);
  });
});
