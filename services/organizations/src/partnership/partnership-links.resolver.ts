import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { PageArgs } from '@jejaring/chassis/graph/page';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Arg, Args, Ctx, Field, FieldResolver, InputType, Int, Resolver, Root } from 'type-graphql';
import { OrganizationType } from '../organization/organization.types.js';
import { partPage } from '../part/part-page.js';
import { Region } from '../region/region.entity.js';
import { RegionConnection, RegionType, toRegionType } from '../region/region.types.js';
import { countVillages } from '../village-status/village-status-overview.js';
import { StatusLevelType, StatusSchemeType } from '../village-status/village-status.types.js';
import { PartnershipKindType } from './partnership-words.js';
import { Partnership } from './partnership.entity.js';
import {
  DistrictVillageFunds,
  PartnershipConnection,
  RegionVillageFunds,
  toPartnershipType,
} from './partnership.types.js';
import { listLacking, loadVillageFunds } from './village-funds.js';

@InputType({ description: 'Villages of one status.' })
export class VillageStatusFilter {
  @Field(() => StatusSchemeType, { description: 'By which index.' })
  scheme!: keyof typeof StatusSchemeType;

  @Field(() => Int, { description: 'The year it was measured for.' })
  year!: number;

  @Field(() => StatusLevelType, { description: 'The level.' })
  level!: keyof typeof StatusLevelType;
}

@Resolver(() => OrganizationType)
export class PartnershipsOfOrganizationResolver {
  @FieldResolver(() => PartnershipConnection, {
    description: 'Partnerships that it is a party of.',
  })
  partnerships(
    @Root() { row }: OrganizationType,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const part = {
      name: 'partnerships',
      entity: Partnership,
      of: 'organizationId' as const,
      order: ['id'] as const,
      toNode: toPartnershipType,
    };
    return partPage(context, part, row.id, page);
  }
}

@Resolver(() => RegionType)
export class PartnershipsInRegionResolver {
  @FieldResolver(() => RegionVillageFunds, {
    description: 'Village funds (Dana Desa) that its villages granted in a fiscal year.',
  })
  villageFunds(
    @Root() { code }: RegionType,
    @Arg('fiscalYear', () => Int, { description: 'Fiscal year (tahun anggaran).' })
    fiscalYear: number,
    @Ctx() context: GraphContext,
  ): Promise<RegionVillageFunds> {
    return loadVillageFunds(context, code, fiscalYear);
  }

  @FieldResolver(() => RegionConnection, {
    description:
      'Its villages (desa) without a running partnership of a kind, narrowed to one status where given.',
  })
  villagesWithout(
    @Root() { code }: RegionType,
    @Arg('partnership', () => PartnershipKindType, { description: 'The kind that they lack.' })
    kind: keyof typeof PartnershipKindType,
    @Arg('status', () => VillageStatusFilter, {
      nullable: true,
      description: 'Only villages of it.',
    })
    status: VillageStatusFilter | null | undefined,
    @Arg('asOf', () => CalendarDate, {
      nullable: true,
      description: 'Day of valid time; today if absent.',
    })
    asOf: string | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const day = asOf ?? context.database.clock.now().toISOString().slice(0, 10);
    return listLacking(context, code, { kind, day, status: status ?? null }, page);
  }
}

@Resolver(() => RegionVillageFunds)
export class RegionVillageFundsResolver {
  @FieldResolver(() => Int, {
    description: 'Villages that could: a kelurahan has no village funds.',
  })
  eligibleVillages(
    @Root() { regionCode }: RegionVillageFunds,
    @Ctx() context: GraphContext,
  ): Promise<number> {
    return countVillages(context, regionCode);
  }
}

@Resolver(() => DistrictVillageFunds)
export class DistrictVillageFundsResolver {
  @FieldResolver(() => RegionType, { nullable: true, description: 'The district.' })
  async region(
    @Root() { regionCode }: DistrictVillageFunds,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    const region = await loadBy(context, Region, 'code', regionCode);
    return region && toRegionType(region);
  }
}
