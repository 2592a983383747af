import type { RequestContext } from '../front/request-context.js';

/** What is asked of each entity of one fetch. */
export interface EntityFetch {
  service: string;
  typename: string;
  /** The selection as text, printed the same every time. */
  selection: string;
  /** Values of the variables that stand in the selection. */
  variables?: Readonly<Record<string, unknown>>;
}

/** Entities that a service was asked for before. */
export interface EntityCache {
  /**
   * Null: nothing of this fetch may be kept. Takes note of the moment, so that `keep` cannot store what
   * an event heard since has overtaken: it is called before the service is asked, for each request anew.
   */
  look(
    fetch: EntityFetch,
    representations: readonly Record<string, unknown>[],
    context: RequestContext,
  ): Lookup | null;
}

export interface Lookup {
  /** Of each representation in order what is kept; others hold it too, so nobody may change it. */
  readonly found: readonly unknown[];
  /**
   * Takes what the service answered, in the order of the representations. Undefined is what was found,
   * and what an error of the service lies on or below.
   */
  keep(entities: readonly unknown[]): void;
}
