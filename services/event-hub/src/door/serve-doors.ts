import type { ServedWith } from '@jejaring/chassis/process/run-service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bell } from '../feed/bell.js';
import { servePages } from '../feed/serve-pages.js';
import { serveStream } from '../feed/serve-stream.js';
import { Tail } from '../feed/tail.js';
import { createFigures } from './figures.js';
import type { DoorParts } from './parts.js';
import { refusedBy } from './problem.js';
import { servePublic } from './serve-public.js';

export type DoorsGiven = Pick<DoorParts, 'admit' | 'rates' | 'readers' | 'beatMs'> &
  Pick<ServedWith, 'database' | 'logger' | 'metrics'>;

/** The doors themselves, whoever says who asks. */
export function serveDoors(
  server: FastifyInstance,
  bell: Bell,
  given: DoorsGiven,
): { stop(): Promise<void> } {
  const tail = new Tail(bell, given);
  const parts = { ...given, tail, figures: createFigures(given.metrics, () => tail.waiting) };
  void server.register((scope, _options, done) => {
    scope.setErrorHandler((error, request, reply) => refuse(error, { request, reply, parts }));
    servePublic(scope);
    servePages(scope, parts);
    serveStream(scope, parts);
    done();
  });
  return {
    async stop() {
      given.readers.stop();
      await tail.stop();
    },
  };
}

interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  parts: DoorParts;
}

function refuse(error: unknown, { request, reply, parts }: Asked): FastifyReply {
  const refused = refusedBy(error);
  parts.figures.refused.inc({ code: refused.code });
  if (refused.status >= 500 && refused.cause !== undefined)
    parts.logger.error({ err: refused.cause, requestId: request.id }, 'a reader was not served');
  for (const [name, value] of refused.headers) reply.header(name, value);
  return reply
    .code(refused.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(refused.body));
}
