import type { FragmentDefinitionNode, SelectionNode, SelectionSetNode, TypeNode } from 'graphql';
import { Kind, parse } from 'graphql';

/** What an answer must look like to be merged: how many lists deep, and which keys lead to objects. */
export interface Shape {
  lists: number;
  /** Keys of an object; null where the value itself is the end. */
  keys: ReadonlyMap<string, Shape> | null;
}

const leaf: Shape = { lists: 0, keys: null };
const mostKept = 1_000;

interface FieldType {
  lists: number;
  type: string;
}

/** The shapes of answers to a graph's subgraph operations, each worked out once. */
export class AnswerShapes {
  private readonly fields = new Map<string, FieldType>();
  private readonly composites = new Set<string>();
  private readonly known = new Map<string, Shape>();

  constructor(supergraphSdl: string) {
    for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
      if (definition.kind === Kind.UNION_TYPE_DEFINITION)
        this.composites.add(definition.name.value);
      const hasFields =
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
      if (!hasFields) continue;
      this.composites.add(definition.name.value);
      for (const { name, type } of definition.fields ?? []) {
        this.fields.set(`${definition.name.value}.${name.value}`, unwrap(type));
      }
    }
  }

  shapeOf(query: string): Shape {
    const known = this.known.get(query);
    if (known !== undefined) return known;
    const shape = this.work(query);
    if (this.known.size >= mostKept) this.known.clear();
    this.known.set(query, shape);
    return shape;
  }

  private work(query: string): Shape {
    const { definitions } = parse(query, { noLocation: true });
    const fragments = new Map(
      definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((d) => [d.name.value, d]),
    );
    const operation = definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
    if (operation === undefined) return leaf;
    const root = operation.operation === 'mutation' ? 'Mutation' : 'Query';
    return { lists: 0, keys: this.keysOf(operation.selectionSet, root, fragments) };
  }

  private keysOf(
    set: SelectionSetNode,
    parent: string,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ): Map<string, Shape> {
    const keys = new Map<string, Shape>();
    const add = (selection: SelectionNode, type: string): void => {
      if (selection.kind === Kind.FIELD) {
        const { alias, name, selectionSet } = selection;
        const key = alias?.value ?? name.value;
        const { lists, type: below } = this.typeOf(type, name.value);
        if (selectionSet === undefined || below === null) return;
        keys.set(
          key,
          merge(keys.get(key), { lists, keys: this.keysOf(selectionSet, below, fragments) }),
        );
        return;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value ?? type;
      for (const inner of fragment?.selectionSet.selections ?? []) add(inner, condition);
    };
    for (const selection of set.selections) add(selection, parent);
    return keys;
  }

  /** A field that this version of the graph does not know is taken as it comes. */
  private typeOf(parent: string, field: string): { lists: number; type: string | null } {
    if (field === '_entities') return { lists: 1, type: '_Entity' };
    const found = this.fields.get(`${parent}.${field}`);
    return found !== undefined && this.composites.has(found.type)
      ? found
      : { lists: 0, type: null };
  }
}

// One key has one shape wherever it stands: GraphQL's own rule for fields that merge.
function merge(known: Shape | undefined, more: Shape): Shape {
  if (known?.keys == null || more.keys === null) return more;
  const keys = new Map(known.keys);
  for (const [key, shape] of more.keys) keys.set(key, merge(keys.get(key), shape));
  return { lists: more.lists, keys };
}

function unwrap(type: TypeNode): FieldType {
  if (type.kind === Kind.NAMED_TYPE) return { lists: 0, type: type.name.value };
  const inner = unwrap(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...inner, lists: inner.lists + 1 } : inner;
}

/** Whether a value can be merged where this shape is expected; null can be anywhere. */
export function fits(value: unknown, { lists, keys }: Shape, depth = lists): boolean {
  if (value === null || value === undefined || keys === null) return true;
  if (depth > 0)
    return Array.isArray(value) && value.every((item) => fits(item, { lists, keys }, depth - 1));
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  const { __typename } = value as { __typename?: unknown };
  if (__typename !== undefined && typeof __typename !== 'string') return false;
  for (const [key, shape] of keys) {
    if (!fits((value as Record<string, unknown>)[key], shape)) return false;
  }
  return true;
}
