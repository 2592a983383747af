import type { GraphQLNamedType } from 'graphql';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { schemaOf } from './subgraphs.js';

interface Described {
  coordinate: string;
  description: string | null | undefined;
}

// The roots are the graph itself; GraphQL has their description already.
const roots = new Set(['Query', 'Mutation', 'Subscription']);

/** The graph is its own manual: whatever a caller can name says what it is. */
export function checkDescriptions(subgraphs: readonly Subgraph[]): Finding[] {
  return subgraphs.flatMap((subgraph) => {
    const types = Object.values(schemaOf(subgraph).getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    );
    return types
      .flatMap(partsOf)
      .filter(({ description }) => !description?.trim())
      .map(({ coordinate }) => ({
        place: `${subgraph.name}: ${coordinate}`,
        says: 'has no description',
      }));
  });
}

function partsOf(type: GraphQLNamedType): Described[] {
  const { name, description } = type;
  const self = roots.has(name) ? [] : [{ coordinate: name, description }];
  if (isObjectType(type) || isInterfaceType(type)) {
    return self.concat(
      Object.values(type.getFields()).flatMap((field) => [
        { coordinate: `${name}.${field.name}`, description: field.description },
        ...field.args
          .filter((argument) => !isCommandInput(name, argument.name))
          .map((argument) => ({
            coordinate: `${name}.${field.name}(${argument.name}:)`,
            description: argument.description,
          })),
      ]),
    );
  }
  return self.concat(membersOf(type));
}

/** What a command takes is described where it is declared, by its input type. */
const isCommandInput = (type: string, argument: string) =>
  type === 'Mutation' && argument === 'input';

function membersOf(type: GraphQLNamedType): Described[] {
  const members = isEnumType(type)
    ? type.getValues()
    : isInputObjectType(type)
      ? Object.values(type.getFields())
      : [];
  return members.map((member) => ({
    coordinate: `${type.name}.${member.name}`,
    description: member.description,
  }));
}
