// A process of its own for a test to kill. Argument: the order as JSON; answers in lines on stdout.
import { kafkaReader } from '../kafka-reader.js';
import { kafkaTransport } from '../kafka-transport.js';
import { logReader } from '../log-reader.js';
import { logTransport } from '../log-transport.js';
import type { EventReader } from '../reader.js';
import type { EventRecord, EventTransport } from '../transport.js';

/** Where a child finds the transport that its test uses. */
export type TransportAddress =
  { kind: 'log'; url: string } | { kind: 'kafka'; brokers: string[]; sessionTimeoutMs: number };

export type ChildOrder = { address: TransportAddress } & (
  | { act: 'publish'; records: EventRecord[] }
  /** Takes records and never finishes with them. */
  | { act: 'hold'; group: string; topic: string }
);

export function openTransport(address: TransportAddress): EventTransport {
  if (address.kind === 'log') return logTransport({ url: address.url });
  const { brokers, sessionTimeoutMs } = address;
  return kafkaTransport({ brokers, sessionTimeoutMs, clientId: 'contract-test' });
}

export function openReader(address: TransportAddress): EventReader {
  if (address.kind === 'log') return logReader({ url: address.url });
  return kafkaReader({ brokers: address.brokers, clientId: 'contract-test' });
}

async function obey(order: ChildOrder): Promise<void> {
  const transport = openTransport(order.address);
  if (order.act === 'publish') {
    await transport.publish(order.records);
    console.log('published');
    return new Promise(() => setInterval(() => undefined, 1_000));
  }
  await transport.subscribe({ group: order.group, topics: [order.topic] }, (records) => {
    console.log(`holding ${records.length}`);
    return new Promise(() => undefined);
  });
}

const order = process.argv[2];
if (process.argv[1]?.endsWith('transport-child.ts') && order) {
  await obey(JSON.parse(order) as ChildOrder);
}
