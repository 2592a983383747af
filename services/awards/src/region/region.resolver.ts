import type { GraphContext } from '@jejaring/chassis/graph/context';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { RegionAwards, RegionType } from './region.types.js';

// Both sums for every region and year that a request asks for, in one statement.
const countSql = `
  select coalesce(n.nominations, 0)::integer as nominations, coalesce(w.won, 0)::integer as won
  from unnest($1::text[], $2::text[], $3::integer[]) with ordinality as r (low, high, year, position)
  left join lateral (
    select sum(c.nominations) as nominations from nomination_count c
    where c.region_code >= r.low collate "C" and c.region_code < r.high collate "C"
      and (r.year is null or c.year = r.year)
  ) n on true
  left join lateral (
    select count(*) as won from award a
    where a.status <> 'REVOKED' and a.region_code >= r.low collate "C" and a.region_code < r.high collate "C"
      and (r.year is null or a.year = r.year)
  ) w on true
  order by r.position`;

const keyOf = (code: string, year: number | null) => `${code}/${year ?? ''}`;

function readKey(key: string) {
  const [code = '', year = ''] = key.split('/');
  return { ...regionRange(code), year: year === '' ? null : Number(year) };
}

@Resolver(() => RegionType)
export class RegionResolver {
  @FieldResolver(() => RegionAwards, {
    nullable: true,
    description: 'Competitions as seen from the region, as numbers.',
  })
  async awards(
    @Root() region: RegionType,
    @Arg('year', () => Int, {
      nullable: true,
      description: 'Competitions of this year; of all years without it.',
    })
    year: number | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<RegionAwards> {
    const loader = context.loader<string, RegionAwards>('regionAwards', async (work, keys) => {
      const asked = keys.map(readKey);
      const parameters = [
        asked.map(({ low }) => low),
        asked.map(({ high }) => high),
        asked.map((one) => one.year),
      ];
      const rows = await work.sql<RegionAwards>(countSql, parameters);
      return rows.map((row) => Object.assign(new RegionAwards(), row, { asOf: work.now }));
    });
    return loader.load(keyOf(region.code, year ?? null));
  }
}
