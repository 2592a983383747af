import type { PageArgs } from '@jejaring/chassis/graph/page';
import { foreignCursor, readCursor, toConnection } from '@jejaring/chassis/graph/page';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { Region } from './region.entity.js';
import { searchable } from './region.rules.js';
import { toRegionType } from './region.types.js';

export interface RegionSearch {
  search: string | null;
  level: string | null;
  within: string | null;
}

type Found = Region & { rank: number };

// Exact names come first, then names that begin with the text, then those that hold it.
const matches = `
  select code, name, search_name as "searchName", bare_name as "bareName", level, kind,
    parent_code as "parentCode", path, dataset_version as "datasetVersion",
    case when $1::text is null or bare_name = $1 or search_name = $1 then 0
         when bare_name like $2 || '%' then 1 else 2 end as rank
  from region
  where ($1::text is null or search_name like '%' || $2 || '%')
    and ($3::text is null or level = $3) and code >= $4 and code < $5`;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

function parametersOf({ search, level, within }: RegionSearch): unknown[] {
  const text = search === null ? null : searchable(search);
  const { low, high } = regionRange(within ?? '');
  return [text, text && escapeLike(text), level, low, high];
}

/** Rank and code of the last region that was seen; those before every region when none was. */
function placeBehind(after: string | null | undefined): [number, string] {
  if (!after) return [-1, ''];
  const [rank, code] = readCursor(after, 2);
  if (rank !== 0 && rank !== 1 && rank !== 2) throw foreignCursor();
  return [rank, String(code)];
}

/** Regions whose name holds the text, the exact ones first, then by code. */
export async function searchRegions(
  work: Work,
  search: RegionSearch,
  page: Pick<PageArgs, 'first' | 'after'>,
) {
  const parameters = parametersOf(search);
  const rows = await work.sql<Found>(
    `select * from (${matches}) as m where (rank, code) > ($6::integer, $7::text) order by rank, code limit $8`,
    [...parameters, ...placeBehind(page.after), page.first + 1],
  );
  return toConnection(rows, page, {
    place: (row) => [row.rank, row.code],
    toNode: (row) => toRegionType(Object.assign(new Region(), row)),
    async counted() {
      const [counted] = await work.sql<{ count: number }>(
        `select count(*)::integer as count from (${matches}) as m`,
        parameters,
      );
      return counted!.count;
    },
  });
}
