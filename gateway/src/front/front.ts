import cors from '@fastify/cors';
import type { Logger } from '@jejaring/chassis/process/log';
import type { FastifyError, FastifyInstance } from 'fastify';
import fastify from 'fastify';
import type { GatewayConfig } from '../config.js';
import { internalMessage } from '../errors.js';
import { most } from '../admission/limits.js';
import { chooseRequestId, currentRequestId, enterRequest } from './request-context.js';
import { purposeHeader } from '../caller/purpose.js';

/** The HTTP front: size, origin and form of a request are settled before GraphQL sees it. */
export async function openFront(config: GatewayConfig, log: Logger): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: most.bodyBytes,
    requestTimeout: 10_000,
    forceCloseConnections: 'idle',
    // While it stops, what still arrives on an open connection is answered, and that connection ends.
    return503OnClosing: false,
    genReqId: (request) => chooseRequestId(request.headers['x-request-id']),
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', (request, reply, next) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
    enterRequest(request.id, next);
  });
  endConnectionsWhenClosing(app);
  if (config.corsOrigins.length > 0) await app.register(cors, corsOptions(config.corsOrigins));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error, requestId: request.id }, 'a request failed');
    return reply.code(status).send({ errors: [describe(error, status)] });
  });
  app.setNotFoundHandler((request, reply) => {
    const known = request.url.split('?')[0] === '/graphql';
    if (known) reply.header('allow', 'POST');
    const message = known ? 'Operations are sent with POST.' : 'There is nothing at this address.';
    return reply.code(known ? 405 : 404).send({ errors: [toError('BAD_USER_INPUT', message)] });
  });
  return app;
}

/** An answer given while the process stops is the last of its connection, so that it can stop. */
function endConnectionsWhenClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, next) => {
    if (closing) reply.header('connection', 'close');
    next(null, payload);
  });
}

const corsOptions = (origins: readonly string[]) => ({
  origin: origins.includes('*') ? '*' : [...origins],
  methods: ['GET', 'POST'],
  allowedHeaders: [
    'content-type',
    'authorization',
    'x-request-id',
    'last-event-id',
    'apollo-require-preflight',
    'traceparent',
    purposeHeader,
  ],
  exposedHeaders: ['x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after'],
  maxAge: 600,
});

function describe({ code }: FastifyError, status: number) {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const { bodyBytes } = most;
    const sentence = `The operation exceeds a limit: bytes of the body (${bodyBytes} allowed).`;
    return toError('LIMIT_EXCEEDED', sentence, { limit: 'bytes', allowed: bodyBytes });
  }
  if (status >= 500) return toError('INTERNAL', internalMessage);
  return toError('BAD_USER_INPUT', 'The request is not a JSON object sent as application/json.');
}

const toError = (code: string, message: string, details: object = {}) => ({
  message,
  extensions: { code, ...details, requestId: currentRequestId() },
});
