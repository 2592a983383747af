import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { In } from 'typeorm';
import type { GraphContext } from './context.js';

/** Puts rows in the order of the keys that asked for them; null where there is none. */
export function inOrder<Row, Key>(
  rows: readonly Row[],
  keys: readonly Key[],
  keyOf: (row: Row) => Key,
): (Row | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}

/** Rows of each key, in the order of the keys. */
export function grouped<Row, Key>(
  rows: readonly Row[],
  keys: readonly Key[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}

/** One row by a unique column; all that a request asks for come in one statement. */
export function loadBy<Row extends ObjectLiteral, Column extends keyof Row & string>(
  context: GraphContext,
  entity: EntityTarget<Row> & { name: string },
  column: Column,
  key: Row[Column],
): Promise<Row | null> {
  const loader = context.loader<Row[Column], Row | null>(
    `${entity.name}.${column}`,
    async (work, keys) => {
      const rows = await work.list(entity, { [column]: In([...keys]) } as FindOptionsWhere<Row>);
      return inOrder(rows, keys, (row) => row[column]);
    },
  );
  return loader.load(key);
}
