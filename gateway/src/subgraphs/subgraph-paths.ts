import type { SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';

/** Where a call that failed leaves holes, as its service would have named them. */
export interface MissingPaths {
  paths: (string | number)[][];
  /** How many entities miss these fields; only the first is named. */
  entities: number;
}

/** The response paths that a fetch would have filled; the planner places them in the whole answer. */
export function missingPaths(
  query: string,
  variables: Record<string, unknown> | undefined,
): MissingPaths {
  const representations = variables?.['representations'];
  const operation = parse(query, { noLocation: true }).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) return { paths: [[]], entities: 0 };
  if (!Array.isArray(representations)) {
    return { paths: responseKeys(operation.selectionSet).map((key) => [key]), entities: 0 };
  }
  const [entitiesField] = operation.selectionSet.selections;
  const set =
    entitiesField !== undefined && 'selectionSet' in entitiesField
      ? entitiesField.selectionSet
      : undefined;
  const keys = set === undefined ? [] : responseKeys(set);
  return { paths: keys.map((key) => ['_entities', 0, key]), entities: representations.length };
}

function responseKeys(set: SelectionSetNode): string[] {
  const keys = set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.alias?.value ?? selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? responseKeys(selection.selectionSet) : [];
  });
  return [...new Set(keys)].filter((key) => key !== '__typename');
}
