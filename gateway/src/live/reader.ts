import { LRUCache } from 'lru-cache';
import type { EventEar, HeardEvent } from '../events/ear.js';
import type { Heard, History } from '../events/history.js';
import { MovingPositions } from '../events/positions.js';
import type { Cursor } from './cursor.rules.js';
import { encodeCursor } from './cursor.rules.js';

export type GapReason =
  'CURSOR_EXPIRED' | 'CURSOR_FOREIGN' | 'RESTORED' | 'SOURCE_AWAY' | 'SOURCE_BACK';

export interface Gap {
  from: string | null;
  to: string | null;
  reason: GapReason;
}

/** The next thing that a subscriber is to be told: an event, or that something is missing before it. */
export interface Step {
  /** The subscriber has everything up to here. */
  cursor: string;
  /** Its place in the history; null while it is read from the log. */
  place: number | null;
  event: HeardEvent | null;
  gap: Gap | null;
}

export type Wanted = (event: HeardEvent) => boolean;

/** Cursors of the last places, per ear. */
const writtenFor = new WeakMap<History, LRUCache<string, string>>();

function writtenLately({ history }: EventEar): LRUCache<string, string> {
  const written = writtenFor.get(history) ?? new LRUCache<string, string>({ max: 500 });
  writtenFor.set(history, written);
  return written;
}

/**
 * Reads what was said on some topics, in order, from a cursor or from now on: from what was heard
 * lately where that reaches back far enough, else from the log. It keeps nothing, so it may be slow.
 */
export class Reader {
  place = 0;
  private inOrder = false;
  private readonly positions: MovingPositions;
  private readonly epochs = new Map<string, number>();

  private constructor(
    private readonly ear: EventEar,
    private readonly topics: readonly string[],
    private readonly wanted: Wanted,
    positions: MovingPositions,
  ) {
    this.positions = positions;
  }

  /** From now on. */
  static fromNow(ear: EventEar, topics: readonly string[], wanted: Wanted): Reader {
    const { history } = ear;
    const positions = new MovingPositions(history.positions(topics));
    const reader = new Reader(ear, topics, wanted, positions);
    reader.place = history.newest;
    reader.inOrder = true;
    for (const topic of topics) reader.epochs.set(topic, history.epochOf(topic));
    return reader;
  }

  static fromCursor(
    ear: EventEar,
    { topics, wanted, cursor }: { topics: readonly string[]; wanted: Wanted; cursor: Cursor },
  ): Reader {
    const positions = new MovingPositions();
    const heads = ear.history.positions(topics);
    const reader = new Reader(ear, topics, wanted, positions);
    for (const topic of topics) {
      const read = cursor.get(topic);
      reader.epochs.set(topic, read?.epoch ?? 0);
      for (const partition of heads.get(topic)?.keys() ?? [])
        positions.move(topic, partition, read?.offsets[partition] ?? -1);
    }
    // A place that was never heard of here may be another gateway's, or nobody's: the log knows.
    const isAhead = topics.some((topic) =>
      [...(heads.get(topic) ?? [])].some(
        ([partition, head]) => positions.of(topic, partition) > head,
      ),
    );
    if (isAhead) reader.place = -1;
    else reader.find();
    return reader;
  }

  /** Where it stands. Those who read in the order of hearing alone stand at the same places. */
  cursor(): string {
    if (!this.inOrder) return this.write();
    const written = writtenLately(this.ear);
    const key = `${this.place} ${this.topics.join()}`;
    const found = written.get(key) ?? this.write();
    written.set(key, found);
    return found;
  }

  private write(): string {
    const topics = this.positions.copy(this.topics);
    const cursor = new Map(
      [...topics].map(([topic, partitions]) => {
        const count = Math.max(-1, ...partitions.keys()) + 1;
        const offsets = Array.from({ length: count }, (_, at) => partitions.get(at) ?? -1);
        return [topic, { epoch: this.epochs.get(topic) ?? 0, offsets }];
      }),
    );
    return encodeCursor(cursor);
  }

  /** The next steps of what was heard lately; none at its end; null when they are in the log alone. */
  atHand(most: number): Step[] | null {
    const heard = this.ear.history.after(this.place, most);
    return heard?.flatMap((entry) => this.take(entry)) ?? null;
  }

  /** True while there is something behind it. */
  get isBehind(): boolean {
    return this.place < this.ear.history.newest;
  }

  /** The steps that are no longer at hand, from the log. */
  async *fromLog(): AsyncGenerator<Step> {
    const ranges = await this.ear.ranges(this.topics);
    const lost = this.skipWhatIsGone(ranges);
    if (lost !== null) yield lost;
    for (const topic of this.topics) {
      const own = ranges.filter((range) => range.topic === topic);
      const after = new Map(
        own.map(({ partition }) => [partition, String(this.positions.of(topic, partition))]),
      );
      for await (const event of this.ear.readAfter(topic, after))
        yield* this.takeEvent(event, null);
      for (const { partition, next } of own) this.reach(topic, partition, Number(next) - 1);
    }
    this.find();
  }

  /** A cursor that points to what is no longer kept, or to what never was, is put where it can go on. */
  private skipWhatIsGone(ranges: Awaited<ReturnType<EventEar['ranges']>>): Step | null {
    const from = this.write();
    let reason: GapReason | null = null;
    for (const { topic, partition, first, next } of ranges) {
      const read = this.positions.of(topic, partition);
      if (read >= Number(next)) reason = 'CURSOR_FOREIGN';
      else if (read < Number(first) - 1) reason ??= 'CURSOR_EXPIRED';
      else continue;
      const end = Number(next) - 1;
      this.positions.move(topic, partition, read > end ? end : Number(first) - 1);
    }
    return reason === null ? null : this.gap(reason, from, null);
  }

  private find(): void {
    this.place = this.ear.history.placeOf(this.positions.copy(this.topics)) ?? -1;
  }

  private reach(topic: string, partition: number, offset: number): void {
    if (offset > this.positions.of(topic, partition)) this.positions.move(topic, partition, offset);
  }

  private take({ place, topic, partition, offset, event, afterHole }: Heard): Step[] {
    this.place = place;
    if (!this.topics.includes(topic) || offset <= this.positions.of(topic, partition)) return [];
    const steps: Step[] = [];
    if (afterHole) {
      const from = this.write();
      this.positions.move(topic, partition, offset - 1);
      steps.push(this.gap('CURSOR_EXPIRED', from, place));
    }
    if (event !== null) steps.push(...this.takeEvent(event, place));
    else this.positions.move(topic, partition, offset);
    return steps;
  }

  private takeEvent(event: HeardEvent, place: number | null): Step[] {
    const { topic, partition, offset, epoch } = event;
    const known = this.epochs.get(topic) ?? 0;
    const steps: Step[] = [];
    if (epoch > known) {
      const from = this.write();
      this.epochs.set(topic, epoch);
      if (known > 0) steps.push(this.gap('RESTORED', from, place));
    }
    this.positions.move(topic, partition, Number(offset));
    if (this.wanted(event)) steps.push({ cursor: this.cursor(), place, event, gap: null });
    return steps;
  }

  private gap(reason: GapReason, from: string, place: number | null): Step {
    const to = this.write();
    return { cursor: to, place, event: null, gap: { from, to, reason } };
  }
}
