import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { getNamedType, isListType, isNonNullType, Kind } from 'graphql';
import type { KnownOperation } from '../operations/known-operation.js';
import { fieldOf } from './fields.js';

/** What has to be known of an operation to tell how large it is. */
export type Measurable = Pick<KnownOperation, 'document' | 'operation' | 'schema'>;

/** How large an operation is once its fragments are put in their places. */
export interface Shape {
  depth: number;
  /** How many lists stand inside one another: a page of pages of pages has three. */
  listDepth: number;
  aliases: number;
  rootFields: number;
  directives: number;
  selections: number;
}

export interface Excess {
  limit: string;
  allowed: number;
  asked?: number;
}

/** Refused before anything is parsed or planned. */
export const most = {
  bodyBytes: 102_400,
  characters: 10_000,
  tokens: 1_000,
  /** Pairs of equal words; the published operations have a few hundred at the most. */
  repeats: 5_000,
} as const;

const mostOfShape = { aliases: 15, rootFields: 10, directives: 10, selections: 1_000 } as const;

/** People ask what a screen shows; a subscribing system gathers more in one go. */
export function deepestFor(role: string): Pick<Shape, 'depth' | 'listDepth'> {
  if (role === 'PUBLIC') return { depth: 8, listDepth: 4 };
  return role === 'SYSTEM_SUBSCRIBER' ? { depth: 12, listDepth: 6 } : { depth: 10, listDepth: 5 };
}

/** The first limit that the operation exceeds for a caller of this role, or null. */
export function findExcess(known: Measurable, role: string, mutationFields = 1): Excess | null {
  const { dangerous, shape } = examine(known);
  if (dangerous !== null) return { limit: `the name ${dangerous}`, allowed: 0 };
  const { rootFields } = shape;
  const isMutation = known.operation.operation === 'mutation';
  if (isMutation && (rootFields < 1 || rootFields > mutationFields)) {
    return { limit: 'root fields of a mutation', allowed: mutationFields, asked: rootFields };
  }
  const allowed = { ...deepestFor(role), ...mostOfShape };
  for (const limit of Object.keys(allowed) as (keyof Shape)[]) {
    if (shape[limit] > allowed[limit])
      return { limit, allowed: allowed[limit], asked: shape[limit] };
  }
  return null;
}

/** What one operation may cost: more where somebody has looked at it before it was listed. */
export function dearestFor(role: string, listed: boolean): number {
  if (role === 'SYSTEM_SUBSCRIBER') return listed ? 50_000 : 20_000;
  if (role === 'PUBLIC') return listed ? 20_000 : 2_000;
  return listed ? 20_000 : 5_000;
}

interface Examined {
  dangerous: string | null;
  shape: Shape;
}

// Operations are kept parsed, so each is walked once per version of the graph.
const examined = new WeakMap<Measurable, Examined>();

function examine(known: Measurable): Examined {
  const found = examined.get(known) ?? {
    dangerous: findDangerousName(known.document),
    shape: measure(known),
  };
  examined.set(known, found);
  return found;
}

/** One pass over the operation; each fragment is measured once, however often it is spread. */
export function measure({ document, operation, schema }: Measurable): Shape {
  const root = schema.getRootType(operation.operation) ?? undefined;
  const size = new Measuring(document, schema).sizeOf(operation.selectionSet, root, true);
  const variables = operation.variableDefinitions?.flatMap((v) => v.directives ?? []).length ?? 0;
  const own = (operation.directives?.length ?? 0) + variables;
  return { ...size, directives: size.directives + own };
}

const nothing: Readonly<Shape> = {
  depth: 0,
  listDepth: 0,
  aliases: 0,
  rootFields: 0,
  directives: 0,
  selections: 0,
};

type Parent = GraphQLNamedType | undefined;

class Measuring {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Shape>();

