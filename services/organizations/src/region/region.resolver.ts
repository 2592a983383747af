import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { PageArgs } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { MaxLength } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import { listChildren } from './region-children.js';
import { searchRegions } from './region-search.js';
import { Region } from './region.entity.js';
import { ancestorsOf, parentOf } from './region.rules.js';
import {
  LevelCount,
  RegionConnection,
  RegionKarangTaruna,
  RegionLevelType,
  RegionType,
  toRegionType,
} from './region.types.js';

@ArgsType()
class RegionSearchArgs extends PageArgs {
  @MaxLength(100)
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, with or without "Kabupaten" or "Kota"; exact names come first.',
  })
  search?: string | null;

  @Field(() => RegionLevelType, { nullable: true, description: 'Only regions of this level.' })
  level?: keyof typeof RegionLevelType | null;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'Only regions inside this one, itself included.',
  })
  within?: string | null;
}

async function findRegion(context: GraphContext, code: string): Promise<RegionType | null> {
  const row = await loadBy(context, Region, 'code', code);
  return row && toRegionType(row);
}

/** Karang Taruna per level of several regions in one statement. */
function countLevels(context: GraphContext, code: string): Promise<LevelCount[]> {
  const loader = context.loader<string, LevelCount[]>('karangTaruna', async (work, codes) => {
    const ranges = codes.map(regionRange);
    const rows = await work.sql<LevelCount & { position: number }>(
      `select r.position::integer, o.level, count(*)::integer as count
       from unnest($1::text[], $2::text[]) with ordinality as r (low, high, position)
       join organization o on o.region_code >= r.low collate "C" and o.region_code < r.high collate "C"
       where o.kind = 'KARANG_TARUNA' and o.status in ('ACTIVE', 'DORMANT', 'SUSPENDED')
       group by r.position, o.level order by r.position, o.level`,
      [ranges.map(({ low }) => low), ranges.map(({ high }) => high)],
    );
    const positions = codes.map((_code, index) => index + 1);
    return grouped(rows, positions, ({ position }) => position).map((counts) =>
      counts.map(({ level, count }) => Object.assign(new LevelCount(), { level, count })),
    );
  });
  return loader.load(code);
}

@Resolver(() => RegionType)
export class RegionResolver {
  @Cached()
  @Query(() => RegionType, {
    nullable: true,
    description: 'A region by its code; null when there is none.',
  })
  region(
    @Arg('code', () => RegionCode, { description: 'Region code.' }) code: string,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    return findRegion(context, code);
  }

  @Cached()
  @Query(() => RegionConnection, {
    nullable: true,
    description:
      'Regions by name. Names are not keys: 19 villages are called Mulyasari; each carries its full path.',
  })
  async regions(
    @Args() { search, level, within, ...page }: RegionSearchArgs,
    @Ctx() context: GraphContext,
  ) {
    const asked = { search: search ?? null, level: level ?? null, within: within ?? null };
    return searchRegions(await context.read(), asked, page as PageArgs);
  }

  @Cached()
  @FieldResolver(() => RegionType, {
    nullable: true,
    description: 'The region that holds it; null for a province.',
  })
  async parent(
    @Root() { code }: RegionType,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    const above = parentOf(code);
    return above === null ? null : findRegion(context, above);
  }

  @Cached()
  @FieldResolver(() => [RegionType], {
    description: 'The regions that hold it, the province first.',
  })
  async ancestors(
    @Root() { code }: RegionType,
    @Ctx() context: GraphContext,
  ): Promise<RegionType[]> {
    const found = await Promise.all(ancestorsOf(code).map((each) => findRegion(context, each)));
    return found.filter((region) => region !== null);
  }

  @Cached()
  @FieldResolver(() => RegionConnection, {
    description: 'The regions directly inside it, by code.',
  })
  children(@Root() { code }: RegionType, @Args() page: PageArgs, @Ctx() context: GraphContext) {
    return listChildren(context, code, page);
  }

  @FieldResolver(() => RegionKarangTaruna, { description: 'Its Karang Taruna, as numbers.' })
  async karangTaruna(
    @Root() { code }: RegionType,
    @Ctx() context: GraphContext,
  ): Promise<RegionKarangTaruna> {
    const byLevel = await countLevels(context, code);
    const { now: asOf } = await context.read();
    return Object.assign(new RegionKarangTaruna(), { region: code, byLevel, asOf });
  }
}
