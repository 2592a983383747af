import type { Admin, logCreator } from 'kafkajs';
import { Kafka, logLevel } from 'kafkajs';
import type { Logger } from 'pino';
import { withAdmin } from './kafka-admin.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { KafkaSubscription } from './kafka-subscription.js';
import { calmIdleTimer } from './kafkajs-idle-timer.js';
import type { KafkaLogin } from './event-variables.js';
import type { EventTransport, PartitionLag, TopicSpec } from './transport.js';

export interface KafkaTransportOptions {
  brokers: string[];
  clientId: string;
  /** How this process signs in; null for a line without TLS and login. */
  login?: KafkaLogin | null;
  logger?: Logger;
  /** Copies of each partition of the topics made here. */
  replicationFactor?: number;
  /** After this long without a sign of life a member's partitions go to the others. */
  sessionTimeoutMs?: number;
}

const dayMs = 86_400_000;
// A killed member's partitions wait this long for another; heartbeats go on while a batch is worked.
const defaultSessionTimeoutMs = 20_000;

/** Every event through Apache Kafka, at least once and in order for each key. */
export function kafkaTransport(options: KafkaTransportOptions): EventTransport {
  calmIdleTimer();
  const { logger, sessionTimeoutMs = defaultSessionTimeoutMs } = options;
  const kafka = connectTo(options);
  const publisher = new KafkaPublisher(kafka, logger);
  const subscriptions = new Set<KafkaSubscription>();
  return {
    publish: (records) => publisher.publish(records),
    async subscribe(options, handler) {
      const parts = { kafka, options, handler, sessionTimeoutMs, logger };
      const subscription = new KafkaSubscription(parts);
      subscriptions.add(subscription);
      await subscription.start().catch(async (error: unknown) => {
        await subscription.stop();
        throw error;
      });
      return subscription;
    },
    async ensureTopics(specs) {
      await withAdmin(kafka, (admin) =>
        createMissing(admin, specs, options.replicationFactor ?? 1),
      );
    },
    lag: (group, topics) => withAdmin(kafka, (admin) => lagOf(admin, group, topics)),
    async close() {
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
      await publisher.close();
    },
  };
}

export function connectTo({ brokers, clientId, logger, login }: KafkaTransportOptions): Kafka {
  return new Kafka({
    brokers,
    clientId,
    ...(login && { ssl: { ca: [login.ca] }, sasl: saslOf(login) }),
    // The defaults are too short for a busy machine.
    connectionTimeout: 10_000,
    authenticationTimeout: 10_000,
    requestTimeout: 30_000,
    enforceRequestTimeout: true,
    retry: { initialRetryTime: 300, retries: 8, maxRetryTime: 30_000 },
    logLevel: logLevel.ERROR,
    logCreator: logThrough(logger),
  });
}

const saslOf = ({ username, password }: KafkaLogin) =>
  ({ mechanism: 'scram-sha-512', username, password }) as const;

/** kafkajs reports as errors what it then retries, hence warnings; its texts hold no data of ours. */
function logThrough(logger: Logger | undefined): logCreator {
  return () => (entry) =>
    logger?.warn({ client: 'kafkajs', area: entry.namespace }, entry.log.message);
}

/** Answers the names of those it made. */
export async function createMissing(
  admin: Admin,
  specs: readonly TopicSpec[],
  replicationFactor: number,
): Promise<string[]> {
  const present = new Set(await admin.listTopics());
  const missing = specs.filter(({ topic }) => !present.has(topic));
  if (missing.length === 0) return [];
  const topics = missing.map((spec) => ({
    topic: spec.topic,
    numPartitions: spec.partitions,
    replicationFactor,
    configEntries: settingsOf(spec),
  }));
  await admin.createTopics({ topics, waitForLeaders: true });
  return missing.map(({ topic }) => topic);
}

function settingsOf({ compacted, retentionDays }: TopicSpec): { name: string; value: string }[] {
  if (compacted) return [{ name: 'cleanup.policy', value: 'compact' }];
  if (retentionDays === undefined) return [];
  return [{ name: 'retention.ms', value: String(retentionDays * dayMs) }];
}

async function lagOf(
  admin: Admin,
  group: string,
  topics: readonly string[],
): Promise<PartitionLag[]> {
  const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
  const perTopic = committed.map(async ({ topic, partitions }) => {
    const offsets = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
    const ends = await admin.fetchTopicOffsets(topic);
    return ends.map(({ partition, high, low }) => {
      const next = Math.max(offsets.get(partition) ?? -1, Number(low));
      return { topic, partition, behind: Number(high) - next };
    });
  });
  return (await Promise.all(perTopic)).flat();
}
