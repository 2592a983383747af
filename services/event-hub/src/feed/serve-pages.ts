import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Subscriber } from '../door/admit.js';
import type { DoorParts } from '../door/parts.js';
import { readAsk } from './ask.rules.js';
import type { Ask } from './ask.rules.js';
import { orRefuse } from './asked.js';
import { toCursor } from './cursor.rules.js';
import type { Place } from './cursor.rules.js';
import { findBeginning } from './place.js';
import type { Page } from './read-page.js';
import { readPage } from './read-page.js';
import { Trodden } from './trodden.js';

type Given = Readonly<Record<string, unknown>>;

/** The feed in pages, as http-feeds.org describes it: the reader says what it has, and gets what follows. */
export function servePages(scope: FastifyInstance, parts: DoorParts): void {
  const trodden = new Trodden();
  scope.get('/events', async (request, reply) => {
    const caller = await parts.admit(request);
    reply.headers(Object.fromEntries(parts.rates.pay(caller.id)));
    const given = request.query as Given;
    const ask = orRefuse(readAsk(given, caller));
    const leave = parts.readers.enter(caller.id);
    parts.figures.readers.inc({ door: 'feed' });
    try {
      return await answer({ request, reply, parts, trodden, caller, given, ask });
    } finally {
      leave();
      parts.figures.readers.dec({ door: 'feed' });
    }
  });
}

interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  parts: DoorParts;
  trodden: Trodden;
  caller: Subscriber;
  given: Given;
  ask: Ask;
}

async function answer(asked: Asked): Promise<FastifyReply> {
  const { reply, request, parts, caller, ask, given, trodden } = asked;
  const question = hashOf([
    caller.role,
    caller.region,
    ask.region,
    ask.types,
    ask.since,
    ask.place,
  ]);
  const place = ask.place ?? (await findBeginning(parts.database, ask.since));
  const page = await readOrWait(asked, trodden.skip(question, place));
  if (page.count === 0) trodden.remember(question, page.next);
  const etag = `"${hashOf([question, page.next, page.count])}"`;
  reply.headers({
    etag,
    // It may be kept by the reader alone, who asks before each use whether they still may have it.
    'cache-control': 'private, no-cache',
    vary: 'authorization',
    link: `<${nextOf(given, page)}>; rel="next"`,
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  parts.figures.sent.inc({ door: 'feed' }, page.count);
  return reply.type('application/cloudevents-batch+json; charset=utf-8').send(`[${page.text}]`);
}

/** Waits for something new as long as was asked for, when there is nothing. */
async function readOrWait({ parts, caller, ask, reply }: Asked, from: Place): Promise<Page> {
  const end = Date.now() + ask.waitMs;
  const gone = new AbortController();
  reply.raw.on('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, parts.readers.stopped]);
  const { region, types } = ask;
  const concerns = { region, types: new Set(types) };
  const reading = { database: parts.database, caller, ask, form: 'batch' } as const;
  for (let at = from; ;) {
    const page = await readPage(reading, at);
    const left = end - Date.now();
    if (page.count > 0 || left <= 0 || signal.aborted) return page;
    at = page.next;
    if (!page.atEnd) continue;
    const after = page.next.position;
    at = { ...page.next, position: await parts.tail.wait({ ...concerns, after }, left, signal) };
  }
}

const hashOf = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);

/** The same question from where this answer ends. */
function nextOf(given: Given, page: Page): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given))
    for (const each of [value].flat()) if (name !== 'lastEventId') query.append(name, String(each));
  query.set('lastEventId', toCursor(page.next));
  return `/events?${query.toString()}`;
}
