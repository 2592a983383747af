import type { GraphQLOutputType, GraphQLUnionType } from 'graphql';
import { isCompositeType, isListType, isNonNullType, isUnionType } from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { schemaOf } from './subgraphs.js';

/**
 * GraphQL refuses `... on A { status } ... on B { status }` when the two differ in type or
 * nullability, so members of one union agree on every name that they share.
 */
export function checkUnions(subgraphs: readonly Subgraph[]): Finding[] {
  return subgraphs.flatMap((subgraph) =>
    Object.values(schemaOf(subgraph).getTypeMap())
      .filter(isUnionType)
      .flatMap(conflictsIn)
      .map(({ place, says }) => ({ place: `${subgraph.name}: ${place}`, says })),
  );
}

function conflictsIn(union: GraphQLUnionType): Finding[] {
  const first = new Map<string, { member: string; shape: string }>();
  const findings: Finding[] = [];
  for (const member of union.getTypes()) {
    for (const field of Object.values(member.getFields())) {
      const shape = shapeOf(field.type);
      const known = first.get(field.name);
      if (known === undefined) first.set(field.name, { member: member.name, shape });
      else if (known.shape !== shape) {
        const one = `${known.member}.${field.name} is ${known.shape}`;
        const other = `${member.name}.${field.name} is ${shape}`;
        findings.push({ place: union.name, says: `${one} but ${other}; give one another name` });
      }
    }
  }
  return findings;
}

/** Composite types of the same wrapping may differ: what is selected below decides. */
function shapeOf(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return `${shapeOf(type.ofType)}!`;
  if (isListType(type)) return `[${shapeOf(type.ofType)}]`;
  return isCompositeType(type) ? '{…}' : type.name;
}
