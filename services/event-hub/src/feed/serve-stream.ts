import { randomInt } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DoorParts } from '../door/parts.js';
import { Refused } from '../door/problem.js';
import { readAsk } from './ask.rules.js';
import { orRefuse } from './asked.js';
import { findBeginning, inScope, readPlace } from './place.js';
import { Teller } from './teller.js';

/** Readers wait as long as they are told: not all the same, or all would come at once. */
const comeBackAfterMs = { least: 500, most: 2_500 };

/** The feed as server-sent events: the same question, answered for as long as the reader stays. */
export function serveStream(scope: FastifyInstance, parts: DoorParts): void {
  scope.get('/events/stream', { exposeHeadRoute: false }, async (request, reply) => {
    const caller = await parts.admit(request);
    reply.headers(Object.fromEntries(parts.rates.pay(caller.id)));
    const ask = orRefuse(readAsk(givenBy(request), caller));
    const leave = parts.readers.enter(caller.id);
    try {
      const place = ask.place ?? (await findBeginning(parts.database, ask.since));
      const { from } = await inScope(parts.database, caller, (work) => readPlace(work, place));
      const teller = new Teller({ ...parts, request, response: begin(reply) }, ask);
      parts.figures.readers.inc({ door: 'stream' });
      void teller.tell(caller, from).finally(() => {
        parts.figures.readers.dec({ door: 'stream' });
        leave();
      });
    } catch (error) {
      leave();
      throw error;
    }
    return reply;
  });
}

/** A reader that comes back says in a header where it was, which is later than where it began. */
function givenBy(request: FastifyRequest): Record<string, unknown> {
  const given = request.query as Record<string, unknown>;
  for (const name of ['timeout', 'limit'])
    if (name in given) throw new Refused('MALFORMED', { parameter: name });
  const { 'last-event-id': lastEventId } = request.headers;
  return typeof lastEventId === 'string' && lastEventId !== '' ? { ...given, lastEventId } : given;
}

function begin(reply: FastifyReply): FastifyReply['raw'] {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'private, no-store, no-transform',
    vary: 'authorization',
    connection: 'keep-alive',
    // Some proxies keep what they think is an unfinished page.
    'x-accel-buffering': 'no',
  });
  raw.socket?.setNoDelay(true);
  raw.write(`retry: ${randomInt(comeBackAfterMs.least, comeBackAfterMs.most)}\n\n`);
  return raw;
}
