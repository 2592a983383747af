import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, FormattedExecutionResult } from 'graphql';
import { readAddress } from '../front/client-address.js';
import { GraphQLError } from 'graphql';
import type { Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { most } from '../admission/limits.js';
import { purposeHeader } from '../caller/purpose.js';
import { limitExceeded } from '../errors.js';
import { chooseRequestId } from '../front/request-context.js';
import type { TransportParts } from './event-stream.js';
import type { Admitted, Subscriber } from './live.js';
import { QueueSink } from './queue-sink.js';
import { headerOf, readRequest, readSubscriber } from './read-request.js';
import { inRequest } from './telling.js';

export interface SocketParts extends TransportParts {
  /** Origins of pages that may connect. */
  corsOrigins: readonly string[];
}

const path = '/graphql';
const initWithinMs = 5_000;
const pingEveryMs = 12_000;
const mostOfOneSocket = 50;
const mostSockets = 20_000;
/** WebSocket's own word for: try again later. */
const comeBack = 1013;

type SocketContext = Context<Record<string, unknown>, Extra & { subscriber?: Kept }>;
type Kept = Omit<Subscriber, 'cursor'>;

/** Subscriptions over WebSocket (graphql-transport-ws), several on one socket. Returns how to stop. */
export function serveSockets(server: Server, parts: SocketParts): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: most.bodyBytes });
  const served = useServer<Record<string, unknown>, { subscriber?: Kept }>(
    {
      connectionInitWaitTimeout: initWithinMs,
      onConnect: (context) => connect(context, parts),
      // Errors are formatted already; the library would take them for its own kind.
      onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult,
      onSubscribe: (context, _id, payload) => subscribe(context, payload, parts),
      subscribe: ({ contextValue }) => {
        const { begin, socket } = contextValue as Admitted & Pick<Extra, 'socket'>;
        return Promise.resolve(new QueueSink(begin, () => socket.close(comeBack)));
      },
    },
    sockets,
    pingEveryMs,
  );
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refused = whyRefused(request, sockets, parts.corsOrigins);
    if (refused !== null) return socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`);
    return sockets.handleUpgrade(request, socket, head, (open) =>
      sockets.emit('connection', open, request),
    );
  });
  return async () => served.dispose();
}

function whyRefused(
  { url = '', headers }: IncomingMessage,
  { clients }: WebSocketServer,
  origins: readonly string[],
): string | null {
  if (url.split('?')[0] !== path) return '404 Not Found';
  if (clients.size >= mostSockets) return '503 Service Unavailable';
  return mayConnect(headers.origin, headers.host, origins) ? null : '403 Forbidden';
}

/** A browser tells whose page connects, and does not ask first as it does for other requests. */
function mayConnect(
  origin: string | undefined,
  host: string | undefined,
  origins: readonly string[],
): boolean {
  if (origin === undefined || origins.includes('*') || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Who it is, by the token in the first message, or in the header where a program can set one. */
async function connect(context: SocketContext, parts: SocketParts): Promise<boolean> {
  const { extra, connectionParams = {} } = context;
  const { headers } = extra.request;
  const given = (name: string): readonly string[] => {
    const value = connectionParams?.[name];
    return typeof value === 'string' ? [value] : headerOf(headers, name);
  };
  const requestId = chooseRequestId(headers['x-request-id']);
  try {
    extra.subscriber = await readSubscriber(
      {
        authorization: given('authorization'),
        purpose: given(purposeHeader),
        address: readAddress(extra.request, parts.trustedProxies),
      },
      { ...parts, requestId },
    );
    return true;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { extensions, message } = format(error, requestId, parts);
    const code = extensions?.['code'] === 'UNAUTHENTICATED' ? 4401 : 4400;
    // A close frame has room for 123 bytes.
    extra.socket.close(code, message.slice(0, 120));
    return false;
  }
}

async function subscribe(
  context: SocketContext,
  payload: unknown,
  parts: SocketParts,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const requestId = chooseRequestId(undefined);
  try {
    const open = Object.keys(context.subscriptions).length;
    if (open > mostOfOneSocket) throw limitExceeded('operations of a socket', mostOfOneSocket);
    const { request, lastEventId } = readRequest(payload);
    const subscriber = { ...context.extra.subscriber!, cursor: lastEventId };
    const admitted = await parts.live.admit(request, subscriber);
    const { schema, document } = admitted.operation.known;
    const { operationName } = request;
    const contextValue = { ...admitted, socket: context.extra.socket };
    return { schema, document, operationName, contextValue };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, extensions } = format(error, requestId, parts);
    return [new GraphQLError(message, { extensions: extensions ?? null })];
  }
}

const format = (error: GraphQLError, requestId: string, { formatError }: SocketParts) =>
  inRequest(requestId, () => formatError(error.toJSON(), error));
