import type { Kafka, Producer, TopicMessages } from 'kafkajs';
import { Partitioners } from 'kafkajs';
import type { Logger } from 'pino';
import type { EventRecord } from './transport.js';

const sendDeadlineMs = 60_000;

/**
 * Sends one batch at a time through an idempotent producer, so that a key keeps its order through
 * every retry. A producer whose send failed is thrown away: some of its failures leave it refusing
 * everything for ever, and the outbox still holds what was not acknowledged.
 */
export class KafkaPublisher {
  private producer: Promise<Producer> | null = null;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly kafka: Kafka,
    private readonly logger: Logger | undefined,
  ) {}

  publish(records: readonly EventRecord[]): Promise<void> {
    if (records.length === 0) return Promise.resolve();
    const sent = this.last.then(() => this.send(records));
    // The caller hears of a failure; the next in the queue goes on all the same.
    this.last = sent.catch(() => undefined);
    return sent;
  }

  async close(): Promise<void> {
    await this.last;
    await this.discard();
  }

  private async send(records: readonly EventRecord[]): Promise<void> {
    try {
      await withinDeadline(this.sendBatch(records));
    } catch (error) {
      this.logger?.warn({ err: error, records: records.length }, 'events were not acknowledged');
      await this.discard();
      throw error;
    }
  }

  private async sendBatch(records: readonly EventRecord[]): Promise<void> {
    this.producer ??= this.connect();
    const producer = await this.producer;
    await producer.sendBatch({ topicMessages: toTopicMessages(records), acks: -1 });
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return producer;
  }

  private async discard(): Promise<void> {
    const discarded = this.producer;
    this.producer = null;
    // It is thrown away because it failed: what it says on leaving changes nothing.
    const producer = await discarded?.catch(() => null);
    await producer?.disconnect().catch(() => undefined);
  }
}

function toTopicMessages(records: readonly EventRecord[]): TopicMessages[] {
  const byTopic = new Map<string, TopicMessages>();
  for (const { topic, key, value, headers, timestamp } of records) {
    const messages = byTopic.get(topic) ?? { topic, messages: [] };
    messages.messages.push({ key, value, headers, timestamp: String(timestamp) });
    byTopic.set(topic, messages);
  }
  return [...byTopic.values()];
}

async function withinDeadline(sending: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const late = () => reject(new Error(`Kafka did not acknowledge within ${sendDeadlineMs} ms.`));
    timer = setTimeout(late, sendDeadlineMs);
  });
  try {
    await Promise.race([sending, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
