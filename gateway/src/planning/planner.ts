import type { QueryPlan } from '@apollo/query-planner';
import { LRUCache } from 'lru-cache';
import { refusal } from '../errors.js';
import type { GatewayMetrics } from '../metrics.js';
import type { KnownOperation } from '../operations/known-operation.js';
import type { SupergraphFacts } from './plan-worker.js';
import type { PlanningLimits } from './planning-threads.js';
import { NoThreadFree, PlanningThreads, TooMuchWork } from './planning-threads.js';

/** Finds how an operation is spread over the services, never on the thread that serves requests. */
export interface Planner {
  /** Throws `LIMIT_EXCEEDED` (`limit: "planning"`) when that takes longer than it may. */
  plan(operation: KnownOperation): Promise<QueryPlan>;
}

export interface PlanningOptions extends PlanningLimits {
  /** For one operation that somebody asks. */
  budgetMs: number;
  /** Memory for plans of operations that are not published. */
  keepBytes: number;
  metrics: GatewayMetrics;
}

// What took too long once takes too long again: it is refused unplanned for a while.
const rememberedRefusals = { max: 10_000, ttl: 60_000 };
// A published operation was looked at when it was written; it only must not hold up a start for ever.
const publishedBudgetMs = 20_000;
// Objects take more memory than their text.
const bytesOfCharacter = 6;
const longestPlan = 2_000_000;

/** The planner of one version of the graph. */
export class GraphPlanner implements Planner {
  private readonly threads: PlanningThreads;
  private readonly published = new Map<string, QueryPlan>();
  private readonly asked: LRUCache<string, Planned>;
  private readonly planning = new Map<string, Promise<QueryPlan>>();
  private readonly tooMuch = new LRUCache<string, true>(rememberedRefusals);

  constructor(
    supergraphSdl: string,
    private readonly options: PlanningOptions,
  ) {
    this.threads = new PlanningThreads(supergraphSdl, options);
    this.asked = new LRUCache({
      maxSize: options.keepBytes,
      sizeCalculation: ({ characters }) => characters * bytesOfCharacter,
    });
  }

  /** Throws when the supergraph is not valid. */
  async describe(): Promise<SupergraphFacts> {
    return JSON.parse(await this.threads.ask(null, publishedBudgetMs)) as SupergraphFacts;
  }

  async plan(operation: KnownOperation): Promise<QueryPlan> {
    const { id } = operation;
    const known = this.published.get(id) ?? this.asked.get(id)?.plan;
    if (known !== undefined) return known;
    if (this.tooMuch.has(id)) throw this.refuse('remembered');
    // Those who ask the same while it is planned wait for the one plan.
    const planning = this.planning.get(id) ?? this.planAsked(operation);
    this.planning.set(id, planning);
    return planning.finally(() => this.planning.delete(id));
  }

  /** Plans an operation for good, so that nobody who asks it ever waits for its plan. */
  async planPublished(operation: KnownOperation): Promise<QueryPlan> {
    const { plan } = await this.ask(operation, publishedBudgetMs);
    this.published.set(operation.id, plan);
    return plan;
  }

  close(): Promise<void> {
    return this.threads.close();
  }

  private async planAsked(operation: KnownOperation): Promise<QueryPlan> {
    try {
      const planned = await this.ask(operation, this.options.budgetMs);
      this.asked.set(operation.id, planned);
      return planned.plan;
    } catch (error) {
      if (error instanceof NoThreadFree) throw this.refuse('busy');
      if (!(error instanceof TooMuchWork)) throw error;
      this.tooMuch.set(operation.id, true);
      throw this.refuse('too-much');
    }
  }

  private async ask({ text, operation }: KnownOperation, withinMs: number): Promise<Planned> {
    const started = performance.now();
    const json = await this.threads.ask({ text, operationName: operation.name?.value }, withinMs);
    this.options.metrics.planning.observe((performance.now() - started) / 1_000);
    // The serving thread reads it, which must not take long either.
    if (json.length > longestPlan) throw new TooMuchWork();
    return { plan: JSON.parse(json) as QueryPlan, characters: json.length };
  }

  private refuse(outcome: 'too-much' | 'remembered' | 'busy'): Error {
    const { metrics, budgetMs } = this.options;
    metrics.planningRefused.inc({ outcome });
    if (outcome === 'busy')
      return refusal('LIMIT_EXCEEDED', 503, 'Too many new operations wait to be planned.', {
        limit: 'planning',
      });
    const sentence = `The operation takes too long to plan (${budgetMs} ms allowed).`;
    return refusal('LIMIT_EXCEEDED', 400, sentence, { limit: 'planning', allowed: budgetMs });
  }
}

interface Planned {
  plan: QueryPlan;
  characters: number;
}
