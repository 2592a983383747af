import { createHash, randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '@jejaring/chassis/process/file-store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inspect } from './inspect.js';
import type { SignedLinks } from './signed-links.js';
import { LinkRefused, signedLinks } from './signed-links.js';

export interface DirectoryStoreOptions {
  directory: string;
  /** Signs the links; whoever has it may read and write every file. */
  key: string;
  /** Address of the service as clients reach it. */
  publicUrl: string;
  now?: () => number;
}

type PlaceOf = (key: string) => string;

/** Files below a directory, for one machine: the service itself answers the signed links. */
export function directoryStore(options: DirectoryStoreOptions): FileStore {
  const { directory, key: secret, publicUrl, now = Date.now } = options;
  const links = signedLinks(secret, publicUrl, now);
  const placeOf: PlaceOf = (key) => path.join(directory, ...key.split('/'));
  return {
    async upload({ key, contentType, size, sha256 }, seconds) {
      const url = links.make('PUT', key, seconds, { size: String(size), sha256 });
      return { url, headers: { 'content-type': contentType } };
    },
    download: async ({ key, fileName }, seconds) =>
      links.make('GET', key, seconds, { name: fileName }),
    async look(key, most) {
      const found = await find(placeOf(key));
      return found === null ? null : inspect(createReadStream(placeOf(key)), most);
    },
    remove: (key) => rm(placeOf(key), { force: true }),
    serve: (server) => serveFiles(server, links, placeOf),
  };
}

function serveFiles(server: FastifyInstance, links: SignedLinks, placeOf: PlaceOf): void {
  const signed = (request: FastifyRequest) => {
    const { '*': key = '' } = request.params as { '*'?: string };
    const terms = links.check(request.method, key, request.query as Record<string, string>);
    return { place: placeOf(key), terms };
  };
  void server.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, body, done) => done(null, body));
    // The signed link is the right; a page of any origin may use the one that it was given.
    files.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', '*');
    });
    files.options('/files/*', (_request, reply) =>
      reply
        .header('access-control-allow-methods', 'GET, PUT')
        .header('access-control-allow-headers', 'content-type')
        .code(204)
        .send(),
    );
    files.put('/files/*', async (request, reply) => {
      // Until the bytes are in: a connection with some of them left would be waited for.
      reply.header('connection', 'close');
      const { place, terms } = signed(request);
      const announced = { size: Number(terms.size), sha256: terms.sha256! };
      await keep(place, request.body as Readable, announced);
      return reply.code(204).send();
    });
    files.get('/files/*', { exposeHeadRoute: false }, async (request, reply) => {
      const { place, terms } = signed(request);
      return hand(reply, place, terms.name!);
    });
  });
}

/** What lies at a place, or null; a disk that cannot be read is a fault and not an absent file. */
async function find(place: string): Promise<Stats | null> {
  try {
    return await stat(place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Hands a file out as an attachment of no type, so that no browser runs it. */
async function hand(reply: FastifyReply, place: string, name: string): Promise<FastifyReply> {
  const found = await find(place);
  if (found === null) throw new LinkRefused(404, 'There is no such file.');
  return reply
    .header('content-type', 'application/octet-stream')
    .header('content-length', found.size)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(createReadStream(place));
}

/** Writes beside the place and moves in only what is as announced, so that no half file is ever found. */
async function keep(
  place: string,
  bytes: Readable,
  announced: { size: number; sha256: string },
): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const beside = `${place}.${randomUUID()}`;
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > announced.size ? new LinkRefused(413, 'More than was announced.') : null, chunk);
    },
  });
  try {
    await pipeline(bytes, measure, createWriteStream(beside, { mode: 0o600 }));
    if (size !== announced.size || hash.digest('hex') !== announced.sha256)
      throw new LinkRefused(400, 'The bytes are not those that were announced.');
    await rename(beside, place);
  } finally {
    await rm(beside, { force: true });
  }
}
