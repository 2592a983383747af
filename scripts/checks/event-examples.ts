import { schemaAddress } from '@jejaring/schema/events/contract';
import { toRecord } from '@jejaring/transports/outbox-row';
import { envelope } from './event-envelope.js';
import type { EventSnapshot } from './event-snapshots.js';

const happenedAt = '2026-11-20T02:00:00.000Z';

/** Names of regions of the interior ministry only: the nation of the statistics is none. */
const placeOf = (data: Record<string, unknown>): string | null => {
  const code = data['regionCode'];
  return typeof code === 'string' && /^([0-9]|$)/.test(code) ? code : null;
};

/** A sample as the relay would send it. */
export function exampleRecord({ type, topic, owner, key }: EventSnapshot, sample: unknown) {
  const data = sample as Record<string, unknown>;
  const subject = String(data[key]);
  return toRecord({
    seq: '1',
    id: '01936a3c-7b1e-7c44-9d53-5a0c2f1e8b60',
    aggregatetype: topic.slice('jejaring.'.length),
    aggregateid: subject,
    ce_sequence: '000000000001',
    epoch: '1',
    type,
    payload: JSON.stringify(data),
    specversion: '1.0',
    source: `/services/${owner}`,
    subject,
    occurred_at: happenedAt,
    recorded_time: happenedAt,
    dataschema: schemaAddress(type),
    content_type: 'application/json',
    region: placeOf(data),
  });
}

/** The same as one JSON document, as it travels over HTTP. */
export function exampleEvent(snapshot: EventSnapshot, sample: unknown): Record<string, unknown> {
  const { headers } = exampleRecord(snapshot, sample);
  const attributes = envelope
    .filter(({ header }) => headers[header] !== undefined)
    .map(({ name, header }) => [name, headers[header]]);
  return { ...Object.fromEntries(attributes), data: sample };
}
