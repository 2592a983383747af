import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { EntityCache } from '../cache/entity-cache.js';
import type { RequestContext } from '../front/request-context.js';
import type { AskSubgraph } from '../subgraphs/calls.js';
import type { AnswerWriter } from './answer-writer.js';
import { listFetches, Unsupported } from './fetches.js';
import { compileRequest } from './request.js';
import { groupRequests } from './requests.js';
import { Run } from './run.js';

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
  answer: AnswerWriter;
  supergraph: GraphQLSchema;
}

/**
 * Compiles how a planned operation is executed: which requests are sent, what becomes of their
 * answers, and how the whole is written. Says why when the plan has something that is not understood.
 */
export function compile({
  plan,
  answer,
  supergraph,
}: Compiling): CompiledOperation | { unsupported: string } {
  // The planner has no words for what no service can be asked.
  if (plan.node === undefined && answer.asksServices) return unanswerable;
  try {
    const requests = groupRequests(listFetches(plan)).map((request) =>
      compileRequest(supergraph, request),
    );
    return {
      async execute(execution) {
        const run = new Run(requests, answer.names, execution);
        const data = await run.fetchAll();
        return answer.write(data, run.errors, {
          variables: execution.variables,
          repeats: run.repeats,
        });
      },
    };
  } catch (error) {
    if (error instanceof Unsupported) return { unsupported: error.message };
    throw error;
  }
}

const unanswerable: CompiledOperation = {
  execute: async () => ({
    data: 'null',
    errors: [{ message: 'No service can answer what is asked.', extensions: { code: 'INTERNAL' } }],
  }),
};
