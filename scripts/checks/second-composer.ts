import { diff } from '@graphql-inspector/core';
import { composeServices } from '@theguild/federation-composition';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, parse } from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { serviceAddresses } from './subgraphs.js';

// The newest that it knows; our services use nothing that came later.
const knownVersion = 'federation/v2.9';

const place = 'schema/subgraphs';

/**
 * What another composer, which shares no code with Apollo's, makes of the same subgraphs: what only
 * one of them accepts, or shows to callers, is a doubt about the graph and no matter of taste.
 */
export async function checkSecondComposer(
  subgraphs: readonly Subgraph[],
  api: GraphQLSchema,
): Promise<Finding[]> {
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({
      name,
      url: serviceAddresses[name] ?? '',
      typeDefs: parse(sdl.replace(/federation\/v2\.\d+/, knownVersion)),
    })),
  );
  if (result.publicSdl === undefined)
    return (result.errors ?? []).map(({ message }) => ({
      place,
      says: `second composer: ${message}`,
    }));
  return compareGraphs(api, buildSchema(result.publicSdl, { assumeValid: true }));
}

/** Words may come from any of the subgraphs, and composed directives are shown by one composer only. */
const isTaste = (type: string): boolean =>
  type.startsWith('DIRECTIVE_') || type.includes('DESCRIPTION');

export async function compareGraphs(api: GraphQLSchema, other: GraphQLSchema): Promise<Finding[]> {
  const changes = await diff(api, other);
  return changes
    .filter(({ type }) => !isTaste(type))
    .map(({ message, path }) => ({ place: path ?? place, says: `second composer: ${message}` }));
}
