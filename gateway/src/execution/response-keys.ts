import type { FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import type { DataKeys } from './data-keys.js';

/** What the caller calls each key of the data, level by level. */
export interface KeyNames {
  readonly below: Map<string, { name: string; names: KeyNames }>;
}

/** Where two places call one field differently, the first name stands for both. */
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
      const key = keys.of(selection);
      const name = (selection.alias ?? selection.name).value;
      const known = into.below.get(key) ?? { name, names: { below: new Map() } };
      into.below.set(key, known);
      if (selection.selectionSet) visit(selection.selectionSet, known.names);
    }
  };
  visit(set, names);
  return names;
}

/** A path through the data as a path through the answer. */
export function namePath(path: readonly (string | number)[], names: KeyNames): (string | number)[] {
  let at: KeyNames | undefined = names;
  return path.map((key) => {
    if (typeof key === 'number') return key;
    const known: { name: string; names: KeyNames } | undefined = at?.below.get(key);
    at = known?.names;
    return known?.name ?? key;
  });
}
