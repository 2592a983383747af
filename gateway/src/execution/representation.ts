import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { Data } from './data.js';
import { isData, mergeInto, ownValue } from './data.js';

/** Whether something of this type name is of another type too. */
export function isOfType(schema: GraphQLSchema, name: unknown, wanted: string): boolean {
  if (name === wanted) return true;
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  const above = schema.getType(wanted);
  if (!isAbstractType(above)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(above, type);
}

type Part = (entity: Data, into: Data) => boolean;

type Make = (entity: Data) => Data | null;

/** Plain fields of one type, of which a representation consists. */
interface PlainKey {
  /** What all representations of these fields begin with, and no others. */
  lead: string;
  /** Without the name of the type. */
  names: readonly string[];
}

/** How a service is told which entity is meant. */
export class Representation {
  /** What the service wants to know, or null when that is not known. */
  readonly make: Make;
  private readonly plainKeys = new Map<string, PlainKey | null>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: readonly QueryPlanSelectionNode[],
  ) {
    this.make = compileParts(schema, selections);
  }

  /**
   * A text that is equal for equal representations only, had without making one. Null when that
   * takes more: most are a type and one or two texts.
   */
  keyOf(entity: Data): string | null {
    const plain = this.plainKeyOf(entity);
    if (plain === null) return null;
    const { names, lead } = plain;
    let key = lead;
    for (const name of names) {
      const value = ownValue(entity, name);
      if (typeof value !== 'string' || (names.length > 1 && value.includes('\n'))) return null;
      key += names.length > 1 ? `${value}\n` : value;
    }
    return key;
  }

  /** Whether nothing more is known of an entity than its key says. */
  saysAll(entity: Data): boolean {
    const plain = this.plainKeyOf(entity);
    return plain !== null && Object.keys(entity).length === 1 + plain.names.length;
  }

  private plainKeyOf({ __typename: type }: Data): PlainKey | null {
    if (typeof type !== 'string') return null;
    const known = this.plainKeys.get(type);
    if (known !== undefined) return known;
    const plain = this.readPlainKey(type);
    this.plainKeys.set(type, plain);
    return plain;
  }

  private readPlainKey(type: string): PlainKey | null {
    const wanted = this.selections.filter(
      (each) =>
        each.kind === 'Field' ||
        each.typeCondition === undefined ||
        isOfType(this.schema, type, each.typeCondition),
    );
    const [only, ...others] = wanted;
    if (only?.kind !== 'InlineFragment' || others.length > 0) return null;
    const names = only.selections.map((field) => (isPlain(field) ? field.name : ''));
    if (names.includes('') || !names.includes('__typename')) return null;
    const told = names.filter((name) => name !== '__typename');
    return told.length === 0 ? null : { lead: `${type} ${told.join()} `, names: told };
  }
}

const isPlain = (selection: QueryPlanSelectionNode): selection is QueryPlanFieldNode =>
  selection.kind === 'Field' && selection.alias === undefined && !selection.selections;

function compileParts(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Make {
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
    const represent = selections === undefined ? null : compileParts(schema, selections);
    return (entity, into) => {
      const value = ownValue(entity, alias);
      if (value === undefined) return false;
      into[alias] = represent === null ? value : representEach(value, represent);
      return true;
    };
  }
  const { typeCondition, selections } = selection;
  const represent = compileParts(schema, selections);
  return (entity, into) => {
    if (typeCondition === undefined) return true;
    if (!isOfType(schema, entity['__typename'], typeCondition)) return true;
    const inner = represent(entity);
    if (inner !== null) mergeInto(into, inner);
    return true;
  };
}

function representEach(value: unknown, represent: Make): unknown {
  if (Array.isArray(value)) return value.map((item) => representEach(item, represent));
  return isData(value) ? represent(value) : null;
}
