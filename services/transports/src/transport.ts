/** One event as it travels: what Kafka calls a record. A null value is a tombstone on a compacted topic. */
export interface EventRecord {
  topic: string;
  key: string;
  /** `id` is the event's: by it a record that was published twice is recognised. */
  headers: Record<string, string>;
  value: string | null;
  /** Milliseconds since the epoch. */
  timestamp: number;
}

/** A record as a subscriber receives it. Offsets are opaque: compare them only for equality. */
export interface ReceivedRecord extends EventRecord {
  partition: number;
  offset: string;
}

export interface TopicSpec {
  topic: string;
  partitions: number;
  /** Keeps the newest record of each key instead of a time window. */
  compacted?: boolean;
  retentionDays?: number;
}

export interface SubscribeOptions {
  /** Members of one group share the partitions; each group sees every record. */
  group: string;
  topics: readonly string[];
  /** Batches worked at the same time by this member. */
  concurrency?: number;
}

/**
 * Receives at most 100 records of one topic, those of a partition oldest first. Resolving commits them;
 * rejecting leaves them uncommitted, and they come again after a pause, a partition at a time.
 */
export type BatchHandler = (records: readonly ReceivedRecord[]) => Promise<void>;

export interface Subscription {
  /** Lets the running batch finish, commits it, leaves the group. */
  stop(): Promise<void>;
  /** False when the member has lost its connection or its group for longer than a session. */
  healthy(): boolean;
}

export interface PartitionLag {
  topic: string;
  partition: number;
  /** Records that the group has not committed yet. */
  behind: number;
}

/** The five calls through which every event leaves and arrives, over Kafka or over the embedded log alike. */
export interface EventTransport {
  /** Resolves when all records are durable. Records of one key keep their order. */
  publish(records: readonly EventRecord[]): Promise<void>;
  subscribe(options: SubscribeOptions, handler: BatchHandler): Promise<Subscription>;
  ensureTopics(specs: readonly TopicSpec[]): Promise<void>;
  lag(group: string, topics: readonly string[]): Promise<PartitionLag[]>;
  close(): Promise<void>;
}
