import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphQLError } from 'graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Accounting, accountingOf } from './accounting.js';
import { admitting, createAdmission } from './admission/admission.js';
import type { Caches } from './cache/caches.js';
import type { FindCaller } from '@jejaring/callers/token-check';
import { identify } from './caller/identify.js';
import { purposeHeader, readPurpose } from './caller/purpose.js';
import type { GatewayConfig } from './config.js';
import { isProduction } from './config.js';
import { createErrorFormat, formatErrors, limitExceeded, refusal } from './errors.js';
import { createExplorer } from './front/explorer.js';
import type { Graph } from './graph/graph.js';
import { asksOnlyPublicFields } from './graph/classified-fields.js';
import { asGateway } from './graph/graph.js';
import { most } from './admission/limits.js';
import { Sharing } from './operations/sharing.js';
import type { Rates } from './admission/rates.js';
import type { Safelist } from './admission/safelist.js';
import type { GatewayMetrics } from './metrics.js';
import type { Question } from './operations/answering.js';
import { answer, executeFor } from './operations/answering.js';
import type { LaneParts } from './operations/fast-lane.js';
import { FastLane } from './operations/fast-lane.js';
import type { KnownOperation } from './operations/known-operation.js';
import type { OperationBook } from './operations/operation-book.js';
import { ownTurn } from './operations/own-turn.js';
import { readAddress } from './front/client-address.js';
import { chooseMediaType, statusByMediaType } from './front/media-type.js';
import type { RequestContext } from './front/request-context.js';
import type { Tracing } from './tracing/tracing.js';

export interface ServerParts {
  config: GatewayConfig;
  app: FastifyInstance;
  graph: Graph;
  operations: OperationBook;
  caches: Caches | null;
  findCaller: FindCaller;
  safelist: Safelist;
  rates: Rates;
  tracing: Tracing;
  metrics: GatewayMetrics;
  log: Logger;
}

function createApollo(parts: ServerParts, lane: LaneParts): ApolloServer<RequestContext> {
  const { config, app, graph, operations } = parts;
  const production = isProduction(config);
  return new ApolloServer<RequestContext>({
    gateway: asGateway(graph, executeFor(operations, lane.answer)),
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxLexicalTokens: most.tokens },
    validationOptions: { maxErrors: 20 },
    formatError: lane.formatError,
    stopOnTerminationSignals: false,
    plugins: [
      admitting(lane.admission, operations),
      accountingOf(lane.accounting),
      statusByMediaType,
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

/** The steps that every request passes, whichever way it takes. */
function createLane(parts: ServerParts): LaneParts {
  const { config, graph, operations, caches, metrics, log } = parts;
  const mayShare = (operation: KnownOperation) => asksOnlyPublicFields(graph, operation);
  const sharing = new Sharing({
    mayShare,
    joinsWithinMs: config.requestBudgetMs / 2,
    heard: () => caches?.heard ?? 0,
    metrics,
  });
  const share = (question: Question) =>
    sharing.answer(question, (asked) => answer(graph, caches, asked));
  return {
    graph,
    operations,
    admission: createAdmission(parts),
    accounting: new Accounting(metrics, config.reportCost),
    formatError: createErrorFormat(log),
    answer: (question) => (caches === null ? share(question) : caches.answer(question, share)),
  };
}

/** Serves the graph at `/graphql`: POST for operations, GET for people who look with a browser. */
export async function serveGraph(parts: ServerParts): Promise<ApolloServer<RequestContext>> {
  const { app, config } = parts;
  const lane = createLane(parts);
  const apollo = createApollo(parts, lane);
  await apollo.start();
  app.post('/graphql', answerBy(apollo, lane, parts));
  const explore = createExplorer(config.operationsFolder);
  app.get('/graphql', async (request, reply) => {
    const looks = request.headers.accept?.includes('text/html') ?? false;
    if (looks && !isProduction(config)) return explore(request, reply);
    return reply.callNotFound();
  });
  return apollo;
}

/** The short way for what is known, Apollo Server for all else and for the first time of each document. */
function answerBy(apollo: ApolloServer<RequestContext>, lane: LaneParts, parts: ServerParts) {
  const fast = new FastLane(lane);
  const contexts = new WeakMap<FastifyRequest, Promise<RequestContext>>();
  const contextOf = (request: FastifyRequest): Promise<RequestContext> => {
    const known = contexts.get(request) ?? makeContext(request, parts);
    contexts.set(request, known);
    return known;
  };
  const slow = fastifyApolloHandler(apollo, {
    async context(request) {
      const context = await contextOf(request);
      const { query } = (request.body ?? {}) as { query?: unknown };
      if (typeof query === 'string') lane.admission.look(query);
      // From here on it is parsed, validated and measured.
      await ownTurn();
      return context;
    },
  });
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // Nothing is done for somebody who cannot read what came of it.
    if (chooseMediaType(request.headers.accept) === null)
      return refuseAtOnce(reply, lane, unreadable());
    if (parts.safelist.mode !== 'off' && fast.isUnknownId(request.body))
      return refuseAtOnce(reply, lane, unknownId());
    // A caller who is refused is refused by Apollo Server, in its words.
    const findContext = () => contextOf(request).catch(() => null);
    const written = await fast.answer(request.body, request.headers.accept, findContext);
    parts.metrics.ways.inc({ way: written === null ? 'long' : 'short' });
    if (written === null) return slow.call(parts.app, request, reply);
    for (const [name, value] of written.headers) void reply.header(name, value);
    return reply.code(written.status).send(written.body);
  };
}

const unreadable = () =>
  refusal(
    'BAD_USER_INPUT',
    406,
    'Answers are application/json or application/graphql-response+json.',
  );

// Clients know it by these words, and by this status: they go on with the text.
const unknownId = () => refusal('PERSISTED_QUERY_NOT_FOUND', 200, 'PersistedQueryNotFound');

function refuseAtOnce(
  reply: FastifyReply,
  { formatError }: LaneParts,
  error: GraphQLError,
): FastifyReply {
  const { errors, http } = formatErrors([error], formatError);
  return reply.code(http.status ?? 400).send({ errors });
}

async function makeContext(request: FastifyRequest, parts: ServerParts): Promise<RequestContext> {
  const deadlineAt = performance.now() + parts.config.requestBudgetMs;
  const { query } = (request.body ?? {}) as { query?: unknown };
  if (typeof query === 'string' && query.length > most.characters) {
    throw limitExceeded('characters', most.characters, query.length);
  }
  const address = readAddress(request.raw, parts.config.trustedProxies);
  const authorization = request.raw.headersDistinct['authorization'] ?? [];
  const caller = await identify(parts, { authorization, requestId: request.id, address });
  const trace = parts.tracing.enter(request.headers['traceparent']);
  const purpose = readPurpose(request.raw.headersDistinct[purposeHeader] ?? []);
  return {
    caller: purpose === undefined ? caller : { ...caller, purpose },
    requestId: request.id,
    address,
    deadlineAt,
    fresh: /\bno-(cache|store)\b/i.test(request.headers['cache-control'] ?? ''),
    cost: { subgraphRequests: 0, sqlStatements: 0 },
    ...(trace === null ? {} : { trace }),
  };
}
