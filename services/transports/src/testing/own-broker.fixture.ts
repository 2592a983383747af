import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '@jest/globals';
import type { KafkaBroker } from '../../../../infra/kafka/broker.mjs';
import { findKafkaTools, installKafka, startBroker } from '../../../../infra/kafka/broker.mjs';

const installation = fileURLToPath(new URL('../../../../.jejaring/kafka', import.meta.url));

/** Declares tests that need a broker of their own; where none can run, one loud line says so. */
export function withOwnKafka(declare: () => void): void {
  const { missing } = findKafkaTools();
  if (missing === null) return declare();
  const omission = `Kafka tests were left out: ${missing} is not here.`;
  console.warn(`\n!!! ${omission}\n`);
  test('Kafka is tested where it must be', () => {
    if (process.env['JEJARING_REQUIRE_KAFKA'] === '1') throw new Error(omission);
  });
}

export interface OwnBroker extends Pick<
  KafkaBroker,
  'brokers' | 'admin' | 'secrets' | 'subscribers'
> {
  /** Kills it and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A real Apache Kafka of one test file, with TLS, logins and permissions when it is to be secured. */
export async function ownBroker(secured = false): Promise<OwnBroker> {
  const { libs } = await installKafka({ dir: installation });
  const dir = await mkdtemp(join(tmpdir(), 'jejaring-kafka-'));
  const [port, controllerPort, nodesPort, subscribersPort] = await freePorts();
  const options = {
    dir,
    libs,
    port: port!,
    controllerPort: controllerPort!,
    ...(secured && { secured: { nodesPort: nodesPort!, subscribersPort: subscribersPort! } }),
  };
  let broker = await startBroker(options);
  return {
    ...broker,
    async restart() {
      await broker.kill();
      broker = await startBroker(options);
    },
    async close() {
      await broker.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Held all at once until the last is known: one after another, a port may come twice. */
async function freePorts(): Promise<number[]> {
  const probes = Array.from({ length: 4 }, () => createServer());
  const ports = await Promise.all(
    probes.map(
      (probe) =>
        new Promise<number>((resolve) => {
          probe.listen(0, '127.0.0.1', () => {
            const address = probe.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
