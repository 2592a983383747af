import { describe, expect, test } from '@jest/globals';
import { certificateIssued } from '@jejaring/schema/events/training.events';
import { printEvents } from './event-pages.js';
import { checkPromise, checkTogether } from './event-promises.js';
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
    ['says it in Indonesian', { descriptionId: '' }, 'has no description in Indonesian'],
    [
      'says it in Indonesian, not in English again',
      { descriptionId: kept.description },
      'has no description in Indonesian',
    ],
    [
      'has words in Indonesian for its fields',
      { fieldsId: { ...kept.fieldsId, issuedOn: '' } },
      'issuedOn has no words in Indonesian',
    ],
    ['is owned by the service that says it', { owner: 'awards' }, 'is owned by awards'],
    [
      'says since which day it is deprecated',
      { deprecated: { since: 'soon' } },
      'deprecated since no day',
    ],
    [
      'is not replaced by itself',
      { deprecated: { since: '2026-11-27', replacedBy: 'training.certificate.issued.v1' } },
      'is replaced by itself',
    ],
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

describe('all contracts together', () => {
  const words = { 'The certificate.': 'Sertifikat.' };

  test('leave no words in Indonesian without a field', () => {
    expect(checkTogether([kept], words)).toEqual([]);
    expect(checkTogether([kept], { ...words, 'A ship.': 'Kapal.' })).toEqual([
      { place: 'schema/events/field-words.ts', says: 'no field is described as “A ship.”' },
    ]);
  });

  test('name a successor that is there', () => {
    const replacedBy = 'training.certificate.issued.v2' as const;
    const old = { ...kept, deprecated: { since: '2026-11-27', replacedBy } };

    expect(checkTogether([old], words).map(({ says }) => says)).toEqual([
      `is replaced by ${replacedBy}, which is not there`,
    ]);
    expect(checkTogether([old, { ...kept, type: replacedBy }], words)).toEqual([]);
  });
});

describe('a snapshot', () => {
  test('keeps every sample and takes a new one once', () => {
    const stored = { ...kept, samples: [{ older: true }] };

    const once = toSnapshot(certificateIssued, stored);
    const twice = toSnapshot(certificateIssued, once);

    expect(once.fieldsId).toMatchObject({ certificateId: 'Sertifikat.' });
    expect(once.samples).toEqual([{ older: true }, certificateIssued.sample]);
    expect(twice).toEqual(once);
  });

  test('is printed for people with its key and fields', () => {
    const page = printEvents([kept]);

    expect(page).toContain('## `jejaring.training`');
    expect(page).toContain('| `training.certificate.issued.v1` |');
    expect(page).toContain(
      'was certified.<br>*Peserta dari suatu organisasi memperoleh sertifikat.*',
    );
    expect(page).toContain('`certificateId` (`crt_…`): The certificate.');
  });
});
