import type { Executed } from '../execution/compile.js';
import type { GatewayMetrics } from '../metrics.js';
import type { Question } from './answering.js';
import type { KnownOperation } from './known-operation.js';

interface UnderWay {
  answer: Promise<Executed>;
  deadlineAt: number;
}

export interface SharingOptions {
  mayShare(operation: KnownOperation): boolean;
  /** Who comes later than this after the first has much less of the first's time left than of their own. */
  joinsWithinMs: number;
  /** How many changes have been heard: nobody joins what began before one of them. */
  heard?(): number;
  metrics: Pick<GatewayMetrics, 'shared'>;
}

/**
 * Lets equal questions that are asked at the same time share one execution, and with it the bytes of
 * its answer. Equal is: the same operation of the same version of the graph, the same variables, and
 * callers of whom every service is told the same but for the id of the request.
 */
export class Sharing {
  private underWay = new Map<string, UnderWay>();
  private readonly versions = new WeakMap<object, number>();
  private versionsSeen = 0;

  constructor(private readonly options: SharingOptions) {}

  /** Executes a question, or waits for the answer to an equal one. */
  answer(
    question: Question,
    execute: (question: Question) => Promise<Executed>,
  ): Promise<Executed> {
    const { operation, context } = question;
    const { joinsWithinMs } = this.options;
    if (operation.operation.operation === 'mutation') return this.change(question, execute);
    if (!this.options.mayShare(operation)) return execute(question);
    const key = this.keyOf(question);
    const first = this.underWay.get(key);
    // What its services are asked ends with the deadline of the first; nobody gives up earlier for it.
    if (first === undefined || first.deadlineAt < context.deadlineAt - joinsWithinMs)
      return this.lead(key, question, execute);
    this.options.metrics.shared.inc();
    return first.answer;
  }

  private lead(
    key: string,
    question: Question,
    execute: (question: Question) => Promise<Executed>,
  ): Promise<Executed> {
    const answer = execute(question);
    const own = { answer, deadlineAt: question.context.deadlineAt };
    this.underWay.set(key, own);
    const leave = (): void => {
      if (this.underWay.get(key) === own) this.underWay.delete(key);
    };
    answer.then(leave, leave);
    return answer;
  }

  /** Whoever asks after a change was answered sees it: nobody joins what began before. */
  private async change(
    question: Question,
    execute: (question: Question) => Promise<Executed>,
  ): Promise<Executed> {
    try {
      return await execute(question);
    } finally {
      this.underWay = new Map();
    }
  }

  private keyOf({ operation, variables, context }: Question): string {
    const { schema, id } = operation;
    const version = this.versions.get(schema) ?? (this.versionsSeen += 1);
    this.versions.set(schema, version);
    // All that any service is ever told of a caller, also what is added one day; not the request's id.
    const { requestId: _requestId, ...told } = context.caller;
    return JSON.stringify([version, this.options.heard?.() ?? 0, id, variables, told]);
  }
}
