import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { checkDescriptions } from './descriptions.js';
import { checkForeignFields } from './foreign-fields.js';
import { checkConventions } from './graph-conventions.js';
import { checkOperations } from './operations.js';
import type { Subgraph } from './subgraphs.js';
import { checkUnions } from './union-conflicts.js';

const places = (
  lint: (subgraphs: readonly Subgraph[]) => { place: string; says: string }[],
  sdl: string,
  name = 'training',
) => lint([{ name, sdl }]).map(({ place }) => place.replace(`${name}: `, ''));

describe('what another service answers is nullable', () => {
  test('fields that are added to its entity', () => {
    const sdl = `type Region @key(fields: "code") { code: ID! reached: Int! asked: Int }`;

    expect(places(checkForeignFields, sdl)).toEqual(['Region.reached']);
    expect(places(checkForeignFields, sdl, 'organizations')).toEqual([]);
  });

  test('links to its entity, alone or in lists', () => {
    const sdl = `
      type Delegate { unit: Organization! units: [Organization!]! some: [Organization]! one: Organization }
      type Organization @key(fields: "id", resolvable: false) { id: ID! }
    `;

    expect(places(checkForeignFields, sdl)).toEqual(['Delegate.unit', 'Delegate.units']);
  });

  test('root fields, whose null would take the others along', () => {
    const sdl = `type Query { trainingEvents: [Int!]! trainingEvent: Int }`;

    expect(places(checkForeignFields, sdl)).toEqual(['Query.trainingEvents']);
  });

  test('and every entity has an owner', () => {
    const sdl = `type Venue @key(fields: "id owner { id }") { id: ID! owner: Int! }`;

    expect(places(checkForeignFields, sdl)).toEqual(['Venue']);
  });
});

test('whatever a caller can name has a description', () => {
  const sdl = `
    type Query { bare(bare: Int): Bare "Said." said("Said." said: Int): Said }
    type Mutation { "Said." tell(input: Tell): Int }
    type Bare { "Said." said: Int }
    "Said." enum Said { BARE "Said." SAID }
    " " input Tell { bare: Int }
    scalar Plain
  `;

  expect(places(checkDescriptions, sdl)).toEqual([
    'Query.bare',
    'Query.bare(bare:)',
    'Bare',
    'Said.BARE',
    'Tell',
    'Tell.bare',
    'Plain',
  ]);
});

describe('lists and commands', () => {
  const command = (field: string, more = '') => `
    type Mutation { ${field} }
    input In { idempotencyKey: IdempotencyKey! }
    input Bare { id: ID }
    scalar IdempotencyKey
    interface Problem { message: String! }
    type NotFoundProblem implements Problem { message: String! }
    type Seat { id: ID! }
    union TakeSeatResult = Seat | NotFoundProblem
    ${more}
  `;
  const verdict = (field: string, more = '') =>
    checkConventions([{ name: 'training', sdl: command(field, more) }])
      .map(({ says }) => says)
      .join('\n');

  test('a command as it should be is left alone', () => {
    expect(verdict('takeSeat(input: In!): TakeSeatResult!')).toBe('');
  });

  test.each([
    ['take(input: In!): TakeSeatResult!', 'verbNoun'],
    ['takeSeat(id: ID!): TakeSeatResult!', 'exactly one `input`'],
    ['takeSeat(input: In): TakeSeatResult!', 'exactly one `input`'],
    ['takeSeat(input: In!, id: ID): TakeSeatResult!', 'exactly one `input`'],
    ['takeSeat(input: Bare!): TakeSeatResult!', 'idempotencyKey'],
    ['takeSeat(input: In!): Seat!', 'union TakeSeatResult!'],
    ['takeSeat(input: In!): TakeSeatResult', 'not TakeSeatResult!'],
    ['leaveSeat(input: In!): TakeSeatResult!', 'not LeaveSeatResult!'],
  ])('%s', (field, reason) => {
    expect(verdict(field)).toContain(reason);
  });

  test('a result without a problem', () => {
    const field = 'freeSeat(input: In!): FreeSeatResult!';

    expect(verdict(field, 'union FreeSeatResult = Seat')).toContain('no problem');
  });

  test('a connection takes first', () => {
    const sdl = `type SeatConnection { id: ID } type Query { seats: SeatConnection! free(first: Int): SeatConnection! }`;

    expect(places(checkConventions, sdl)).toEqual(['Query.seats']);
  });
});

describe('members of one union agree on a name', () => {
  const verdict = (one: string, other: string) =>
    checkUnions([
      {
        name: 'awards',
        sdl: `union U = A | B type A { x: ${one} } type B { x: ${other} } type C { id: ID } type D { id: ID }`,
      },
    ]);

  test.each([
    ['Int', 'Int!'],
    ['Int', 'String'],
    ['[Int]', 'Int'],
    ['[C!]', '[D]'],
    ['C', 'Int'],
  ])('%s is not %s', (one, other) => {
    expect(verdict(one, other)).toHaveLength(1);
  });

  test.each([
    ['Int!', 'Int!'],
    ['C', 'D'],
    ['[C!]', '[D!]'],
  ])('%s goes with %s', (one, other) => {
    expect(verdict(one, other)).toEqual([]);
  });
});

describe('an operation', () => {
  const api = buildSchema('type Query { seats: Int }');
  const verdict = (text: string) =>
    checkOperations([{ file: 'schema/operations/SeatList.graphql', text }], api)
      .map(({ says }) => says)
      .join('\n');

  test('that is valid and named after its file is left alone', () => {
    expect(verdict('query SeatList { seats }')).toBe('');
  });

  test.each([
    ['query SeatList { chairs }', 'Cannot query field "chairs"'],
    ['query SeatList($a: Int) { seats }', 'never used'],
    ['query Seats { seats }', 'holds the operation Seats, not SeatList'],
    ['{ seats }', 'without a name'],
    ['query SeatList { seats } query B { seats }', 'exactly one operation'],
  ])('%s is refused', (text, reason) => {
    expect(verdict(text)).toContain(reason);
  });
});
