import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmptyDatabase } from '@jejaring/chassis/testing/database';
import { createEmptyDatabase } from '@jejaring/chassis/testing/database';
import { ringEncryption } from './key-encryption.js';
import { countKeys, keysIn, rewrap } from './rewrap.js';
import { prepareVault } from './vault-table.js';
import { openVaultAt } from './vault.js';

const aRing = (current: string, ...names: string[]) =>
  ringEncryption(
    JSON.stringify({
      current,
      keys: Object.fromEntries(
        names.map((name) => [name, Buffer.alloc(32, name).toString('base64')]),
      ),
    }),
  );

let database: EmptyDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
  await prepareVault(database.ownerUrl);
});
afterAll(() => database?.drop());

const persons = (count: number) => Array.from({ length: count }, () => `ben_${randomUUID()}`);

describe('exchanging the key-encryption key', () => {
  test('fails no read meanwhile; then the old key can go, and everything opens', async () => {
    const old = openVaultAt(database.appUrl, aRing('k1', 'k1'));
    const subjects = persons(1_300);
    const keys = await old.forWriting(subjects);
    const index = await old.indexKeys();
    const gone = subjects[0]!;
    await old.destroy(gone);
    await old.end();
    // Every process has both keys now, and wraps with the new one.
    const vault = openVaultAt(database.appUrl, aRing('k2', 'k1', 'k2'));
    let isDone = false;
    let reads = 0;
    const reader = async (from: number) => {
      while (!isDone) {
        const some = subjects.slice(1 + ((from * 97 + reads * 31) % 1_200)).slice(0, 50);
        const read = await vault.forReading(some);
        for (const subject of some) expect(read.get(subject)).toEqual(keys.get(subject));
        reads += 1;
      }
    };
    const readers = [1, 2, 3].map(reader);
    const late = persons(20);

    const [done] = await Promise.all([rewrap(keysIn(vault)), vault.forWriting(late)]);
    isDone = true;
    await Promise.all(readers);

    expect(done).toBe(1_299 + 1);
    expect(await countKeys(keysIn(vault))).toEqual([
      { holds: 'keys of persons', kek: 'k2', count: 1_319 },
      { holds: 'keys of persons', kek: null, count: 1 },
      { holds: 'keys of fingerprints', kek: 'k2', count: 1 },
    ]);
    expect(reads).toBeGreaterThan(0);
    expect(await rewrap(keysIn(vault))).toBe(0);
    await vault.end();
    const after = openVaultAt(database.appUrl, aRing('k2', 'k2'));
    const all = await after.forReading(subjects);
    expect(all.get(gone)).toBeNull();
    for (const subject of subjects.slice(1)) expect(all.get(subject)).toEqual(keys.get(subject));
    expect((await after.forReading(late)).size).toBe(20);
    expect(await after.indexKeys()).toEqual(index);
    await after.end();
  });

  test('closes for good what a copy of the vault kept of a destroyed key, once the old key is gone', async () => {
    const [subject] = persons(1) as [string];
    const before = openVaultAt(database.appUrl, aRing('k2', 'k2'));
    await before.forWriting([subject]);
    const { rows } = await before.pool.query<{ wrapped: Buffer; kek: string }>(
      'select wrapped, kek from data_key where subject = $1',
      [subject],
    );
    await before.destroy(subject);
    await before.end();

    const after = aRing('k3', 'k3');

    const kept = { subject, bytes: rows[0]!.wrapped, kek: rows[0]!.kek };
    expect(await aRing('k2', 'k2').unwrap([kept])).toHaveLength(1);
    await expect(after.unwrap([kept])).rejects.toThrow('not in the ring');
  });
});
