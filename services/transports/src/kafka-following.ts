import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { toReceived } from './kafka-subscription.js';
import type { Follower, Following, PartitionRange } from './reader.js';

interface Parts {
  kafka: Kafka;
  /** `first` is the offset to begin with. */
  begins: readonly PartitionRange[];
  follower: Follower;
  clientId: string;
  logger: Logger | undefined;
}

const stopDeadlineMs = 5_000;
const rebuildPauseMs = 1_000;
const fetchWithinMs = 500;
const doubtAfterMs = 2_500;
const watchEveryMs = 500;

const nameOf = (topic: string, partition: number) => `${topic}/${partition}`;

/** A group of one: it remembers by itself where it stands, and goes there again after every join. */
export class KafkaFollowing implements Following {
  private consumer: Consumer | null = null;
  private stopping = false;
  private rebuilding = false;
  private readonly next: Map<string, bigint>;
  private readonly soughtAt = new Map<string, bigint>();
  /** When each broker last answered a fetch. */
  private readonly answeredAt = new Map<number, number>();
  private watching: NodeJS.Timeout | undefined;

  constructor(private readonly parts: Parts) {
    this.next = new Map(
      parts.begins.map(({ topic, partition, first }) => [nameOf(topic, partition), BigInt(first)]),
    );
  }

  async start(): Promise<void> {
    const { kafka, clientId } = this.parts;
    const consumer = kafka.consumer({
      groupId: `${clientId}.looks-on.${randomUUID()}`,
      maxWaitTimeInMs: fetchWithinMs,
      maxBytesPerPartition: 524_288,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: () => Promise.resolve(!this.stopping) },
    });
    this.consumer = consumer;
    this.watch(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: this.topics(), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => this.take(payload),
    });
    this.watching ??= setInterval(() => this.judge(), watchEveryMs).unref();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.watching);
    // kafkajs waits without end for a coordinator that is gone.
    const late = pause(stopDeadlineMs, undefined, { ref: false });
    await Promise.race([this.consumer?.disconnect().catch(() => undefined), late]);
  }

  private topics(): string[] {
    return [...new Set(this.parts.begins.map(({ topic }) => topic))];
  }

  private watch(consumer: Consumer): void {
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.answeredAt.clear();
      // Nothing was committed: without this it would begin anywhere.
      for (const { topic, partition } of this.parts.begins) this.seek(topic, partition);
    });
    consumer.on(consumer.events.FETCH, ({ payload }) => {
      this.answeredAt.set(payload.nodeId, Date.now());
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.answeredAt.clear();
      this.parts.follower.onLost();
      this.parts.logger?.error(
        { err: payload.error, restart: payload.restart },
        'follower crashed',
      );
      if (!payload.restart) void this.rebuild();
    });
  }

  private seek(topic: string, partition: number): void {
    const offset = this.next.get(nameOf(topic, partition));
    if (offset !== undefined) this.consumer?.seek({ topic, partition, offset: String(offset) });
  }

  private async take({ batch }: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = batch;
    const name = nameOf(topic, partition);
    const expected = this.next.get(name) ?? 0n;
    const fresh = messages.filter(({ offset }) => BigInt(offset) >= expected);
    const [first] = fresh;
    if (first === undefined || this.stopping) return;
    // Begun in the wrong place: once more from the right one. Found the same again, it is a hole.
    if (BigInt(first.offset) > expected && this.soughtAt.get(name) !== expected) {
      this.soughtAt.set(name, expected);
      this.seek(topic, partition);
      return;
    }
    this.next.set(name, BigInt(fresh.at(-1)!.offset) + 1n);
    this.parts.follower.onRecords(
      fresh.map((message) => toReceived({ topic, partition, message })),
    );
  }

  /** Every broker that leads a partition answers a fetch at least every half second, or there is doubt. */
  private judge(): void {
    const { follower } = this.parts;
    const since = Date.now() - doubtAfterMs;
    const answers = [...this.answeredAt.values()];
    if (answers.length > 0 && answers.every((at) => at > since)) follower.onAlive();
    else follower.onLost();
  }

  private async rebuild(): Promise<void> {
    if (this.rebuilding) return;
    this.rebuilding = true;
    while (!this.stopping) {
      await this.consumer?.disconnect().catch(() => undefined);
      await pause(rebuildPauseMs);
      if (this.stopping) break;
      try {
        await this.start();
        break;
      } catch (error) {
        this.parts.logger?.error({ err: error }, 'follower could not be rebuilt');
      }
    }
    this.rebuilding = false;
  }
}
