import { grouped, inOrder } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import type { PageArgs } from '@jejaring/chassis/graph/page';
import { readCursor, toConnection } from '@jejaring/chassis/graph/page';
import { Region } from './region.entity.js';
import { toRegionType } from './region.types.js';

const columns = `code, name, search_name as "searchName", bare_name as "bareName", level, kind,
  parent_code as "parentCode", path, dataset_version as "datasetVersion"`;

/** Children of all regions that a request asks with the same page, in one statement. */
function loadChildren(
  context: GraphContext,
  code: string,
  { first, after }: PageArgs,
): Promise<Region[]> {
  const [from = ''] = after ? readCursor(after, 1) : [];
  const loader = context.loader<string, Region[]>(
    `children ${first} ${from}`,
    async (work, codes) => {
      const rows = await work.sql<Region>(
        `select child.* from unnest($1::text[]) as p (code)
       cross join lateral (
         select ${columns} from region r where r.parent_code = p.code and r.code > $2 order by r.code limit $3
       ) child order by child.code`,
        [[...codes], String(from), first + 1],
      );
      return grouped(rows, codes, ({ parentCode }) => parentCode ?? '');
    },
  );
  return loader.load(code);
}

function countChildren(context: GraphContext, code: string): Promise<number> {
  const loader = context.loader<string, number>('children count', async (work, codes) => {
    const rows = await work.sql<{ code: string; count: number }>(
      `select parent_code as code, count(*)::integer as count from region
       where parent_code = any ($1::text[]) group by parent_code`,
      [[...codes]],
    );
    return inOrder(rows, codes, (row) => row.code).map((row) => row?.count ?? 0);
  });
  return loader.load(code);
}

/** The regions directly inside one, by code. */
export async function listChildren(context: GraphContext, code: string, page: PageArgs) {
  const rows = await loadChildren(context, code, page);
  return toConnection(rows, page, {
    place: (row) => [row.code],
    toNode: toRegionType,
    counted: () => countChildren(context, code),
  });
}
