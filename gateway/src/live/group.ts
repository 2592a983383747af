import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphQLFormattedError } from 'graphql';
import type { LRUCache } from 'lru-cache';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { EventEar, HeardEvent } from '../events/ear.js';
import type { GatewayMetrics } from '../metrics.js';
import type { Listener } from '@jejaring/callers/audience.rules';
import type { LiveOperation, LiveRequest } from './live-operation.js';
import type { Sink } from './member.js';
import { Member } from './member.js';
import { Message } from './message.js';
import type { GapReason, Step } from './reader.js';
import { Reader } from './reader.js';
import { contextFor, listenerOf, rightsOf } from './rights.js';
import { sees } from './sight.js';
import type { FormatError } from './telling.js';
import { tell } from './telling.js';
import { Trail } from './trail.js';
import type { Turns } from './turns.js';

/** What all groups share. */
export interface Commons {
  ear: EventEar;
  formatError: FormatError;
  metrics: GatewayMetrics;
  log: Logger;
  /** For one event: looking whether it may be told, and answering. */
  budgetMs: number;
  /** How many answers are worked out at a time. */
  answers: Turns;
  /** Answers of the last moments: those who come back together are told from the same ones. */
  lately: LRUCache<string, Promise<string>>;
  messages: LRUCache<string, Message>;
  /** What they are told, by their group and their cursor. */
  trails: LRUCache<string, Trail>;
  /** The same for who sees what. */
  seenLately: LRUCache<string, Promise<boolean | null>>;
}

export interface GroupParts {
  operation: LiveOperation;
  request: LiveRequest;
  caller: Caller;
  commons: Commons;
}

// Stands for the cursor in an answer, which is not the same for everybody who is told it.
const cursorMark = `cursor-${randomBytes(9).toString('hex')}`;
const stepsAtOnce = 16;
const firstPauseMs = 200;
const longestPauseMs = 5_000;

/** Those who asked the same with the same rights: each event is answered once for all of them. */
export class Group {
  readonly ear: EventEar;
  /** As it was asked, to be looked at again when the graph changes. */
  readonly request: LiveRequest;
  readonly caller: Caller;
  private operation: LiveOperation;
  private readonly commons: Commons;
  private readonly members = new Set<Member>();
  private readonly listener: Listener;
  private readonly rights: string;
  private readonly name = randomUUID();
  private reader: Reader;
  private running = false;
  /** What is to be said of the source, and to whom: those who were there. */
  private readonly words: { reason: GapReason; to: ReadonlySet<Member> }[] = [];

  constructor(
    { operation, request, caller, commons }: GroupParts,
    private readonly whenEmpty: () => void,
  ) {
    this.operation = operation;
    this.request = request;
    this.caller = caller;
    this.commons = commons;
    this.ear = commons.ear;
    this.listener = listenerOf(caller);
    this.rights = rightsOf(caller);
    this.reader = Reader.fromNow(this.ear, this.topics, this.wanted);
  }

  get topics(): readonly string[] {
    return this.operation.feed.topics;
  }

  /** The row filter: what was asked for, of what the claims allow. */
  readonly wanted = (event: HeardEvent): boolean => {
    const { feed, given } = this.operation;
    return feed.concerns(event, given) && feed.mayHear(event, this.listener);
  };

  /** Takes somebody in, from now on or from behind a cursor. */
  join(sink: Sink, cursor: string | null, whenLeft: () => void): Member {
    const now = Reader.fromNow(this.ear, this.topics, this.wanted);
    const member = new Member(this, sink, cursor ?? now.cursor(), whenLeft);
    this.members.add(member);
    if (cursor === null) member.begin(now.place);
    else void member.readOn();
    return member;
  }

  /** Something was said. */
  wake(): void {
    if (!this.running) void this.run();
  }

  beat(): void {
    // While something is being answered, its cursor may be ahead of what the members have.
    if (this.running) return;
    const cursor = this.reader.cursor();
    for (const member of this.members) member.beat(cursor);
  }

  /** Goes on under another version of the graph. */
  follow(operation: LiveOperation): void {
    this.operation = operation;
  }

  /** Tells everybody that events are not heard, or are again, after what is being told. */
  tellOfSource(reason: GapReason): void {
    this.words.push({ reason, to: new Set(this.members) });
    this.wake();
  }

  end(error: GraphQLFormattedError | null): void {
    for (const member of this.members) member.end(error);
  }

  lose(member: Member): void {
    this.members.delete(member);
    if (this.members.size === 0) this.whenEmpty();
  }

  failed(member: Member, error: unknown): void {
    this.commons.log.error({ err: error }, 'a subscription failed');
    member.end(null);
  }

