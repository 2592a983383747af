import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import type { GraphQLFormattedError } from 'graphql';
import { execute, getVariableValues, GraphQLError } from 'graphql';
import type { Caches } from '../cache/caches.js';
import type { RequestContext } from '../front/request-context.js';
import type { Executed } from '../execution/compile.js';
import type { Graph } from '../graph/graph.js';
import { asksOnlyTheSchema } from '../graph/introspection.js';
import type { AskSubgraph } from '../subgraphs/calls.js';
import type { KnownOperation } from './known-operation.js';
import { chooseOperation } from './known-operation.js';
import type { OperationBook } from './operation-book.js';

/** An operation that may be answered: its caller, its size and its variables have been looked at. */
export interface Question {
  operation: KnownOperation;
  /** As the schema reads them: defaults filled in, single values in lists. */
  variables: Readonly<Record<string, unknown>>;
  context: RequestContext;
}

export type Variables = { coerced: Record<string, unknown> } | { errors: readonly GraphQLError[] };

/** Reads the variables of a request as the operation declares them, or says what is wrong with them. */
export function readVariables(
  { schema, operation }: KnownOperation,
  given: Readonly<Record<string, unknown>> | null | undefined,
): Variables {
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    given ?? {},
  );
  return errors === undefined ? { coerced } : { errors };
}

/** Answers by the version of the graph under which the operation is known. */
export async function answer(
  graph: Graph,
  caches: Caches | null,
  question: Question,
): Promise<Executed> {
  const { operation, variables, context } = question;
  if (asksOnlyTheSchema(operation)) return describeSchema(operation, variables);
  const version = graph.versionOf(operation.schema);
  const plan = (asked: KnownOperation) => {
    const part = context.trace?.begin('plan');
    return version.planner.plan(asked).finally(() => part?.end({}));
  };
  const compiled =
    version.compiled.find(operation) ?? (await version.compiled.compile(operation, plan));
  const ask: AskSubgraph = (call, asking) => version.sources.get(call.service)!.ask(call, asking);
  const cache = caches?.entitiesOf(version) ?? null;
  return compiled.execute({ variables, context, ask, cache });
}

async function describeSchema(
  { schema, document, operation }: KnownOperation,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<Executed> {
  const operationName = operation.name?.value ?? null;
  const { data, errors } = await execute({ schema, document, operationName, variableValues });
  return { data: JSON.stringify(data ?? null), errors: errors ?? [] };
}

/** Executes what Apollo Server has parsed, validated and admitted, the way every question is answered. */
export const executeFor =
  (book: OperationBook, answerIt: (question: Question) => Promise<Executed>): GatewayExecutor =>
  async ({ schema, source, document, queryHash, request, context }) => {
    const entered = book.enter(schema, { id: queryHash, text: source, document });
    const operation = chooseOperation(entered, request.operationName);
    if (operation === null)
      throw new Error('Apollo Server lets no request pass that chooses none.');
    const variables = readVariables(operation, request.variables);
    if ('errors' in variables) return { errors: variables.errors };
    const question = {
      operation,
      variables: variables.coerced,
      context: context as RequestContext,
    };
    const { data, errors } = await answerIt(question);
    return {
      data: JSON.parse(data),
      ...(errors.length > 0 ? { errors: errors.map(toError) } : {}),
    };
  };

/** Errors of executions are plain objects or errors; those who format them expect errors. */
export const toError = (error: GraphQLError | GraphQLFormattedError): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(error.message, {
        ...(error.path === undefined ? {} : { path: error.path }),
        ...(error.extensions === undefined ? {} : { extensions: error.extensions }),
      });
