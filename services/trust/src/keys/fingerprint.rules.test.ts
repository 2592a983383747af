import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { fingerprintRows, fingerprintsOf } from './fingerprint.js';

const aVault = (...names: string[]) => ({
  current: names[0]!,
  keys: new Map(names.map((name) => [name, randomBytes(32)])),
});

describe('fingerprints', () => {
  test('finds the same value of the same kind under the same key, and nothing else', () => {
    const keys = aVault('i1');
    const { byKey } = fingerprintsOf(keys, 'nik', '1');

    expect(fingerprintsOf(keys, 'nik', '1').byKey).toEqual(byKey);
    expect(fingerprintsOf(keys, 'officer-nik', '1').byKey).not.toEqual(byKey);
    expect(fingerprintsOf(keys, 'nik', '2').byKey).not.toEqual(byKey);
    expect(fingerprintsOf(aVault('i1'), 'nik', '1').byKey).not.toEqual(byKey);
  });

  test('are one for each key, each its own', () => {
    const prints = fingerprintsOf(aVault('i1', 'i2'), 'nik', '1');

    const rows = fingerprintRows({ table: 'beneficiary', id: 'a' }, prints);

    expect(rows.map(({ key_name }) => key_name)).toEqual(['i1', 'i2']);
    expect(rows[0]!.fingerprint).toMatch(/^\\x[0-9a-f]{64}$/);
    expect(rows[0]!.fingerprint).not.toBe(rows[1]!.fingerprint);
  });
});
