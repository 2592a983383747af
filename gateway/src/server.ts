import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { Logger } from '@jejaring/chassis/process/log';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accounting } from './accounting.js';
import { admission } from './admission/admission.js';
import type { Caches } from './cache/caches.js';
import type { FindCaller } from './caller/caller.js';
import { purposeHeader, readPurpose } from './caller/purpose.js';
import type { GatewayConfig } from './config.js';
import { isProduction } from './config.js';
import { createErrorFormat, limitExceeded } from './errors.js';
import { serveExplorer } from './front/explorer.js';
import type { Graph } from './graph/graph.js';
import { asGateway } from './graph/graph.js';
import { most } from './admission/limits.js';
import type { GatewayMetrics } from './metrics.js';
import { executeFor } from './operations/answering.js';
import type { OperationBook } from './operations/operation-book.js';
import type { RequestContext } from './front/request-context.js';

export interface ServerParts {
  config: GatewayConfig;
  app: FastifyInstance;
  graph: Graph;
  operations: OperationBook;
  caches: Caches | null;
  findCaller: FindCaller;
  metrics: GatewayMetrics;
  log: Logger;
}

function createApollo({
  config,
  app,
  graph,
  operations,
  caches,
  metrics,
  log,
}: ServerParts): ApolloServer<RequestContext> {
  const production = isProduction(config);
  return new ApolloServer<RequestContext>({
    gateway: asGateway(graph, executeFor({ graph, book: operations, caches })),
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxLexicalTokens: most.tokens },
    validationOptions: { maxErrors: 20 },
    formatError: createErrorFormat(log),
    stopOnTerminationSignals: false,
    plugins: [
      admission(graph),
      accounting(metrics, config.reportCost),
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

/** Serves the graph at `/graphql`: POST for operations, GET for people who look with a browser. */
export async function serveGraph(parts: ServerParts): Promise<ApolloServer<RequestContext>> {
  const { app, config } = parts;
  const apollo = createApollo(parts);
  await apollo.start();
  app.post(
    '/graphql',
    fastifyApolloHandler(apollo, { context: (request) => makeContext(request, parts) }),
  );
  app.get('/graphql', async (request, reply) => {
    const looks = request.headers.accept?.includes('text/html') ?? false;
    if (looks && !isProduction(config)) return serveExplorer(request, reply);
    return reply.callNotFound();
  });
  return apollo;
}

async function makeContext(request: FastifyRequest, parts: ServerParts): Promise<RequestContext> {
  const deadlineAt = performance.now() + parts.config.requestBudgetMs;
  const { query } = (request.body ?? {}) as { query?: unknown };
  if (typeof query === 'string' && query.length > most.characters) {
    throw limitExceeded('characters', most.characters, query.length);
  }
  const caller = await parts.findCaller(
    request.raw.headersDistinct['authorization'] ?? [],
    request.id,
  );
  const purpose = readPurpose(request.raw.headersDistinct[purposeHeader] ?? []);
  return {
    caller: purpose === undefined ? caller : { ...caller, purpose },
    requestId: request.id,
    deadlineAt,
    cost: { subgraphRequests: 0, sqlStatements: 0 },
  };
}
