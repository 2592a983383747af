import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KafkaConfig } from 'kafkajs';
import { Kafka, logLevel } from 'kafkajs';
import { createAuthority } from '../../../infra/kafka/certificates.mjs';
import type { KafkaAccess } from './kafka-access.rules.js';
import { readAccess } from './kafka-access.rules.js';
import { applyAccess } from './kafka-access.js';
import { setUsers } from './kafka-users.js';
import type { KafkaTransportOptions } from './kafka-transport.js';
import { kafkaTransport } from './kafka-transport.js';
import { kafkaReader } from './kafka-reader.js';
import type { OwnBroker } from './testing/own-broker.fixture.js';
import { ownBroker, withOwnKafka } from './testing/own-broker.fixture.js';
import type { EventRecord, ReceivedRecord } from './transport.js';

const access = readAccess(
  readFileSync(fileURLToPath(new URL('../../../infra/kafka/access.json', import.meta.url)), 'utf8'),
);

let broker: OwnBroker;
const secret = (name: string) =>
  readFileSync(path.join(broker.secrets!, `kafka.${name}`), 'utf8').trim();
const passwordsOf = ({ principals }: KafkaAccess) =>
  new Map(principals.map(({ name }) => [name, secret(`${name}.password`)]));

const apply = (wanted: KafkaAccess) =>
  applyAccess(wanted, {
    address: { ...broker.admin!, ca: secret('ca.pem'), certificate: secret('admin.pem') },
    passwords: passwordsOf(wanted),
    replicas: 1,
  });

const loginOf = (username: string) => ({
  username,
  password: secret(`${username}.password`),
  ca: secret('ca.pem'),
});
const asService = (name: string): KafkaTransportOptions => ({
  brokers: broker.brokers,
  clientId: name,
  login: loginOf(name),
});

/** A client as anybody would write it, who gives up at once. */
function clientOf(username: string, over: Partial<KafkaConfig> = {}): Kafka {
  const { ca, ...login } = loginOf(username);
  return new Kafka({
    brokers: broker.subscribers!,
    clientId: username,
    ssl: { ca: [ca] },
    sasl: { mechanism: 'scram-sha-512', ...login },
    retry: { retries: 0 },
    logLevel: logLevel.NOTHING,
    ...over,
  });
}

const anEvent = (topic: string): EventRecord => ({
  topic,
  key: 'k1',
  headers: { id: 'e1' },
  value: '{}',
  timestamp: 1_700_000_000_000,
});

async function connecting(kafka: Kafka): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.listTopics();
  } finally {
    await admin.disconnect();
  }
}

async function writing(kafka: Kafka, topic: string): Promise<void> {
  const producer = kafka.producer({ retry: { retries: 0 } });
  await producer.connect();
  try {
    await producer.send({ topic, messages: [{ key: 'k1', value: '{}' }] });
  } finally {
    await producer.disconnect();
  }
}

/** Resolves with the first record; rejects with what the consumer was told. */
async function reading(login: string, topic: string, groupId: string): Promise<string> {
  // A broker that has just begun has no coordinator of groups yet.
  const kafka = clientOf(login, { retry: { retries: 10, initialRetryTime: 200 } });
  const consumer = kafka.consumer({ groupId, retry: { restartOnFailure: noRestart } });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    return await new Promise<string>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer
        .run({ eachMessage: async ({ message }) => resolve(String(message.value)) })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}
const noRestart = () => Promise.resolve(false);

/** On a broker that guards nothing each of the refusals below is missing, and its test fails. */
withOwnKafka(() => {
  beforeAll(async () => {
    broker = await ownBroker(true);
    await apply(access);
  }, 240_000);
  afterAll(() => broker.close());
  testServices();
  testStrangers();
  testMinistries();
  testMinistriesWriting();
  testFile();
});

function testServices(): void {
  describe('a service that signs in', () => {
    test('says its own events, and another hears them', async () => {
      const [organizations, training] = [asService('organizations'), asService('training')].map(
        kafkaTransport,
      );
      const heard = new Promise<ReceivedRecord>((resolve) => {
        const options = { group: 'training', topics: ['jejaring.organizations'] };
        void training!.subscribe(options, async ([record]) => resolve(record!));
      });

      await organizations!.ensureTopics([{ topic: 'jejaring.organizations', partitions: 12 }]);
      await organizations!.publish([anEvent('jejaring.organizations')]);

      expect((await heard).headers['id']).toBe('e1');
      expect(await training!.lag('training', ['jejaring.organizations'])).toHaveLength(12);
      await Promise.all([organizations!.close(), training!.close()]);
    });

    test('is refused a topic of another', async () => {
      const awards = kafkaTransport(asService('awards'));
      await expect(awards.publish([anEvent('jejaring.training')])).rejects.toThrow(
        /not authorized/i,
      );
      await awards.close();
    });

    test('may look on as the gateway, which can say nothing', async () => {
      const reader = kafkaReader(asService('gateway'));
      const gateway = kafkaTransport(asService('gateway'));

      expect(await reader.ranges(['jejaring.welfare-cases'])).toHaveLength(12);
      await expect(gateway.publish([anEvent('jejaring.training')])).rejects.toThrow(
        /authorization failed/i,
      );
      await Promise.all([reader.close(), gateway.close()]);
    });
  });
}

