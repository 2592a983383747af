import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import { batchSize, Gathering } from './gathering.js';
import { redeliveryPauseMs } from './redelivery-pause.js';
import type { BatchHandler, ReceivedRecord, SubscribeOptions, Subscription } from './transport.js';

/** All that one fetch brings: how many batches are worked at a time is up to the gathering. */
const partitionsAtOnce = 64;
const heartbeatMs = 3_000;
const stopDeadlineMs = 20_000;
const rebuildPauseMs = 1_000;

interface Parts {
  kafka: Kafka;
  options: SubscribeOptions;
  handler: BatchHandler;
  sessionTimeoutMs: number;
  logger: Logger | undefined;
}

/** One member of a consumer group: commits by itself, chunk by chunk, and joins again after a crash. */
export class KafkaSubscription implements Subscription {
  private consumer: Consumer | null = null;
  private stopping = false;
  private lastSeenAt = Date.now();
  /** Set when the group wants this member back at the table: no further chunk is begun. */
  private lostTurn: Error | null = null;
  private readonly rejections = new Map<string, number>();
  private readonly resumptions = new Set<NodeJS.Timeout>();
  private readonly gathering: Gathering;

  constructor(private readonly parts: Parts) {
    const { handler, options } = parts;
    this.gathering = new Gathering(handler, options.concurrency);
  }

  async start(): Promise<void> {
    const { kafka, options, sessionTimeoutMs } = this.parts;
    const consumer = kafka.consumer({
      groupId: options.group,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: 2 * sessionTimeoutMs,
      heartbeatInterval: Math.min(heartbeatMs, sessionTimeoutMs / 3),
      maxWaitTimeInMs: 1_000,
      maxBytesPerPartition: 524_288,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: () => Promise.resolve(!this.stopping) },
    });
    this.consumer = consumer;
    this.watch(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: partitionsAtOnce,
      eachBatch: (payload) => this.work(payload),
    });
  }

  healthy(): boolean {
    return !this.stopping && Date.now() - this.lastSeenAt < this.parts.sessionTimeoutMs;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const timer of this.resumptions) clearTimeout(timer);
    const { consumer } = this;
    if (!consumer) return;
    // kafkajs waits without end for a coordinator that is gone.
    const late = pause(stopDeadlineMs, undefined, { ref: false });
    await Promise.race([this.disconnect(consumer), late]);
  }

  /** Whoever cannot take leave is missed by the group when its session ends. */
  private async disconnect(consumer: Consumer): Promise<void> {
    try {
      await consumer.disconnect();
    } catch (error) {
      this.parts.logger?.debug({ err: error }, 'consumer left without taking leave');
    }
  }

  private watch(consumer: Consumer): void {
    const seen = () => {
      this.lastSeenAt = Date.now();
    };
    consumer.on(consumer.events.FETCH, seen);
    consumer.on(consumer.events.HEARTBEAT, seen);
    consumer.on(consumer.events.GROUP_JOIN, () => {
      seen();
      this.lostTurn = null;
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.parts.logger?.error(
        { err: payload.error, restart: payload.restart },
        'consumer crashed',
      );
      if (!payload.restart) void this.rebuild();
    });
  }

  private async rebuild(): Promise<void> {
    while (!this.stopping) {
      await pause(rebuildPauseMs);
      if (this.stopping) return;
      try {
        await this.start();
        return this.stopping ? await this.stop() : undefined;
      } catch (error) {
        this.parts.logger?.error({ err: error }, 'consumer could not be rebuilt');
        if (this.consumer) await this.disconnect(this.consumer);
      }
    }
  }

  private async work(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    for (let first = 0; first < batch.messages.length; first += batchSize) {
      // Thrown, not returned: kafkajs joins the group again only for an error of this kind.
      if (this.lostTurn) throw this.lostTurn;
      if (!payload.isRunning() || payload.isStale()) return;
      const chunk = batch.messages.slice(first, first + batchSize);
      if (!(await this.handle(payload, chunk))) return;
      await this.commit(payload, chunk);
    }
  }

  /** False when the handler rejected: the partition rests, and its position stays where it was. */
  private async handle(payload: EachBatchPayload, chunk: KafkaMessage[]): Promise<boolean> {
    const { topic, partition } = payload.batch;
    const heartbeat = setInterval(() => this.heartbeat(payload), heartbeatMs);
    try {
      const records = chunk.map((message) => toReceived({ topic, partition, message }));
      await this.gathering.hand(records);
      this.rejections.delete(`${topic}/${partition}`);
      return true;
    } catch (error) {
      this.parts.logger?.warn({ err: error, topic, partition }, 'records come again later');
      this.rest(payload);
      return false;
    } finally {
      clearInterval(heartbeat);
    }
  }

  private heartbeat(payload: EachBatchPayload): void {
    payload.heartbeat().catch((error: unknown) => {
      this.lostTurn = error as Error;
    });
  }

  /** Uses the batch's own commit: the consumer's silently does nothing once stop() was called. */
  private async commit(payload: EachBatchPayload, chunk: KafkaMessage[]): Promise<void> {
    const { topic, partition } = payload.batch;
    const last = chunk.at(-1)?.offset;
    if (last === undefined) return;
    const offset = String(BigInt(last) + 1n);
    await payload.commitOffsetsIfNecessary({
      topics: [{ topic, partitions: [{ partition, offset }] }],
    });
    payload.resolveOffset(last);
    await payload.heartbeat();
  }

  private rest(payload: EachBatchPayload): void {
    const { topic, partition } = payload.batch;
    const rejections = (this.rejections.get(`${topic}/${partition}`) ?? 0) + 1;
    this.rejections.set(`${topic}/${partition}`, rejections);
    const resume = payload.pause();
    const timer = setTimeout(() => {
      this.resumptions.delete(timer);
      resume();
    }, redeliveryPauseMs(rejections));
    this.resumptions.add(timer);
  }
}

export function toReceived(from: {
  topic: string;
  partition: number;
  message: KafkaMessage;
}): ReceivedRecord {
  const { topic, partition, message } = from;
  // Debezium sends a header without a value for a column that is null: an attribute that is absent.
  const headers = Object.entries(message.headers ?? {})
    .filter(([, value]) => value != null)
    .map(([name, value]) => [name, String(value)]);
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key?.toString('utf8') ?? '',
    headers: Object.fromEntries(headers) as Record<string, string>,
    value: message.value?.toString('utf8') ?? null,
    timestamp: Number(message.timestamp),
  };
}
