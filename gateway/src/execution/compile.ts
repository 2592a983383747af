import type { QueryPlan } from '@apollo/query-planner';
import type {
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLSchema,
} from 'graphql';
import { Kind } from 'graphql';
import type { RequestContext } from '../front/request-context.js';
import type { KnownOperation } from '../operations/known-operation.js';
import type { AskSubgraph } from '../subgraphs/calls.js';
import { conditionVariables, Writers } from './conditions.js';
import type { Data } from './data.js';
import type { DataKeys } from './data-keys.js';
import type { EntityCache } from '../cache/entity-cache.js';
import { listFetches, Unsupported } from './fetches.js';
import { nameKeys } from './response-keys.js';
import type { CompiledRequest } from './request.js';
import { compileRequest } from './request.js';
import { groupRequests } from './requests.js';
import { Run } from './run.js';
import { listBroken } from './broken.js';
import type { Writing } from './writing.js';

export interface Execution {
  variables: Readonly<Record<string, unknown>>;
  context: RequestContext;
  ask: AskSubgraph;
  cache: EntityCache | null;
}

/** The answer to an operation, before its errors are masked. */
export interface Executed {
  /** JSON text of `data`, `null` when there is none. */
  data: string;
  errors: readonly (GraphQLError | GraphQLFormattedError)[];
}

export interface CompiledOperation {
  execute(execution: Execution): Promise<Executed>;
}

/** What a plan is compiled against. */
export interface Compiling {
  plan: QueryPlan;
  /** As the caller wrote it; the plan is that of the same operation with its aliases isolated. */
  operation: KnownOperation;
  keys: DataKeys;
  supergraph: GraphQLSchema;
}

/**
 * Compiles how a planned operation is executed: which requests are sent, what becomes of their
 * answers, and how the whole is written. Says why when the plan has something that is not understood.
 */
export function compile(compiling: Compiling): CompiledOperation | { unsupported: string } {
  try {
    return compileOperation(compiling);
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.message };
    throw error;
  }
}

function compileOperation({ plan, operation, keys, supergraph }: Compiling): CompiledOperation {
  const requests: CompiledRequest[] = groupRequests(listFetches(plan)).map((request) =>
    compileRequest(supergraph, request),
  );
  const fragments = fragmentsOf(operation);
  const names = nameKeys(operation.operation.selectionSet, fragments, keys);
  const writers = new Writers({
    schema: operation.schema,
    fragments,
    keys,
    operation: operation.operation,
    variables: conditionVariables(operation.document),
  });
  return {
    async execute(execution) {
      const run = new Run(requests, names, execution);
      const data = await run.fetchAll();
      return write(writers, data, run.errors, execution.variables);
    },
  };
}

function write(
  writers: Writers,
  data: Data,
  errors: GraphQLFormattedError[],
  variables: Execution['variables'],
): Executed {
  const writing: Writing = { broken: [], path: [] };
  const text = writers.of(variables)(data, writing);
  return { data: text ?? 'null', errors: [...errors, ...listBroken(writing.broken, errors)] };
}

const fragmentsOf = ({ document }: KnownOperation): Map<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
