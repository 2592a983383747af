/** The federation of this campaign: small, and so plain that every right answer can be computed. */
export const serviceNames = ['organizations', 'welfare-cases', 'training', 'awards'] as const;
export type ServiceName = (typeof serviceNames)[number];

const head = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@composeDirective"])
  @link(url: "https://jejaring.id/spec/access/v1.0", import: ["@access"])
  @composeDirective(name: "@access")
directive @access(roles: [String!]!) on FIELD_DEFINITION
`;

/** With `more`, the awards have a field more: the supergraph that a good reload brings. */
export const typeDefsOf = (service: ServiceName, more = false): string =>
  head +
  {
    organizations: `
      type Query {
        organization(id: ID!): Organization
        organizations(first: Int!): [Organization]
        organizationsCaller: String
      }
      type Mutation { rename(key: ID!): String }
      type Organization @key(fields: "id") { id: ID! name: String }`,
    'welfare-cases': `
      type Query {
        openCases(region: String!): Int
        caseFiles: [String] @access(roles: ["DINSOS_REGENCY_STAFF"])
        casesCaller: String
      }
      type Mutation { openCase(key: ID!): String }
      type Organization @key(fields: "id") { id: ID! caseCount: Int }`,
    training: `
      type Query { trainings: [String] trainingCaller: String }
      type Mutation { enrol(key: ID!): String }
      type Organization @key(fields: "id") { id: ID! trainings: [String] }`,
    awards: `
      type Query { ranking: [Int] awardsCaller: String ${more ? 'medals: Int' : ''} }
      type Mutation { nominate(key: ID!): String }
      type Organization @key(fields: "id") { id: ID! awards: Int }`,
  }[service];

/** What is true in this world, for the services that say it and the checks that compare. */
export const truth = {
  name: (id: string) => `Karang Taruna ${id}`,
  caseCount: (id: string) => Number(id) * 7,
  trainings: (id: string) => [`Bimtek ${id}`],
  awards: (id: string) => Number(id) + 1,
  openCases: (region: string) => region.length * 11,
  caseFiles: ['Berkas 1', 'Berkas 2'],
  allTrainings: ['Bimtek 2014', 'Bimtek 2020'],
  ranking: [3, 1, 2],
  done: (key: string) => `done ${key}`,
  caller: (role: string, region: string | null) => `${role} ${region ?? '-'}`,
};
