/** How far somebody has read: topic → by partition, the offset of the last record seen, -1 for none. */
export type Positions = ReadonlyMap<string, readonly number[]>;

/** Positions that move on. */
export class MovingPositions {
  private readonly topics = new Map<string, number[]>();

  constructor(from: Positions = new Map()) {
    for (const [topic, offsets] of from) this.topics.set(topic, [...offsets]);
  }

  of(topic: string, partition: number): number {
    return this.topics.get(topic)?.[partition] ?? -1;
  }

  move(topic: string, partition: number, offset: number): void {
    const known = this.topics.get(topic);
    const offsets = known ?? [];
    if (known === undefined) this.topics.set(topic, offsets);
    while (offsets.length < partition) offsets.push(-1);
    offsets[partition] = offset;
  }

  offsets(topic: string): readonly number[] {
    return this.topics.get(topic) ?? [];
  }

  /** A copy that stands still, of some topics or of all. */
  copy(topics: Iterable<string> = this.topics.keys()): Positions {
    const copied = new Map<string, readonly number[]>();
    for (const topic of topics) copied.set(topic, [...this.offsets(topic)]);
    return copied;
  }
}
