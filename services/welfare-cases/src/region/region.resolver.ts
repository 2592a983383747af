import { GraphContext } from '@jejaring/chassis/graph/context';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OpenCounts } from '../case/case-count.rules.js';
import { exactCounts, noCounts, publishedCounts } from '../case/case-count.rules.js';
import { sightOf } from '../statistics/sight.rules.js';
import type { Audience } from '../statistics/statistics.rules.js';
import { OpenCaseCounts, RegionType, RegionWelfare, toOpenCaseCounts } from './region.types.js';

/** Open cases of several regions as they are now, in one statement. */
function openNow(context: GraphContext, code: string): Promise<OpenCounts> {
  const loader = context.loader<string, OpenCounts>('open cases now', async (work, codes) => {
    const ranges = codes.map(regionRange);
    const rows = await work.sql<{ position: number; category: string; count: number }>(
      `select r.position::integer, c.category, sum(c.open_cases)::integer as count
       from unnest($1::text[], $2::text[]) with ordinality as r (low, high, position)
       join open_case_count c on c.region_code >= r.low collate "C" and c.region_code < r.high collate "C"
       group by r.position, c.category order by r.position, c.category`,
      [ranges.map(({ low }) => low), ranges.map(({ high }) => high)],
    );
    return codes.map((_code, index) =>
      exactCounts(rows.filter(({ position }) => position === index + 1)),
    );
  });
  return loader.load(code);
}

interface OpenCell {
  region: string;
  month: string;
  dimension: string;
  value: string;
  cases: number;
  audience: Audience;
}

/** Open cases of several regions as they were when last published, in one statement. */
function openPublished(
  context: GraphContext,
  code: string,
  audiences: readonly Audience[],
): Promise<OpenCounts> {
  const loader = context.loader<string, OpenCounts>('open cases published', async (work, codes) => {
    const rows = await work.sql<OpenCell>(
      `select m.month, c.region_code as region, c.dimension, c.value, c.cases, c.audience
       from (select month from statistics_month where has_open order by month desc limit 1) m
       left join statistics_cell c on c.month = m.month and c.measure = 'OPEN'
         and c.region_code = any ($1) and c.audience = any ($2)`,
      [codes, audiences],
    );
    return codes.map((region) => {
      const own = rows.filter((row) => row.region === region);
      const counts = own
        .filter(({ dimension }) => dimension === 'CATEGORY')
        .map(({ value, cases }) => [value, cases] as const);
      const total = own.find(({ dimension }) => dimension === 'TOTAL')?.cases ?? null;
      return publishedCounts(rows[0]?.month ?? null, new Map(counts), total);
    });
  });
  return loader.load(code);
}

@Resolver(() => RegionType)
export class RegionResolver {
  @FieldResolver(() => RegionWelfare, {
    nullable: true,
    description: 'Welfare work in the region, as numbers.',
  })
  welfare(@Root() { code }: RegionType): RegionWelfare {
    return Object.assign(new RegionWelfare(), { code });
  }
}

@Resolver(() => RegionWelfare)
export class RegionWelfareResolver {
  @FieldResolver(() => OpenCaseCounts, { description: 'Cases that are not closed.' })
  async openCases(
    @Root() { code }: RegionWelfare,
    @Ctx() context: GraphContext,
  ): Promise<OpenCaseCounts> {
    const { audiences, inCharge, counted } = sightOf(context.caller, code);
    if (!counted) return toOpenCaseCounts(noCounts);
    const counts = inCharge ? openNow(context, code) : openPublished(context, code, audiences);
    return toOpenCaseCounts(await counts);
  }
}
