import { describe, expect, test } from '@jest/globals';
import type { FragmentDefinitionNode } from 'graphql';
import { buildSchema, Kind, parse } from 'graphql';
import { readCachedRules } from './cached-rules.js';
import { dependenceOf, dependenceOfRoot } from './dependence.js';
import { tagsOf } from './tags.js';

const directives = `
  directive @link(url: String!, import: [String]) repeatable on SCHEMA
  directive @cached(until: [String!]! = [], untilOwn: [String!]! = []) on FIELD_DEFINITION | OBJECT
`;
const sdl = (url = 'https://jejaring.id/spec/cached/v1.0') => `
  schema @link(url: "${url}", import: ["@cached"]) { query: Query }
  ${directives}
  type Query {
    event(id: ID!): Event @cached(untilOwn: ["t.event"])
    events: EventConnection @cached(until: ["t.event"])
    holder: Holder @cached
    plain: Int
  }
  type EventConnection { nodes: [Event] totalCount: Int }
  type Event {
    id: ID! @cached
    title: String @cached(untilOwn: ["t.event"])
    seats: Seats @cached(untilOwn: ["t.event"], until: ["t.participant"])
    next: Event @cached(untilOwn: ["t.event"])
    holder: Holder @cached
    viewerCan: [String]
  }
  type Seats @cached { total: Int }
  union Holder = Office | Event
  type Office { id: ID! @cached name: String }
`;
const rules = readCachedRules(sdl());
const schema = buildSchema(sdl());
const id = 'trn_01jd2ah9p4e8x9y6c1v2b3n4m5';

function readQuery(text: string) {
  const { definitions } = parse(text);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const [operation] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return { set: operation.selectionSet, graphs: { schema, rules, fragments } };
}

function rootTags(text: string): string[] | null {
  const { set, graphs } = readQuery(text);
  const [field] = set.selections;
  const dependence = field?.kind === Kind.FIELD ? dependenceOfRoot(field, graphs) : null;
  return dependence && tagsOf(dependence, id).sort();
}

function entityTags(text: string, entityId: unknown = id): string[] | null {
  const { set, graphs } = readQuery(text);
  const dependence = dependenceOf(set, schema.getType('Event')!, graphs);
  return dependence && tagsOf(dependence, entityId).sort();
}

describe('what an answer depends on', () => {
  test('an object asked by its id: events about it', () => {
    expect(rootTags('{ event(id: "x") { id title } }')).toEqual([`t.event ${id}`]);
    expect(entityTags('{ title }')).toEqual([`t.event ${id}`]);
  });

  test('objects in a list, or reached from another: all events of the subject', () => {
    expect(rootTags('{ events { totalCount nodes { title } } }')).toEqual(['t.event']);
    expect(entityTags('{ next { title } }')).toEqual(['t.event', `t.event ${id}`]);
  });

  test('a part of an object: what its field depends on', () => {
    expect(entityTags('{ seats { total } }')).toEqual([`t.event ${id}`, 't.participant']);
  });

  test('an id that is spelled as events never spell it: all events of the subject', () => {
    for (const odd of [id.toUpperCase(), `${id} `, null, 7])
      expect(entityTags('{ title }', odd)).toEqual(['t.event']);
  });

  test('fragments count like fields', () => {
    const text =
      '{ event(id: "x") { ...F ... on Event { seats { total } } } } fragment F on Event { title }';

    expect(rootTags(text)).toEqual([`t.event ${id}`, 't.participant']);
  });
});

describe('an answer is not kept', () => {
  test.each([
    '{ plain }',
    '{ event(id: "x") { id viewerCan } }',
    '{ event(id: "x") { next { viewerCan } } }',
    '{ event(id: "x") { ...F } } fragment F on Event { viewerCan }',
    '{ events { nodes { holder { ... on Office { name } } } } }',
    '{ holder { ... on Office { id name } } }',
    '{ __schema { types { name } } }',
  ])('%s', (text) => {
    expect(rootTags(text)).toBeNull();
  });

  test('when only the name of a type was asked', () => {
    expect(entityTags('{ __typename }')).toBeNull();
  });

  test('when the directive is another one, or of another version', () => {
    for (const url of ['https://jejaring.id/spec/cached/v2.0', 'https://example.org/cached/v1.0'])
      expect(readCachedRules(sdl(url)).size).toBe(0);
  });
});
