import { partitions, retentionDays } from '@jejaring/chassis/events/start-events';
import { envelope } from './event-envelope.js';
import { exampleRecord } from './event-examples.js';
import type { EventSchema, EventSnapshot } from './event-snapshots.js';

/** Who is told of an event through the graph and the event-hub. */
export type AudienceOf = (type: string) => string;

export interface AsyncApiParts {
  version: string;
  snapshots: readonly EventSnapshot[];
  audienceOf: AudienceOf;
}

type Json = Record<string, unknown>;

/**
 * Every event for tools. Payloads are the snapshots' schemas with their words in Indonesian beside; what
 * contracts may use of JSON Schema means the same in draft 7, which tools for AsyncAPI take for granted.
 */
export function printAsyncApi(parts: AsyncApiParts): string {
  const topics = [...new Set(parts.snapshots.map(({ topic }) => topic))].sort();
  const document: Json = {
    asyncapi: '3.1.0',
    id: 'https://jejaring.id/schema/asyncapi.json',
    info: infoOf(parts.version),
    defaultContentType: 'application/json',
    servers: { kafka },
    channels: byName(topics, (topic) => channelOf(topic, parts)),
    operations: Object.fromEntries(
      topics.map((topic) => [`send.${topic}`, sendingOf(topic, parts)]),
    ),
    components: {
      messages: Object.fromEntries(parts.snapshots.map((one) => [one.type, messageOf(one, parts)])),
      schemas: { cloudEventHeaders },
      securitySchemes: { subscriberAccount },
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const byName = (names: readonly string[], make: (name: string) => Json): Json =>
  Object.fromEntries(names.map((name) => [name, make(name)]));

const infoOf = (version: string): Json => ({
  title: 'Jejaring: events',
  version,
  description:
    'What organizations, welfare cases, training and awards say when something has happened. CloudEvents 1.0 in binary mode on Kafka; the event-hub hands the same events on over HTTP, within the region and the rights of who subscribes. Within a major version only optional fields are added: ignore fields that you do not know. No event names a person.',
  'x-description-id':
    'Apa yang disampaikan layanan organisasi, kasus kesejahteraan sosial, bimbingan teknis, dan penghargaan ketika sesuatu telah terjadi. CloudEvents 1.0 dalam mode biner pada Kafka; event-hub meneruskan peristiwa yang sama melalui HTTP, dalam batas wilayah dan hak pelanggan. Dalam satu versi utama hanya ditambahkan isian pilihan: abaikan isian yang tidak dikenal. Tidak ada peristiwa yang menyebut nama orang.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
});

const kafka: Json = {
  host: '{host}:{port}',
  protocol: 'kafka-secure',
  description:
    'The listener for subscribers. Records of one key stay in order; each comes at least once, so remember ids.',
  'x-description-id':
    'Alamat bagi pelanggan. Catatan dengan satu kunci tetap berurutan; setiap catatan datang sedikitnya sekali, maka ingatlah pengenalnya.',
  variables: {
    host: { description: 'Told to each subscriber.', examples: ['kafka.example'] },
    port: { description: 'Told to each subscriber.', default: '9093' },
  },
  security: [{ $ref: '#/components/securitySchemes/subscriberAccount' }],
};

const subscriberAccount: Json = {
  type: 'scramSha512',
  description:
    'Each subscriber has an account of its own over TLS, which may read the topics it was granted and commit for its own group.',
  'x-description-id':
    'Setiap pelanggan memiliki akun sendiri melalui TLS, yang boleh membaca topik yang diizinkan dan menyimpan posisi kelompoknya sendiri.',
};

const eventsOf = (topic: string, { snapshots }: AsyncApiParts) =>
  snapshots.filter((snapshot) => snapshot.topic === topic);

function channelOf(topic: string, parts: AsyncApiParts): Json {
  const events = eventsOf(topic, parts);
  const restricted = events.some(({ dataClass }) => dataClass === 'restricted');
  return {
    address: topic,
    summary: restricted ? readers.restricted.en : readers.public.en,
    'x-summary-id': restricted ? readers.restricted.id : readers.public.id,
    'x-data-class': restricted ? 'restricted' : 'public',
    servers: [{ $ref: '#/servers/kafka' }],
    messages: byName(
      events.map(({ type }) => type),
      (type) => ({ $ref: `#/components/messages/${type}` }),
    ),
    bindings: { kafka: { topic, partitions, topicConfiguration, bindingVersion } },
  };
}

/** Who reads a topic as a whole, by its class. */
export const readers = {
  public: {
    en: 'Open to every subscriber.',
    id: 'Terbuka bagi setiap pelanggan.',
  },
  restricted: {
    en: 'Restricted: our own services and the event-hub, which hands on what a subscriber may see.',
    id: 'Terbatas: hanya layanan kami sendiri dan event-hub, yang meneruskan apa yang boleh dilihat pelanggan.',
  },
} as const;

const bindingVersion = '0.5.0';

const topicConfiguration: Json = {
  'cleanup.policy': ['delete'],
  'retention.ms': retentionDays * 86_400_000,
};

function sendingOf(topic: string, parts: AsyncApiParts): Json {
  const channel = { $ref: `#/channels/${topic}` };
  const messages = eventsOf(topic, parts).map(({ type }) => ({
    $ref: `#/channels/${topic}/messages/${type}`,
  }));
  return { action: 'send', channel, summary: `What is said on ${topic}.`, messages };
}

function messageOf(snapshot: EventSnapshot, { audienceOf }: AsyncApiParts): Json {
  const { type, owner, key, description, descriptionId, dataClass, deprecated, schema } = snapshot;
  return {
    name: type,
    title: type,
    summary: description,
    'x-summary-id': descriptionId,
    'x-owner': owner,
    'x-data-class': dataClass,
    'x-audience': audienceOf(type),
    ...(deprecated && { deprecated: true, 'x-deprecated': deprecated }),
    tags: [{ name: owner }],
    contentType: 'application/json',
    headers: { allOf: [{ $ref: '#/components/schemas/cloudEventHeaders' }, ownHeaders(snapshot)] },
    payload: inBothLanguages(snapshot),
    bindings: { kafka: { key: schema.properties?.[key] ?? {}, bindingVersion } },
    examples: snapshot.samples.map((sample) => ({
      headers: exampleRecord(snapshot, sample).headers,
      payload: sample,
    })),
  };
}

const ownHeaders = ({ type, owner, schema }: EventSnapshot): Json => ({
  type: 'object',
  properties: {
    ce_type: { const: type },
    ce_source: { const: `/services/${owner}` },
    ce_dataschema: { const: schema.$id },
  },
});

const eventIdHeader: [string, Json] = [
  'id',
  {
    type: 'string',
    format: 'uuid',
    description: 'The same as `ce_id`: Debezium names it so.',
    'x-description-id': 'Sama dengan `ce_id`: demikian nama yang dipakai Debezium.',
  },
];

const cloudEventHeaders: Json = {
  type: 'object',
  required: ['id', ...envelope.filter(({ optional }) => !optional).map(({ header }) => header)],
  properties: Object.fromEntries([
    eventIdHeader,
    ...envelope.map(({ header, schema, en, id }): [string, Json] => [
      header,
      { type: 'string', ...schema, description: en, 'x-description-id': id },
    ]),
  ]),
};

function inBothLanguages({ schema, fieldsId }: EventSnapshot): EventSchema {
  const translate = (one: EventSchema, at: string): EventSchema => ({
    ...one,
    ...(fieldsId[at] && { 'x-description-id': fieldsId[at] }),
    ...(one.properties && { properties: within(one.properties, at) }),
    ...(one.items && { items: translate(one.items, `${at}[]`) }),
  });
  const within = (fields: Record<string, EventSchema>, at: string) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        translate(field, at === '' ? name : `${at}.${name}`),
      ]),
    );
  return translate(schema, '');
}
