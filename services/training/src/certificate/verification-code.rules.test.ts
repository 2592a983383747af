import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeFrom, readCode } from './verification-code.rules.js';

const code = fc.uint8Array({ minLength: 11, maxLength: 11 }).map(codeFrom);
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const places = [0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13];
const letter = fc.constantFrom(...Array.from(alphabet));
const place = fc.constantFrom(...places);

const replaceAt = (text: string, at: number, by: string) =>
  text.slice(0, at) + by + text.slice(at + 1);

describe('verification code', () => {
  test('is three groups of four letters', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  test('is read in lower case, without dashes, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(code, (made) => {
        const typed = made.toLowerCase().replaceAll('-', '');
        expect(readCode(typed)).toBe(made);
        expect(readCode(typed.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(made);
        expect(readCode(` ${made.replaceAll('1', 'I')} `)).toBe(made);
      }),
    );
  });

  test('with one wrong letter is none', () => {
    fc.assert(
      fc.property(code, place, letter, (made, at, wrong) => {
        fc.pre(made[at] !== wrong);
        expect(readCode(replaceAt(made, at, wrong))).toBeNull();
      }),
    );
  });

  test('with two letters that changed places is none', () => {
    fc.assert(
      fc.property(code, place, place, (made, one, other) => {
        fc.pre(made[one] !== made[other]);
        const swapped = replaceAt(replaceAt(made, one, made[other]!), other, made[one]!);
        expect(readCode(swapped)).toBeNull();
      }),
    );
  });

  test.each(['', '7QK2', 'UUUU-UUUU-UUUU', '7QK2-M9XD-4TRC-7QK2', '💥'])('is not %j', (typed) => {
    expect(readCode(typed)).toBeNull();
  });
});
