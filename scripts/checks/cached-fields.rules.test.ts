import { describe, expect, test } from '@jest/globals';
import { checkCached, readSubjects } from './cached-fields.js';

const subjects = new Map([
  ['training.training-event', 'trn'],
  ['training.participant', 'reg'],
  ['awards.award', 'awd'],
]);

const verdict = (sdl: string, others: Record<string, string> = {}) =>
  checkCached(
    Object.entries({ training: sdl, ...others }).map(([name, text]) => ({ name, sdl: text })),
    subjects,
  ).map(({ place, says }) => `${place} ${says}`);

const event = (field: string, more = '') => `
  type TrainingEvent @key(fields: "id") ${more} { "\`trn_…\`" id: ID! ${field} }
`;

describe('what the gateway may keep', () => {
  test('is left alone when it is public and its own events tell of it', () => {
    const sdl = `
      type Query { trainingEvent(id: ID!): TrainingEvent @cached(untilOwn: ["training.training-event"]) }
      ${event('seats: Seats @cached(until: ["training.participant"], untilOwn: ["training.training-event"])')}
      type Seats @cached { total: Int @classified(as: "public") }
    `;

    expect(verdict(sdl)).toEqual([]);
  });

  test.each([
    ['no event is about', event('x: Int @cached(until: ["training.nothing"])')],
    ['of another service', event('x: Int @cached(until: ["awards.award"])')],
    ['not keyed by the id of', event('x: Int @cached(untilOwn: ["training.participant"])')],
    ['not for everybody', event('x: Int @cached @access(roles: ["AUDITOR"])')],
    ['not for everybody', event('x: Int @cached @classified(as: "personal")')],
    ['is an entity', event('x: Int', '@cached')],
    ['not for everybody', 'type Seats @cached { total: Int @classified(as: "internal") }'],
    [
      'not keyed by the id of Seats',
      'type Query { a: Seats @cached(untilOwn: ["training.participant"]) } type Seats { x: Int }',
    ],
  ])('is refused where it is %s', (reason, sdl) => {
    expect(verdict(sdl)).toEqual([expect.stringContaining(reason)]);
  });

  test('is marked alike by all who answer it', () => {
    const sdl = 'type Count @cached { value: Int }';

    expect(verdict(sdl, { awards: 'type Count { value: Int }' })).toEqual([
      'awards: Count is kept as training marks it',
    ]);
    expect(verdict(sdl, { awards: sdl })).toEqual([]);
  });
});

test('each subject of an event is known by the ids that are its key', () => {
  expect(readSubjects().get('organizations.board')).toBe('org');
  expect(readSubjects().get('training.participant')).toBe('reg');
});
