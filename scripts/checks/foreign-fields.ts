import type { GraphQLObjectType, GraphQLOutputType } from 'graphql';
import { getNamedType, isListType, isNonNullType } from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { entityOwners, objectTypesOf, schemaOf } from './subgraphs.js';

/**
 * One service down must cost its own fields alone. So what another service would have to answer
 * is nullable: root fields, links to another's entity, and what a service adds to one.
 */
export function checkForeignFields(subgraphs: readonly Subgraph[]): Finding[] {
  return subgraphs.flatMap((subgraph) =>
    objectTypesOf(schemaOf(subgraph)).flatMap((type) => checkType(subgraph.name, type)),
  );
}

function checkType(service: string, type: GraphQLObjectType): Finding[] {
  const place = `${service}: ${type.name}`;
  const keys = keysOf(type);
  if (keys.length > 0 && entityOwners[type.name] === undefined) {
    return [
      { place, says: 'is an entity without an owner; name one in scripts/checks/subgraphs.ts' },
    ];
  }
  const added = entityOwners[type.name] !== undefined && entityOwners[type.name] !== service;
  return Object.values(type.getFields()).flatMap((field) => {
    if (keys.includes(field.name) || canBeNull(field.type)) return [];
    const reason = whyForeign({ service, type, added, target: getNamedType(field.type).name });
    return reason === null ? [] : [{ place: `${place}.${field.name}`, says: reason }];
  });
}

function whyForeign(field: {
  service: string;
  type: GraphQLObjectType;
  added: boolean;
  target: string;
}): string | null {
  const { service, type, added, target } = field;
  if (type.name === 'Query') {
    return 'must be nullable: with this service down, the whole answer would be null';
  }
  if (added) return `must be nullable: it is added to an entity of ${entityOwners[type.name]}`;
  const owner = entityOwners[target] ?? service;
  return owner === service ? null : `must be nullable: ${owner} answers for ${target}`;
}

/** Somewhere between the place and the entity, null has to be allowed to stop. */
function canBeNull(type: GraphQLOutputType): boolean {
  if (!isNonNullType(type)) return true;
  return isListType(type.ofType) && canBeNull(type.ofType.ofType);
}

/** The fields named in `@key`; names in braces belong to what a key field leads to. */
function keysOf(type: GraphQLObjectType): string[] {
  const keys = (type.astNode?.directives ?? []).filter(({ name }) => name.value === 'key');
  return keys.flatMap(({ arguments: given }) => {
    const fields = given?.find(({ name }) => name.value === 'fields')?.value;
    const text = fields?.kind === 'StringValue' ? fields.value : '';
    return text
      .replace(/\{[^}]*\}/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
  });
}
