import type { AccessRules } from '@jejaring/gateway/admission/access';
import { readAccessRules } from '@jejaring/gateway/admission/access';
import type { FieldNode, GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { getNamedType, isObjectType, Kind, parse } from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { objectTypesOf, schemaOf } from './subgraphs.js';

interface Reading {
  place: string;
  /** Coordinate of the field with `@requires`. */
  coordinate: string;
  type: GraphQLObjectType;
  reads: SelectionSetNode;
}

/**
 * What a field computes from is read on behalf of the caller by way of the gateway, past the rule of
 * the field that is read (GHSA-m8jr-fxqx-8xx6). So whoever may ask the one must be allowed the other.
 */
export function checkRequires(
  subgraphs: readonly Subgraph[],
  { supergraph, api }: { supergraph: string; api: GraphQLSchema },
): Finding[] {
  const rules = readAccessRules(supergraph);
  return subgraphs.flatMap(readingsOf).flatMap(({ place, coordinate, type, reads }) => {
    const whole = api.getType(type.name);
    const read = isObjectType(whole) ? coordinatesIn(reads, whole) : [];
    return read
      .filter((each) => !coveredBy(rules, coordinate, each))
      .map((each) => ({ place, says: `reads ${each}, which fewer roles may ask than this field` }));
  });
}

function readingsOf(subgraph: Subgraph): Reading[] {
  return objectTypesOf(schemaOf(subgraph)).flatMap((type) =>
    Object.values(type.getFields()).flatMap(({ name, astNode }): Reading[] => {
      const requires = astNode?.directives?.find((d) => d.name.value === 'requires');
      const fields = requires?.arguments?.find((a) => a.name.value === 'fields')?.value;
      if (fields?.kind !== Kind.STRING) return [];
      const coordinate = `${type.name}.${name}`;
      return [
        {
          place: `${subgraph.name}: ${coordinate}`,
          coordinate,
          type,
          reads: selection(fields.value),
        },
      ];
    }),
  );
}

function selection(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Unreachable.');
  return definition.selectionSet;
}

function coordinatesIn({ selections }: SelectionSetNode, type: GraphQLObjectType): string[] {
  return selections
    .filter((each): each is FieldNode => each.kind === Kind.FIELD)
    .flatMap(({ name, selectionSet }) => {
      const field = type.getFields()[name.value];
      const target = field === undefined ? undefined : getNamedType(field.type);
      const below = selectionSet && isObjectType(target) ? coordinatesIn(selectionSet, target) : [];
      return [`${type.name}.${name.value}`, ...below];
    });
}

/** Every list of the field that is read admits all whom some list of the reading field lets in. */
function coveredBy(rules: AccessRules, reading: string, read: string): boolean {
  const own = rules.get(reading) ?? [];
  return (rules.get(read) ?? []).every((allowed) =>
    own.some((list) => list.every((role) => allowed.includes(role))),
  );
}
