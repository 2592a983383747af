import type { FieldNode, SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';
import type { EntityCounts } from './subgraph-answer.js';

/** What the answer to a subgraph operation has at its root, worked out once for each text. */
interface KnownQuery {
  keys: readonly string[];
  entities: readonly EntityField[];
}

interface EntityField {
  key: string;
  /** The variable that holds the representations. */
  variable: string;
  keys: readonly string[];
}

/** Where a call that failed leaves holes, as its service would have named them. */
export interface Hole {
  path: (string | number)[];
  /** How many entities miss these fields; only the first is named. */
  entities: number;
}

type Variables = Readonly<Record<string, unknown>>;

const known = new Map<string, KnownQuery>();
const mostKept = 1_000;

function look(query: string): KnownQuery {
  const found = known.get(query);
  if (found !== undefined) return found;
  const read = readQuery(query);
  if (known.size >= mostKept) known.clear();
  known.set(query, read);
  return read;
}

/** How many entities the answer must hold, and where. */
export function countEntities(query: string, variables: Variables): EntityCounts {
  const { entities } = look(query);
  if (entities.length === 0) return [];
  return entities.map(({ key, variable }) => [key, countOf(variables[variable])] as const);
}

/** The response paths that a call would have filled; the planner places them in the whole answer. */
export function findHoles(query: string, variables: Variables): Hole[] {
  const { keys, entities } = look(query);
  const holes: Hole[] = keys.map((key) => ({ path: [key], entities: 0 }));
  for (const field of entities) {
    const count = countOf(variables[field.variable]);
    for (const key of field.keys) holes.push({ path: [field.key, 0, key], entities: count });
  }
  return holes;
}

const countOf = (representations: unknown): number =>
  Array.isArray(representations) ? representations.length : 0;

function readQuery(query: string): KnownQuery {
  const { definitions } = parse(query, { noLocation: true });
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
  }
  if (operation === undefined || !('selectionSet' in operation)) return { keys: [], entities: [] };
  const fields = listFields(operation.selectionSet as SelectionSetNode, fragments);
  const isEntities = ({ name }: FieldNode): boolean => name.value === '_entities';
  return {
    keys: [...new Set(fields.filter((field) => !isEntities(field)).map(keyOf))],
    entities: fields.filter(isEntities).map((field) => ({
      key: keyOf(field),
      variable: variableOf(field),
      keys: [...new Set(listFields(field.selectionSet!, fragments).map(keyOf))],
    })),
  };
}

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

function variableOf({ arguments: given = [] }: FieldNode): string {
  const value = given.find(({ name }) => name.value === 'representations')?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : 'representations';
}

/** The fields of a selection, those of its fragments included; `__typename` is nobody's loss. */
function listFields(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, SelectionSetNode>,
): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD)
      return selection.name.value === '__typename' ? [] : [selection];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value);
    return inner === undefined ? [] : listFields(inner, fragments);
  });
}
