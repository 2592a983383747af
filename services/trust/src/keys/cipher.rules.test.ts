import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { PersonKey } from '@jejaring/chassis/work/key-vault';
import fc from 'fast-check';
import { close, open } from './cipher.js';

const aKey = (subject: string): PersonKey => ({ subject, bytes: randomBytes(32) });
const place = { table: 'beneficiary', column: 'nik_cipher', rowId: 'a' };

const word = fc.stringMatching(/^[a-z_]{1,12}$/);
const places = fc.record({ table: word, column: word, rowId: fc.uuid() });

describe('a closed value', () => {
  test('opens in its place with its key, whatever it says, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), places, (plain, where) => {
        const key = aKey('ben_1');
        const one = close(key, where, plain);
        expect(open(key, where, one)).toBe(plain);
        expect(close(key, where, plain)).not.toBe(one);
      }),
    );
  });

  test('does not open anywhere else', () => {
    fc.assert(
      fc.property(places, places, (home, elsewhere) => {
        fc.pre(JSON.stringify(home) !== JSON.stringify(elsewhere));
        const key = aKey('ben_1');
        expect(() => open(key, elsewhere, close(key, home, '9999995203900001'))).toThrow();
      }),
    );
  });

  test('does not open for another person, even under the same bytes', () => {
    const key = aKey('ben_1');
    const stored = close(key, place, 'x');

    expect(() => open({ ...key, subject: 'ben_2' }, place, stored)).toThrow();
    expect(() => open(aKey('ben_1'), place, stored)).toThrow();
  });

  test('does not open when any byte was altered or any were cut off', () => {
    const key = aKey('ben_1');
    const stored = close(key, place, 'Nama Contoh');
    const [version, body] = stored.split('.') as [string, string];
    const bytes = Buffer.from(body, 'base64url');
    const again = (changed: Buffer) => `${version}.${changed.toString('base64url')}`;
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, difference) => {
        const altered = Buffer.from(bytes);
        altered[at] = altered[at]! ^ difference;
        expect(() => open(key, place, again(altered))).toThrow();
        expect(() => open(key, place, again(bytes.subarray(0, at)))).toThrow();
      }),
    );
    expect(() => open(key, place, stored.replace('p1.', 'p2.'))).toThrow('format');
  });

  test('is nothing once the key was destroyed, and a fault when the vault never had it', () => {
    const stored = close(aKey('ben_1'), place, 'x');

    expect(open(null, place, stored)).toBeNull();
    expect(() => open(undefined, place, stored)).toThrow('does not know');
  });
});
