import type { RequestContext } from '../front/request-context.js';

/** What is asked of each of some entities. */
export interface EntityFetch {
  service: string;
  typename: string;
  /** Printed, and the same for the same fields. */
  selection: string;
}

/** Entities that are remembered between requests. */
export interface EntityCache {
  /**
   * Null when nothing of this fetch may be kept. Takes note of the moment, so that `keep` cannot store
   * what a newer event has outdated.
   */
  look(
    fetch: EntityFetch,
    representations: readonly Readonly<Record<string, unknown>>[],
    context: RequestContext,
  ): Lookup | null;
}

export interface Lookup {
  /** In the order of the representations; undefined for what has to be fetched. */
  readonly found: readonly unknown[];
  /** In the same order, what has been fetched; undefined where nothing was. */
  keep(entities: readonly unknown[]): void;
}