function testStrangers(): void {
  describe('a client that cannot show who it is', () => {
    test.each<[string, () => Partial<KafkaConfig>, RegExp]>([
      ['without TLS', () => ({ ssl: false }), /closed connection|timeout|connection error/i],
      ['without a login', () => ({ sasl: undefined as never }), /closed connection/i],
      [
        'with a wrong password',
        () => ({ sasl: { mechanism: 'scram-sha-512', username: 'kemensos', password: 'guess' } }),
        /authentication failed/i,
      ],
      [
        'with a name that nobody has',
        () => ({ sasl: { mechanism: 'scram-sha-512', username: 'nobody', password: 'guess' } }),
        /authentication failed/i,
      ],
      [
        'with a password sent openly',
        () => ({ sasl: { mechanism: 'plain', ...loginOf('kemensos') } }),
        /mechanism/i,
      ],
    ])('is refused %s', async (_how, over, words) => {
      await expect(connecting(clientOf('kemensos', over()))).rejects.toThrow(words);
    });

    test('refuses a broker itself whose certificate another authority signed', async () => {
      const { certificate } = createAuthority('Somebody else');
      const deceived = clientOf('kemensos', { ssl: { ca: [certificate] } });
      await expect(connecting(deceived)).rejects.toThrow(/certificate/i);
    });

    test('cannot set the brokers up with a certificate of its own making', async () => {
      const { certificate, key } = createAuthority('kafka-admin');
      const address = { ...broker.admin!, ca: secret('ca.pem'), certificate: key + certificate };
      await expect(setUsers(address, new Map())).rejects.toThrow();
    });
  });
}

function testMinistries(): void {
  describe('a ministry', () => {
    test('reads what is open, in a group under its name', async () => {
      const statistics = kafkaTransport(asService('welfare-cases'));
      await statistics.publish([anEvent('jejaring.welfare-cases.statistics')]);
      await statistics.close();

      const [topic, group] = ['jejaring.welfare-cases.statistics', 'kemensos.try'];
      expect(await reading('kemensos', topic, group)).toBe('{}');
    });

    test.each([
      ['the cases', 'jejaring.welfare-cases'],
      ['dead letters, which are copies of events', 'awards.dlq'],
      ['what the event-hub says', 'jejaring.event-hub'],
    ])('is refused %s', async (_what, topic) => {
      await expect(reading('kemensos', topic, 'kemensos.try')).rejects.toThrow(
        /not authorized|does not host this topic/i,
      );
    });

    test.each(['training', 'kemendagri.sync', 'kemensos'])(
      'is refused the group %s, whose place it could move',
      async (group) => {
        const topic = 'jejaring.organizations';
        await expect(reading('kemensos', topic, group)).rejects.toThrow(
          // So kafkajs puts what Kafka calls GROUP_AUTHORIZATION_FAILED.
          /failed to find group coordinator/i,
        );
      },
    );
  });
}

function testMinistriesWriting(): void {
  describe('a ministry that wants more than to read', () => {
    test('is refused every topic to write', async () => {
      for (const { name } of access.topics) {
        await expect(writing(clientOf('kemensos'), name)).rejects.toThrow(
          /not authorized|does not host this topic/i,
        );
      }
    });

    test('does not even see what it may not read, and changes nothing', async () => {
      const admin = clientOf('kemendagri').admin();
      await admin.connect();

      expect((await admin.listTopics()).sort()).toEqual([
        'jejaring.organizations',
        'jejaring.organizations.audit',
        'jejaring.organizations.snapshot',
        'jejaring.welfare-cases.statistics',
      ]);
      const change = { topics: [{ topic: 'jejaring.organizations.mine' }] };
      await expect(admin.createTopics(change)).rejects.toThrow();
      await expect(admin.deleteTopics({ topics: ['jejaring.organizations'] })).rejects.toThrow(
        /not authorized/i,
      );
      await admin.disconnect();
    });
  });
}

function testFile(): void {
  describe('the file of access', () => {
    test('applied again changes nothing', async () => {
      expect(await apply(access)).toMatchObject({ topics: [], granted: [], withdrawn: [] });
    });

    test('takes away what it no longer has: rights and login', async () => {
      const without = (name: string) => ({
        ...access,
        principals: access.principals.filter((each) => each.name !== name),
      });

      const applied = await apply(without('kemendagri'));

      expect(applied.users.removed).toEqual(['kemendagri']);
      expect(applied.withdrawn).toHaveLength(4);
      await expect(connecting(clientOf('kemendagri'))).rejects.toThrow(/authentication failed/i);
      await apply(access);
      await expect(connecting(clientOf('kemendagri'))).resolves.toBeUndefined();
    });
  });
}
