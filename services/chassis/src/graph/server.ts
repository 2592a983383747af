import type { KeyObject } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { executing } from '@jejaring/execution/compiled-queries';
import type { ValidationError } from 'class-validator';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from '../process/log.js';
import type { Metrics } from '../process/metrics.js';
import { DeadlineExceeded } from '../work/deadline.js';
import { isPassingFault } from '../work/passing-fault.js';
import type { Database } from '../work/unit-of-work.js';
import { GraphContext } from './context.js';
import { fault, faultCodes } from './faults.js';
import { verifyCaller } from './internal-token.js';

export interface GraphServerOptions {
  service: string;
  schema: GraphQLSchema;
  database: Database;
  gatewayKey: KeyObject;
  logger: Logger;
  metrics: Metrics;
  reportCost: boolean;
}

const bodyLimit = 262_144;
const mostRepresentations = 500;

/** What leaves instead of an answer that could not be finished or entered into the audit. */
const withheld: GraphQLFormattedError = {
  message: 'The answer could not be entered into the audit and is withheld.',
  extensions: { code: 'SUBGRAPH_UNAVAILABLE', reason: 'audit' },
};

/** Ends the request's reads before its answer leaves, counts it, and tells its cost. */
const endOfRequest = ({
  metrics,
  logger,
  reportCost,
}: GraphServerOptions): ApolloServerPlugin<GraphContext> => ({
  async requestDidStart() {
    const started = process.hrtime.bigint();
    return {
      async didResolveOperation({ request }) {
        refuseLargeBatches(request.variables);
      },
      async willSendResponse({ contextValue, response, operation }) {
        await contextValue.end().catch((error: unknown) => {
          logger.error({ err: error }, 'an answer was withheld');
          response.body = { kind: 'single', singleResult: { errors: [withheld] } };
        });
        const failed = response.body.kind === 'single' && response.body.singleResult.errors;
        const seconds = Number(process.hrtime.bigint() - started) / 1e9;
        const kind = operation?.operation ?? 'none';
        metrics.operations.observe({ kind, outcome: failed ? 'errors' : 'ok' }, seconds);
        if (reportCost)
          response.http.headers.set('x-jejaring-sql-statements', String(contextValue.statements));
      },
    };
  },
});

function refuseLargeBatches(variables: Record<string, unknown> | undefined): void {
  const representations = variables?.representations;
  if (!Array.isArray(representations) || representations.length <= mostRepresentations) return;
  throw fault('LIMIT_EXCEEDED', `At most ${mostRepresentations} entities in one request.`, {
    http: { status: 400 },
  });
}

/** Known faults keep their words; what failed inside is logged and never told. */
export function maskError(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code as string;
    if ((faultCodes as readonly string[]).includes(code)) return describeFault(formatted, code);
    const original = (error as { originalError?: unknown }).originalError ?? error;
    const path = formatted.path ? { path: formatted.path } : {};
    // A NUL character, or a year that the calendar of the database does not reach.
    if (/^(22021|22008|22P05)$/.test((original as { code?: string } | null)?.code ?? '')) {
      const message = 'The input holds a character or a date that cannot be kept.';
      return { message, ...path, extensions: { code: 'BAD_USER_INPUT' } };
    }
    logger.error({ err: original, ...path }, 'resolver failed');
    return { ...describeFailure(original), ...path };
  };
}

/** The bounds that an input breaks, each with the place of its field. */
const listBroken = (invalid: readonly ValidationError[], above = ''): [string, string][] =>
  invalid.flatMap(({ property, constraints = {}, children = [] }) => [
    ...Object.values(constraints).map((words): [string, string] => [above + property, words]),
    ...listBroken(children, `${above}${property}.`),
  ]);

const badVariable = /^Variable "\$(\w+)" got invalid value .*?(?: at "([\w.[\]]+)")?; ([^;]*)$/s;

/** Names the argument at fault, a nested one by its path, and does not repeat what was sent. */
function describeFault(formatted: GraphQLFormattedError, code: string): GraphQLFormattedError {
  const [, variable, path, words] = badVariable.exec(formatted.message) ?? [];
  const broken = listBroken((formatted.extensions?.validationErrors as ValidationError[]) ?? []);
  const argument = broken[0]?.[0] ?? path ?? variable ?? formatted.extensions?.argument;
  const message = words ? `${path ?? variable}: ${words}` : formatted.message;
  return {
    ...formatted,
    message: broken.map(([, sentence]) => sentence).join('; ') || message,
    extensions: { code, ...(argument ? { argument } : {}) },
  };
}

/** A deadline or a database that is away will pass: the same request may be sent again. */
function describeFailure(error: unknown) {
  const unavailable = (reason: string) => ({ code: 'SUBGRAPH_UNAVAILABLE', reason });
  const cutOff = (error as { code?: string } | null)?.code === '57014';
  if (error instanceof DeadlineExceeded || cutOff) {
    return { message: 'The deadline has passed.', extensions: unavailable('timeout') };
  }
  if (isPassingFault(error)) {
    return { message: 'The database is away at present.', extensions: unavailable('database') };
  }
  return {
    message: 'Something failed here; the failure is logged.',
    extensions: { code: 'INTERNAL' },
  };
}

function callerOf(request: FastifyRequest, { gatewayKey, service }: GraphServerOptions) {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  const body = (request as { rawBody?: string }).rawBody ?? '';
  try {
    if (scheme !== 'Bearer' || !token) throw new Error('No token.');
    return verifyCaller(gatewayKey, token, service, body);
  } catch {
    throw fault('UNAUTHENTICATED', 'This service answers its gateway only.', {
      http: { status: 401 },
    });
  }
}

function deadlineOf(request: FastifyRequest): Date {
  const left = Number(request.headers['x-deadline-ms']);
  return new Date(
    Date.now() + (Number.isFinite(left) && left > 0 ? Math.min(left, 30_000) : 5_000),
  );
}

/** Keeps the exact bytes beside the parsed body: the gateway's token speaks of them. */
export function keepRawBody(server: FastifyInstance): void {
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit },
    (request, body, done) => {
      (request as { rawBody?: string }).rawBody = body as string;
      try {
        done(null, JSON.parse(body as string));
      } catch {
        done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
      }
    },
  );
}

/** Serves the subgraph to its gateway at `/graphql`; nobody else is answered. */
export async function serveGraph(
  server: FastifyInstance,
  options: GraphServerOptions,
): Promise<ApolloServer<GraphContext>> {
  const { schema, database, logger } = options;
  keepRawBody(server);
  const apollo = new ApolloServer<GraphContext>({
    gateway: executing(schema),
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    csrfPrevention: true,
    formatError: maskError(logger),
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(server),
      endOfRequest(options),
    ],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const context = async (request: FastifyRequest) =>
    new GraphContext(database, callerOf(request, options), deadlineOf(request));
  server.post('/graphql', fastifyApolloHandler(apollo, { context }));
  return apollo;
}
