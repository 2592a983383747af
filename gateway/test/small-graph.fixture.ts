import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { GraphQLError } from 'graphql';

export const headers = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable", "@composeDirective", "@cost", "@listSize"])
  @link(url: "https://jejaring.id/spec/access/v1.0", import: ["@access"])
  @composeDirective(name: "@access")
  @link(url: "https://jejaring.id/spec/classified/v1.0", import: ["@classified"])
  @composeDirective(name: "@classified")
  @link(url: "https://jejaring.id/spec/cached/v1.0", import: ["@cached"])
  @composeDirective(name: "@cached")
directive @cached(until: [String!]! = [], untilOwn: [String!]! = []) on FIELD_DEFINITION | OBJECT
directive @access(roles: [String!]!) on FIELD_DEFINITION
directive @classified(as: String!) on FIELD_DEFINITION
`;

/** Three services, as small as they can be while one entity is shared by all of them. */
export const sources = {
  organizations: `
    scalar RegionCode
    type Query {
      organizations: [Organization] @cached(until: ["organizations.organization"])
      organization(id: ID!): Organization @cached(untilOwn: ["organizations.organization"])
      parties: [Party]
      either: [Either]
      region(code: RegionCode!): String
      broken: String
      promised: Promise
    }
    type Mutation { rename(id: ID!, name: String!): Organization }
    type Promise { kept: String! }
    union Either = Organization | Company
    interface Party { name: String taxNumber: String }
    type Organization implements Party @key(fields: "id") {
      id: ID! @cached
      name: String @cached(untilOwn: ["organizations.organization"])
      taxNumber: String @access(roles: ["KEMENSOS_STAFF"])
      budget: Int @cost(weight: 2) @access(roles: ["DINSOS_REGENCY_STAFF", "KEMENSOS_STAFF"])
      parent: Organization
      units(first: Int! = 20): [Organization] @listSize(assumedSize: 20, slicingArguments: ["first"])
    }
    type Company implements Party { name: String taxNumber: String }
  `,
  'welfare-cases': `
    type Query { openCases: Int  cases: [Case] @access(roles: ["DINSOS_REGENCY_STAFF"]) }
    type Organization @key(fields: "id") { id: ID! cases: [Case] }
    type WelfareCase @key(fields: "id") { id: ID! title: String nik: String @access(roles: ["SOCIAL_WORKER"]) }
    type Referral @key(fields: "id") { id: ID! status: String case: WelfareCase }
    type Case { id: ID! title: String @classified(as: "public") category: String @classified(as: "specific") nik: String @access(roles: ["SOCIAL_WORKER"]) }
  `,
  training: `
    type Query { trainings: [String] }
    type TrainingEvent @key(fields: "id") { id: ID! seatsLeft: Int }
    type Organization @key(fields: "id") {
      id: ID!
      trainings: [String] @cached(until: ["training.training-event"])
    }
  `,
};

/** Names that a test gives, by id. */
export const names = new Map<string, string>();

const organization = (id: string) => ({
  __typename: 'Organization',
  id,
  name: names.get(id) ?? `Karang Taruna ${id}`,
  taxNumber: '01.234',
  budget: 5,
  parent: () => organization(`${id}-parent`),
  units: () => [],
});

/** What the services show nobody, for as long as a test puts it here; ids. */
export const hidden = new Set<string>();

interface Asks {
  caller: Caller;
}

const seen =
  (fields: (id: string, caller: Caller) => object) =>
  ({ id }: { id: string }, { caller }: Asks) =>
    hidden.has(id) || hidden.has(caller.id) ? null : { id, ...fields(id, caller) };

const malformedRegion = () =>
  new GraphQLError('A region code is 2, 4, 6 or 10 digits.', {
    extensions: { code: 'BAD_USER_INPUT', argument: 'RegionCode', canary: 'CANARY' },
  });

export const resolvers = {
  organizations: {
    Query: {
      organizations: () => ['1', '2'].map(organization),
      organization: (_: unknown, { id }: { id: string }) => organization(id),
      parties: () => [organization('1'), { __typename: 'Company', name: 'PT Banjar' }],
      either: () => [organization('1'), { __typename: 'Company', name: 'PT Banjar' }],
      region: (_: unknown, { code }: { code: string }) => {
        if (/^\d{2}$/.test(code)) return code;
        throw malformedRegion();
      },
      broken: () => {
        throw new GraphQLError('relation CANARY does not exist', {
          extensions: { code: 'DB_CANARY' },
        });
      },
      promised: () => ({ kept: 'yes' }),
    },
    Mutation: { rename: (_: unknown, { id }: { id: string }) => organization(id) },
    Organization: {
      __resolveReference: ({ id }: { id: string }) => (hidden.has(id) ? null : organization(id)),
    },
  },
  'welfare-cases': {
    WelfareCase: {
      __resolveReference: seen((id, caller) => ({
        title: `${id} for ${caller.role}`,
        nik: '3279',
      })),
    },
    Referral: {
      __resolveReference: seen((id) => ({ status: 'SENT', case: { id: `${id}-case` } })),
    },
    Query: {
      openCases: () => 7,
      cases: () => [{ id: 'c1', title: 'Banjir', category: 'bencana', nik: '3279' }],
    },
    Organization: {
      cases: () => [{ id: 'c1', title: 'Banjir', category: 'bencana', nik: '3279' }],
    },
  },
  training: {
    Query: { trainings: () => ['Bimtek 2014'] },
    TrainingEvent: { __resolveReference: seen(() => ({ seatsLeft: 7 })) },
    Organization: { trainings: () => ['Bimtek 2014'] },
  },
};
