import { buildASTSchema, parse } from 'graphql';
import type { PublishedQuery } from '../proof/published-operations.js';
import { readFacts } from './operation-facts.js';

const supergraph = `
  schema
    @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize"])
    @link(url: "https://jejaring.id/spec/access/v1.0", import: ["@access"]) { query: Query mutation: Mutation }
  enum join__Graph { AWARDS WELFARE_CASES }
  "A day of <the calendar>, with \`-\`."
  scalar Date @join__type(graph: AWARDS)
  type Query @join__type(graph: AWARDS) @join__type(graph: WELFARE_CASES) {
    "Juries."
    juries(
      "How many."
      first: Int! = 20
      on: Date
    ): [Juror!] @join__field(graph: AWARDS) @listSize(slicingArguments: ["first"])
  }
  type Mutation @join__type(graph: WELFARE_CASES) { dismiss(input: DismissInput!): Juror }
  input DismissInput @join__type(graph: WELFARE_CASES) { id: ID! why: Reason! parts: [Part!]! note: String on: Boolean! = true }
  input Part @join__type(graph: WELFARE_CASES) { share: Int! }
  enum Reason @join__type(graph: WELFARE_CASES) { AGE WISH }
  "One who judges."
  type Juror implements Node @join__type(graph: AWARDS) @join__type(graph: WELFARE_CASES) {
    id: ID!
    nik: String @join__field(graph: WELFARE_CASES) @join__field(graph: AWARDS, external: true)
      @access(roles: ["AUDITOR"]) @classified(as: "specific") @deprecated(reason: "Ask \`id\`; gone in 2030.")
  }
  interface Node @join__type(graph: AWARDS) { id: ID! }
`;

const api = buildASTSchema(
  parse(supergraph.replace(/enum join__Graph.*/, '').replace(/@(join|link|list)\w*\(.*?\)/g, '')),
  { assumeValidSDL: true },
);

/** A graph of two services, as composition tells it. */
export const graph = { supergraph, api };

export const budget: PublishedQuery = {
  claims: { role: 'AUDITOR' },
  variables: { on: '2024-01-01' },
  requests: 2,
  statements: 7,
};

const files = [
  {
    file: 'Juries.graphql',
    text: `# Who judges | when,
# and where.
query Juries($first: Int! = 8, $on: Date) { juries(first: $first, on: $on) { ...Who } }
fragment Who on Juror { id nik }`,
  },
  {
    file: 'Dismiss.graphql',
    text: 'mutation Dismiss($input: DismissInput!, $late: Boolean) { dismiss(input: $input) { id } }',
  },
];

/** Its published operations, of which one is a query with a budget. */
export const factsWith = (query: PublishedQuery) => readFacts(files, graph, { Juries: query });
