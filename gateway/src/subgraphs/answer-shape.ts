import type { FragmentDefinitionNode, SelectionNode, SelectionSetNode, TypeNode } from 'graphql';
import { Kind, parse } from 'graphql';

/** What an answer must look like to be merged: how many lists deep, and what its objects hold. */
export interface Shape {
  lists: number;
  /** What an object holds; null where the value itself is the end. */
  keys: readonly Key[] | null;
}

interface Key {
  name: string;
  shape: Shape;
  /** The type of object that must have it; null for every object, and `optional` for none. */
  of: string | null;
}

const leaf: Shape = { lists: 0, keys: null };
/** No type has this name. */
const optional = '';
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

  private keysOf(set: SelectionSetNode, parent: string, fragments: Fragments): Key[] {
    const keys = new Map<string, Key>();
    const add = (selection: SelectionNode, type: string, of: string | null): void => {
      const condition = selection.directives?.length ? optional : of;
      if (selection.kind === Kind.FIELD) {
        const { alias, name, selectionSet } = selection;
        const { lists, type: below } = this.typeOf(type, name.value);
        const shape =
          selectionSet === undefined || below === null
            ? leaf
            : { lists, keys: this.keysOf(selectionSet, below, fragments) };
        const key = { name: alias?.value ?? name.value, shape, of: condition };
        keys.set(key.name, merge(keys.get(key.name), key));
        return;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const wanted = fragment?.typeCondition?.name.value ?? type;
      const certain = wanted === type || (type === '_Entity' && !several);
      const narrowed = certain ? condition : narrow(condition, wanted);
      for (const inner of fragment?.selectionSet.selections ?? []) add(inner, wanted, narrowed);
    };
    // An entity is of the type that was asked for; where several were, of one of them.
    const several = set.selections.filter(({ kind }) => kind !== Kind.FIELD).length > 1;
    for (const selection of set.selections) add(selection, parent, null);
    return [...keys.values()];
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

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const narrow = (of: string | null, wanted: string): string => (of === null ? wanted : optional);

// One key has one shape wherever it stands: GraphQL's own rule for fields that merge.
function merge(known: Key | undefined, more: Key): Key {
  if (known === undefined) return more;
  const { name } = more;
  const of =
    known.of === null || more.of === null ? null : known.of === more.of ? more.of : optional;
  if (known.shape.keys === null || more.shape.keys === null) return { ...more, of };
  // Below two types of objects, what only one of them is asked for is no duty of the other.
  const apart = known.of !== more.of;
  const keys = new Map<string, Key>();
  for (const each of [known.shape.keys, more.shape.keys])
    for (const key of each) keys.set(key.name, merge(keys.get(key.name), key));
  const [ours, theirs] = [known, more].map(
    ({ shape }) => new Set(shape.keys!.map((key) => key.name)),
  );
  for (const [name, key] of keys)
    if (apart && !(ours!.has(name) && theirs!.has(name))) keys.set(name, { ...key, of: optional });
  return { name, shape: { lists: more.shape.lists, keys: [...keys.values()] }, of };
}

function unwrap(type: TypeNode): FieldType {
  if (type.kind === Kind.NAMED_TYPE) return { lists: 0, type: type.name.value };
  const inner = unwrap(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...inner, lists: inner.lists + 1 } : inner;
}

/** Whether a value can be merged where this shape is expected; null can be anywhere. */
export function fits(value: unknown, { lists, keys }: Shape, depth = lists): boolean {
  if (value === null || keys === null) return true;
  if (depth > 0)
    return Array.isArray(value) && value.every((item) => fits(item, { lists, keys }, depth - 1));
  return typeof value === 'object' && !Array.isArray(value) && holds(value as Fields, keys);
}

type Fields = Readonly<Record<string, unknown>>;

function holds(object: Fields, keys: readonly Key[]): boolean {
  const { __typename } = object;
  if (__typename !== undefined && typeof __typename !== 'string') return false;
  for (const { name, shape, of } of keys) {
    const value = object[name];
    if (value === undefined) {
      if (of === null || of === __typename) return false;
    } else if (shape.keys !== null && !fits(value, shape)) return false;
  }
  return true;
}