  /** What those who come back from behind a cursor are to be told, the same for all of them. */
  trailFrom(cursor: string): Trail {
    const { trails, ear } = this.commons;
    const key = `${this.name} ${cursor}`;
    const known = trails.get(key);
    if (known?.isWhole === true) return known;
    const { topics, wanted } = this;
    const made = new Trail(Reader.fromCursor(ear, { topics, wanted, cursor }));
    trails.set(key, made);
    return made;
  }

  /** What is told of a step; null when it may not be told. */
  async messageOf(step: Step): Promise<Message | null> {
    const { event, cursor } = step;
    if (event === null) return new Message(await this.answer(step), cursor);
    if (!(await this.maySee(event))) return null;
    const key = this.keyOf(event);
    const text = await this.answerLately(key, step);
    return this.messageAt(key, { text, cursor });
  }

  /** The same object, and so the same bytes, for all groups that are told the same. */
  private messageAt(key: string, { text, cursor }: { text: string; cursor: string }): Message {
    const { messages } = this.commons;
    const found = messages.get(`${key} ${cursor}`);
    if (found !== undefined) return found;
    const made = new Message(text.replaceAll(cursorMark, cursor), cursor);
    messages.set(`${key} ${cursor}`, made);
    return made;
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.members.size > 0 && (this.reader.isBehind || this.words.length > 0)) {
      // Said between events, so that its cursor is that of all who are told.
      if (!this.reader.isBehind) {
        await this.sayWord();
        continue;
      }
      const steps = this.reader.atHand(stepsAtOnce);
      if (steps === null) this.skipToNow();
      // Several are worked out at a time; they are told in their order.
      const messages = steps?.map((step) => this.messageOf(step)) ?? [];
      for (const [at, message] of messages.entries()) this.hand(steps![at]!, await message);
    }
    this.running = false;
  }

  private async sayWord(): Promise<void> {
    const { reason, to } = this.words.shift()!;
    const cursor = this.reader.cursor();
    const gap = { from: cursor, to: reason === 'SOURCE_BACK' ? cursor : null, reason };
    const step = { cursor, place: null, event: null, gap };
    const message = await this.messageOf(step);
    if (message === null) return;
    for (const member of this.members) if (to.has(member)) member.hear(message, step);
  }

  private hand(step: Step, message: Message | null): void {
    if (message === null) return;
    const { metrics } = this.commons;
    metrics.liveMessages.inc({ field: this.operation.fieldName }, this.members.size);
    for (const member of this.members) member.hear(message, step);
  }

  /** Too slow for what is kept in common: from here each member reads for itself. */
  private skipToNow(): void {
    this.reader = Reader.fromNow(this.ear, this.topics, this.wanted);
    for (const member of this.members) member.fallBehind();
  }

  /**
   * Whether the caller sees what the event speaks of, now. A service that cannot say holds the event
   * up: told unseen it might give away what exists, and left out it would be lost.
   */
  private async maySee(event: HeardEvent): Promise<boolean> {
    const subject = this.operation.feed.subjectOf(event);
    if (subject === null) return true;
    const { seenLately, answers, budgetMs } = this.commons;
    const key = `${event.id} ${subject.id} ${this.rights}`;
    for (let pauseMs = firstPauseMs; this.members.size > 0;) {
      const look = () =>
        sees(this.operation.version, subject, contextFor(this.caller, budgetMs)).catch(
          (error: unknown) => this.unseen(error),
        );
      const asked = seenLately.get(key) ?? answers.take(look);
      seenLately.set(key, asked);
      const seen = await asked;
      if (seen !== null) return seen;
      seenLately.delete(key);
      await pause(pauseMs, undefined, { ref: false });
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
    return false;
  }

  private unseen(error: unknown): null {
    this.commons.log.error({ err: error }, 'whether an event may be told cannot be found out');
    return null;
  }

  /** What the event alone answers is the same for all who may hear it. */
  private keyOf({ id }: HeardEvent): string {
    const { known, chosenBy, alone } = this.operation;
    return `${known.id} ${id} ${chosenBy} ${alone ? '' : this.rights}`;
  }

  private answerLately(key: string, step: Step): Promise<string> {
    const { lately } = this.commons;
    const answered = lately.get(key) ?? this.answer({ ...step, cursor: cursorMark });
    lately.set(key, answered);
    return answered;
  }

  private async answer(step: Step): Promise<string> {
    const { answers, budgetMs, formatError } = this.commons;
    return answers.take(() => {
      const context = contextFor(this.caller, budgetMs);
      return tell(this.operation, step, { context, formatError });
    });
  }
}
