import { describe, expect, test } from '@jest/globals';
import { toRecord } from '@jejaring/transports/outbox-row';
import { catalogue } from '@jejaring/events/catalogue';
import { fromKafka } from '@jejaring/events/from-kafka';
import { isKnownEvent, whyNoEvent } from '@jejaring/events/is-event';
import type { EventType } from '@jejaring/events/types';
import { CertificateCount } from '../examples/count-certificates.js';

/** The record that a service sends of a sample. */
function recordOf(type: EventType, number = 1) {
  const { topic, owner, key, samples } = catalogue[type];
  const data = samples[0] as unknown as Record<string, unknown>;
  const { value, headers } = toRecord({
    seq: '1',
    id: `01936a3c-7b1e-7c44-9d53-00000000000${number}`,
    aggregatetype: topic.slice('jejaring.'.length),
    aggregateid: String(data[key]),
    ce_sequence: '000000000001',
    epoch: '1',
    type,
    payload: JSON.stringify(data),
    specversion: '1.0',
    source: `/services/${owner}`,
    subject: String(data[key]),
    occurred_at: '2026-11-20T02:00:00.000Z',
    recorded_time: '2026-11-20T02:00:00.000Z',
    dataschema: `https://jejaring.id/schema/events/${type}.json`,
    content_type: 'application/json',
    region: '32',
  });
  return { value, headers };
}

/** The same as kafkajs gives it. */
const inBytes = ({ value, headers }: ReturnType<typeof recordOf>) => ({
  value: value === null ? null : Buffer.from(value),
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]),
  ),
});

describe('fromKafka', () => {
  test.each(Object.keys(catalogue) as EventType[])('reads %s as it is sent', (type) => {
    const event = fromKafka(recordOf(type));

    expect(whyNoEvent(type, event)).toBeNull();
    expect(fromKafka(inBytes(recordOf(type)))).toEqual(event);
  });

  test('finds no event in a tombstone, a foreign record or broken JSON', () => {
    const { value, headers } = recordOf('awards.award.granted.v1');

    expect(fromKafka({ value: null, headers })).toBeNull();
    expect(fromKafka({ value })).toBeNull();
    expect(fromKafka({ value: '{', headers })).toBeNull();
  });

  test('takes no attribute from a header that carries none', () => {
    const { value, headers } = recordOf('awards.award.granted.v1');
    const event = fromKafka({ value, headers: { ...headers, __proto__: 'x', other: 'y' } });

    expect(isKnownEvent(event)).toBe(true);
    expect(event).not.toHaveProperty('other');
  });
});

describe('the example', () => {
  const issued = 'training.certificate.issued.v1';
  const revoked = 'training.certificate.revoked.v1';
  const { organizationId } = catalogue[issued].samples[0]!;

  test('counts each certificate once, and passes over what it does not want', () => {
    const count = new CertificateCount();
    for (const record of [
      recordOf(issued, 1),
      recordOf(issued, 2),
      recordOf(issued, 2),
      recordOf('training.participant.attended.v1', 3),
      recordOf(revoked, 4),
    ])
      count.hearRecord(inBytes(record));

    expect([...count.byOrganization]).toEqual([[organizationId, 1]]);
  });

  test('does not count what breaks its contract', () => {
    const { headers } = recordOf(issued);
    const count = new CertificateCount();

    expect(() => count.hearRecord({ value: '{}', headers })).toThrow(
      'event.data.certificateId is missing',
    );
    expect(count.byOrganization.size).toBe(0);
  });
});
