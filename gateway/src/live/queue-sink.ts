import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Begin } from './live.js';
import type { Member, Sink } from './member.js';
import type { Message } from './message.js';

/** So many messages may wait for one operation before it is left to read for itself. */
const mostWaiting = 64;

type Next = IteratorResult<ExecutionResult, undefined>;

/** The messages of one subscription as graphql-ws takes them: the next when the last was sent. */
export class QueueSink implements Sink, AsyncIterableIterator<ExecutionResult, undefined> {
  private readonly waiting: ExecutionResult[] = [];
  private readonly member: Member;
  private ended = false;
  private wake: () => void = () => undefined;
  private drained: () => void = () => undefined;

  constructor(
    begin: Begin,
    /** Closes the socket, so that its client comes back. */
    private readonly giveUp: () => void,
  ) {
    this.member = begin(this);
  }

  send(message: Message): boolean {
    this.waiting.push(message.result as ExecutionResult);
    this.wake();
    return this.waiting.length < mostWaiting;
  }

  onDrain(listener: () => void): void {
    this.drained = listener;
  }

  // The socket has pings of its own, and every message its cursor.
  beat(): void {}

  /** A subscription that is completed would not come back. */
  end(error: GraphQLFormattedError | null): void {
    this.ended = true;
    if (error === null) return this.giveUp();
    this.waiting.push({ errors: [error] } as unknown as ExecutionResult);
    this.wake();
  }

  async next(): Promise<Next> {
    while (this.waiting.length === 0) {
      if (this.ended) return { done: true, value: undefined };
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    const value = this.waiting.shift()!;
    if (this.waiting.length === 0) this.drained();
    return { done: false, value };
  }

  /** The client wants no more. */
  async return(): Promise<Next> {
    this.ended = true;
    this.waiting.length = 0;
    this.member.leave();
    this.wake();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
