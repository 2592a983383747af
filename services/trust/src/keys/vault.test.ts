import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmptyDatabase } from '@jejaring/chassis/testing/database';
import { createEmptyDatabase } from '@jejaring/chassis/testing/database';
import type { KeyEncryption } from './key-encryption.js';
import { ringEncryption } from './key-encryption.js';
import { startTransit } from './transit-engine.fixture.js';
import { transitEncryption } from './transit-encryption.js';
import { prepareVault } from './vault-table.js';
import type { PostgresVault } from './vault.js';
import { openVaultAt } from './vault.js';

const aRing = (current: string, ...names: string[]) =>
  JSON.stringify({
    current,
    keys: Object.fromEntries(
      names.map((name) => [name, Buffer.alloc(32, name).toString('base64')]),
    ),
  });

const person = () => `ben_${randomUUID()}`;

let engine: Awaited<ReturnType<typeof startTransit>>;
let database: EmptyDatabase;

beforeAll(async () => {
  engine = await startTransit();
  database = await createEmptyDatabase();
  await prepareVault(database.ownerUrl);
});
afterAll(async () => {
  await engine.stop();
  await database.drop();
});

describe.each<[string, () => KeyEncryption]>([
  ['a ring of keys', () => ringEncryption(aRing('k1', 'k1'))],
  ['a transit engine', () => transitEncryption(engine)],
])('a vault with %s', (_kind, encryption) => {
  let own: EmptyDatabase;
  let vault: PostgresVault;
  beforeAll(async () => {
    own = await createEmptyDatabase();
    await prepareVault(own.ownerUrl);
    vault = openVaultAt(own.appUrl, encryption());
  });
  afterAll(async () => {
    await vault.end();
    await own.drop();
  });

  test('makes one key per person and gives the same ever after, however many ask at once', async () => {
    const subjects = [person(), person()];

    const asked = await Promise.all(Array.from({ length: 12 }, () => vault.forWriting(subjects)));

    const first = asked[0]!;
    for (const each of asked) expect(each).toEqual(first);
    expect(await vault.forReading(subjects)).toEqual(first);
    const [one, two] = subjects.map((subject) => first.get(subject)!.bytes);
    expect(one).toHaveLength(32);
    expect(one).not.toEqual(two);
  });

  test('keeps no key in the clear', async () => {
    const subject = person();
    const { bytes } = (await vault.forWriting([subject])).get(subject)!;

    const { rows } = await vault.pool.query<{ wrapped: Buffer; whole: string }>(
      'select wrapped, d::text as whole from data_key d where subject = $1',
      [subject],
    );

    expect(rows[0]!.wrapped.length).toBeGreaterThan(32);
    expect(rows[0]!.wrapped.includes(bytes)).toBe(false);
    expect(rows[0]!.whole).not.toContain(bytes.toString('hex'));
  });

  test('does not give a wrapped key to another person', async () => {
    const [mine, theirs] = [person(), person()];
    await vault.forWriting([mine, theirs]);

    await vault.pool.query(
      'update data_key set wrapped = (select wrapped from data_key where subject = $1) where subject = $2',
      [mine, theirs],
    );

    await expect(vault.forReading([theirs])).rejects.toThrow();
  });

  test('destroys a key for good: read as null, never made again, the first time stays', async () => {
    const [gone, other] = [person(), person()];
    await vault.forWriting([gone, other]);

    const at = await vault.destroy(gone);

    expect(await vault.destroy(gone)).toEqual(at);
    const keys = await vault.forReading([gone, other, 'ben_never']);
    expect([keys.get(gone), keys.get(other)?.bytes.length, keys.has('ben_never')]).toEqual([
      null,
      32,
      false,
    ]);
    await expect(vault.forWriting([gone])).rejects.toMatchObject({
      refusal: { refused: 'not-found', id: gone },
    });
    const never = person();
    await vault.destroy(never);
    await expect(vault.forWriting([never])).rejects.toThrow();
  });

  test('has one current key of fingerprints from the first question on', async () => {
    const all = await Promise.all([vault.indexKeys(), vault.indexKeys(), vault.indexKeys()]);

    for (const each of all) expect(each).toEqual(all[0]);
    expect(all[0]!.keys.get(all[0]!.current)).toHaveLength(32);
  });
});

describe('a ring of key-encryption keys', () => {
  test('is refused without its current key, or with a short one', () => {
    expect(() => ringEncryption(aRing('k2', 'k1'))).toThrow('current key');
    const short = { current: 'k1', keys: { k1: randomBytes(16).toString('base64') } };
    expect(() => ringEncryption(JSON.stringify(short))).toThrow('32 bytes');
  });

  test('opens what an older key of it wrapped, and not what a key wrapped that is gone', async () => {
    const key = { subject: person(), bytes: randomBytes(32) };
    const [wrapped] = await ringEncryption(aRing('k1', 'k1')).wrap([key]);
    const closed = { ...wrapped!, subject: key.subject };

    expect(await ringEncryption(aRing('k2', 'k1', 'k2')).unwrap([closed])).toEqual([key.bytes]);
    await expect(ringEncryption(aRing('k2', 'k2')).unwrap([closed])).rejects.toThrow('not in the');
  });
});

describe('a transit engine', () => {
  test('is asked once for many keys, and its versions are the names of keys', async () => {
    const encryption = transitEncryption(engine);
    const keys = Array.from({ length: 50 }, () => ({ subject: person(), bytes: randomBytes(32) }));
    const before = engine.requests();

    const wrapped = await encryption.wrap(keys);

    expect(engine.requests() - before).toBe(1);
    expect(new Set(wrapped.map(({ kek }) => kek))).toEqual(new Set([await encryption.current()]));
    await engine.rotate();
    expect(wrapped[0]!.kek).not.toBe(await encryption.current());
    const closed = wrapped.map((each, at) => ({ ...each, subject: keys[at]!.subject }));
    expect(await encryption.unwrap(closed)).toEqual(keys.map(({ bytes }) => bytes));
  });

  test('that refuses its token lets nobody read', async () => {
    const stranger = transitEncryption({ ...engine, token: 'wrong' });

    await expect(stranger.current()).rejects.toThrow('403');
  });
});

describe('the role of a service in its vault', () => {
  test('deletes no key and changes no table', async () => {
    const vault = openVaultAt(database.appUrl, ringEncryption(aRing('k1', 'k1')));
    await vault.forWriting([person()]);

    await expect(vault.pool.query('delete from data_key')).rejects.toThrow('permission denied');
    await expect(vault.pool.query('drop table data_key')).rejects.toThrow('must be owner');

    await vault.end();
  });
});
