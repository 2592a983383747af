import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FileStore } from '@jejaring/chassis/process/file-store';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { directoryStore } from './directory-store.js';
import { aPdf, hashOf } from './testing/files.fixture.js';

let directory: string;
let server: FastifyInstance;
let store: FileStore;
let time = Date.parse('2026-11-20T02:00:00Z');

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'files-'));
  server = fastify();
  const address = () => `http://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  const options = { directory, key: 'a secret of the test', now: () => time };
  directoryStore({ ...options, publicUrl: '' }).serve!(server);
  await server.listen({ host: '127.0.0.1', port: 0 });
  store = directoryStore({ ...options, publicUrl: address() });
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

const pdf = aPdf();
const announced = (key: string, bytes = pdf) => ({
  key,
  contentType: 'application/pdf',
  size: bytes.length,
  sha256: hashOf(bytes),
});

async function send(key: string, bytes: Buffer, change: (url: URL) => void = () => undefined) {
  const { url, headers } = await store.upload(announced(key), 600);
  const target = new URL(url);
  change(target);
  return fetch(target, { method: 'PUT', headers, body: new Uint8Array(bytes) });
}

describe('a link of the directory', () => {
  test('takes the announced bytes and hands them out, never as a page', async () => {
    expect((await send('test/one', pdf)).status).toBe(204);
    expect(await store.look('test/one', 1_000)).toMatchObject({ sha256: hashOf(pdf) });

    const answer = await fetch(
      await store.download({ key: 'test/one', fileName: 'letter-1.pdf' }, 600),
    );

    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="letter-1.pdf"');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('takes no other bytes, and leaves nothing behind', async () => {
    expect((await send('test/two', aPdf('lain'))).status).toBe(400);
    expect((await send('test/two', Buffer.alloc(5_000_000))).status).toBe(413);
    expect(await store.look('test/two', 10_000_000)).toBeNull();
    expect(await readdir(path.join(directory, 'test'))).toEqual(['one']);
  });

  test.each([
    ['another file', (url: URL) => (url.pathname = url.pathname.replace('three', 'one'))],
    ['a place outside', (url: URL) => (url.pathname = '/files/..%2f..%2fetc%2fthree')],
    ['another hash', (url: URL) => url.searchParams.set('sha256', hashOf(aPdf('lain')))],
    ['a later end', (url: URL) => url.searchParams.set('expires', '9999999999')],
    ['a further term', (url: URL) => url.searchParams.set('more', '1')],
    ['no signature', (url: URL) => url.searchParams.delete('signature')],
  ])('is good for nothing else: %s', async (_what, change) => {
    expect((await send('test/three', pdf, change)).status).toBe(403);
    expect(await store.look('test/three', 1_000)).toBeNull();
  });

  test('to fetch is no link to send, and ends in time', async () => {
    const get = await store.download({ key: 'test/one', fileName: 'x.pdf' }, 600);
    expect((await fetch(get, { method: 'PUT', body: 'x' })).status).toBe(403);
    time += 601_000;
    expect((await fetch(get)).status).toBe(403);
  });

  test('may be used by a page of any origin', async () => {
    const { url } = await store.upload(announced('test/four'), 600);
    const asked = await fetch(url, { method: 'OPTIONS' });
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-methods')).toContain('PUT');
  });

  test('forgets what is removed, and what is not there', async () => {
    await store.remove('test/one');
    await store.remove('test/never');
    expect(await store.look('test/one', 1_000)).toBeNull();
    const gone = await store.download({ key: 'test/one', fileName: 'x.pdf' }, 600);
    expect((await fetch(gone)).status).toBe(404);
  });
});
