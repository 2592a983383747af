import type { QueryPlan } from '@apollo/query-planner';
import type { KnownOperation } from '../operations/known-operation.js';
import type { AnswerWriter } from './answer-writer.js';
import type { CompiledOperation, Executed, Execution } from './compile.js';
import { isData } from './data.js';
import { nameError } from './response-keys.js';

/** Executes a plan that was not compiled. */
export type ExecutePlan = (
  planned: { plan: QueryPlan; operation: KnownOperation },
  execution: Execution,
) => Promise<Executed>;

/**
 * Leaves a plan to the planner's own executor. It too is given keys of ours in place of the caller's
 * aliases, so that nobody gets round their isolation with an operation that is hard to compile.
 */
export function leaveTo(
  executePlan: ExecutePlan,
  planned: { plan: QueryPlan; operation: KnownOperation },
  answer: AnswerWriter,
): CompiledOperation {
  return {
    async execute(execution) {
      const { data, errors } = await executePlan(planned, execution);
      const renamed = errors.flatMap((error) => nameError(error, error.path, answer.names));
      const object: unknown = JSON.parse(data);
      if (!isData(object)) return { data: 'null', errors: renamed };
      return answer.write(object, renamed, { variables: execution.variables, repeats: false });
    },
  };
}
