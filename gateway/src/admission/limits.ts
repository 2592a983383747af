import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { Kind } from 'graphql';

/** How large an operation is once its fragments are put in their places. */
export interface Shape {
  depth: number;
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
export const most = { bodyBytes: 102_400, characters: 10_000, tokens: 1_000 } as const;

const mostOfShape = { aliases: 15, rootFields: 10, directives: 10, selections: 1_000 } as const;

/** People ask what a screen shows; a subscribing system gathers more in one go. */
export function deepestFor(role: string): number {
  if (role === 'PUBLIC') return 8;
  return role === 'SYSTEM_SUBSCRIBER' ? 12 : 10;
}

/** The first limit that the operation exceeds for a caller of this role, or null. */
export function findExcess(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  role: string,
): Excess | null {
  const dangerous = findDangerousName(document);
  if (dangerous !== null) return { limit: `the name ${dangerous}`, allowed: 0 };
  const shape = measure(document, operation);
  if (operation.operation === 'mutation' && shape.rootFields !== 1) {
    return { limit: 'root fields of a mutation', allowed: 1, asked: shape.rootFields };
  }
  const allowed = { depth: deepestFor(role), ...mostOfShape };
  for (const limit of ['depth', 'aliases', 'rootFields', 'directives', 'selections'] as const) {
    if (shape[limit] > allowed[limit])
      return { limit, allowed: allowed[limit], asked: shape[limit] };
  }
  return null;
}

/** One pass over the operation; each fragment is measured once, however often it is spread. */
export function measure(document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const size = new Measuring(document).sizeOf(operation.selectionSet, true);
  const variables = operation.variableDefinitions?.flatMap((v) => v.directives ?? []).length ?? 0;
  const own = (operation.directives?.length ?? 0) + variables;
  return { ...size, directives: size.directives + own };
}

const nothing: Readonly<Shape> = {
  depth: 0,
  aliases: 0,
  rootFields: 0,
  directives: 0,
  selections: 0,
};

class Measuring {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Shape>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.fragments.set(definition.name.value, definition);
    }
  }

  sizeOf(set: SelectionSetNode, atRoot: boolean): Shape {
    const sum = { ...nothing };
    for (const selection of set.selections) {
      const part = this.sizeOfSelection(selection, atRoot);
      sum.depth = Math.max(sum.depth, part.depth);
      sum.aliases += part.aliases;
      sum.rootFields += part.rootFields;
      sum.directives += part.directives + (selection.directives?.length ?? 0);
      sum.selections += part.selections;
    }
    return sum;
  }

  private sizeOfSelection(selection: SelectionNode, atRoot: boolean): Shape {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return this.sizeOfFragment(selection.name.value, atRoot);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.sizeOf(selection.selectionSet, atRoot);
    const { name, alias, selectionSet } = selection;
    const below = selectionSet === undefined ? nothing : this.sizeOf(selectionSet, false);
    // The schema about the schema is deep by nature; the parser's own rule bounds its recursion.
    const introspects = name.value === '__schema' || name.value === '__type';
    return {
      depth: introspects ? 1 : below.depth + 1,
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
    const size = fragment === undefined ? nothing : this.sizeOf(fragment.selectionSet, atRoot);
    this.measured.set(key, size);
    return size;
  }
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
