import type { RequestContext } from '../front/request-context.js';
import type { KnownOperation } from '../operations/known-operation.js';

/** Whole answers, ready to be written. */
export interface AnswerCache {
  /**
   * Asked after the operation was admitted and before it is executed. Null: this answer may not be
   * kept. `keep` takes the body of an answer that has data and no errors; it may be called late or not
   * at all.
   */
  look(
    operation: KnownOperation,
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): FoundAnswer | MissingAnswer | null;
}

export interface FoundAnswer {
  readonly bytes: Buffer;
}

export interface MissingAnswer {
  keep(bytes: Buffer): void;
}
