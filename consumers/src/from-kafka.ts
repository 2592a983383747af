import { attributeOfHeader } from './envelope-schema.js';

type Text = string | Uint8Array;

/** A record of Kafka as its clients give it: kafkajs, node-rdkafka and Confluent's own alike. */
export interface KafkaRecord {
  value: Text | null;
  headers?: Readonly<Record<string, Text | readonly Text[] | null | undefined>>;
}

/**
 * The event that a record carries in binary mode, to be judged by `isEvent`; null for what is none: a
 * tombstone, a record of somebody else, or a value that is no JSON.
 */
export function fromKafka({ value, headers = {} }: KafkaRecord): Record<string, unknown> | null {
  const attributes = Object.entries(headers).flatMap(([header, given]) => {
    const name = attributeOfHeader.get(header);
    const text = Array.isArray(given) ? given.at(-1) : given;
    return name === undefined || text == null ? [] : [[name, read(text as Text)]];
  });
  const event = Object.fromEntries(attributes) as Record<string, unknown>;
  if (value === null || event['specversion'] === undefined) return null;
  try {
    return { ...event, data: JSON.parse(read(value)) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const utf8 = new TextDecoder();

const read = (text: Text): string => (typeof text === 'string' ? text : utf8.decode(text));
