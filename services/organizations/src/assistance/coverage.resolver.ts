import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Max, Min } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { Region } from '../region/region.entity.js';
import { RegionType, toRegionType } from '../region/region.types.js';
import { today } from './assistance.resolver.js';
import { AssistanceProgrammeType, toProgrammeType } from './assistance.types.js';
import { loadAssistance, loadPending } from './coverage.js';
import { PendingAllocation, RegionAssistance, toPending } from './coverage.types.js';

@ArgsType()
class PendingArgs {
  @Min(1)
  @Max(1_000)
  @Field(() => Int, { defaultValue: 100, description: 'At most so many, 1 to 1,000.' })
  first: number = 100;
}

@Resolver(() => RegionType)
export class AssistanceInRegionResolver {
  @FieldResolver(() => [RegionAssistance], {
    description:
      'The assistance programmes of a fiscal year that reach into the region, counted inside it, today or on a day of valid time.',
  })
  assistance(
    @Root() { code }: RegionType,
    @Arg('fiscalYear', () => Int, { description: 'Fiscal year (tahun anggaran).' })
    fiscalYear: number,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<RegionAssistance[]> {
    return loadAssistance(context, code, fiscalYear, asOf ?? today(context));
  }
}

@Resolver(() => RegionAssistance)
export class RegionAssistanceResolver {
  @FieldResolver(() => AssistanceProgrammeType, { description: 'The programme itself.' })
  programme(@Root() { row }: RegionAssistance): AssistanceProgrammeType {
    return toProgrammeType(row);
  }

  @FieldResolver(() => [PendingAllocation], {
    description: 'Who was still to receive on the day of the coverage, by region.',
  })
  async pending(
    @Root() { row, within, coverage }: RegionAssistance,
    @Args() { first }: PendingArgs,
    @Ctx() context: GraphContext,
  ): Promise<PendingAllocation[]> {
    const asked = { programmeId: row.id, within, day: coverage.asOf };
    return (await loadPending(context, asked, first)).map(toPending);
  }
}

@Resolver(() => PendingAllocation)
export class PendingAllocationResolver {
  @FieldResolver(() => RegionType, { nullable: true, description: 'Where it is seated.' })
  async region(
    @Root() { row }: PendingAllocation,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    const region = await loadBy(context, Region, 'code', row.regionCode);
    return region && toRegionType(region);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'Who is to receive.' })
  async organization(
    @Root() { row }: PendingAllocation,
    @Ctx() context: GraphContext,
  ): Promise<OrganizationType | null> {
    const found = await loadBy(context, Organization, 'id', row.organizationId);
    return found && toOrganizationType(found);
  }
}
