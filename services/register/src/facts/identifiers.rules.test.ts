import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { blindIndex, decrypt, encrypt, readKeyRing } from './identifiers.js';

const ring = (current: string, ...names: string[]) =>
  readKeyRing(
    JSON.stringify({
      current,
      keys: Object.fromEntries(
        names.map((name) => [name, Buffer.alloc(32, name).toString('base64')]),
      ),
      indexKey: randomBytes(32).toString('base64'),
    }),
  );

const place = { table: 'beneficiary', column: 'nik_cipher', rowId: 'a' };

describe('an encrypted identifier', () => {
  test('opens in its place, and never looks the same twice', () => {
    const keys = ring('k1', 'k1');
    const one = encrypt(keys, place, '9999995203900001');

    expect(decrypt(keys, place, one)).toBe('9999995203900001');
    expect(encrypt(keys, place, '9999995203900001')).not.toBe(one);
  });

  test.each([
    ['another row', { ...place, rowId: 'b' }],
    ['another column', { ...place, column: 'name_cipher' }],
    ['another table', { ...place, table: 'officer' }],
  ])('does not open when moved to %s', (_where, elsewhere) => {
    const keys = ring('k1', 'k1');

    expect(() => decrypt(keys, elsewhere, encrypt(keys, place, 'x'))).toThrow();
  });

  test('does not open when altered or cut short', () => {
    const keys = ring('k1', 'k1');
    const [key, iv, tag, text] = encrypt(keys, place, 'secret').split('.') as [
      string,
      string,
      string,
      string,
    ];

    expect(() => decrypt(keys, place, [key, iv, tag.slice(0, 6), text].join('.'))).toThrow();
    expect(() => decrypt(keys, place, [key, iv, tag, `${text}AA`].join('.'))).toThrow();
  });

  test('stays readable when a new key becomes current, not when its key is gone', () => {
    const old = encrypt(ring('k1', 'k1'), place, 'x');

    expect(decrypt(ring('k2', 'k1', 'k2'), place, old)).toBe('x');
    expect(() => decrypt(ring('k2', 'k2'), place, old)).toThrow('not in the ring');
  });
});

describe('a blind index', () => {
  test('finds the same value of the same kind under the same key, and nothing else', () => {
    const keys = ring('k1', 'k1');

    expect(blindIndex(keys, 'nik', '1')).toEqual(blindIndex(keys, 'nik', '1'));
    expect(blindIndex(keys, 'kk', '1')).not.toEqual(blindIndex(keys, 'nik', '1'));
    expect(blindIndex(ring('k1', 'k1'), 'nik', '1')).not.toEqual(blindIndex(keys, 'nik', '1'));
  });
});

test('a key ring with short keys or without its current key is refused', () => {
  const keys = { k1: Buffer.alloc(16).toString('base64') };
  const indexKey = Buffer.alloc(32).toString('base64');

  expect(() => readKeyRing(JSON.stringify({ current: 'k1', keys, indexKey }))).toThrow('32 bytes');
  expect(() => ring('k2', 'k1')).toThrow('current key');
});
