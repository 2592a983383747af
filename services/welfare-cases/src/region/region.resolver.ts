import type { GraphContext } from '@jejaring/chassis/graph/context';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Counts } from '../case/case-count.rules.js';
import { countsFor } from '../case/case-count.rules.js';
import { RegionType, RegionWelfare } from './region.types.js';

/** Open cases of several regions in one statement. */
function openCases(context: GraphContext, code: string): Promise<Counts> {
  const loader = context.loader<string, Counts>('openCases', async (work, codes) => {
    const ranges = codes.map(regionRange);
    const rows = await work.sql<{ position: number; category: string; count: number }>(
      `select r.position::integer, c.category, sum(c.open_cases)::integer as count
       from unnest($1::text[], $2::text[]) with ordinality as r (low, high, position)
       join open_case_count c on c.region_code >= r.low collate "C" and c.region_code < r.high collate "C"
       group by r.position, c.category order by r.position, c.category`,
      [ranges.map(({ low }) => low), ranges.map(({ high }) => high)],
    );
    return codes.map((region, index) => {
      const cells = rows.filter(({ position }) => position === index + 1);
      return countsFor(context.caller, region, cells);
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
  async welfare(@Root() region: RegionType, @Ctx() context: GraphContext): Promise<RegionWelfare> {
    const counts = await openCases(context, region.code);
    return Object.assign(new RegionWelfare(), { openCases: counts });
  }
}
