import { randomInt } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Rates } from '../admission/rates.js';
import type { FindCaller } from '@jejaring/callers/token-check';
import { purposeHeader } from '../caller/purpose.js';
import { refusal } from '../errors.js';
import { readAddress as addressOf } from '../front/client-address.js';
import type { Begin, Live } from './live.js';
import type { Sink } from './member.js';
import type { Message } from './message.js';
import { readAddress, readRequest, readSubscriber } from './read-request.js';
import type { FormatError } from './telling.js';

export interface TransportParts {
  live: Live;
  findCaller: FindCaller;
  rates: Rates;
  trustedProxies: readonly string[];
  formatError: FormatError;
  /** How long a token counts whatever it says itself. */
  longestSeconds: number;
}

export const streamPath = '/graphql/stream';
/** So much may wait for one client before it is left to read for itself. */
const mostWaitingBytes = 262_144;
/** Browsers wait as long as they are told: not all the same, or all would come at once. */
const comeBackAfterMs = { least: 500, most: 2_500 };

/** Subscriptions as server-sent events, one per connection (graphql-sse, distinct connections). */
export function serveEventStream(app: FastifyInstance, parts: TransportParts): void {
  app.route({
    method: ['GET', 'POST'],
    url: streamPath,
    handler: async (request, reply) => {
      try {
        const begin = await admit(request, parts);
        stream(reply, begin);
      } catch (error) {
        return refuse(reply, error, parts.formatError);
      }
      return reply;
    },
  });
}

async function admit(request: FastifyRequest, parts: TransportParts): Promise<Begin> {
  if (!(request.headers.accept ?? '').includes('text/event-stream'))
    throw refusal('BAD_USER_INPUT', 406, 'Subscriptions are answered as text/event-stream.');
  const { headersDistinct } = request.raw;
  const body = request.method === 'GET' ? readAddress(request.query) : request.body;
  const { request: asked, lastEventId } = readRequest(body);
  const subscriber = await readSubscriber(
    {
      authorization: headersDistinct['authorization'] ?? [],
      purpose: headersDistinct[purposeHeader] ?? [],
      address: addressOf(request.raw, parts.trustedProxies),
    },
    { ...parts, requestId: request.id },
  );
  const [cursor = lastEventId] = headersDistinct['last-event-id'] ?? [];
  const subscription = { ...subscriber, cursor: cursor === '' ? null : cursor };
  return (await parts.live.admit(asked, subscription)).begin;
}

function refuse(reply: FastifyReply, error: unknown, formatError: FormatError): FastifyReply {
  if (!(error instanceof GraphQLError)) throw error;
  const http = error.extensions['http'] as
    { status?: number; headers?: Iterable<[string, string]> } | undefined;
  for (const [name, value] of http?.headers ?? []) reply.header(name, value);
  return reply
    .code(http?.status ?? 400)
    .type('application/json; charset=utf-8')
    .send({ errors: [formatError(error.toJSON(), error)] });
}

function stream(reply: FastifyReply, begin: Begin): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-store, no-transform',
    connection: 'keep-alive',
    // Some proxies keep what they think is an unfinished page.
    'x-accel-buffering': 'no',
  });
  raw.socket?.setNoDelay(true);
  raw.write(`retry: ${randomInt(comeBackAfterMs.least, comeBackAfterMs.most)}\n\n`);
  const member = begin(new StreamSink(raw));
  raw.on('close', () => member.leave());
}

class StreamSink implements Sink {
  constructor(private readonly response: ServerResponse) {}

  send({ frame }: Message): boolean {
    this.response.write(frame);
    return this.response.writableLength < mostWaitingBytes;
  }

  onDrain(listener: () => void): void {
    this.response.on('drain', listener);
  }

  /** A comment that keeps proxies awake, and an id without an event, which moves `Last-Event-ID` on. */
  beat(cursor: string): void {
    this.response.write(`:\nid: ${cursor}\n\n`);
  }

  /** Without `complete` a client comes back by itself, from where it is. */
  end(error: GraphQLFormattedError | null): void {
    if (error === null) return void this.response.end();
    const last = JSON.stringify({ errors: [error] });
    this.response.end(`event: next\ndata: ${last}\n\nevent: complete\ndata:\n\n`);
  }
}
