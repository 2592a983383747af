import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FileStore } from '@jejaring/chassis/process/file-store';
import { s3Store } from './s3-store.js';
import { aPdf, hashOf } from './testing/files.fixture.js';
import { s3Credentials, s3Region, startS3 } from './testing/s3.fixture.js';

let s3: Awaited<ReturnType<typeof startS3>>;
let store: FileStore;

beforeAll(async () => {
  s3 = await startS3();
  const { endpoint } = s3;
  store = s3Store({
    bucket: 'bukti',
    region: s3Region,
    endpoint,
    publicEndpoint: endpoint,
    credentials: s3Credentials,
  });
});
afterAll(() => {
  s3?.server.close();
});

const pdf = aPdf();
const announced = (key: string) => ({
  key,
  contentType: 'application/pdf',
  size: pdf.length,
  sha256: hashOf(pdf),
});

async function send(key: string, bytes: Buffer, change: Record<string, string> = {}) {
  const { url, headers } = await store.upload(announced(key), 600);
  return fetch(url, {
    method: 'PUT',
    headers: { ...headers, ...change },
    body: new Uint8Array(bytes),
  });
}

describe('a link to the bucket', () => {
  test('takes the announced bytes and hands them out as a file', async () => {
    expect((await send('training/one', pdf)).status).toBe(200);
    expect(await store.look('training/one', 1_000)).toEqual({
      contentType: 'application/pdf',
      size: pdf.length,
      sha256: hashOf(pdf),
    });

    const answer = await fetch(
      await store.download({ key: 'training/one', fileName: 'letter-1.pdf' }, 600),
    );

    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="letter-1.pdf"');
  });

  test('is signed for these bytes: another length, type or hash is refused by the store', async () => {
    expect((await send('training/two', Buffer.concat([pdf, pdf]))).status).toBe(403);
    expect((await send('training/two', pdf, { 'content-type': 'text/html' })).status).toBe(403);
    const other = Buffer.from(pdf).fill(0x20, 20, 24);
    expect((await send('training/two', other)).status).toBe(400);
    const checksum = Buffer.from(hashOf(other), 'hex').toString('base64');
    expect((await send('training/two', other, { 'x-amz-checksum-sha256': checksum })).status).toBe(
      403,
    );
    expect([...s3.objects.keys()]).toEqual(['/bukti/training/one']);
  });

  test('is absent where nothing was sent, and gone after it was removed', async () => {
    expect(await store.look('training/never', 1_000)).toBeNull();
    await store.remove('training/one');
    expect(await store.look('training/one', 1_000)).toBeNull();
  });

  test('finds nothing in a file that is larger than it may be', async () => {
    await send('training/large', pdf);
    expect(await store.look('training/large', pdf.length - 1)).toBeNull();
  });

  test('tells a store that is away from a file that is not there', async () => {
    const away = s3Store({
      bucket: 'bukti',
      region: s3Region,
      endpoint: 'http://127.0.0.1:1',
      publicEndpoint: null,
      credentials: s3Credentials,
    });
    await expect(away.look('training/one', 1_000)).rejects.toThrow();
  });
});
