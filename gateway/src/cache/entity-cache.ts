import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Kind, parse, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../front/request-context.js';
import type { CachedRules } from './cached-rules.js';
import type { CacheMetrics } from './cache-metrics.js';
import type { Dependence } from './dependence.js';
import { dependenceOf } from './dependence.js';
import type { FreshStore } from './fresh-store.js';
import { takesWhatIsKept, tagsOf } from './tags.js';

/** What is asked of each entity of one fetch. */
export interface EntityFetch {
  service: string;
  typename: string;
  /** The selection as text, in braces, printed the same every time; without named fragments. */
  selection: string;
  /** Values of the variables that stand in the selection. */
  variables?: Readonly<Record<string, unknown>>;
}

/** Entities that a service was asked for before. */
export interface EntityCache {
  /**
   * Null: nothing of this fetch may be kept. Takes note of the moment, so that `keep` cannot store what
   * an event heard since has overtaken: it is called before the service is asked, for each request
   * anew, and only who asked the service itself keeps its answer.
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

/** How a fetch is called in keys, and what its answers depend on; null when they may not be kept. */
interface KnownFetch {
  name: string;
  dependence: Dependence | null;
  hasVariables: boolean;
}

export interface CacheParts {
  store: FreshStore;
  metrics: CacheMetrics;
}

// Names are never given twice, so what one version of the graph kept is not found by the next.
let named = 0;
export const nextName = (): string => (named += 1).toString(36);

/** The entity cache of one version of the graph. */
export class KeptEntities implements EntityCache {
  private readonly fetches = new LRUCache<string, KnownFetch>({ max: 5_000 });

  constructor(
    private readonly graph: { supergraph: GraphQLSchema; rules: CachedRules },
    private readonly parts: CacheParts,
  ) {}

  look(
    fetch: EntityFetch,
    representations: readonly Record<string, unknown>[],
    context: RequestContext,
  ): Lookup | null {
    if (!takesWhatIsKept(context)) return null;
    const { name, dependence, hasVariables } = this.knownFetch(fetch);
    if (dependence === null || (hasVariables && fetch.variables === undefined)) return null;
    const { store, metrics } = this.parts;
    const moment = store.freshness.now();
    const prefix = `${name} ${hasVariables ? JSON.stringify(fetch.variables) : ''} `;
    const keys = representations.map((representation) => prefix + JSON.stringify(representation));
    const found = keys.map((key) => store.find(key));
    metrics.count('entity', found);
    const keep = (entities: readonly unknown[]): void => {
      for (const [place, value] of entities.entries()) {
        if (typeof value !== 'object' || value === null || found[place] !== undefined) continue;
        const tags = tagsOf(dependence, representations[place]!['id']);
        const bytes = JSON.stringify(value).length * bytesOfCharacter;
        metrics.came('entity', store.keep({ key: keys[place]!, bytes, value, moment, tags }));
      }
    };
    return { found, keep };
  }

  private knownFetch(fetch: EntityFetch): KnownFetch {
    const text = `${fetch.service} ${fetch.typename} ${fetch.selection}`;
    const known = this.fetches.get(text);
    if (known !== undefined) return known;
    const entered = { name: nextName(), ...this.read(fetch) };
    this.fetches.set(text, entered);
    return entered;
  }

  private read({ typename, selection }: EntityFetch): Omit<KnownFetch, 'name'> {
    const { supergraph: schema, rules } = this.graph;
    const type = schema.getType(typename);
    const document = parse(selection, { noLocation: true });
    const [operation] = document.definitions;
    const nothing = { dependence: null, hasVariables: false };
    if (type === undefined || operation?.kind !== Kind.OPERATION_DEFINITION) return nothing;
    const graphs = { schema, rules, fragments: new Map() };
    const dependence = dependenceOf(operation.selectionSet, type, graphs);
    return { dependence, hasVariables: hasVariable(document) };
  }
}

/** Objects take more memory than their text. */
const bytesOfCharacter = 4;

function hasVariable(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Variable: () => void (found = true) });
  return found;
}
