import { composeServices } from '@apollo/composition';
import type { GraphQLSchema } from 'graphql';
import { parse } from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { serviceAddresses } from './subgraphs.js';

export interface Composed {
  supergraph: string;
  /** What a caller sees. */
  api: GraphQLSchema;
}

/** The one graph of all subgraphs, or why there is none. */
export function compose(subgraphs: readonly Subgraph[]): Composed | Finding[] {
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({
      name,
      url: serviceAddresses[name] ?? '',
      typeDefs: parse(sdl),
    })),
  );
  if (result.errors) {
    return result.errors.map(({ message }) => ({
      place: 'schema/supergraph.graphql',
      says: message,
    }));
  }
  const api = result.schema.toAPISchema().toGraphQLJSSchema();
  return { supergraph: result.supergraphSdl.trimEnd() + '\n', api };
}
