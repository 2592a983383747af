/** A row as it is stored, by the names of its columns. */
export type Row = Record<string, unknown>;

export type AskSql = <Result = Row>(sql: string, parameters?: unknown[]) => Promise<Result[]>;

// Rights do not rest on these; without them a row is drawn freely, in states that commands never reach.
const loosenSql = `
  do $$ declare found record; begin
    for found in select conrelid::regclass as t, conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('f', 'c', 'x', 'u') order by contype desc loop
      execute format('alter table %s drop constraint if exists %I cascade', found.t, found.conname);
    end loop;
    for found in select indexrelid::regclass as i from pg_index x join pg_class c on c.oid = x.indrelid
      where x.indisunique and not x.indisprimary and c.relnamespace = 'public'::regnamespace loop
      execute format('drop index %s', found.i);
    end loop;
    for found in select oid::regclass as t from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
      execute format('alter table %s disable trigger all', found.t);
    end loop;
  end $$`;

export const loosen = (sql: AskSql): Promise<unknown> => sql(loosenSql);

const columnsSql = `
  select column_name as name, udt_name as type from information_schema.columns
  where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and is_generated = 'NEVER'
    and column_default is null`;

/** Something that a column of a type can hold. */
const anything: Record<string, unknown> = {
  text: 'X',
  uuid: '0190a000-0000-7000-8000-0000000000ff',
  int2: 1,
  int4: 1,
  int8: 1,
  bool: false,
  date: '2024-05-05',
  timestamptz: '2024-05-05T05:00:00Z',
  jsonb: [],
  _text: [],
  _uuid: [],
  bytea: '\\x00',
};

/** Puts rows into a table; what was not drawn is filled with something. */
export async function fill(sql: AskSql, table: string, rows: readonly Row[]): Promise<void> {
  const needed = await sql<{ name: string; type: string }>(columnsSql, [table]);
  const filler = Object.fromEntries(needed.map(({ name, type }) => [name, anything[type]]));
  const given = [...new Set(rows.flatMap((row) => Object.keys(row))), ...Object.keys(filler)];
  const columns = [...new Set(given)].join(', ');
  await sql(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows.map((row) => ({ ...filler, ...row })))],
  );
}
