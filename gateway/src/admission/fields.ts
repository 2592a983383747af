import type { GraphQLField, GraphQLNamedType } from 'graphql';
import { isInterfaceType, isObjectType } from 'graphql';

/** The definition of a field; undefined for what every type has without defining it. */
export const fieldOf = (
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
