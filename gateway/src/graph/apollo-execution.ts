import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { Executed } from '../execution/compile.js';
import type { RequestContext } from '../front/request-context.js';
import type { KnownOperation } from '../operations/known-operation.js';
import type { GraphVersion } from './graph-version.js';

export interface Execution {
  plan: QueryPlan;
  operation: KnownOperation;
  variables: Readonly<Record<string, unknown>>;
  context: RequestContext;
}

/** Executes a plan with Apollo's own executor. */
export async function executeByApollo(
  version: Pick<GraphVersion, 'schema' | 'apolloSchema' | 'supergraph' | 'sources'>,
  { plan, operation, variables, context }: Execution,
): Promise<Executed> {
  const operationName = operation.operation.name?.value;
  const operationContext = buildOperationContext({
    schema: version.schema,
    operationDocument: operation.document,
    ...(operationName === undefined ? {} : { operationName }),
  });
  // It reads no more of a request than this.
  const request = { request: { variables }, context, metrics: {}, logger: silent };
  const { data, errors, extensions } = await executeQueryPlan(
    plan,
    Object.fromEntries(version.sources),
    request as unknown as GatewayGraphQLRequestContext,
    operationContext,
    version.supergraph,
    version.apolloSchema,
  );
  return {
    data: JSON.stringify(data ?? null),
    errors: [...(errors ?? []), ...liftBroken(extensions)],
  };
}

/** It hides values that broke the schema's promise in an extension; they are errors. */
function liftBroken(extensions: Record<string, unknown> | undefined): GraphQLError[] {
  const broken = (extensions?.['valueCompletion'] ?? []) as { path?: (string | number)[] }[];
  return broken.map(
    ({ path }) =>
      // Its words may quote the value, so only the place is kept.
      new GraphQLError('A service answered with a value that the graph does not allow.', {
        ...(path === undefined ? {} : { path }),
        extensions: { code: 'INTERNAL' },
      }),
  );
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
