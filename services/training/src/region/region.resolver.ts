import type { GraphContext } from '@jejaring/chassis/graph/context';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { RegionTraining, RegionType } from './region.types.js';

// A unit is a village board that is still there; reached and total count the same ones. Asked for by
// its region each time: a list of all the nation's units would be made for a single district.
const reachSql = `
  with asked as (
    select * from unnest($1::text[], $2::text[], $3::integer[]) with ordinality
      as r (low, high, year, position)
  ), unit as not materialized (
    select id, region_code from organization_copy
    where kind = 'KARANG_TARUNA' and level = 'VILLAGE' and status <> 'DISSOLVED'
  )
  select
    (select count(*)::integer from unit u
      where u.region_code >= a.low collate "C" and u.region_code < a.high collate "C") as "unitsTotal",
    (select count(distinct u.id)::integer from training_record t join unit u on u.id = t.organization_id
      where t.training_events > 0 and (a.year is null or t.year = a.year)
        and t.region_code >= a.low collate "C" and t.region_code < a.high collate "C"
        and u.region_code >= a.low collate "C" and u.region_code < a.high collate "C") as "unitsReached",
    (select coalesce(sum(t.certificates), 0)::integer from training_record t
      where (a.year is null or t.year = a.year)
        and t.region_code >= a.low collate "C" and t.region_code < a.high collate "C") as "certificatesIssued"
  from asked a order by a.position`;

interface Asked {
  code: string;
  year: number | null;
}

/** The reach in several regions and years, in one statement. */
function reachOf(context: GraphContext, asked: Asked): Promise<RegionTraining> {
  const loader = context.loader<string, RegionTraining>('regionTraining', async (work, keys) => {
    const all = keys.map((key) => JSON.parse(key) as Asked);
    const ranges = all.map(({ code }) => regionRange(code));
    const rows = await work.sql<RegionTraining>(reachSql, [
      ranges.map(({ low }) => low),
      ranges.map(({ high }) => high),
      all.map(({ year }) => year),
    ]);
    return rows.map((row) => Object.assign(new RegionTraining(), row));
  });
  return loader.load(JSON.stringify(asked));
}

@Resolver(() => RegionType)
export class RegionResolver {
  @FieldResolver(() => RegionTraining, {
    nullable: true,
    description: 'How far training reached in the region.',
  })
  training(
    @Root() { code }: RegionType,
    @Arg('year', () => Int, {
      nullable: true,
      description: 'Only trainings that began, and certificates issued, in this year.',
    })
    year: number | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<RegionTraining> {
    return reachOf(context, { code, year: year ?? null });
  }
}
