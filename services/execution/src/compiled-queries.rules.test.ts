import { describe, expect, test } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, getOperationAST, GraphQLError, parse, validate } from 'graphql';
import { compile, createExecutor } from './compiled-queries.js';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])
  enum Kind { GOOD BAD }
  input Wish { word: String! = "please" many: Int }
  interface Named { name: String! }
  union Either = Thing | Other
  type Other { name: String! }
  type Thing implements Named @key(fields: "id") {
    id: ID!
    name: String!
    kind: Kind
    late: Int
    needed: Int!
    refused: String
    refusedLate: String!
    things(first: Int = 2, wish: Wish): [Thing]
    strict: [Thing!]
    echo(wish: Wish, words: [String!], kind: Kind): String
  }
  type Query { thing(id: ID!): Thing things: [Thing!]! either: Either named: Named }
  type Mutation { change(id: ID!): Thing }
`);

interface Row {
  __typename: 'Thing';
  id: string;
  name: string;
  kind: string;
}
const aThing = (id: string): Row => ({
  __typename: 'Thing',
  id,
  name: `Thing ${id}`,
  kind: id === 'odd' ? 'UGLY' : 'GOOD',
});
const refusal = () =>
  new GraphQLError('You may not ask this.', { extensions: { code: 'FORBIDDEN', argument: 'id' } });

const resolvers = {
  Query: {
    thing: (_root: unknown, { id }: { id: string }) => (id === 'none' ? null : aThing(id)),
    things: async () => ['1', '2'].map(aThing),
    either: () => ({ ...aThing('1') }),
    named: () => aThing('1'),
  },
  Mutation: { change: (_root: unknown, { id }: { id: string }) => aThing(id) },
  Either: { __resolveType: async () => 'Thing' },
  Named: { __resolveType: async () => 'Thing' },
  Thing: {
    __resolveReference: ({ id }: { id: string }) => {
      if (id === 'thrown') throw refusal();
      if (id === 'rejected') return Promise.reject(refusal());
      return id === 'none' ? null : Promise.resolve(aThing(id));
    },
    late: async ({ id }: Row) => Number(id),
    needed: ({ id }: Row) => (id === '2' ? null : 7),
    refused: () => {
      throw refusal();
    },
    refusedLate: async () => Promise.reject(refusal()),
    things: async (_root: unknown, { first }: { first: number }) =>
      ['a', 'b', 'c'].slice(0, first).map(aThing),
    strict: () => [aThing('1'), null],
    echo: (_root: unknown, asked: object) => JSON.stringify(asked),
  },
};
const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
const context = {};

const read = (source: string) => {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  return { document, operation: getOperationAST(document)! };
};

/** Once compiled, once as the reference implementation of GraphQL executes it. */
async function both(source: string, variables: Record<string, unknown> = {}) {
  const asked = read(source);
  const { document } = asked;
  const ours = createExecutor(schema, { compileAtOnce: true });
  const plain = (answer: object): unknown => JSON.parse(JSON.stringify(answer));
  return {
    compiled: plain(await ours({ ...asked, context, variables })),
    interpreted: plain(
      await execute({ schema, document, contextValue: context, variableValues: variables }),
    ),
  };
}

const told = 'id name kind late __typename';

describe('what is compiled answers as what is interpreted', () => {
  test.each([
    `{ things { ${told} } }`,
    `{ thing(id: "1") { again: id ...More things(first: 1) { ...More things { id } } } } fragment More on Thing { ${told} echo }`,
    `{ thing(id: "none") { id needed } }`,
    `{ thing(id: "2") { id needed } }`,
    `{ things { id needed } }`,
    `{ things { id refused } }`,
    `{ thing(id: "1") { id refusedLate things { id refused } } }`,
    `{ thing(id: "odd") { id kind } }`,
    `{ thing(id: "x") { id late } }`,
    `{ thing(id: "1") { strict { id } things { id } } }`,
    `{ thing(id: "1") { echo(wish: { many: 3 }, words: ["a"], kind: BAD) } }`,
    `{ either { __typename ... on Thing { id } } named { name } }`,
    `mutation { change(id: "1") { ${told} } }`,
    `{ _entities(representations: [{ __typename: "Thing", id: "1" }]) { ... on Thing { id things { id } } } }`,
    '{ _service { __typename } __typename }',
  ])('%s', async (source) => {
    const { compiled, interpreted } = await both(source);
    expect(compiled).toEqual(interpreted);
  });

  const asks = `query ($ids: [_Any!]!, $word: String!) {
    _entities(representations: $ids) { ... on Thing { echo(words: [$word], wish: { word: $word }) } } }`;
  const plain = `query ($ids: [_Any!]!, $with: Boolean = true, $wish: Wish, $kind: Kind, $first: Int) {
    _entities(representations: $ids) { __typename ... on Thing {
      id late @include(if: $with) name @skip(if: $with) echo(wish: $wish, kind: $kind) things(first: $first) { id } } } }`;
  const ids = ['1', 'none', 'thrown', '2', 'rejected', 'odd'].map((id) => ({
    __typename: 'Thing',
    id,
  }));
  test.each([
    [plain, { ids }],
    [plain, { ids, with: false, wish: { word: 'now' }, kind: 'GOOD', first: 1 }],
    [plain, { ids, wish: { many: null }, kind: null, first: null }],
    [plain, { ids: [{ __typename: 'Thing', id: '1' }], wish: {} }],
    [asks, { ids, word: 'w' }],
    [asks, { ids }],
    [plain, {}],
    [plain, { ids, wish: { many: 'three' }, kind: 'UGLY' }],
    [plain, { ids, first: 2 ** 40 }],
    [plain, { ids, with: 'yes' }],
  ])('%s with %j', async (source, variables) => {
    const { compiled, interpreted } = await both(source, variables);
    expect(compiled).toEqual(interpreted);
  });
});

describe('the compiler', () => {
  test.each([
    '{ things { id late things { kind } } }',
    'query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Thing { id } } }',
  ])('is given %s', (source) => expect(compile(schema, read(source))).not.toBeNull());

  test.each([
    'mutation { change(id: "1") { id } }',
    '{ either { __typename } }',
    '{ named { ... on Thing { id } } }',
    'query ($id: ID!) { _entities(representations: [{ __typename: "Thing", id: $id }]) { __typename } }',
    'query ($word: String!) { thing(id: "1") { echo(words: [$word]) } }',
  ])('is spared %s', (source) => expect(compile(schema, read(source))).toBeNull());
});
