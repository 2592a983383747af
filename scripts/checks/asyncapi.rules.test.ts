import { describe, expect, test } from '@jest/globals';
import { awardGranted } from '@jejaring/schema/events/awards.events';
import { caseReported } from '@jejaring/schema/events/welfare-cases.events';
import { printAsyncApi } from './asyncapi.js';
import type { DocumentWithMessages } from './asyncapi-validity.js';
import { checkAsyncApi, checkExamples } from './asyncapi-validity.js';
import { exampleEvent } from './event-examples.js';
import { toSnapshot } from './event-snapshots.js';
import { CloudEvent } from 'cloudevents';

const granted = toSnapshot(awardGranted);
const successor = 'awards.award.granted.v2' as const;
const deprecated = { since: '2026-11-27', replacedBy: successor };
const snapshots = [{ ...granted, deprecated }, toSnapshot(caseReported)];
const text = printAsyncApi({ version: '1.0.0', snapshots, audienceOf: () => 'EVERYBODY' });

type Message = DocumentWithMessages['components']['messages'][string] & {
  payload: { properties: Record<string, object> };
  examples: { headers: Record<string, string>; payload: Record<string, unknown> }[];
};

type Document = {
  channels: Record<string, Record<string, unknown>>;
  components: { messages: Record<string, Message>; schemas: object };
};

const read = () => JSON.parse(text) as Document;
const messageOf = (document: Document) => document.components.messages[granted.type]!;

describe('the AsyncAPI document', () => {
  test('is one to the parser of its makers', async () => {
    expect(await checkAsyncApi(text)).toEqual([]);
  });

  test('is none to it with a word of its own', async () => {
    const document = read();
    document.channels['jejaring.awards']!['adress'] = 'x';

    expect(await checkAsyncApi(JSON.stringify(document))).toContainEqual({
      place: 'channels/jejaring.awards/adress',
      says: 'Property "adress" is not expected to be here',
    });
  });

  test('keeps with its examples what it says', () => {
    expect(checkExamples(read())).toEqual([]);
  });

  test.each<[string, (examples: Message['examples']) => unknown, string]>([
    ['its data', ([example]) => delete example!.payload['rank'], 'payload'],
    ['an attribute', ([example]) => delete example!.headers['ce_sequence'], 'headers'],
    ['its own type', ([example]) => (example!.headers['ce_type'] = 'a.b.c.v1'), 'headers'],
  ])('is refused with an example without %s', (_what, edit, part) => {
    const document = read();
    edit(messageOf(document).examples);

    expect(checkExamples(document)).toEqual([
      { place: `${granted.type}/${part}`, says: 'is broken by an example' },
    ]);
  });

  test('says of each event in both languages what it is, who says it and who hears it', () => {
    const message = messageOf(read());

    expect(message).toMatchObject({
      summary: granted.description,
      'x-summary-id': granted.descriptionId,
      'x-owner': 'awards',
      'x-data-class': 'public',
      'x-audience': 'EVERYBODY',
      deprecated: true,
      'x-deprecated': deprecated,
    });
    expect(message.payload.properties['rank']).toMatchObject({
      description: 'Place; equal places share a number.',
      'x-description-id': 'Peringkat; peringkat yang sama bernomor sama.',
    });
  });

  test('says who may read a topic', () => {
    const { channels } = read();

    expect(channels['jejaring.awards']).toMatchObject({ 'x-data-class': 'public' });
    expect(channels['jejaring.welfare-cases']).toMatchObject({ 'x-data-class': 'restricted' });
  });

  test('names no host', () => {
    const [, ...hosts] = text.split(/"host": /);

    expect(hosts).toHaveLength(2);
    expect(hosts[0]).toMatch(/^"\{host\}:\{port\}"/);
  });
});

test('an example is an event to the library of CloudEvents', () => {
  const example = exampleEvent(granted, granted.samples[0]);

  expect(() => new CloudEvent(example, true)).not.toThrow();
  expect(example).toMatchObject({ subject: awardGranted.sample.awardId, region: '36' });
});
