import type { GraphQLFormattedError } from 'graphql';
import type { Group } from './group.js';
import type { Step } from './reader.js';
import type { Message } from './message.js';

/** Where messages go: one stream or one operation on a socket. */
export interface Sink {
  /** False when what was sent before still waits; nothing more is sent until it says that it drained. */
  send(message: Message): boolean;
  /** Called once the client has taken what waited. */
  onDrain(listener: () => void): void;
  /** A sign of life, with the cursor to go on from. */
  beat(cursor: string): void;
  /** The last word: what went wrong, or nothing when all is said. */
  end(error: GraphQLFormattedError | null): void;
}

const drainWithinMs = 60_000;

/**
 * One subscriber. It is told what its group is told; while it is behind, because it comes with a cursor
 * or takes slowly, it reads by itself until it has caught up. Nothing is kept for it but its cursor.
 */
export class Member {
  private state: 'reading' | 'live' | 'ended' = 'reading';
  /** It has everything of the history up to here. */
  private from = 0;
  private full = false;
  private drained: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly group: Group,
    private readonly sink: Sink,
    private cursor: string,
    private readonly whenLeft: () => void,
  ) {
    sink.onDrain(() => {
      this.full = false;
      this.drained();
    });
  }

  /** Is told from now on. */
  begin(place: number): void {
    this.state = 'live';
    this.from = place;
    this.sink.beat(this.cursor);
  }

  /** What the group is told. */
  hear(message: Message, { place }: Step): void {
    if (this.state !== 'live' || (place !== null && place <= this.from)) return;
    if (!this.write(message)) void this.readOn();
  }

  /** Catches up from its cursor, and then is told with the others. */
  async readOn(): Promise<void> {
    if (this.state === 'ended') return;
    this.state = 'reading';
    try {
      await this.untilDrained();
      await this.catchUp();
    } catch (error) {
      this.group.failed(this, error);
    }
  }

  /** What it is to be told is no longer at hand for the whole group. */
  fallBehind(): void {
    if (this.state === 'live') void this.readOn();
  }

  beat(cursor: string): void {
    if (this.state === 'ended' || this.full) return;
    // Whoever reads by itself knows its own cursor alone.
    if (this.state === 'live') this.cursor = cursor;
    this.sink.beat(this.cursor);
  }

  /** Ends it after so long, with a word. */
  endIn(milliseconds: number, error: () => GraphQLFormattedError): void {
    const longest = 2 ** 31 - 1;
    this.timer = setTimeout(() => this.end(error()), Math.min(milliseconds, longest)).unref();
  }

  end(error: GraphQLFormattedError | null): void {
    if (this.state === 'ended') return;
    this.leave();
    this.sink.end(error);
  }

  /** The client has gone. */
  leave(): void {
    if (this.state === 'ended') return;
    this.state = 'ended';
    clearTimeout(this.timer);
    this.drained();
    this.group.lose(this);
    this.whenLeft();
  }

  private async catchUp(): Promise<void> {
    let trail = this.group.trailFrom(this.cursor);
    for (let at = 0; this.state === 'reading';) {
      const end = trail.endAt(at);
      if (end !== null) {
        this.cursor = end.cursor;
        return this.begin(end.place);
      }
      const step = trail.stepAt(at);
      if (step === undefined) await trail.more();
      else if (step === null) [trail, at] = [this.group.trailFrom(this.cursor), 0];
      else {
        at += 1;
        await this.give(step);
      }
    }
  }

  private async give(step: Step): Promise<void> {
    if (this.state !== 'reading') return;
    const message = await this.group.messageOf(step);
    if (message === null || this.isEnded()) return;
    if (!this.write(message)) await this.untilDrained();
  }

  // Asked anew after every wait.
  private isEnded(): boolean {
    return this.state === 'ended';
  }

  private write(message: Message): boolean {
    this.cursor = message.cursor;
    this.full = !this.sink.send(message);
    return !this.full;
  }

  private async untilDrained(): Promise<void> {
    if (!this.full) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.drained = resolve;
      timer = setTimeout(resolve, drainWithinMs).unref();
    });
    clearTimeout(timer);
    // A client that takes nothing comes back with its cursor when it can.
    if (this.full) this.end(null);
  }
}
