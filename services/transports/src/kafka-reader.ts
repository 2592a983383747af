import type { Kafka } from 'kafkajs';
import { withAdmin } from './kafka-admin.js';
import { KafkaFollowing } from './kafka-following.js';
import type { KafkaTransportOptions } from './kafka-transport.js';
import { connectTo } from './kafka-transport.js';
import { calmIdleTimer } from './kafkajs-idle-timer.js';
import type { EventReader, PartitionRange, Stretch } from './reader.js';
import { beginOf } from './reader.js';
import type { ReceivedRecord } from './transport.js';

/** Looks on at Apache Kafka, in a group of its own that commits nothing. */
export function kafkaReader(options: KafkaTransportOptions): EventReader {
  calmIdleTimer();
  const kafka = connectTo(options);
  const { logger, clientId } = options;
  const followings = new Set<KafkaFollowing>();
  const open = async (parts: Omit<ConstructorParameters<typeof KafkaFollowing>[0], 'kafka'>) => {
    const following = new KafkaFollowing({ ...parts, kafka });
    followings.add(following);
    await following.start();
    return following;
  };
  return {
    ranges: (topics) => rangesOf(kafka, topics),
    async follow({ topics, backlog }, follower) {
      const ranges = await rangesOf(kafka, topics);
      const missing = topics.filter((topic) => !ranges.some((range) => range.topic === topic));
      if (missing.length > 0) throw new Error(`No such topic: ${missing.join(', ')}`);
      const begins = ranges.map((range) => ({ ...range, first: `${beginOf(range, backlog)}` }));
      follower.onBegin(begins);
      return open({ begins, follower, clientId, logger });
    },
    async *readBetween(topic, stretches) {
      const begins = (await rangesOf(kafka, [topic])).flatMap((range) =>
        keptOf(range, stretches.get(range.partition)),
      );
      if (begins.length === 0) return;
      const scan = new Scan(begins);
      const following = await open({ begins, follower: scan, clientId, logger });
      try {
        yield* scan.records();
      } finally {
        followings.delete(following);
        await following.stop();
      }
    },
    async close() {
      await Promise.all([...followings].map((following) => following.stop()));
    },
  };
}

async function rangesOf(kafka: Kafka, topics: readonly string[]): Promise<PartitionRange[]> {
  return withAdmin(kafka, async (admin) => {
    const present = new Set(await admin.listTopics());
    const perTopic = topics
      .filter((topic) => present.has(topic))
      .map(async (topic) =>
        (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({
          topic,
          partition,
          first: low,
          next: high,
        })),
      );
    return (await Promise.all(perTopic))
      .flat()
      .sort((one, other) => one.partition - other.partition);
  });
}

/** What of a stretch can still be had, from `first` to before `next`. */
function keptOf(range: PartitionRange, stretch: Stretch | undefined): PartitionRange[] {
  if (stretch === undefined) return [];
  const wanted = BigInt(stretch.after) + 1n;
  const first = wanted > BigInt(range.first) ? wanted : BigInt(range.first);
  return first < BigInt(stretch.before)
    ? [{ ...range, first: String(first), next: stretch.before }]
    : [];
}

const scanWithinMs = 60_000;

/** What was there when it was asked for, taken from a follower that then goes. */
class Scan {
  private readonly waiting: (readonly ReceivedRecord[])[] = [];
  private readonly open: Map<number, bigint>;
  private wake: () => void = () => undefined;

  constructor(begins: readonly PartitionRange[]) {
    this.open = new Map(begins.map(({ partition, next }) => [partition, BigInt(next)]));
  }

  onRecords(records: readonly ReceivedRecord[]): void {
    const { partition } = records[0]!;
    const end = this.open.get(partition);
    if (end === undefined) return;
    this.waiting.push(records.filter(({ offset }) => BigInt(offset) < end));
    if (BigInt(records.at(-1)!.offset) + 1n >= end) this.open.delete(partition);
    this.wake();
  }

  onBegin(): void {}
  onAlive(): void {}
  onLost(): void {}

  async *records(): AsyncIterable<readonly ReceivedRecord[]> {
    const giveUpAt = Date.now() + scanWithinMs;
    while (this.waiting.length > 0 || this.open.size > 0) {
      const next = this.waiting.shift();
      if (next !== undefined) yield next;
      else if (Date.now() > giveUpAt) throw new Error('Kafka did not give what it holds in time.');
      else await this.pause();
    }
  }

  private async pause(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, 1_000);
    });
    clearTimeout(timer);
  }
}
