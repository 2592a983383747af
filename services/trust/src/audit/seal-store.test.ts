import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aChain } from './chain.fixture.js';
import { directorySealStore } from './directory-seal-store.js';
import { s3SealStore } from './s3-seal-store.js';
import { startSealBucket } from './seal-bucket.fixture.js';
import { openSealStore } from './seal-store-config.js';
import type { SealStore } from './seal-store.js';
import { findKept, findKeptAfter, fromText, sealName, toText } from './seal-store.js';

let directory: string;
let bucket: Awaited<ReturnType<typeof startSealBucket>>;
let stores: Record<string, SealStore>;

const credentials = { accessKeyId: 'seals', secretAccessKey: 'a secret of the test' };
const aBucket = (endpoint: string) =>
  s3SealStore({ bucket: 'seals', region: 'ap-southeast-3', endpoint, credentials });

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'seals-'));
  bucket = await startSealBucket();
  stores = { directory: directorySealStore(directory), bucket: aBucket(bucket.endpoint) };
});
afterAll(async () => {
  bucket.server.close();
  await rm(directory, { recursive: true });
});

describe.each(['directory', 'bucket'])('the %s', (kind) => {
  const store = () => stores[kind]!;

  test('takes a name once, and gives back what it took first', async () => {
    expect(await store().add('one/first.json', 'first')).toBe(true);
    expect(await store().add('one/first.json', 'second')).toBe(false);
    expect(await store().get('one/first.json')).toBe('first');
    expect(await store().get('one/never.json')).toBeNull();
  });

  test('takes it once also when two come together', async () => {
    const both = await Promise.all([1, 2].map((one) => store().add('two/first.json', `${one}`)));
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  test('lists what lies behind a name, in order, and nothing of a neighbour', async () => {
    for (const name of ['b', 'a', 'c']) await store().add(`list/${name}.json`, name);
    await store().add('listed/z.json', 'z');
    expect(await store().list('list/', '')).toEqual(['list/a.json', 'list/b.json', 'list/c.json']);
    expect(await store().list('list/', 'list/a.json')).toEqual(['list/b.json', 'list/c.json']);
    expect(await store().list('nothing/', '')).toEqual([]);
  });

  test('finds a seal by its number, and the next behind it', async () => {
    const { kept } = aChain([1, 2, 3]);
    for (const seal of kept) await store().add(sealName('training', seal), toText(seal));
    expect(await findKept(store(), 'training', { epoch: 1, number: 2 })).toEqual(kept[1]);
    expect(await findKeptAfter(store(), 'training', { epoch: 1, number: 2 })).toEqual(kept[2]);
    expect(await findKeptAfter(store(), 'training', { epoch: 1, number: 3 })).toBeNull();
    expect(await findKept(store(), 'awards', { epoch: 1, number: 2 })).toBeNull();
  });
});

describe('a store', () => {
  test('of a directory leaves nothing half written', async () => {
    const files = await readdir(path.join(directory, 'one'));
    expect(files).toEqual(['first.json']);
  });

  test('that is away is told from a seal that is not there', async () => {
    const away = aBucket('http://127.0.0.1:1');
    await expect(away.get('one/first.json')).rejects.toThrow();
    await expect(away.add('one/first.json', 'x')).rejects.toThrow();
  });

  test('has to be named, and a bucket has a key', () => {
    const nothing = {
      auditBucket: null,
      auditRegion: 'x',
      auditEndpoint: null,
      auditStoreKey: null,
      auditDirectory: null,
    };
    expect(() => openSealStore(nothing)).toThrow('AUDIT_DIRECTORY');
    expect(() => openSealStore({ ...nothing, auditBucket: 'seals' })).toThrow(
      'AUDIT_STORE_KEY_FILE',
    );
  });

  test('reads a seal as it was written, leaf by leaf', () => {
    const [seal] = aChain([5]).kept;
    expect(fromText(toText(seal!))).toEqual(seal);
  });
});
