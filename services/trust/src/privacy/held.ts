import type { FieldClass } from '@jejaring/chassis/work/audit';
import type { HeldTable } from './person-kind.js';

/** The rows of a table whose condition names the person as `$1`, told by these columns. */
export const held = (
  table: string,
  condition: string,
  fields: Readonly<Record<string, FieldClass>>,
): HeldTable => ({
  table,
  fields,
  list: (work, personId) =>
    work.sql(
      `select ${Object.keys(fields).join(', ')} from ${table} where ${condition} order by id`,
      [personId],
    ),
});
