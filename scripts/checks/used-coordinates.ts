import type {
  ArgumentNode,
  ASTVisitor,
  DocumentNode,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLSchema,
} from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInputType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Everything of a graph that a document depends on, as coordinates: `Type`, `Type.field`, `Type.field.argument`,
 * `Input.field`, `@directive`. What comes in a variable is not seen, so all that its type may hold counts as used;
 * so does a field of every type that an interface or a union may turn out to be.
 */
export function usedCoordinates(document: DocumentNode, api: GraphQLSchema): ReadonlySet<string> {
  const used = new Set<string>();
  const types = new TypeInfo(api);
  visit(document, visitWithTypeInfo(types, noting(used, types, api)));
  return used;
}

function noting(used: Set<string>, types: TypeInfo, api: GraphQLSchema): ASTVisitor {
  return {
    Field({ name, arguments: given = [] }) {
      const parent = types.getParentType();
      const field = types.getFieldDef();
      if (!parent || !field) return;
      used.add(getNamedType(field.type).name);
      for (const owner of ownersOf(parent, api)) {
        used.add(`${owner}.${name.value}`);
        for (const each of given) used.add(`${owner}.${name.value}.${each.name.value}`);
      }
    },
    Argument(_given: ArgumentNode) {
      const type = types.getInputType();
      if (type) noteInput(used, type);
    },
    VariableDefinition({ type }) {
      const known = typeFromAST(api, type as never);
      if (isInputType(known)) noteInput(used, known);
    },
    NamedType({ name }) {
      used.add(name.value);
    },
    Directive({ name }) {
      used.add(`@${name.value}`);
    },
  };
}

const ownersOf = (type: GraphQLNamedType, api: GraphQLSchema): string[] => [
  type.name,
  ...(isAbstractType(type) ? api.getPossibleTypes(type).map(({ name }) => name) : []),
];

function noteInput(used: Set<string>, type: GraphQLInputType): void {
  const named = getNamedType(type);
  if (used.has(named.name) && !isInputObjectType(named)) return;
  used.add(named.name);
  if (!isInputObjectType(named)) return;
  for (const field of Object.values(named.getFields())) {
    const coordinate = `${named.name}.${field.name}`;
    if (used.has(coordinate)) continue;
    used.add(coordinate);
    noteInput(used, field.type);
  }
}
