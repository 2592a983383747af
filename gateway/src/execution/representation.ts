import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { Data } from './data.js';
import { isData, mergeInto, ownValue } from './data.js';

/** Makes what a service wants to know of an entity, or null when that is not known. */
export type Represent = (entity: Data) => Data | null;

/** Whether something of this type name is of another type too. */
export function isOfType(schema: GraphQLSchema, name: unknown, wanted: string): boolean {
  if (name === wanted) return true;
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  const above = schema.getType(wanted);
  if (!isAbstractType(above)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(above, type);
}

type Part = (entity: Data, into: Data) => boolean;

export function compileRepresentation(
  schema: GraphQLSchema,
  selections: readonly QueryPlanSelectionNode[],
): Represent {
  const parts = selections.map((selection) => compilePart(schema, selection));
  return (entity) => {
    const representation: Data = {};
    for (const part of parts) if (!part(entity, representation)) return null;
    return representation;
  };
}

function compilePart(schema: GraphQLSchema, selection: QueryPlanSelectionNode): Part {
  if (selection.kind === 'Field') {
    const { name, alias = name, selections } = selection;
    const represent = selections === undefined ? null : compileRepresentation(schema, selections);
    return (entity, into) => {
      const value = ownValue(entity, alias);
      if (value === undefined) return false;
      into[alias] = represent === null ? value : representEach(value, represent);
      return true;
    };
  }
  const { typeCondition, selections } = selection;
  const represent = compileRepresentation(schema, selections);
  return (entity, into) => {
    if (typeCondition === undefined) return true;
    if (!isOfType(schema, entity['__typename'], typeCondition)) return true;
    const inner = represent(entity);
    if (inner !== null) mergeInto(into, inner);
    return true;
  };
}

function representEach(value: unknown, represent: Represent): unknown {
  if (Array.isArray(value)) return value.map((item) => representEach(item, represent));
  return isData(value) ? represent(value) : null;
}
