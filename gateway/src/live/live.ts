import { createHash } from 'node:crypto';
import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Admission } from '../admission/admission.js';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { limitExceeded, refusal } from '../errors.js';
import type { EarState, EventEar } from '../events/ear.js';
import type { Graph } from '../graph/graph.js';
import type { GraphVersion } from '../graph/graph-version.js';
import type { GatewayMetrics } from '../metrics.js';
import type { OperationBook } from '../operations/operation-book.js';
import { ownTurn } from '../operations/own-turn.js';
import { decodeCursor } from './cursor.rules.js';
import type { Commons } from './group.js';
import { Group } from './group.js';
import type { LiveOperation, LiveRequest } from './live-operation.js';
import {
  chooseSubscription,
  coerceVariables,
  planSubscription,
  readDocument,
} from './live-operation.js';
import type { Member, Sink } from './member.js';
import { contextFor, rightsOf } from './rights.js';
import type { FormatError } from './telling.js';
import { inRequest } from './telling.js';
import { Turns } from './turns.js';

export interface LiveOptions {
  /** Null where this deployment hears no events. */
  ear: EventEar | null;
  graph: Graph;
  admission: Admission;
  book: OperationBook;
  formatError: FormatError;
  metrics: GatewayMetrics;
  log: Logger;
  requestBudgetMs: number;
  /** Open subscriptions of this process, and of one signed-in caller. */
  most: { all: number; ofOne: number };
}

/** Who subscribes, until when their token counts, and behind which cursor. */
export interface Subscriber {
  caller: Caller;
  /** Null for who has no token. */
  expiresAt: Date | null;
  cursor: string | null;
  address: string;
}

/** A subscription that may begin, whatever carries its messages. */
export type Begin = (sink: Sink) => Member;

export interface Admitted {
  operation: LiveOperation;
  begin: Begin;
}

const beatEveryMs = 15_000;
/** A doubt that is over so soon is told to nobody. */
const patienceMs = 2_000;

/** Everything that is subscribed to here. */
export class Live {
  private readonly groups = new Map<string, Group>();
  private readonly perCaller = new Map<string, number>();
  private open = 0;
  private stopped = false;
  private readonly commons: Omit<Commons, 'ear'>;
  private readonly beating: NodeJS.Timeout;
  private readonly leaving: (() => void)[];
  private away: NodeJS.Timeout | undefined;
  private toldAway = false;

  constructor(private readonly options: LiveOptions) {
    const { ear, graph, formatError, metrics, log, requestBudgetMs: budgetMs } = options;
    this.commons = {
      formatError,
      metrics,
      log,
      budgetMs,
      answers: new Turns(64),
      messages: new LRUCache({ max: 2_000, ttl: 5_000 }),
      trails: new LRUCache({ max: 1_000, ttl: 10_000, ttlAutopurge: true }),
      lately: new LRUCache({ max: 10_000, ttl: 5_000 }),
      seenLately: new LRUCache({ max: 20_000, ttl: 5_000 }),
    };
    this.beating = setInterval(() => this.beat(), beatEveryMs).unref();
    this.leaving = [
      ear?.onEvent(() => this.wake()) ?? (() => undefined),
      ear?.onState((state) => this.heard(state)) ?? (() => undefined),
      graph.onVersion((version) => void this.follow(version)),
    ];
  }

  /** Looks whether the subscription may begin; throws a refusal that says why not. */
  async admit(request: LiveRequest, subscriber: Subscriber): Promise<Admitted> {
    const { caller, expiresAt, cursor } = subscriber;
    const ear = this.requireEar();
    this.refuseTooMany(caller);
    const operation = await this.prepare(this.options.graph.current, request, subscriber);
    if (cursor !== null) requireCursor(cursor, operation.feed.topics);
    const begin: Begin = (sink) => {
      this.count(caller, 1);
      const group = this.groupOf(ear, operation, { request, caller });
      // The graph changed while it was looked at.
      const { current } = this.options.graph;
      if (operation.version !== current) void this.bringOver(group, current);
      const member = group.join(sink, cursor, () => this.count(caller, -1));
      if (expiresAt !== null)
        member.endIn(Math.max(0, expiresAt.getTime() - Date.now()), () => this.word(expired()));
      return member;
    };
    return { operation, begin };
  }

  /** Ends everything without a last word, so that clients go on elsewhere from where they are. */
  stop(): void {
    this.stopped = true;
    clearInterval(this.beating);
    clearTimeout(this.away);
    for (const leave of this.leaving) leave();
    for (const group of this.groups.values()) group.end(null);
  }

