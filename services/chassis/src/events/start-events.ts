import { setTimeout as pause } from 'node:timers/promises';
import type { ReactOptions } from './react.js';
import { deadLetterTopic, reactTo } from './react.js';
import { rest } from '../process/rest.js';
import { startRelay } from '@jejaring/transports/relay';
import type { Subscription, TopicSpec } from '@jejaring/transports/transport';

export const partitions = 12;
export const retentionDays = 30;
const retryMs = 2_000;
const lagEveryMs = 15_000;

const eventTopic = (topic: string): TopicSpec => ({ topic, partitions, retentionDays });

export interface EventOptions extends ReactOptions {
  databaseUrl: string;
  /** Topics beside the service's own that it sends on. */
  channels: readonly string[];
}

export interface RunningEvents {
  healthy(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts sending and hearing. A transport that is away does not keep the service from starting:
 * the outbox grows, and hearing begins when the transport is back.
 */
export function startEvents(options: EventOptions): RunningEvents {
  const { database } = options;
  const relay = startRelay(options);
  database.onPublished(relay.wake);
  const stopping = new AbortController();
  let subscription: Subscription | null = null;
  const subscribed = keepSubscribing(options, stopping.signal).then(
    (made) => (subscription = made),
  );
  void keepTellingLag(options, stopping.signal);
  return {
    healthy: () => options.consumers.length === 0 || (subscription?.healthy() ?? false),
    async stop() {
      stopping.abort();
      await subscribed;
      await subscription?.stop();
      await relay.stop();
    },
  };
}

const topicsHeard = ({ consumers }: Pick<EventOptions, 'consumers'>): string[] => [
  ...new Set(consumers.map(({ contract }) => contract.topic)),
];

/** Tells now and then how far the group is behind. */
async function keepTellingLag(options: EventOptions, stopping: AbortSignal): Promise<void> {
  const { transport, database, metrics, logger } = options;
  const topics = topicsHeard(options);
  while (topics.length > 0 && !stopping.aborted) {
    try {
      await pause(lagEveryMs, undefined, { signal: stopping, ref: false });
      const partitions = await transport.lag(database.service, topics);
      database.behind = partitions.reduce((sum, { behind }) => sum + behind, 0);
      metrics.consumerLag.set(database.behind);
    } catch (error) {
      database.behind = null;
      logger.debug({ err: error }, 'no lag is known');
    }
  }
}

async function keepSubscribing(
  options: EventOptions,
  stopping: AbortSignal,
): Promise<Subscription | null> {
  while (!stopping.aborted) {
    try {
      return await subscribe(options);
    } catch (error) {
      options.logger.warn({ err: error }, 'not subscribed yet');
      await rest(retryMs, stopping);
    }
  }
  return null;
}

async function subscribe(options: EventOptions): Promise<Subscription | null> {
  const { transport, database, channels } = options;
  const topics = topicsHeard(options);
  const group = database.service;
  const own = ['', ...channels.map((channel) => `.${channel}`)].map(
    (end) => `jejaring.${group}${end}`,
  );
  await transport.ensureTopics([
    ...[...new Set([...own, ...topics])].map(eventTopic),
    { topic: `jejaring.${group}.snapshot`, partitions, compacted: true },
    { ...eventTopic(deadLetterTopic(group)), partitions: 1 },
  ]);
  if (topics.length === 0) return null;
  return transport.subscribe({ group, topics, concurrency: 3 }, reactTo(options));
}
