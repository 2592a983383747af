import { describe, expect, test } from '@jest/globals';
import { buildASTSchema, getVariableValues, Kind, parse } from 'graphql';
import { costOf } from './cost.js';
import { readCostRules } from './cost-rules.js';

const link = (imports: string) =>
  `schema @link(url: "https://specs.apollo.dev/cost/v0.1"${imports}) { query: Query mutation: Mutation }`;
const page = (name: string) =>
  `@${name}(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["nodes", "edges"])`;
const graph = (listSize = 'listSize', cost = 'cost') => `
  type Query {
    units(first: Int! = 20): Units ${page(listSize)}
    newest(first: Int, last: Int): [Unit] @${listSize}(assumedSize: 7, slicingArguments: ["first", "last"])
    bounded: [Unit] @${listSize}(assumedSize: 3)
    unit: Unit
    names: [String]
    party: Party
    heavy: Unit @${cost}(weight: 9)
  }
  type Mutation { rename: Unit found: Unit @${cost}(weight: 50) }
  interface Party { leader: Unit }
  type Units { nodes: [Unit] edges: [Edge] totalCount: Int @${cost}(weight: 3) }
  type Edge { node: Unit }
  type Unit implements Party { id: ID name: String parent: Unit tags: [Tag] units(first: Int! = 20): Units ${page(listSize)} leader: Unit @${cost}(weight: 4) secret: Secret }
  type Tag { word: String }
  type Secret @${cost}(weight: 6) { word: String }
`;
const imported = `${link(', import: ["@cost", "@listSize"]')} ${graph()}`;

function costIn(sdl: string, query: string, given: Record<string, unknown> = {}): number {
  const document = parse(query);
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION)!;
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return costOf(readCostRules(sdl), { document, operation, schema }, coerced!);
}

describe('the cost of an operation', () => {
  test.each([
    ['a value is free', '{ names }', 0],
    ['an object is one', '{ unit { name } }', 1],
    ['objects in one another add up', '{ unit { parent { parent { id } } } }', 3],
    ['a page is as long as is asked', '{ units(first: 50) { nodes { id } } }', 51],
    ['a page is as long as it is by itself', '{ units { nodes { id } } }', 21],
    ['edges and their nodes both count', '{ units(first: 10) { edges { node { id } } } }', 21],
    ['counting all weighs what the graph says', '{ units(first: 1) { totalCount } }', 4],
    [
      'pages multiply',
      '{ units(first: 10) { nodes { units(first: 5) { nodes { id } } } } }',
      1 + 10 * (1 + 1 + 5),
    ],
    ['of several sizes the largest counts', '{ newest(first: 2, last: 9) { id } }', 9],
    ['a size that nobody gave is assumed', '{ newest { id } }', 7],
    ['a list of a size that is known', '{ bounded { id } }', 3],
    ['a list that says nothing is short', '{ unit { tags { word } } }', 1 + 5],
    ['a field weighs what the graph says', '{ heavy { id } }', 9],
    ['a type weighs what the graph says', '{ unit { secret { word } } }', 1 + 6],
    ['a field of an interface weighs as the dearest answer', '{ party { leader { id } } }', 1 + 4],
    ['a command is ten', 'mutation { rename { id } }', 10],
    ['a command weighs what the graph says', 'mutation { found { id } }', 50],
    [
      'a fragment counts wherever it is spread',
      '{ unit { ...f parent { ...f } } } fragment f on Unit { leader { id } }',
      1 + 4 + 1 + 4,
    ],
    ['a type in a fragment', '{ party { ... on Unit { units(first: 3) { nodes { id } } } } }', 5],
    ['what may be skipped counts', '{ unit { parent @skip(if: true) { id } } }', 2],
    ['asking for less than nothing is not cheaper', '{ units(first: -5) { nodes { id } } }', 2],
    ['the schema is free', '{ __schema { types { name } } __typename }', 0],
  ])('%s', (_name, query, cost) => {
    expect(costIn(imported, query)).toBe(cost);
  });

  test.each([
    ['given', { n: 30 }, 31],
    ['left out', {}, 13],
    ['null', { n: null }, 21],
  ])('follows a variable that is %s', (_name, variables, cost) => {
    const query = 'query ($n: Int = 12) { units(first: $n) { nodes { id } } }';
    expect(costIn(imported, query, variables)).toBe(cost);
  });
});

describe('what a supergraph says of its cost', () => {
  test.each([
    [
      'under other names',
      ', import: [{ name: "@cost", as: "@weighs" }, { name: "@listSize", as: "@pages" }]',
      'pages',
      'weighs',
    ],
    ['without an import', '', 'cost__listSize', 'cost'],
    ['under another prefix', ', as: "price"', 'price__listSize', 'price'],
  ])('counts %s', (_name, imports, listSize, cost) => {
    const sdl = `${link(imports)} ${graph(listSize, cost)}`;
    expect(costIn(sdl, '{ units(first: 50) { nodes { leader { id } } } }')).toBe(1 + 50 * 5);
  });

  test.each([
    ['a weight below nothing', 'type Unit { id: ID @cost(weight: -1) }'],
    ['a weight that is a word', 'type Unit { id: ID @cost(weight: "much") }'],
    ['a part of an argument', 'type Q { a: [ID] @listSize(slicingArguments: ["page.first"]) }'],
  ])('is not served with %s', (_name, type) => {
    expect(() => readCostRules(`${link(', import: ["@cost", "@listSize"]')} ${type}`)).toThrow();
  });

  test('is not served in a version that nobody here knows', () => {
    expect(() => readCostRules(imported.replace('v0.1', 'v1.0'))).toThrow(/v1.0/);
  });
});
