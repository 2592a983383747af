import { composeServices } from '@apollo/composition';
import type {
  DocumentNode,
  FieldDefinitionNode,
  GraphQLSchema,
  ObjectTypeDefinitionNode,
} from 'graphql';
import { Kind, parse, visit } from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { entityOwners, serviceAddresses } from './subgraphs.js';

export interface Composed {
  supergraph: string;
  /** What a caller sees. */
  api: GraphQLSchema;
  /** Where subgraphs say different things about what they share. */
  disagreements: Finding[];
}

const place = 'schema/supergraph.graphql';

/** The one graph of all subgraphs, or why there is none. */
export function compose(subgraphs: readonly Subgraph[]): Composed | Finding[] {
  const result = composeServices(
    subgraphs.map((subgraph) => ({
      name: subgraph.name,
      url: serviceAddresses[subgraph.name] ?? '',
      typeDefs: inWordsOfOwners(subgraph),
    })),
  );
  if (result.errors) return result.errors.map(({ message }) => ({ place, says: message }));
  const disagreements = result.hints
    .filter(({ definition }) => definition.code.startsWith('INCONSISTENT'))
    .map(({ message }) => ({ place, says: message }));
  const api = result.schema.toAPISchema().toGraphQLJSSchema();
  return { supergraph: result.supergraphSdl.trimEnd() + '\n', api, disagreements };
}

/**
 * Each subgraph says of a shared entity what it adds to it; a caller is to read what it is,
 * which its owner knows. Composition would take what most of them say.
 */
function inWordsOfOwners({ name, sdl }: Subgraph): DocumentNode {
  return visit(parse(sdl), {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => {
      const owner = entityOwners[type.name.value];
      return owner === undefined || owner === name ? undefined : withoutWords(type);
    },
  });
}

function withoutWords({ description: _said, ...type }: ObjectTypeDefinitionNode) {
  const keys = keyFieldsOf(type);
  const fields = type.fields?.map((field): FieldDefinitionNode => {
    const { description: _also, ...bare } = field;
    return keys.includes(field.name.value) ? bare : field;
  });
  return { ...type, ...(fields ? { fields } : {}) };
}

function keyFieldsOf({ directives = [] }: ObjectTypeDefinitionNode): string[] {
  const keys = directives.filter(({ name }) => name.value === 'key');
  const values = keys.flatMap(({ arguments: given = [] }) => given.map(({ value }) => value));
  return values.flatMap((value) => (value.kind === Kind.STRING ? value.value.split(' ') : []));
}
