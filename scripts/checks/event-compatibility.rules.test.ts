import { describe, expect, test } from '@jest/globals';
import { checkCompatibility } from './event-compatibility.js';
import type { EventSchema, EventSnapshot } from './event-snapshots.js';

const schema = {
  type: 'object',
  properties: {
    unitId: { type: 'string', pattern: '^unit_[0-9]+$' },
    level: { type: 'string', enum: ['VILLAGE', 'DISTRICT'] },
    seats: { type: 'integer', minimum: 1 },
    day: { type: 'string', format: 'date' },
    form: { type: 'string', const: 'PAPER' },
    parts: {
      type: 'array',
      items: { type: 'object', properties: { rank: { type: 'integer' } }, required: ['rank'] },
    },
    house: { type: 'string', enum: ['OWN'], $comment: 'extensible' },
  },
  required: ['unitId', 'level', 'seats'],
} satisfies EventSchema;

const sample = { unitId: 'unit_1', level: 'VILLAGE', seats: 3, parts: [{ rank: 1 }] };

const aSnapshot = (fields: Partial<EventSnapshot> = {}): EventSnapshot => ({
  type: 'training.unit.met.v1',
  topic: 'jejaring.training',
  owner: 'training',
  key: 'unitId',
  description: 'A unit met.',
  descriptionId: 'Suatu unit berkumpul.',
  dataClass: 'public',
  schema,
  fieldsId: {},
  samples: [sample],
  ...fields,
});

/** The published schema after somebody's edit. */
function edited(edit: (draft: EventSchema & { properties: Record<string, EventSchema> }) => void) {
  const draft = structuredClone(schema) as EventSchema & {
    properties: Record<string, EventSchema>;
  };
  edit(draft);
  return aSnapshot({ schema: draft });
}

const verdict = (now: EventSnapshot, stored = aSnapshot()) =>
  checkCompatibility(stored, now).map(({ says }) => says);

describe('an edit within a major is refused', () => {
  const field = (name: string, change: EventSchema) =>
    edited(({ properties }) => void (properties[name] = { ...properties[name], ...change }));
  test.each<[string, EventSnapshot, string]>([
    ['another topic', aSnapshot({ topic: 'jejaring.other' }), 'topic was'],
    ['another key', aSnapshot({ key: 'level' }), 'key was unitId and is level'],
    ['opened to everybody', aSnapshot({ dataClass: 'restricted' }), 'dataClass was'],
    ['a field removed', edited(({ properties }) => void delete properties['day']), 'day is gone'],
    [
      'a field renamed',
      edited(({ properties }) => {
        properties['date'] = properties['day']!;
        delete properties['day'];
      }),
      'day is gone',
    ],
    ['a field retyped', field('seats', { type: 'number' }), 'seats: type was "integer"'],
    ['a minimum moved', field('seats', { minimum: 0 }), 'seats: minimum was 1, is 0'],
    ['a pattern changed', field('unitId', { pattern: '^u' }), 'unitId: pattern was'],
    ['a format dropped', field('day', { format: 'date-time' }), 'day: format was "date"'],
    ['a constant changed', field('form', { const: 'SCREEN' }), 'form: const was "PAPER"'],
    ['an enum widened', field('level', { enum: ['VILLAGE', 'DISTRICT', 'CITY'] }), '"CITY" is new'],
    ['an enum narrowed', field('level', { enum: ['VILLAGE'] }), '"DISTRICT" is gone'],
    ['an extensible enum narrowed', field('house', { enum: ['RENTED'] }), '"OWN" is gone'],
    ['required made optional', edited((draft) => void draft.required!.pop()), 'no longer required'],
    [
      'optional made required',
      edited((draft) => void draft.required!.push('day')),
      'become required',
    ],
    [
      'a new field that is required',
      edited((draft) => {
        draft.properties['place'] = { type: 'string', format: 'date' };
        draft.required!.push('place');
      }),
      'place is new and required',
    ],
    [
      'a change inside a list',
      field('parts', { items: { type: 'object', properties: {}, required: [] } }),
      'parts[].rank is gone',
    ],
    ['a sample of another form', aSnapshot({ samples: [{ unitId: 'x' }] }), 'refuse the sample'],
  ])('%s', (_edit, now, reason) => {
    expect(verdict(now).join('\n')).toContain(reason);
  });

  test('a published sample that is valid no longer', () => {
    const stored = aSnapshot({ samples: [sample, { ...sample, seats: 'three' }] });

    expect(verdict(aSnapshot(), stored).join('\n')).toContain('not valid any more');
  });
});

describe('an edit within a major is allowed', () => {
  test.each<[string, EventSnapshot]>([
    ['none', aSnapshot()],
    ['other words', aSnapshot({ description: 'Said when a unit met.' })],
    [
      'a new optional field',
      edited(({ properties }) => void (properties['late'] = { type: 'boolean' })),
    ],
    [
      'a new value of an extensible enum',
      edited(({ properties }) => void (properties['house']!.enum = ['OWN', 'RENTED'])),
    ],
    ['a further sample', aSnapshot({ samples: [sample, { ...sample, seats: 9 }] })],
  ])('%s', (_edit, now) => {
    expect(verdict(now)).toEqual([]);
  });
});
