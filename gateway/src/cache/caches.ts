import type { EventEar } from '../events/ear.js';
import type { Executed } from '../execution/compile.js';
import type { Graph } from '../graph/graph.js';
import type { GraphVersion } from '../graph/graph-version.js';
import type { Question } from '../operations/answering.js';
import { KeptAnswers } from './answer-cache.js';
import { countLooks } from './cache-metrics.js';
import type { EntityCache } from './entity-cache.js';
import { KeptEntities } from './entity-cache.js';
import { FreshStore } from './fresh-store.js';
import { Freshness } from './freshness.js';

interface CacheOptions {
  cacheBytes: number;
  cacheDeafTtlMs: number;
  cacheLongestMs: number;
}

type Ear = Pick<EventEar, 'state' | 'onEvent' | 'onState' | 'onUnknown'>;

interface CacheSources {
  ear: Ear;
  graph: Pick<Graph, 'versionOf'>;
  metrics: Parameters<typeof countLooks>[0];
}

/** Null where nothing may be kept: no memory for it is given, or nobody tells what changes. */
export function openCaches(
  options: CacheOptions,
  { ear, ...sources }: Omit<CacheSources, 'ear'> & { ear: Ear | null },
): Caches | null {
  return ear === null || options.cacheBytes === 0 ? null : new Caches(options, { ear, ...sources });
}

/** So many aggregates that changed are remembered one by one. */
const remembered = 100_000;

/** What is kept of answers, for all versions of the graph and as long as the events allow. */
export class Caches {
  private readonly freshness: Freshness;
  private readonly answers: KeptAnswers;
  private readonly entities = new WeakMap<GraphVersion, EntityCache>();
  private readonly parts: ConstructorParameters<typeof KeptAnswers>[1];
  private readonly stopHearing: readonly (() => void)[];

  constructor(options: CacheOptions, { ear, graph, metrics }: CacheSources) {
    const { cacheBytes, cacheDeafTtlMs: deafTtlMs, cacheLongestMs: longestMs } = options;
    const clock = () => performance.now();
    this.freshness = new Freshness({ deafTtlMs, longestMs, remembered, clock });
    const store = new FreshStore(this.freshness, cacheBytes);
    this.parts = { store, metrics: countLooks(metrics, store) };
    this.answers = new KeptAnswers(({ schema }) => graph.versionOf(schema).cachedRules, this.parts);
    this.freshness.turn(ear.state);
    this.stopHearing = [
      ear.onEvent((event) => this.freshness.hear(event)),
      ear.onUnknown(() => this.freshness.forget()),
      ear.onState((state) => this.freshness.turn(state)),
    ];
  }

  /**
   * Grows with each change that is heard. Whoever shares an execution in flight joins only those that
   * began at the same count, or would be told what was so before an event that was heard by then.
   */
  get heard(): number {
    return this.freshness.now().heard;
  }

  /** Answers by what is kept, or by an execution that begins now; it is not shared with earlier ones. */
  async answer(
    question: Question,
    execute: (question: Question) => Promise<Executed>,
  ): Promise<Executed> {
    const looked = this.answers.look(question.operation, question.variables, question.context);
    if (looked === null) return execute(question);
    if ('executed' in looked) return looked.executed;
    const executed = await execute(question);
    looked.keep(executed);
    return executed;
  }

  entitiesOf(version: GraphVersion): EntityCache {
    const known = this.entities.get(version);
    if (known !== undefined) return known;
    const { supergraph, cachedRules: rules } = version;
    const entities = new KeptEntities({ supergraph, rules }, this.parts);
    this.entities.set(version, entities);
    return entities;
  }

  stop(): void {
    for (const stop of this.stopHearing) stop();
  }
}
