import type { PartitionRange } from '@jejaring/transports/reader';
import type { EventEar, HeardEvent } from '../events/ear.js';
import type { Heard } from '../events/history.js';
import type { Stretch } from '../events/past.js';
import { MovingPositions } from '../events/positions.js';
import { decodeCursor, encodeTopic, joinTopics } from './cursor.rules.js';
import { WrittenCursors } from './written-cursors.js';

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

const none: readonly Step[] = [];

/**
 * Reads what was said on some topics, in order, from a cursor or from now on: from what was heard
 * lately where that reaches back far enough, else from the log. It keeps nothing, so it may be slow.
 */
export class Reader {
  place = 0;
  private readonly epochs = new Map<string, number>();
  private readonly written: WrittenCursors;
  /** Where it began in the history. */
  private origin: number;
  /** The part of each topic in its cursor, until it moves on there. */
  private readonly parts = new Map<string, string>();

  private constructor(
    private readonly ear: EventEar,
    private readonly topics: readonly string[],
    private readonly wanted: Wanted,
    private readonly positions: MovingPositions,
    begin: string,
  ) {
    this.written = WrittenCursors.of(ear.history);
    this.origin = this.written.originOf(`${topics.join()} ${begin}`);
  }

  /** From now on. */
  static fromNow(ear: EventEar, topics: readonly string[], wanted: Wanted): Reader {
    const { history } = ear;
    const positions = new MovingPositions(history.positions(topics));
    // All who only heard what was said in its order stand at the same places.
    const reader = new Reader(ear, topics, wanted, positions, 'now');
    reader.place = history.newest;
    for (const topic of topics) reader.epochs.set(topic, history.epochOf(topic));
    return reader;
  }

  static fromCursor(
    ear: EventEar,
    { topics, wanted, cursor }: { topics: readonly string[]; wanted: Wanted; cursor: string },
  ): Reader {
    const positions = new MovingPositions();
    const heads = ear.history.positions(topics);
    const reader = new Reader(ear, topics, wanted, positions, cursor);
    const decoded = decodeCursor(cursor);
    for (const topic of topics) {
      const read = decoded?.get(topic);
      reader.epochs.set(topic, read?.epoch ?? 0);
      for (const partition of heads.get(topic)?.keys() ?? [])
        positions.move(topic, partition, read?.offsets[partition] ?? -1);
    }
    // A place that was never heard of here may be another gateway's, or nobody's: the log knows.
    const isAhead = topics.some((topic) =>
      heads.get(topic)?.some((head, partition) => positions.of(topic, partition) > head),
    );
    if (isAhead) reader.place = -1;
    else reader.find();
    return reader;
  }

  /** Where it stands. */
  cursor(): string {
    if (this.place < 0) return this.write();
    return this.written.at(this.origin, this.place, () => this.write());
  }

  private write(): string {
    return joinTopics(this.topics.map((topic) => this.partOf(topic)));
  }

  private partOf(topic: string): string {
    const known = this.parts.get(topic);
    if (known !== undefined) return known;
    const epoch = this.epochs.get(topic) ?? 0;
    const part = encodeTopic(topic, { epoch, offsets: this.positions.offsets(topic) });
    this.parts.set(topic, part);
    return part;
  }

  private move(topic: string, partition: number, offset: number): void {
    this.positions.move(topic, partition, offset);
    this.parts.delete(topic);
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

  /** The steps that are no longer at hand, from the log, up to where they are. */
  async *fromLog(): AsyncGenerator<Step> {
    const ranges = await this.ear.ranges(this.topics);
    const lost = this.skipWhatIsGone(ranges);
    if (lost !== null) yield lost;
    const stretches = ranges.map((range) => this.lackingOf(range));
    for await (const events of this.ear.readPast(stretches))
      for (const event of events) for (const step of this.takeEvent(event, null)) yield step;
    for (const { topic, partition, before } of stretches) this.reach(topic, partition, before - 1);
    this.origin = this.written.originOf(`${this.topics.join()} ${this.write()}`);
    this.find();
  }

  private lackingOf({ topic, partition, next }: PartitionRange): Stretch {
    const after = this.positions.of(topic, partition);
    const before = Math.min(Number(next), this.ear.history.floorOf(topic, partition) + 1);
    return { topic, partition, after, before };
  }

  /** A cursor that points to what is no longer kept, or to what never was, is put where it can go on. */
  private skipWhatIsGone(ranges: readonly PartitionRange[]): Step | null {
    const from = this.write();
    let reason: GapReason | null = null;
    for (const { topic, partition, first, next } of ranges) {
      const read = this.positions.of(topic, partition);
      if (read >= Number(next)) reason = 'CURSOR_FOREIGN';
      else if (read < Number(first) - 1) reason ??= 'CURSOR_EXPIRED';
      else continue;
      const end = Number(next) - 1;
      this.move(topic, partition, read > end ? end : Number(first) - 1);
    }
    return reason === null ? null : this.gap(reason, from, null);
  }

  private find(): void {
    this.place = this.ear.history.placeOf(this.positions.copy(this.topics)) ?? -1;
  }

  private reach(topic: string, partition: number, offset: number): void {
    if (offset > this.positions.of(topic, partition)) this.move(topic, partition, offset);
  }

  private take({ place, topic, partition, offset, event, afterHole }: Heard): readonly Step[] {
    this.place = place;
    if (!this.topics.includes(topic) || offset <= this.positions.of(topic, partition)) return [];
    const steps: Step[] = [];
    if (afterHole) {
      const from = this.write();
      this.move(topic, partition, offset - 1);
      steps.push(this.gap('CURSOR_EXPIRED', from, place));
    }
    if (event !== null) steps.push(...this.takeEvent(event, place));
    else this.move(topic, partition, offset);
    return steps;
  }

  private takeEvent(event: HeardEvent, place: number | null): readonly Step[] {
    const { topic, partition, offset, epoch } = event;
    const known = this.epochs.get(topic) ?? 0;
    const isWanted = this.wanted(event);
    if (!isWanted && epoch <= known) {
      this.move(topic, partition, Number(offset));
      return none;
    }
    const steps: Step[] = [];
    if (epoch > known) {
      const from = this.write();
      this.epochs.set(topic, epoch);
      this.parts.delete(topic);
      if (known > 0) steps.push(this.gap('RESTORED', from, place));
    }
    this.move(topic, partition, Number(offset));
    if (isWanted) steps.push({ cursor: this.cursor(), place, event, gap: null });
    return steps;
  }

  private gap(reason: GapReason, from: string, place: number | null): Step {
    const to = this.write();
    return { cursor: to, place, event: null, gap: { from, to, reason } };
  }
}
