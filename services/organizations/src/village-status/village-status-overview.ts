import { grouped, inOrder } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { In } from 'typeorm';
import type { StatusLevel, StatusScheme } from './scheme.rules.js';
import { levelsOf, sharesOf } from './scheme.rules.js';
import { VillageStatusSummary } from './village-status.entity.js';
import { RegionVillageStatus, VillageLevelCount } from './village-status.types.js';

interface CountedLevel {
  position: number;
  level: StatusLevel;
  count: number;
  source: string;
}

const countedSql = `
  select r.position::integer, s.level, count(*)::integer as count, string_agg(distinct s.source, '; ') as source
  from unnest($1::text[], $2::text[]) with ordinality as r (low, high, position)
  join village_status s on s.scheme = $3 and s.year = $4
    and s.region_code >= r.low collate "C" and s.region_code < r.high collate "C"
  group by r.position, s.level`;

function countLevels(
  work: Work,
  codes: readonly string[],
  scheme: StatusScheme,
  year: number,
): Promise<CountedLevel[]> {
  const ranges = codes.map(regionRange);
  const [lows, highs] = [ranges.map(({ low }) => low), ranges.map(({ high }) => high)];
  return work.sql<CountedLevel>(countedSql, [lows, highs, scheme, year]);
}

interface Known {
  regionCode: string;
  scheme: StatusScheme;
  year: number;
  summary: VillageStatusSummary | null;
  counted: CountedLevel[];
}

/** What a source states comes first; what is counted stands beside it, or alone. */
function toOverview({ regionCode, scheme, year, summary, counted }: Known) {
  if (summary === null && counted.length === 0) return null;
  const levels = levelsOf(scheme);
  const countIn =
    (list: readonly { level: StatusLevel; count: number }[]) => (level: StatusLevel) =>
      list.find((each) => each.level === level)?.count ?? 0;
  const counts = levels.map(countIn(summary?.levels ?? counted));
  const shares = sharesOf(counts);
  const beside = summary !== null && counted.length > 0 ? levels.map(countIn(counted)) : null;
  const sources = [...new Set(counted.flatMap(({ source }) => source.split('; ')))].sort();
  return Object.assign(new RegionVillageStatus(), {
    regionCode,
    scheme,
    year,
    basis: summary === null ? ('COUNTED' as const) : ('STATED' as const),
    total: counts.reduce((sum, count) => sum + count, 0),
    source: summary?.source ?? sources.join('; '),
    publishedOn: summary?.publishedOn ?? null,
    version: summary?.version ?? null,
    levels: levels.map((level, index) =>
      Object.assign(new VillageLevelCount(), {
        level,
        count: counts[index]!,
        basisPoints: shares[index]!,
        counted: beside?.[index] ?? null,
        difference: beside === null ? null : beside[index]! - counts[index]!,
      }),
    ),
  });
}

/** The villages of a region by level; those of all regions of a request, in two statements. */
export function loadVillageStatus(
  context: GraphContext,
  code: string,
  scheme: StatusScheme,
  year: number,
): Promise<RegionVillageStatus | null> {
  const loader = context.loader<string, RegionVillageStatus | null>(
    `village status ${scheme} ${year}`,
    async (work, codes) => {
      const where = { regionCode: In([...codes]), scheme, year };
      const summaries = await work.list(VillageStatusSummary, where);
      const rows = await countLevels(work, codes, scheme, year);
      const positions = codes.map((_code, index) => index + 1);
      const counted = grouped(rows, positions, ({ position }) => position);
      return inOrder(summaries, codes, ({ regionCode }) => regionCode).map((summary, index) =>
        toOverview({ regionCode: codes[index]!, scheme, year, summary, counted: counted[index]! }),
      );
    },
  );
  return loader.load(code);
}

/** How many villages (desa) the official list has in a region, in one statement for all. */
export function countVillages(context: GraphContext, code: string): Promise<number> {
  const loader = context.loader<string, number>('villages', async (work, codes) => {
    const ranges = codes.map(regionRange);
    const rows = await work.sql<{ position: number; count: number }>(
      `select r.position::integer, (select count(*)::integer from region v
         where v.kind in ('DESA', 'DESA_ADAT') and v.code >= r.low collate "C" and v.code < r.high collate "C") as count
       from unnest($1::text[], $2::text[]) with ordinality as r (low, high, position) order by r.position`,
      [ranges.map(({ low }) => low), ranges.map(({ high }) => high)],
    );
    return rows.map(({ count }) => count);
  });
  return loader.load(code);
}