  constructor(
    document: DocumentNode,
    private readonly schema: GraphQLSchema,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.fragments.set(definition.name.value, definition);
    }
  }

  sizeOf(set: SelectionSetNode, parent: Parent, atRoot: boolean): Shape {
    const sum = { ...nothing };
    for (const selection of set.selections) {
      const part = this.sizeOfSelection(selection, parent, atRoot);
      sum.depth = Math.max(sum.depth, part.depth);
      sum.listDepth = Math.max(sum.listDepth, part.listDepth);
      sum.aliases += part.aliases;
      sum.rootFields += part.rootFields;
      sum.directives += part.directives + (selection.directives?.length ?? 0);
      sum.selections += part.selections;
    }
    return sum;
  }

  private sizeOfSelection(selection: SelectionNode, parent: Parent, atRoot: boolean): Shape {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return this.sizeOfFragment(selection.name.value, atRoot);
    if (selection.kind === Kind.FIELD) return this.sizeOfField(selection, parent, atRoot);
    const { typeCondition, selectionSet } = selection;
    const type = typeCondition ? this.schema.getType(typeCondition.name.value) : parent;
    return this.sizeOf(selectionSet, type, atRoot);
  }

  private sizeOfField({ name, alias, selectionSet }: FieldNode, parent: Parent, atRoot: boolean) {
    const type = fieldOf(parent, name.value)?.type;
    const below =
      selectionSet === undefined ? nothing : this.sizeOf(selectionSet, namedType(type), false);
    // The schema about the schema is deep by nature; the parser's own rule bounds its recursion.
    const introspects = name.value === '__schema' || name.value === '__type';
    return {
      depth: introspects ? 1 : below.depth + 1,
      listDepth: introspects ? 0 : below.listDepth + countLists(type),
      aliases: below.aliases + (alias === undefined ? 0 : 1),
      rootFields: atRoot && name.value !== '__typename' ? 1 : 0,
      directives: below.directives,
      selections: below.selections + 1,
    };
  }

  private sizeOfFragment(name: string, atRoot: boolean): Shape {
    const key = `${atRoot} ${name}`;
    const known = this.measured.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    // A fragment that spreads itself is refused by validation; here it must only not run for ever.
    this.measured.set(key, nothing);
    if (fragment === undefined) return nothing;
    const type = this.schema.getType(fragment.typeCondition.name.value);
    const size = this.sizeOf(fragment.selectionSet, type, atRoot);
    this.measured.set(key, size);
    return size;
  }
}

const namedType = (type: GraphQLOutputType | undefined): Parent =>
  type === undefined ? undefined : getNamedType(type);

function countLists(type: GraphQLOutputType | undefined): number {
  if (type === undefined) return 0;
  if (isNonNullType(type)) return countLists(type.ofType);
  return isListType(type) ? 1 + countLists(type.ofType) : 0;
}

const dangerousNames = ['__proto__', 'constructor', 'prototype'];

/** A name the caller made up that means something to JavaScript objects, or null. */
function findDangerousName(node: unknown): string | null {
  if (Array.isArray(node)) return firstDangerous(node);
  if (typeof node !== 'object' || node === null || !('kind' in node)) return null;
  const own = madeUpName(node as Named);
  if (own !== undefined && dangerousNames.includes(own)) return own;
  return firstDangerous(
    Object.entries(node)
      .filter(([key]) => key !== 'loc')
      .map(([, value]) => value as unknown),
  );
}

function firstDangerous(nodes: readonly unknown[]): string | null {
  for (const node of nodes) {
    const found = findDangerousName(node);
    if (found !== null) return found;
  }
  return null;
}

type Named = { kind: string; name?: { value: string }; alias?: { value: string } };

function madeUpName(node: Named): string | undefined {
  if (node.kind === Kind.FIELD) return node.alias?.value;
  const declares = [Kind.VARIABLE, Kind.FRAGMENT_DEFINITION, Kind.OPERATION_DEFINITION] as string[];
  return declares.includes(node.kind) ? node.name?.value : undefined;
}
