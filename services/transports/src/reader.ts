import type { ReceivedRecord } from './transport.js';

/** What a partition holds: the offset of its oldest record, and the one that its next record gets. */
export interface PartitionRange {
  topic: string;
  partition: number;
  first: string;
  next: string;
}

/** Part of a partition: what is behind one offset and before another. */
export interface Stretch {
  after: string;
  before: string;
}

export interface FollowOptions {
  topics: readonly string[];
  /** So many records of each partition from before the beginning come first. */
  backlog: number;
}

/** What a follower is told. It must not block. */
export interface Follower {
  /** Once, before the first record: where each partition begins to be heard, and where it ended then. */
  onBegin(begins: readonly PartitionRange[]): void;
  /** Records of one partition, each once and in order. */
  onRecords(records: readonly ReceivedRecord[]): void;
  /** Said again and again while the end of every topic is in sight. */
  onAlive(): void;
  /** From the first doubt on, until `onAlive` is said again. */
  onLost(): void;
}

export interface Following {
  stop(): Promise<void>;
}

/**
 * Looks on, and changes nothing: no group, no commit, no right to write. Offsets of one partition
 * grow, and may be compared as numbers.
 */
export interface EventReader {
  /** Rejects while a topic is not there yet. */
  follow(options: FollowOptions, follower: Follower): Promise<Following>;
  ranges(topics: readonly string[]): Promise<PartitionRange[]>;
  /** What is still kept of some stretches, in order within each partition. They must have been in `ranges`. */
  readBetween(
    topic: string,
    stretches: ReadonlyMap<number, Stretch>,
  ): AsyncIterable<readonly ReceivedRecord[]>;
  close(): Promise<void>;
}

/** The first offset that a follower of this partition hears. */
export function beginOf({ first, next }: PartitionRange, backlog: number): bigint {
  const wanted = BigInt(next) - BigInt(backlog);
  return wanted > BigInt(first) ? wanted : BigInt(first);
}
