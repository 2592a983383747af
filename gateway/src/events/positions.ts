/** How far somebody has read: topic → partition → offset of the last record seen, -1 for none. */
export type Positions = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Positions that move on. */
export class MovingPositions {
  private readonly topics = new Map<string, Map<number, number>>();

  constructor(from: Positions = new Map()) {
    for (const [topic, partitions] of from) this.topics.set(topic, new Map(partitions));
  }

  of(topic: string, partition: number): number {
    return this.topics.get(topic)?.get(partition) ?? -1;
  }

  has(topic: string, partition: number): boolean {
    return this.topics.get(topic)?.has(partition) ?? false;
  }

  move(topic: string, partition: number, offset: number): void {
    const partitions = this.topics.get(topic) ?? new Map<number, number>();
    this.topics.set(topic, partitions.set(partition, offset));
  }

  /** The offsets of a topic by partition. */
  offsets(topic: string): number[] {
    const partitions = this.topics.get(topic) ?? new Map<number, number>();
    const count = Math.max(-1, ...partitions.keys()) + 1;
    return Array.from({ length: count }, (_, partition) => partitions.get(partition) ?? -1);
  }

  /** A copy that stands still, of some topics or of all. */
  copy(topics: Iterable<string> = this.topics.keys()): Positions {
    const copied = new Map<string, ReadonlyMap<number, number>>();
    for (const topic of topics) copied.set(topic, new Map(this.topics.get(topic)));
    return copied;
  }
}
