import type { PartitionRange } from '@jejaring/transports/reader';
import type { ReceivedRecord } from '@jejaring/transports/transport';
import type { HeardEvent } from './heard-event.js';
import type { Positions } from './positions.js';
import { MovingPositions } from './positions.js';

/** One record that was heard, at its place in the order of hearing. */
export interface Heard {
  readonly place: number;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** Null where no contract knows the record; its place is passed over. */
  readonly event: HeardEvent | null;
  /** Records before it in its partition were never heard. */
  readonly afterHole: boolean;
}

const mostKept = 20_000;

const nameOf = (topic: string, partition: number) => `${topic}/${partition}`;

/** The last records that were heard, for those who are a little behind: nobody's queue, so it cannot grow. */
export class History {
  private entries: Heard[] = [];
  private firstPlace = 1;
  private readonly byPartition = new Map<string, Heard[]>();
  /** The last record of each partition that is no longer kept. */
  private readonly floors = new MovingPositions();
  private readonly heads = new MovingPositions();
  private readonly begun = new Map<string, number>();
  private readonly awaited = new Set<string>();
  private readonly epochs = new Map<string, number>();

  constructor(private readonly most = mostKept) {}

  begin(begins: readonly PartitionRange[]): void {
    for (const { topic, partition, first, next } of begins) {
      this.floors.move(topic, partition, Number(first) - 1);
      this.heads.move(topic, partition, Number(first) - 1);
      this.begun.set(nameOf(topic, partition), Number(next));
      if (BigInt(first) < BigInt(next)) this.awaited.add(nameOf(topic, partition));
    }
  }

  /** True when it is news; not for a record that came again or from before the beginning. */
  add({ topic, partition, offset: given }: ReceivedRecord, event: HeardEvent | null): boolean {
    const offset = Number(given);
    const last = this.heads.of(topic, partition);
    if (offset <= last) return false;
    const place = this.firstPlace + this.entries.length;
    const afterHole = offset > last + 1;
    const entry = { place, topic, partition, offset, event, afterHole };
    this.entries.push(entry);
    this.partitionOf(topic, partition).push(entry);
    this.heads.move(topic, partition, offset);
    if (event !== null) this.noteEpoch(event);
    if (this.entries.length > this.most * 1.1) this.forget();
    const next = this.begun.get(nameOf(topic, partition)) ?? 0;
    if (offset >= next - 1) this.awaited.delete(nameOf(topic, partition));
    return offset >= next;
  }

  /** True once everything that was there before the beginning is here. */
  get hasBegun(): boolean {
    return this.begun.size > 0 && this.awaited.size === 0;
  }

  /** The place of the newest record. */
  get newest(): number {
    return this.firstPlace + this.entries.length - 1;
  }

  /** How far the topics were heard. */
  positions(topics: Iterable<string>): Positions {
    return this.heads.copy(topics);
  }

  /** The last record of a partition that is no longer here; everything behind it is. */
  floorOf(topic: string, partition: number): number {
    return this.floors.of(topic, partition);
  }

  /** The producer's epoch of a topic as it was last heard; 0 while nothing was. */
  epochOf(topic: string): number {
    return this.epochs.get(topic) ?? 0;
  }

  /** What was heard after a place; null when it is no longer all here. */
  after(place: number, most: number): readonly Heard[] | null {
    if (place < this.firstPlace - 1) return null;
    const from = place - this.firstPlace + 1;
    return this.entries.slice(from, from + most);
  }

  /** A place before which nothing is missing to somebody who has read so far; null when it is not all here. */
  placeOf(positions: Positions): number | null {
    let place = this.newest;
    for (const [topic, partitions] of positions) {
      for (const [partition, offset] of partitions.entries()) {
        if (offset < this.floors.of(topic, partition)) return null;
        const next = firstAfter(this.partitionOf(topic, partition), offset);
        if (next !== undefined) place = Math.min(place, next.place - 1);
      }
    }
    return place;
  }

  private partitionOf(topic: string, partition: number): Heard[] {
    const name = nameOf(topic, partition);
    const known = this.byPartition.get(name) ?? [];
    this.byPartition.set(name, known);
    return known;
  }

  private noteEpoch({ topic, epoch }: HeardEvent): void {
    this.epochs.set(topic, Math.max(epoch, this.epochOf(topic)));
  }

  private forget(): void {
    const gone = this.entries.splice(0, this.entries.length - this.most);
    this.firstPlace += gone.length;
    for (const { topic, partition, offset } of gone) {
      this.floors.move(topic, partition, offset);
      this.partitionOf(topic, partition).shift();
    }
  }
}

function firstAfter(entries: readonly Heard[], offset: number): Heard | undefined {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.offset > offset) high = middle;
    else low = middle + 1;
  }
  return entries[low];
}
