import { grouped, inOrder } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import type { PageArgs } from '@jejaring/chassis/graph/page';
import { readCursor, toConnection } from '@jejaring/chassis/graph/page';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { Region } from '../region/region.entity.js';
import { toRegionType } from '../region/region.types.js';
import type { StatusLevel, StatusScheme } from '../village-status/scheme.rules.js';
import type { PartnershipKind } from './partnership.rules.js';
import { DistrictVillageFunds, RegionVillageFunds } from './partnership.types.js';

const rangesOf = (codes: readonly string[]) => {
  const ranges = codes.map(regionRange);
  return [ranges.map(({ low }) => low), ranges.map(({ high }) => high)];
};
const positionsOf = (codes: readonly string[]) => codes.map((_code, index) => index + 1);

interface DistrictSum {
  position: number;
  regionCode: string;
  villages: number;
  amount: string;
}

function toFunds(code: string, sums: readonly DistrictSum[]): RegionVillageFunds {
  const amount = sums.reduce((sum, each) => sum + BigInt(each.amount), 0n).toString();
  const villages = sums.reduce((sum, each) => sum + each.villages, 0);
  const byDistrict = sums.map((each) => Object.assign(new DistrictVillageFunds(), each));
  return Object.assign(new RegionVillageFunds(), {
    regionCode: code,
    villages,
    amount,
    byDistrict,
  });
}

/** Village funds of a year by district; of all regions of a request, in one statement. */
export function loadVillageFunds(
  context: GraphContext,
  code: string,
  fiscalYear: number,
): Promise<RegionVillageFunds> {
  const name = `village funds ${fiscalYear}`;
  const loader = context.loader<string, RegionVillageFunds>(name, async (work, codes) => {
    const rows = await work.sql<DistrictSum>(
      `select r.position::integer, left(p.region_code, 8) as "regionCode",
         count(distinct p.region_code)::integer as villages, sum(p.amount)::text as amount
       from unnest($1::text[], $2::text[]) with ordinality as r (low, high, position)
       join partnership p on p.kind = 'DANA_DESA' and p.fiscal_year = $3 and p.status = 'SIGNED'
         and p.region_code >= r.low collate "C" and p.region_code < r.high collate "C"
       group by 1, 2 order by 1, 2`,
      [...rangesOf(codes), fiscalYear],
    );
    const sums = grouped(rows, positionsOf(codes), ({ position }) => position);
    return codes.map((each, index) => toFunds(each, sums[index]!));
  });
  return loader.load(code);
}

/** Villages that have no running partnership of a kind, narrowed to those of a status. */
export interface Lacking {
  kind: PartnershipKind;
  day: string;
  status: { scheme: StatusScheme; year: number; level: StatusLevel } | null;
}

// A partnership of the whole regency or province is not one of its villages.
const lackingSql = `
  v.kind in ('DESA', 'DESA_ADAT') and v.code >= r.low collate "C" and v.code < r.high collate "C"
  and not exists (select from partnership p where p.region_code = v.code and p.kind = $3
    and p.signed_on <= $4 and p.starts_on <= $4 and p.ends_on > $4 and (p.ended_on is null or p.ended_on > $4))
  and ($5::text is null or exists (select from village_status s
    where s.region_code = v.code and s.scheme = $5 and s.year = $6 and s.level = $7))`;

const parametersOf = (codes: readonly string[], { kind, day, status }: Lacking) => [
  ...rangesOf(codes),
  kind,
  day,
  status?.scheme ?? null,
  status?.year ?? null,
  status?.level ?? null,
];

const columns = `v.code, v.name, v.search_name as "searchName", v.bare_name as "bareName", v.level, v.kind,
  v.parent_code as "parentCode", v.path, v.dataset_version as "datasetVersion"`;

type Found = Region & { position: number };

function loadLacking(context: GraphContext, code: string, lacking: Lacking, page: PageArgs) {
  const [from = ''] = page.after ? readCursor(page.after, 1) : [];
  const name = `lacking ${JSON.stringify(lacking)} ${page.first} ${from}`;
  const loader = context.loader<string, Found[]>(name, async (work, codes) => {
    const rows = await work.sql<Found>(
      `select r.position::integer, found.* from unnest($1::text[], $2::text[]) with ordinality as r (low, high, position)
       cross join lateral (
         select ${columns} from region v where ${lackingSql} and v.code > $8 order by v.code limit $9
       ) found order by r.position, found.code`,
      [...parametersOf(codes, lacking), String(from), page.first + 1],
    );
    return grouped(rows, positionsOf(codes), ({ position }) => position);
  });
  return loader.load(code);
}

function countLacking(context: GraphContext, code: string, lacking: Lacking): Promise<number> {
  const name = `lacking count ${JSON.stringify(lacking)}`;
  const loader = context.loader<string, number>(name, async (work, codes) => {
    const rows = await work.sql<{ position: number; count: number }>(
      `select r.position::integer, count(*)::integer as count
       from unnest($1::text[], $2::text[]) with ordinality as r (low, high, position)
       join region v on ${lackingSql} group by r.position`,
      parametersOf(codes, lacking),
    );
    const counts = inOrder(rows, positionsOf(codes), ({ position }) => position);
    return counts.map((counted) => counted?.count ?? 0);
  });
  return loader.load(code);
}

/** A page of those villages, by code. */
export async function listLacking(
  context: GraphContext,
  code: string,
  lacking: Lacking,
  page: PageArgs,
) {
  const rows = await loadLacking(context, code, lacking, page);
  return toConnection(rows, page, {
    place: (row) => [row.code],
    toNode: (row) => toRegionType(Object.assign(new Region(), row)),
    counted: () => countLacking(context, code, lacking),
  });
}
