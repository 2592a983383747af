import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildASTSchema, isObjectType, parse } from 'graphql';

/** One service's part of the graph, as composition reads it. */
export interface Subgraph {
  name: string;
  sdl: string;
}

/** The services of the graph and where each listens on a machine of its own. */
export const serviceAddresses: Readonly<Record<string, string>> = {
  organizations: 'http://127.0.0.1:4001/graphql',
  'welfare-cases': 'http://127.0.0.1:4002/graphql',
  training: 'http://127.0.0.1:4003/graphql',
  awards: 'http://127.0.0.1:4004/graphql',
  'event-hub': 'http://127.0.0.1:4005/graphql',
};

/** The service that knows an entity by itself; all others only point to it or add to it. */
export const entityOwners: Readonly<Record<string, string>> = {
  Region: 'organizations',
  Organization: 'organizations',
  Office: 'organizations',
  Regulation: 'organizations',
  Officer: 'organizations',
  Board: 'organizations',
  OrganizationEvent: 'organizations',
  WelfareCase: 'welfare-cases',
  Referral: 'welfare-cases',
  TrainingEvent: 'training',
  TrainingDelegation: 'training',
  TrainingSession: 'training',
  Certificate: 'training',
  TrainingRegistration: 'training',
  AwardEdition: 'awards',
  Competition: 'awards',
  Juror: 'awards',
  ScoreSheet: 'awards',
  Nomination: 'awards',
  Award: 'awards',
  EventTraffic: 'event-hub',
  AuditTrail: 'organizations',
  AccessLog: 'organizations',
  AuditChains: 'organizations',
};

/** The types of a subgraph; what federation adds to them need not be declared. */
export const schemaOf = ({ sdl }: Subgraph): GraphQLSchema =>
  buildASTSchema(parse(sdl), { assumeValidSDL: true });

export const objectTypesOf = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
