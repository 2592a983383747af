import { grouped, inOrder, loadBy } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import type { PageArgs, Place } from '@jejaring/chassis/graph/page';
import { readCursor, toConnection } from '@jejaring/chassis/graph/page';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { Board } from './board.entity.js';
import { toBoardType } from './board.types.js';

interface Listed {
  owner: string;
  id: string;
  day: string;
}

/** Days of boards that have none yet: they stand before all others. */
const notYet = '9999-12-31';

/** The page of boards that `rows` found, each loaded with all that the request loads. */
async function toBoardPage(
  context: GraphContext,
  rows: readonly Listed[],
  page: PageArgs,
  counted: () => Promise<number>,
) {
  const boards = await Promise.all(rows.map(({ id }) => loadBy(context, Board, 'id', id)));
  const listed = rows.map((row, index) => ({ ...row, board: boards[index]! }));
  return toConnection(listed, page, {
    place: ({ day, id }): Place => [day, id],
    toNode: ({ board }) => toBoardType(board),
    counted,
  });
}

const placeOf = (after: string | null | undefined) => {
  const [day, id] = after ? readCursor(after, 2) : [null, null];
  return { day: day === null ? null : String(day), id: id === null ? null : String(id) };
};

/** Boards of an organization, the latest term first; one statement for all organizations of a request. */
export async function listBoards(context: GraphContext, organizationId: string, page: PageArgs) {
  const { first, after } = page;
  const { day, id } = placeOf(after);
  const loader = context.loader<string, Listed[]>(
    `boards ${first} ${after ?? ''}`,
    async (work, ids) => {
      const rows = await work.sql<Listed>(
        `select b.* from unnest($1::uuid[]) as o (id) cross join lateral (
           select organization_id as owner, id, coalesce(term_start, '${notYet}')::text as day from board
           where organization_id = o.id
             and ($2::date is null or (coalesce(term_start, '${notYet}'), id) < ($2::date, $3::uuid))
           order by coalesce(term_start, '${notYet}') desc, id desc limit $4
         ) b order by b.day desc, b.id desc`,
        [[...ids], day, id, first + 1],
      );
      return grouped(rows, ids, ({ owner }) => owner);
    },
  );
  return toBoardPage(context, await loader.load(organizationId), page, () =>
    countBoards(context, organizationId),
  );
}

function countBoards(context: GraphContext, organizationId: string): Promise<number> {
  const loader = context.loader<string, number>('boards count', async (work, ids) => {
    const rows = await work.sql<{ id: string; count: number }>(
      `select organization_id as id, count(*)::integer as count from board
       where organization_id = any ($1::uuid[]) group by organization_id`,
      [[...ids]],
    );
    return inOrder(rows, ids, (row) => row.id).map((row) => row?.count ?? 0);
  });
  return loader.load(organizationId);
}

/** Regions as ranges, and the span of days in which a term is over. */
interface Span {
  today: string;
  until: string;
}

const ranges = (codes: readonly string[]) => {
  const found = codes.map(regionRange);
  return [[...codes], found.map(({ low }) => low), found.map(({ high }) => high)];
};

const expiring = `
  from board where status = 'CONFIRMED' and term_end > $4::date and term_end <= $5::date
    and region_code >= r.low collate "C" and region_code < r.high collate "C"`;

/** Boards of a region whose term is over soon, the nearest first; one statement for all regions of a request. */
export async function listExpiring(
  context: GraphContext,
  region: string,
  { today, until }: Span,
  page: PageArgs,
) {
  const { first, after } = page;
  const { day, id } = placeOf(after);
  const loader = context.loader<string, Listed[]>(
    `expiring ${until} ${first} ${after ?? ''}`,
    async (work, codes) => {
      const rows = await work.sql<Listed>(
        `select b.* from unnest($1::text[], $2::text[], $3::text[]) as r (code, low, high) cross join lateral (
           select r.code as owner, id, term_end::text as day ${expiring}
             and ($6::date is null or (term_end, id) > ($6::date, $7::uuid))
           order by term_end, id limit $8
         ) b order by b.day, b.id`,
        [...ranges(codes), today, until, day, id, first + 1],
      );
      return grouped(rows, codes, ({ owner }) => owner);
    },
  );
  return toBoardPage(context, await loader.load(region), page, () =>
    countExpiring(context, region, { today, until }),
  );
}

function countExpiring(context: GraphContext, region: string, { today, until }: Span) {
  const loader = context.loader<string, number>(`expiring count ${until}`, async (work, codes) => {
    const rows = await work.sql<{ code: string; count: number }>(
      `select r.code, (select count(*)::integer ${expiring}) as count
       from unnest($1::text[], $2::text[], $3::text[]) as r (code, low, high)`,
      [...ranges(codes), today, until],
    );
    return inOrder(rows, codes, (row) => row.code).map((row) => row?.count ?? 0);
  });
  return loader.load(region);
}