  private requireEar(): EventEar {
    const { ear } = this.options;
    if (ear !== null && ear.history.hasBegun && !this.stopped) return ear;
    throw refusal('LIVE_UNAVAILABLE', 503, 'Subscriptions are not served here at the moment.');
  }

  private refuseTooMany({ id, role }: Caller): void {
    const { all, ofOne } = this.options.most;
    if (this.open >= all) throw limitExceeded('subscriptions', all);
    const own = role === 'PUBLIC' ? 0 : (this.perCaller.get(id) ?? 0);
    if (own >= ofOne) throw limitExceeded('subscriptions', ofOne);
  }

  /** Parses, validates, admits and plans, in this order. */
  private async prepare(
    version: GraphVersion,
    { query, operationName, variables }: LiveRequest,
    // Without an address when it is asked again for a changed graph.
    { caller, address }: { caller: Caller; address?: string },
  ): Promise<LiveOperation> {
    const { admission, requestBudgetMs } = this.options;
    admission.look(query);
    await ownTurn();
    const document = readDocument(version, this.options.book, query);
    const known = chooseSubscription(document, operationName);
    const coerced = coerceVariables(known, variables);
    const context = contextFor(caller, requestBudgetMs);
    await admission.admit(
      known,
      coerced,
      address === undefined ? context : { ...context, address },
    );
    return planSubscription(version, known, coerced);
  }

  private groupOf(
    ear: EventEar,
    operation: LiveOperation,
    { request, caller }: { request: LiveRequest; caller: Caller },
  ): Group {
    const { known, variables } = operation;
    const key = createHash('sha256')
      .update(JSON.stringify([known.id, variables, rightsOf(caller)]))
      .digest('base64');
    const found = this.groups.get(key);
    if (found !== undefined) return found;
    const made = new Group(
      { operation, request, caller, commons: { ...this.commons, ear } },
      () => {
        if (this.groups.get(key) === made) this.groups.delete(key);
      },
    );
    this.groups.set(key, made);
    return made;
  }

  private count({ id, role }: Caller, more: 1 | -1): void {
    this.open += more;
    this.options.metrics.liveSubscriptions.set(this.open);
    if (role === 'PUBLIC') return;
    const own = (this.perCaller.get(id) ?? 0) + more;
    if (own === 0) this.perCaller.delete(id);
    else this.perCaller.set(id, own);
  }

  private wake(): void {
    for (const group of this.groups.values()) group.wake();
  }

  private beat(): void {
    for (const group of this.groups.values()) group.beat();
  }

  private heard(state: EarState): void {
    clearTimeout(this.away);
    if (state === 'hearing') return this.toldAway ? this.tellOfSource(false) : undefined;
    this.away = setTimeout(() => this.tellOfSource(true), patienceMs).unref();
  }

  private tellOfSource(away: boolean): void {
    this.toldAway = away;
    for (const group of this.groups.values())
      group.tellOfSource(away ? 'SOURCE_AWAY' : 'SOURCE_BACK');
  }

  /** Brings what is open over to another version of the graph; what it refuses ends, with the reason. */
  private async follow(version: GraphVersion): Promise<void> {
    for (const group of this.groups.values()) await this.bringOver(group, version);
  }

  private async bringOver(group: Group, version: GraphVersion): Promise<void> {
    const { request, caller } = group;
    try {
      group.follow(await this.prepare(version, request, { caller }));
    } catch (error) {
      this.options.log.info({ err: error }, 'a subscription does not go on in a changed graph');
      group.end(this.word(changed(error)));
    }
  }

  private word(error: GraphQLError): GraphQLFormattedError {
    const reason = String(error.extensions['reason'] ?? error.extensions['code']);
    this.options.metrics.liveEnded.inc({ reason });
    return inRequest('live', () => this.options.formatError(error.toJSON(), error));
  }
}

function requireCursor(text: string, topics: readonly string[]): void {
  const read = decodeCursor(text);
  if (read !== null && topics.every((topic) => read.has(topic))) return;
  throw refusal('BAD_USER_INPUT', 400, 'The last event id is no cursor of this subscription.', {
    argument: 'lastEventId',
  });
}

const expired = (): GraphQLError =>
  refusal('UNAUTHENTICATED', 401, 'The access token has expired; subscribe again with a new one.', {
    reason: 'expired',
  });

const changed = (cause: unknown): GraphQLError => {
  const { extensions } = cause as { extensions?: Record<string, unknown> };
  return refusal('SCHEMA_CHANGED', 400, 'The graph changed, and this subscription is not of it.', {
    reason: String(extensions?.['code'] ?? 'INTERNAL'),
  });
};
