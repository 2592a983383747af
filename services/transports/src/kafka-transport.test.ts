import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '@jest/globals';
import { findKafkaTools, installKafka, startBroker } from '../../../infra/kafka/broker.mjs';
import { describeTransport, type TransportHarness } from './testing/transport-contract.js';

// The least that a broker allows: a killed member is replaced after this time.
const sessionTimeoutMs = 6_000;
const installation = fileURLToPath(new URL('../../../../.jejaring/kafka', import.meta.url));

const given = process.env['KAFKA_BROKERS']?.split(',').filter(Boolean) ?? [];
const { missing } = findKafkaTools();

if (given.length > 0) testGivenBrokers();
else if (missing === null) testOwnBroker();
else reportOmission(missing);

function testGivenBrokers(): void {
  const harness: TransportHarness = {
    address: { kind: 'kafka', brokers: given, sessionTimeoutMs },
    restart: () => Promise.reject(new Error('These brokers belong to somebody else.')),
    close: () => Promise.resolve(),
  };
  const traits = { deduplicates: false, restartable: false };
  describeTransport('Apache Kafka', () => Promise.resolve(harness), traits);
}

function testOwnBroker(): void {
  describeTransport('Apache Kafka', startOwnBroker, { deduplicates: false, restartable: true });
}

async function startOwnBroker(): Promise<TransportHarness> {
  const { libs } = await installKafka({ dir: installation });
  const dir = await mkdtemp(join(tmpdir(), 'jejaring-kafka-'));
  const options = { dir, libs, port: await freePort(), controllerPort: await freePort() };
  let broker = await startBroker(options);
  return {
    address: { kind: 'kafka', brokers: broker.brokers, sessionTimeoutMs },
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

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function reportOmission(tool: string): void {
  const omission = `Kafka tests were left out: ${tool} is not here and KAFKA_BROKERS is not set.`;
  console.warn(`\n!!! ${omission}\n`);
  test('Kafka is tested where it must be', () => {
    if (process.env['JEJARING_REQUIRE_KAFKA'] === '1') throw new Error(omission);
  });
}
