import { grouped, inOrder } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import type { PageArgs, Place } from '@jejaring/chassis/graph/page';
import { foreignCursor, readCursor, toConnection } from '@jejaring/chassis/graph/page';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** A list that each row of some kind has, such as the assets of an organization. */
export interface Part<Row extends ObjectLiteral, Node extends object> {
  /** Names the list and its filter among the loaders of a request. */
  name: string;
  entity: EntityTarget<Row>;
  /** Property that holds the id of the row whose list it is. */
  of: keyof Row & string;
  /** Properties that order it; together unique. */
  order: readonly (keyof Row & string)[];
  /** Narrows it, over the alias `t`. */
  where?: { sql: string; parameters: Record<string, unknown> };
  toNode(row: Row): Node;
}

type Page = Pick<PageArgs, 'first' | 'after'>;

/** PostgreSQL could not read a value of the cursor as what the column holds. */
const isMalformed = (error: unknown) => ((error as { code?: string }).code ?? '').startsWith('22');

const narrowed = <Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { where }: Part<Row, object>,
) => (where ? query.andWhere(where.sql, where.parameters) : query);

/** The rows of one page of every list, each numbered within its own. */
async function listPages<Row extends ObjectLiteral, Node extends object>(
  context: GraphContext,
  part: Part<Row, Node>,
  owners: readonly string[],
  { first, after }: Page,
): Promise<Row[]> {
  const work = await context.read();
  const columns = part.order.map((column) => `t.${column}`);
  const numbered = narrowed(work.select(part.entity, 't'), part)
    .select('t.id', 'id')
    .addSelect(`row_number() over (partition by t.${part.of} order by ${columns.join(', ')})`, 'n')
    .andWhere(`t.${part.of} in (:...owners)`, { owners });
  if (after) {
    const place = readCursor(after, columns.length);
    const names = place.map((_value, index) => `:place${index}`);
    const values = Object.fromEntries(place.map((value, index) => [`place${index}`, value]));
    numbered.andWhere(`(${columns.join(', ')}) > (${names.join(', ')})`, values);
  }
  const rows = work
    .select(part.entity, 'm')
    .where(`m.id in (select id from (${numbered.getQuery()}) as page where n <= :limit)`)
    .setParameters({ ...numbered.getParameters(), limit: first + 1 });
  for (const column of part.order) rows.addOrderBy(`m.${column}`);
  return rows.getMany().catch((error: unknown) => {
    throw after && isMalformed(error) ? foreignCursor() : error;
  });
}

function countPart<Row extends ObjectLiteral, Node extends object>(
  context: GraphContext,
  part: Part<Row, Node>,
  owner: string,
): Promise<number> {
  const loader = context.loader<string, number>(`${part.name} count`, async (work, owners) => {
    const counts = await narrowed(work.select(part.entity, 't'), part)
      .select(`t.${part.of}`, 'owner')
      .addSelect('count(*)::integer', 'count')
      .andWhere(`t.${part.of} in (:...owners)`, { owners })
      .groupBy(`t.${part.of}`)
      .getRawMany<{ owner: string; count: number }>();
    return inOrder(counts, owners, (row) => row.owner).map((row) => row?.count ?? 0);
  });
  return loader.load(owner);
}

/** One page of one row's list; those of all rows that a request asks come in one statement. */
export async function partPage<Row extends ObjectLiteral, Node extends object>(
  context: GraphContext,
  part: Part<Row, Node>,
  owner: string,
  page: Page,
) {
  const name = `${part.name} ${page.first} ${page.after ?? ''}`;
  const loader = context.loader<string, Row[]>(name, async (_work, owners) => {
    const rows = await listPages(context, part, owners, page);
    return grouped(rows, owners, (row) => String(row[part.of]));
  });
  const rows = await loader.load(owner);
  const place = (row: Row): Place => part.order.map((column) => row[column] as string | number);
  const { toNode } = part;
  return toConnection(rows, page, {
    place,
    toNode,
    counted: () => countPart(context, part, owner),
  });
}
