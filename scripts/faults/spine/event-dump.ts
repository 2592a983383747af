import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '#stack';
import { readMeta } from '@jejaring/chassis/events/cloud-event';
import { kafkaTransport } from '@jejaring/transports/kafka-transport';
import { logTransport } from '@jejaring/transports/log-transport';
import type { ReceivedRecord } from '@jejaring/transports/transport';
import { services } from './databases.js';

export interface DumpedEvent {
  topic: string;
  id: string;
  type: string;
  key: string;
  sequence: number;
}

export const topicOf = (service: string) => `jejaring.${service}`;
const topics = services.map(topicOf);

function open(stack: Stack) {
  const { brokers, databases } = stack;
  if (brokers) return kafkaTransport({ brokers, clientId: 'checker' });
  return logTransport({ url: databases.event_log! });
}

/** Every record of some topics in its order of arrival, to their end, read by a group of its own. */
export async function readToEnd(
  stack: Stack,
  topics: string[],
  take: (record: ReceivedRecord) => void,
): Promise<void> {
  const transport = open(stack);
  const group = `checker-${randomUUID()}`;
  const subscription = await transport.subscribe({ group, topics }, (records) => {
    records.forEach(take);
    return Promise.resolve();
  });
  for (let still = 0; still < 3;) {
    await pause(300);
    const behind = (await transport.lag(group, topics)).reduce((sum, each) => sum + each.behind, 0);
    still = behind === 0 ? still + 1 : 0;
  }
  await subscription.stop();
  await transport.close();
}

/** Every event of every service. */
export async function dumpEvents(stack: Stack): Promise<DumpedEvent[]> {
  const events: DumpedEvent[] = [];
  await readToEnd(stack, topics, (record) => {
    const { id, type, key, sequence } = readMeta(record)!;
    events.push({ topic: record.topic, id, type, key, sequence: Number(sequence) });
  });
  return events;
}
