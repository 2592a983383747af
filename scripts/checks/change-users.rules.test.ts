import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { Asker } from './change-users.js';
import type { RecordedUsage } from './recorded-usage.js';
import { graphId } from './recorded-usage.js';
import { checkSchemaChanges } from './schema-changes.js';

const releasedSdl = `
  type Query {
    unit(id: ID!, deep: Boolean = true): Unit
    units(kind: Kind, filter: Filter): [Unit!]
    node: Node
  }
  interface Node { id: ID! }
  type Unit implements Node { id: ID!, name: String!, motto: String, code: String @deprecated(reason: "Use id.") }
  type Problem { message: String! }
  type Other { id: ID! }
  union Result = Unit | Problem
  type Mutation { rename: Result }
  input Filter { text: String, deep: Filter }
  enum Kind { YOUTH ELDER }
`;

const asker = (text: string): Asker => ({
  file: `schema/operations/${/^\w+ (\w+)/.exec(text)![1]!}.graphql`,
  name: /^\w+ (\w+)/.exec(text)![1]!,
  text,
});

const complete: RecordedUsage = {
  from: '2030-01-01T00:00:00.000Z',
  until: '2030-03-02T00:00:00.000Z',
  released: graphId(releasedSdl),
  unknown: [],
  operations: {},
  coordinates: { 'Unit.code': 1204 },
};

interface Case {
  usage?: RecordedUsage | null;
  operations?: string[];
  accepted?: { coordinate: string; why: string }[];
}

function judge(change: [from: string, to: string], { operations, ...promise }: Case = {}) {
  const changed = releasedSdl.replace(...change);
  expect(changed).not.toBe(releasedSdl);
  const released = buildSchema(releasedSdl);
  const promised = { released, releasedSdl, accepted: [], clients: [], usage: null, ...promise };
  return checkSchemaChanges(buildSchema(changed), promised, (operations ?? []).map(asker));
}

const withoutMotto: [string, string] = ['motto: String, ', ''];
const withoutCode: [string, string] = [', code: String @deprecated(reason: "Use id.")', ''];

describe('a break of what nobody was told of', () => {
  test('passes with a word where the record shows that it is not used', async () => {
    const { findings, notes } = await judge(withoutMotto, { usage: complete });

    expect(findings).toEqual([]);
    expect(notes).toEqual([
      { place: 'Unit.motto', says: expect.stringContaining('nobody uses it') },
    ]);
    expect(notes[0]!.says).toContain('used 0 times in 60 days until 2030-03-02');
  });

  test.each<[string, RecordedUsage | null, string]>([
    ['nothing was recorded', null, 'no use was recorded'],
    ['too few days were', { ...complete, from: '2030-02-02T00:00:00.000Z' }, 'less than 30 days'],
    ['another release was', { ...complete, released: graphId('other') }, 'of another release'],
    [
      'something was asked that nobody here knows',
      { ...complete, unknown: [{ operation: 'other', document: 'unlisted', times: 1 }] },
      'is in no manifest known here',
    ],
  ])('does not pass where %s', async (_name, usage, why) => {
    const { findings } = await judge(withoutMotto, { usage });

    expect(findings).toEqual([{ place: 'Unit.motto', says: expect.stringContaining(why) }]);
  });

  test('does not pass where an operation here depends on it, whatever was recorded', async () => {
    const { findings } = await judge(['name: String!', 'name: String'], {
      usage: complete,
      operations: ['query Names { units { ... on Node { id } name } }'],
    });

    expect(findings).toEqual([
      { place: 'Unit.name', says: expect.stringContaining('asked by Names; used 0 times') },
    ]);
  });
});

describe('a field whose end was announced', () => {
  test('stays as long as it is used, and says how much', async () => {
    const { findings } = await judge(withoutCode, { usage: complete });

    expect(findings).toEqual([
      { place: 'Unit.code', says: expect.stringContaining('used 1,204 times in 60 days') },
    ]);
  });

  test('goes with a word when it is not, or when somebody decided so', async () => {
    const unused = { ...complete, coordinates: {} };
    const accepted = [{ coordinate: 'Unit.code', why: 'Its last user knows.' }];

    expect(await judge(withoutCode, { usage: unused })).toEqual({
      findings: [],
      notes: [{ place: 'Unit.code', says: expect.stringContaining('goes as was announced') }],
    });
    expect((await judge(withoutCode, { usage: complete, accepted })).findings).toEqual([]);
  });
});

describe('a change that may surprise', () => {
  test.each<[string, [string, string], string, string, string]>([
    [
      'another default',
      ['deep: Boolean = true', 'deep: Boolean = false'],
      'Query.unit.deep',
      'query Deep { unit(id: "1") { id } }',
      'asked by Deep',
    ],
    [
      'a value more of an enumeration',
      ['ELDER', 'ELDER BABY'],
      'Kind.BABY',
      'query ByKind($kind: Kind) { units(kind: $kind) { id } }',
      'asked by ByKind',
    ],
    [
      'a field more of an input',
      ['text: String,', 'text: String, on: String = "x",'],
      'Filter.on',
      'query Filtered($filter: Filter) { units(filter: $filter) { id } }',
      'asked by Filtered',
    ],
    [
      'an argument more',
      ['deep: Boolean = true', 'deep: Boolean = true, on: String'],
      'Query.unit.on',
      'query Units { units { id } }',
      'asked by no operation here',
    ],
  ])('is told with who uses it: %s', async (_name, change, place, operation, says) => {
    expect(await judge(change, { operations: [operation] })).toEqual({
      findings: [],
      notes: [{ place, says: expect.stringContaining(says) }],
    });
  });

  const more: [string, string] = ['Unit | Problem', 'Unit | Problem | Other'];

  test.each([
    ['asks what it got', 'mutation Rename { rename { __typename ... on Unit { id } } }'],
    ['asks it under another name', 'mutation Rename { rename { kind: __typename } }'],
    ['has a fragment for it', 'mutation Rename { rename { ...Any } } fragment Any on Other { id }'],
  ])('stops no operation that %s', async (_name, operation) => {
    const { findings, notes } = await judge(more, { operations: [operation] });

    expect(findings).toEqual([]);
    expect(notes).toEqual([{ place: 'Result', says: expect.stringContaining('asked by Rename') }]);
  });

  test.each([
    [
      'a union',
      more,
      'mutation Rename { rename { ... on Unit { id } ...P } } fragment P on Problem { message }',
    ],
    [
      'an interface',
      ['type Other {', 'type Other implements Node {'] as [string, string],
      'query Look { node { ... on Unit { name } } }',
    ],
  ])(
    'stops an operation that would be given nothing of a new member of %s',
    async (_name, change, operation) => {
      const { findings } = await judge(change, { operations: [operation] });

      const { file, name } = asker(operation);
      expect(findings).toEqual([
        { place: file, says: expect.stringContaining(`${name} would be given {}`) },
      ]);
    },
  );

  test('may be decided on', async () => {
    const operations = ['mutation Rename { rename { ... on Unit { id } } }'];
    const accepted = [{ coordinate: 'Result', why: 'No client of ours runs yet.' }];

    expect((await judge(more, { operations, accepted })).findings).toEqual([]);
  });
});
