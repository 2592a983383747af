import { describe, expect, test } from '@jest/globals';
import { catalogue } from '@jejaring/events/catalogue';
import { isEvent, isEventType, isKnownEvent, whyNoEvent } from '@jejaring/events/is-event';
import type { EventOf, EventType } from '@jejaring/events/types';
import { breachOf } from '../src/breach.js';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';

const types = Object.keys(catalogue) as EventType[];
const granted = 'awards.award.granted.v1';

const anEvent = <Type extends EventType>(type: Type): Record<string, unknown> => {
  const { owner, key, samples } = catalogue[type];
  const data = samples[0] as unknown as Record<string, unknown>;
  return {
    specversion: '1.0',
    id: '01936a3c-7b1e-7c44-9d53-5a0c2f1e8b60',
    source: `/services/${owner}`,
    type,
    subject: data[key],
    time: '2026-11-20T02:00:00.000Z',
    recordedtime: '2026-11-20T09:00:00+07:00',
    sequence: '000000000001',
    epoch: '1',
    dataschema: `https://jejaring.id/schema/events/${type}.json`,
    datacontenttype: 'application/json',
    data,
  };
};

const edited = (change: Record<string, unknown>) => ({ ...anEvent(granted), ...change });
const withData = (change: Record<string, unknown>) =>
  edited({ data: { ...(anEvent(granted)['data'] as object), ...change } });

describe('isEvent', () => {
  test.each(types)('knows every sample of %s', (type) => {
    for (const data of catalogue[type].samples)
      expect(whyNoEvent(type, { ...anEvent(type), data })).toBeNull();
  });

  test('lets what a later version added pass', () => {
    expect(isEvent(granted, { ...withData({ later: 1 }), more: 'x' })).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ['nothing', null, 'the event is no object'],
    ['a list', [anEvent(granted)], 'the event is no object'],
    ['another type', anEvent('awards.award.revoked.v1'), 'event.type is another one'],
    [
      'another version of CloudEvents',
      edited({ specversion: '0.3' }),
      'event.specversion is another',
    ],
    ['a time that is none', edited({ time: 'today' }), 'event.time is no date-time'],
    ['a missing attribute', edited({ sequence: undefined }), 'event.sequence is missing'],
    [
      'a subject that is not its key',
      edited({ subject: 'awd_x' }),
      'event.subject is not event.data.awardId',
    ],
    ['no data', edited({ data: undefined }), 'event.data is no object'],
    ['a field of another type', withData({ rank: '1' }), 'event.data.rank is no integer'],
    ['a field that is too small', withData({ rank: 0 }), 'event.data.rank is too small'],
    [
      'an id of something else',
      withData({ organizationId: 'cmp_1' }),
      'event.data.organizationId is not as',
    ],
  ])('refuses %s, and says where', (_what, value, reason) => {
    expect(isEvent(granted, value)).toBe(false);
    expect(whyNoEvent(granted, value)).toContain(reason);
  });

  test('says nothing of the value', () => {
    expect(whyNoEvent(granted, withData({ organizationId: 'Siti' }))).not.toContain('Siti');
  });

  test('accepts a value that is new to a list which may grow', () => {
    const listed = { type: 'string', enum: ['OWN'] };

    expect(breachOf(listed, 'RENTED', 'it')).toBe('it is not among its values');
    expect(breachOf({ ...listed, $comment: 'extensible' }, 'RENTED', 'it')).toBeNull();
  });

  test('knows by its type what it knows', () => {
    expect(isKnownEvent(anEvent(granted))).toBe(true);
    expect(isKnownEvent({ ...anEvent(granted), type: 'awards.award.granted.v9' })).toBe(false);
    expect(isEventType('constructor')).toBe(false);
  });
});

test('the guard judges data as Ajv does', () => {
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  const judges = new Map(
    types.map((type) => {
      const { $id: _, ...schema } = catalogue[type].schema;
      return [type, ajv.compile(schema)] as const;
    }),
  );
  const spoilt = fc.oneof(
    fc.anything({ maxDepth: 2 }),
    fc.constantFrom(
      '',
      '32.79',
      '2024-02-30',
      '2024-02-29',
      '2026-11-20T25:00:00Z',
      'ID',
      -1,
      0,
      1.5,
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.nat(),
      spoilt,
      fc.boolean(),
      (type, at, value, remove) => {
        const data = structuredClone(catalogue[type].samples[0]) as unknown as Record<
          string,
          unknown
        >;
        const names = Object.keys(catalogue[type].schema.properties ?? {});
        const name = names[at % names.length]!;
        if (remove) delete data[name];
        else data[name] = value;

        expect(breachOf(catalogue[type].schema, data, 'data') === null).toBe(
          judges.get(type)!(data),
        );
      },
    ),
    { numRuns: 3_000 },
  );
});

test('types tell one event from another', () => {
  const ranks = (event: EventOf<'awards.award.granted.v1' | 'awards.award.revoked.v1'>): number =>
    // @ts-expect-error Only a granted award has a rank.
    event.data.rank;
  const narrowed = (event: EventOf): number | null =>
    event.type === 'awards.award.granted.v1' ? event.data.rank : null;
  // @ts-expect-error No event is called so.
  const unknown = (event: EventOf<'awards.award.praised.v1'>) => event;

  const event: unknown = anEvent(granted);
  expect(isKnownEvent(event) && narrowed(event)).toBe(1);
  expect(isEvent(granted, event) && ranks(event)).toBe(1);
  expect(unknown).toBeDefined();
});
