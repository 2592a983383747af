import { describe, expect, test } from '@jest/globals';
import { certificateIssued } from '@jejaring/schema/events/training.events';
import { printEvents } from './event-pages.js';
import { checkPromise } from './event-promises.js';
import type { EventSchema, EventSnapshot } from './event-snapshots.js';
import { toSnapshot } from './event-snapshots.js';

const kept = toSnapshot(certificateIssued);

const verdict = (fields: Partial<EventSnapshot>) =>
  checkPromise({ ...kept, ...fields })
    .map(({ says }) => says)
    .join('\n');

const withField = (name: string, field: EventSchema): Partial<EventSnapshot> => ({
  schema: { ...kept.schema, properties: { ...kept.schema.properties, [name]: field } },
});

describe('a contract', () => {
  test('as it should be is left alone', () => {
    expect(checkPromise(kept)).toEqual([]);
  });

  test.each(['name', 'nik', 'homeAddress', 'phoneNumber', 'note', 'freeText', 'declineReason'])(
    'carries no %s',
    (name) => {
      const field = { type: 'string', pattern: '^a$', description: 'It.' };

      expect(verdict(withField(name, field))).toContain('sounds like data about a person');
    },
  );

  test.each<[string, Partial<EventSnapshot>, string]>([
    ['has four parts in its type', { type: 'training.certified.v1' }, 'is not called'],
    ['has a version in its type', { type: 'training.a.certified.now' }, 'is not called'],
    ['is sent on its service’s topic', { topic: 'jejaring.awards' }, 'is sent on jejaring.awards'],
    ['has a description', { description: ' ' }, 'has no description'],
    ['has its key among its fields', { key: 'trainingId' }, 'not a required field'],
    ['describes its fields', withField('seats', { type: 'integer' }), 'seats has no description'],
    [
      'bounds its strings',
      withField('word', { type: 'string', description: 'A word.' }),
      'word is free text',
    ],
    [
      'uses what can be compared',
      withField('seats', { type: 'integer', description: 'Seats.', maximum: 3 } as EventSchema),
      'seats uses maximum',
    ],
  ])('%s', (_rule, fields, reason) => {
    expect(verdict(fields)).toContain(reason);
  });
});

describe('a snapshot', () => {
  test('keeps every sample and takes a new one once', () => {
    const stored = { ...kept, samples: [{ older: true }] };

    const once = toSnapshot(certificateIssued, stored);
    const twice = toSnapshot(certificateIssued, once);

    expect(once.samples).toEqual([{ older: true }, certificateIssued.sample]);
    expect(twice).toEqual(once);
  });

  test('is printed for people with its key and fields', () => {
    const page = printEvents([kept]);

    expect(page).toContain('## `jejaring.training`');
    expect(page).toContain('| `training.certificate.issued.v1` |');
    expect(page).toContain('`certificateId` (`crt_…`): The certificate.');
  });
});
