import { roles } from '@jejaring/schema/roles';
import type {
  DocumentNode,
  FieldDefinitionNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { argumentsOf, findDirectiveName } from './linked-directives.js';

const specification = 'https://jejaring.id/spec/access/';

/** Field coordinate → lists of roles; the caller's role must be in every one of them. */
export type AccessRules = ReadonlyMap<string, readonly (readonly string[])[]>;

export interface Requirement {
  coordinate: string;
  roles: readonly string[];
}

/** Reads every `@access(roles:)` of a supergraph; a malformed one throws, so that it never serves. */
export function readAccessRules(supergraphSdl: string): AccessRules {
  const document = parse(supergraphSdl, { noLocation: true });
  const directive = findDirectiveName(document, specification, 'access');
  const rules = new Map<string, (readonly string[])[]>();
  if (directive === null) return rules;
  for (const definition of document.definitions) {
    if (!('fields' in definition) || !('name' in definition) || !definition.name) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${definition.name.value}.${field.name.value}`;
      const lists = readLists(field as FieldDefinitionNode, directive, coordinate);
      if (lists.length > 0) rules.set(coordinate, [...(rules.get(coordinate) ?? []), ...lists]);
    }
  }
  return rules;
}

function readLists(field: FieldDefinitionNode, directive: string, coordinate: string): string[][] {
  return (field.directives ?? [])
    .filter((d) => d.name.value === directive)
    .map((d) => {
      const list = argumentsOf(d)['roles'];
      const known =
        Array.isArray(list) && list.every((role) => (roles as readonly unknown[]).includes(role));
      if (!known) throw new Error(`@access on ${coordinate} does not list known roles.`);
      return list as string[];
    });
}

/** The requirement that this caller does not meet, or null when the operation may be planned. */
export function findRefusal(
  requirements: readonly Requirement[],
  role: string,
): Requirement | null {
  return requirements.find((requirement) => !requirement.roles.includes(role)) ?? null;
}

/**
 * Every requirement of an operation, wherever it stands: fields of objects and of interfaces, there
 * with the rules of each type that may answer, and inside fragments. Skipped fields count as asked.
 */
export function collectRequirements(
  rules: AccessRules,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Requirement[] {
  const found = new Map<string, Requirement>();
  const fragments = fragmentsOf(document);
  const waiting: (OperationDefinitionNode | FragmentDefinitionNode)[] = [operation];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const typeInfo = new TypeInfo(schema);
    visit(
      next,
      visitWithTypeInfo(typeInfo, {
        Field({ name }) {
          for (const type of typesAnswering(typeInfo.getParentType() ?? undefined, schema)) {
            const coordinate = `${type}.${name.value}`;
            for (const list of rules.get(coordinate) ?? []) {
              found.set(`${coordinate} ${list.join()}`, { coordinate, roles: list });
            }
          }
        },
        FragmentSpread({ name }) {
          const fragment = seen.has(name.value) ? undefined : fragments.get(name.value);
          seen.add(name.value);
          if (fragment !== undefined) waiting.push(fragment);
        },
      }),
    );
  }
  return [...found.values()];
}

const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

/** The names under which a field on this type may carry a rule. */
function typesAnswering(type: GraphQLNamedType | undefined, schema: GraphQLSchema): string[] {
  if (type === undefined) return [];
  if (isObjectType(type)) return [type.name, ...type.getInterfaces().map(({ name }) => name)];
  if (!isInterfaceType(type)) return [];
  const { objects, interfaces } = schema.getImplementations(type);
  const above = [...objects, ...interfaces].flatMap((t) => t.getInterfaces());
  return [...new Set([type, ...objects, ...interfaces, ...above].map(({ name }) => name))];
}
