import { encodeId } from '@jejaring/chassis/graph/ids';
import type { FieldClass } from '@jejaring/chassis/work/audit';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { IdPrefix } from '@jejaring/schema/ids';
import { open } from '../keys/cipher.js';
import type { HeldTable } from './person-kind.js';

type Classes = Readonly<Record<string, FieldClass>>;
type Row = Record<string, unknown>;

const rowsOf = (
  work: Work,
  table: string,
  condition: string,
  columns: readonly string[],
  personId: string,
) =>
  work.sql<Row>(`select ${columns.join(', ')} from ${table} where ${condition} order by id`, [
    personId,
  ]);

/** The rows of a table whose condition names the person as `$1`, told by these columns. */
export const held = (table: string, condition: string, fields: Classes): HeldTable => ({
  table,
  fields,
  list: (work, personId) => rowsOf(work, table, condition, Object.keys(fields), personId),
});

const nameOf = (column: string) => column.replace(/_cipher$/, '');

/** The row that stands for a person, with what is kept closed in it under the person's own key. */
export function heldOpen(
  table: string,
  prefix: IdPrefix,
  { fields, closed }: { fields: Classes; closed: Classes },
): HeldTable {
  const columns = Object.keys(closed);
  const opened = Object.entries(closed).map(([column, as]) => [nameOf(column), as] as const);
  return {
    table,
    fields: { ...Object.fromEntries(opened), ...fields },
    async list(work, personId) {
      const subject = encodeId(prefix, personId);
      const key = (await work.vault.forReading([subject])).get(subject);
      const all = [...columns, ...Object.keys(fields)];
      const rows = await rowsOf(work, table, 'id = $1', all, personId);
      return rows.map((row) => ({
        ...Object.fromEntries(
          columns.map((column) => [nameOf(column), openOne(row[column], column)]),
        ),
        ...Object.fromEntries(Object.keys(fields).map((field) => [field, row[field]])),
      }));

      function openOne(stored: unknown, column: string) {
        const place = { table, column, rowId: personId };
        return typeof stored === 'string' ? open(key, place, stored) : null;
      }
    },
  };
}
