import type { FragmentDefinitionNode, GraphQLFormattedError, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import type { DataKeys } from './data-keys.js';

type Path = readonly (string | number)[];

/** What the caller calls each key of the data, level by level; one value may be asked by several names. */
export interface KeyNames {
  readonly below: Map<string, Named[]>;
}

interface Named {
  name: string;
  names: KeyNames;
}

export function nameKeys(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  keys: DataKeys,
): KeyNames {
  const names: KeyNames = { below: new Map() };
  const visit = ({ selections }: SelectionSetNode, into: KeyNames): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet, into);
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        visit(fragments.get(selection.name.value)!.selectionSet, into);
      if (selection.kind !== Kind.FIELD) continue;
      const { alias, name, selectionSet } = selection;
      const known = nameIn(into, keys.of(selection), (alias ?? name).value);
      if (selectionSet) visit(selectionSet, known.names);
    }
  };
  visit(set, names);
  return names;
}

function nameIn({ below }: KeyNames, key: string, name: string): Named {
  const all = below.get(key) ?? [];
  const known = all.find((each) => each.name === name);
  if (known !== undefined) return known;
  const added: Named = { name, names: { below: new Map() } };
  below.set(key, [...all, added]);
  return added;
}

// Of the many places that a caller can make of one, enough are told.
const mostPlaces = 100;

/** A path through the data as the paths through the answer that show what is there. */
function namePaths(path: Path, names: KeyNames): Path[] {
  let ways: { path: Path; names: KeyNames | undefined }[] = [{ path: [], names }];
  for (const key of path) {
    ways = ways.flatMap((way) => {
      if (typeof key === 'number') return [{ ...way, path: [...way.path, key] }];
      const known = way.names?.below.get(key) ?? [{ name: key, names: undefined }];
      return known.map((each) => ({ path: [...way.path, each.name], names: each.names }));
    });
    ways = ways.slice(0, mostPlaces);
  }
  return ways.map((way) => way.path);
}

/** The same error at each place of the answer that shows this one of the data. */
export function nameError(
  { message, extensions }: Pick<GraphQLFormattedError, 'message' | 'extensions'>,
  path: Path | null | undefined,
  names: KeyNames,
): GraphQLFormattedError[] {
  const error = { message, ...(extensions === undefined ? {} : { extensions }) };
  if (path === null || path === undefined) return [error];
  return namePaths(path, names).map((named) => ({ ...error, path: named }));
}
