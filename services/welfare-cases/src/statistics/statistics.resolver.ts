import { GraphContext } from '@jejaring/chassis/graph/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RegionWelfare } from '../region/region.types.js';
import { sightOf } from './sight.rules.js';
import type { StoredCell } from './statistics-report.rules.js';
import { report } from './statistics-report.rules.js';
import { StatisticsArgs, toStatisticsType, WelfareStatistics } from './statistics.types.js';

interface Period {
  from: string;
  to: string;
}

const periodOf = ({ year, month }: StatisticsArgs): Period => {
  const at = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  return { from: at(month ?? 1), to: at(month ?? 12) };
};

/** The published months of a period, once for all regions of a request. */
function publishedMonths(context: GraphContext, { from, to }: Period): Promise<string[]> {
  const loader = context.loader<string, string[]>('statistics months', async (work, periods) => {
    const rows = await work.sql<{ month: string }>(
      'select month from statistics_month order by month',
    );
    return periods.map((period) => {
      const [first, last] = period.split(' ') as [string, string];
      return rows.map(({ month }) => month).filter((month) => month >= first && month <= last);
    });
  });
  return loader.load(`${from} ${to}`);
}

/** The numbers of several regions in a period, in one statement. */
function cellsOf(
  context: GraphContext,
  region: string,
  { from, to }: Period,
): Promise<StoredCell[]> {
  const name = `statistics ${from} ${to}`;
  const loader = context.loader<string, StoredCell[]>(name, async (work, codes) => {
    const rows = await work.sql<StoredCell & { region: string }>(
      `select region_code as region, month, dimension, value, cases, audience from statistics_cell
       where region_code = any ($1) and month between $2 and $3 and measure = 'REPORTED'`,
      [codes, from, to],
    );
    return codes.map((code) => rows.filter((row) => row.region === code));
  });
  return loader.load(region);
}

async function statisticsOf(context: GraphContext, region: string, asked: StatisticsArgs) {
  const { by, scheme = null } = asked;
  const period = periodOf(asked);
  const { audiences, inCharge, counted } = sightOf(context.caller, region);
  const months = await publishedMonths(context, period);
  const cells = counted ? await cellsOf(context, region, period) : [];
  return toStatisticsType(months, report(cells, { months, by, scheme, audiences, inCharge }), by);
}

@Resolver(() => RegionWelfare)
export class StatisticsResolver {
  @FieldResolver(() => WelfareStatistics, {
    description: 'Cases reported in the region, month by month as published.',
  })
  statistics(
    @Root() { code }: RegionWelfare,
    @Args() asked: StatisticsArgs,
    @Ctx() context: GraphContext,
  ): Promise<WelfareStatistics> {
    return statisticsOf(context, code, asked);
  }

  @Query(() => WelfareStatistics, {
    nullable: true,
    description: 'Cases reported in the whole nation, month by month as published.',
  })
  welfareStatistics(
    @Args() asked: StatisticsArgs,
    @Ctx() context: GraphContext,
  ): Promise<WelfareStatistics> {
    return statisticsOf(context, '', asked);
  }
}
