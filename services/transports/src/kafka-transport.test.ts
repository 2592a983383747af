import { ownBroker, withOwnKafka } from './testing/own-broker.fixture.js';
import { describeTransport, type TransportHarness } from './testing/transport-contract.js';

// The least that a broker allows: a killed member is replaced after this time.
const sessionTimeoutMs = 6_000;

const given = process.env['KAFKA_BROKERS']?.split(',').filter(Boolean) ?? [];

if (given.length > 0) testGivenBrokers();
else withOwnKafka(testOwnBroker);

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
  const { brokers, restart, close } = await ownBroker();
  return { address: { kind: 'kafka', brokers, sessionTimeoutMs }, restart, close };
}
