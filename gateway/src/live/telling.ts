import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import { executeSync, GraphQLError, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../front/request-context.js';
import { enterRequest } from '../front/request-context.js';
import type { AskSubgraph, SubgraphCall } from '../subgraphs/calls.js';
import { eventsService } from './feeds.rules.js';
import type { Gap, Step } from './reader.js';
import type { LiveOperation } from './live-operation.js';

export type FormatError = (
  formatted: GraphQLFormattedError,
  error: unknown,
) => GraphQLFormattedError;

/** JSON text of the answer to the subscription for one step, as the caller of the context. */
export async function tell(
  operation: LiveOperation,
  { event, gap, cursor }: Pick<Step, 'event' | 'gap' | 'cursor'>,
  { context, formatError }: { context: RequestContext; formatError: FormatError },
): Promise<string> {
  const { feed, fieldName, version, compiled, variables } = operation;
  const told = event === null ? {} : { occurredAt: event.time, ...feed.tell(event) };
  const root = { [fieldName]: { ...told, cursor, gap } };
  const ask: AskSubgraph = async (call, asking) =>
    call.service === eventsService
      ? askEvent(operation, root, call)
      : version.sources.get(call.service)!.ask(call, asking);
  const { data, errors } = await compiled
    .execute({ variables, context, ask, cache: null })
    // A failure of our own must not end a subscription; the message says that it is one.
    .catch((error: unknown) => ({ data: 'null', errors: [toGraphQLError(error)] }));
  const shown = inRequest(context.requestId, () =>
    errors.map((error) =>
      formatError(error instanceof GraphQLError ? error.toJSON() : error, error),
    ),
  );
  return write(data, shown, { cursor, gap });
}

function write(
  data: string,
  errors: readonly GraphQLFormattedError[],
  { cursor, gap }: { cursor: string; gap: Gap | null },
): string {
  const told = JSON.stringify(gap === null ? { cursor } : { cursor, gap });
  const failed = errors.length === 0 ? '' : `,"errors":${JSON.stringify(errors)}`;
  return `{"data":${data}${failed},"extensions":${told}}`;
}

const toGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('', { originalError: error instanceof Error ? error : null });

export function inRequest<T>(requestId: string, task: () => T): T {
  let result!: T;
  enterRequest(requestId, () => {
    result = task();
  });
  return result;
}

const parsedQueries = new LRUCache<string, DocumentNode>({ max: 2_000 });

function parseOnce(query: string): DocumentNode {
  const document = parsedQueries.get(query) ?? parse(query, { noLocation: true });
  parsedQueries.set(query, document);
  return document;
}

/** The subgraph of events has no server: what the event says is its answer. */
function askEvent(
  { version: { schema } }: LiveOperation,
  rootValue: Record<string, unknown>,
  { query, variables: variableValues }: SubgraphCall,
) {
  const document = parseOnce(query);
  const { data, errors = [] } = executeSync({ schema, document, rootValue, variableValues });
  const [failure] = errors;
  if (failure !== undefined) throw failure;
  return { data: data ?? null, errors: [] };
}
