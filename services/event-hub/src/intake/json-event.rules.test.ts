import { describe, expect, test } from '@jest/globals';
import { CloudEvent } from 'cloudevents';
import { toJsonEvent } from './json-event.js';

const meta = {
  id: '0199c0de-0000-7000-8000-000000000001',
  type: 'awards.award.granted.v1',
  key: 'awd_018djmeb80ebe9mv95rtpwd6t9',
  time: new Date('2026-11-20T02:00:00Z'),
  recordedTime: new Date('2026-11-20T02:00:01Z'),
  sequence: 3,
  epoch: 1,
  region: '32.79',
};

describe('toJsonEvent', () => {
  test('is what the SDK of CloudEvents takes for an event', () => {
    const event = JSON.parse(toJsonEvent(meta, '{"rank":1}')) as ConstructorParameters<
      typeof CloudEvent
    >[0];

    expect(new CloudEvent(event).validate()).toBe(true);
    expect(event).toEqual({
      specversion: '1.0',
      id: meta.id,
      source: '/services/awards',
      type: meta.type,
      subject: meta.key,
      time: '2026-11-20T02:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'https://jejaring.id/schema/events/awards.award.granted.v1.json',
      region: '32.79',
      sequence: '000000000003',
      epoch: '1',
      recordedtime: '2026-11-20T02:00:01.000Z',
      data: { rank: 1 },
    });
  });

  test('keeps the bytes of the data, and says no place where there is none', () => {
    const text = toJsonEvent({ ...meta, region: null }, '{"b":1.0, "a":1e2}');

    expect(text).toContain('"data":{"b":1.0, "a":1e2}}');
    expect(JSON.parse(text)).not.toHaveProperty('region');
  });
});
