import type { GraphContext } from '@jejaring/chassis/graph/context';
import { badInput } from '@jejaring/chassis/graph/faults';
import { grouped } from '@jejaring/chassis/graph/batch';
import type { PageArgs, Place } from '@jejaring/chassis/graph/page';
import { readCursor, toConnection } from '@jejaring/chassis/graph/page';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { EntityTarget } from 'typeorm';

interface PartRow {
  id: string;
  competitionId: string;
}

/** A list that every competition has, such as its winners. */
export interface Part<Row extends PartRow, Node extends object> {
  name: string;
  entity: EntityTarget<Row>;
  table: string;
  /** Columns that order it, named like their properties; together unique. */
  order: readonly (keyof Row & string)[];
  /** Which rows belong to it, over the alias `t`. */
  where?: string;
  toNode: (row: Row) => Node;
  counted: () => Promise<number>;
}

type Page = Pick<PageArgs, 'first' | 'after'>;

/** The same page of many competitions in one statement, however many there are. */
async function listPages<Row extends PartRow, Node extends object>(
  work: Work,
  { entity, table, order, where = 'true' }: Part<Row, Node>,
  ids: readonly string[],
  { first, after }: Page,
): Promise<Row[]> {
  const place = after ? readCursor(after, order.length) : [];
  const columns = order.map((column) => `t.${column}`).join(', ');
  const behind = after
    ? `and (${columns}) > (${place.map((_value, index) => `:place${index}`).join(', ')})`
    : '';
  const query = work.select(entity, 'm').where(
    `m.id = any (array(
       select p.id from unnest(cast(:ids as uuid[])) as c (id)
       cross join lateral (
         select t.id from ${table} t where t.competition_id = c.id and ${where} ${behind}
         order by ${columns} limit :limit
       ) p))`,
    { ids, limit: first + 1 },
  );
  query.setParameters(Object.fromEntries(place.map((value, index) => [`place${index}`, value])));
  for (const column of order) query.addOrderBy(`m.${column}`);
  return query.getMany().catch((error: unknown) => {
    throw isMalformed(error, after)
      ? badInput('after', 'The cursor is not one of this list.')
      : error;
  });
}

/** PostgreSQL could not read a value of the cursor as what the column holds. */
const isMalformed = (error: unknown, after: Page['after']) =>
  Boolean(after) && ((error as { code?: string }).code ?? '').startsWith('22');

/** One page of one competition's list; those of all competitions of a request come together. */
export async function pageOf<Row extends PartRow, Node extends object>(
  context: GraphContext,
  part: Part<Row, Node>,
  competitionId: string,
  page: Page,
) {
  const { first, after } = page;
  const name = `${part.name}/${first}/${after ?? ''}`;
  const loader = context.loader<string, Row[]>(name, async (work, ids) => {
    const rows = await listPages(work, part, ids, page);
    return grouped(rows, ids, (row) => row.competitionId);
  });
  const rows = await loader.load(competitionId);
  const place = (row: Row): Place => part.order.map((column) => row[column] as string | number);
  const { toNode, counted } = part;
  return toConnection(rows, page, { place, toNode, counted });
}

/** A number per competition, 0 where there is none; `sql` takes the ids and groups by competition. */
export function countPart(
  context: GraphContext,
  name: string,
  sql: string,
  competitionId: string,
): Promise<number> {
  const loader = context.loader<string, number>(name, async (work, ids) => {
    const rows = await work.sql<{ competitionId: string; count: number }>(sql, [ids]);
    const counts = new Map(rows.map((row) => [row.competitionId, row.count]));
    return ids.map((id) => counts.get(id) ?? 0);
  });
  return loader.load(competitionId);
}
