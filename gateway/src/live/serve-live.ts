import type { Logger } from '@jejaring/chassis/process/log';
import type { FastifyInstance } from 'fastify';
import { createAdmission } from '../admission/admission.js';
import type { Rates } from '../admission/rates.js';
import type { Safelist } from '../admission/safelist.js';
import type { FindCaller } from '@jejaring/callers/token-check';
import type { GatewayConfig } from '../config.js';
import { isProduction } from '../config.js';
import { createErrorFormat } from '../errors.js';
import type { EventEar } from '../events/ear.js';
import type { Graph } from '../graph/graph.js';
import type { GatewayMetrics } from '../metrics.js';
import type { OperationBook } from '../operations/operation-book.js';
import { serveEventStream } from './event-stream.js';
import { Live } from './live.js';
import { serveSockets } from './socket.js';

export interface LiveParts {
  config: GatewayConfig;
  app: FastifyInstance;
  /** Null where this deployment hears no events: subscriptions are refused then. */
  ear: EventEar | null;
  graph: Graph;
  operations: OperationBook;
  findCaller: FindCaller;
  safelist: Safelist;
  rates: Rates;
  metrics: GatewayMetrics;
  log: Logger;
}

const mostOfOneCaller = 100;
/** As for requests: in production a token is believed for a quarter of an hour at most. */
const longestInProduction = 900;

/** Serves subscriptions over both transports, the same way. Returns how to stop. */
export function serveLive(parts: LiveParts): () => Promise<void> {
  const { config, app, ear, graph, operations, findCaller, rates, metrics, log } = parts;
  const formatError = createErrorFormat(log);
  const live = new Live({
    ear,
    graph,
    admission: createAdmission(parts),
    book: operations,
    formatError,
    metrics,
    log,
    requestBudgetMs: config.requestBudgetMs,
    most: { all: config.mostSubscriptions, ofOne: mostOfOneCaller },
  });
  const longestSeconds = isProduction(config) ? longestInProduction : Infinity;
  const { corsOrigins, trustedProxies } = config;
  const transport = { live, findCaller, formatError, longestSeconds, rates, trustedProxies };
  serveEventStream(app, transport);
  const stopSockets = serveSockets(app.server, { ...transport, corsOrigins });
  return async () => {
    await stopSockets();
    live.stop();
  };
}
