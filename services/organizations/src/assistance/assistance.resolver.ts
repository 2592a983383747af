import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { FactSourceType, sourcesOf } from '@jejaring/register/facts/fact-source.types';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Office } from '../office/office.entity.js';
import { OfficeType, toOfficeType } from '../office/office.types.js';
import { partPage } from '../part/part-page.js';
import { Region } from '../region/region.entity.js';
import { RegionType, toRegionType } from '../region/region.types.js';
import { AllocationStatusType, AssistanceProgrammeCommandType } from './assistance-words.js';
import { Allocation, AssistanceProgramme } from './assistance.entity.js';
import {
  AllocationConnection,
  AssistanceProgrammeConnection,
  AssistanceProgrammeType,
  toAllocationType,
  toProgrammeType,
} from './assistance.types.js';
import { loadCoverage } from './coverage.js';
import { AssistanceCoverage } from './coverage.types.js';
import type { ProgrammeCommand } from './programme.rules.js';
import { programmeCommandsFor } from './programme.rules.js';

/** The day that a question without one is about. */
export const today = (context: GraphContext): string =>
  context.database.clock.now().toISOString().slice(0, 10);

@ArgsType()
class ProgrammeFilter extends PageArgs {
  @Field(() => RegionCode, { description: 'Programmes whose region lies inside this one.' })
  region!: string;

  @Field(() => Int, { nullable: true, description: 'Only of this fiscal year.' })
  fiscalYear?: number | null;
}

@ArgsType()
class AllocationFilter extends PageArgs {
  @Field(() => AllocationStatusType, { nullable: true, description: 'Only those that stand here.' })
  status?: keyof typeof AllocationStatusType | null;
}

@Resolver(() => AssistanceProgrammeType)
export class AssistanceProgrammeResolver {
  @Query(() => AssistanceProgrammeType, {
    nullable: true,
    description: 'An assistance programme; null when there is none.',
  })
  async assistanceProgramme(
    @Arg('id', () => ID, { description: '`apg_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<AssistanceProgrammeType | null> {
    const uuid = decodeId('apg', id);
    const row = uuid && (await loadBy(context, AssistanceProgramme, 'id', uuid));
    return row ? toProgrammeType(row) : null;
  }

  @Query(() => AssistanceProgrammeConnection, {
    nullable: true,
    description: 'Assistance programmes in a region, by region and id.',
  })
  async assistanceProgrammes(@Args() filter: ProgrammeFilter, @Ctx() context: GraphContext) {
    const work = await context.read();
    const query = work
      .select(AssistanceProgramme, 'p')
      .where('p.regionCode >= :low and p.regionCode < :high', regionRange(filter.region));
    const { fiscalYear } = filter;
    if (fiscalYear != null) query.andWhere('p.fiscalYear = :fiscalYear', { fiscalYear });
    return listPage({ query, order: ['regionCode', 'id'], toNode: toProgrammeType }, filter);
  }

  @FieldResolver(() => OfficeType, { nullable: true, description: 'The office that gives.' })
  async office(
    @Root() { row }: AssistanceProgrammeType,
    @Ctx() context: GraphContext,
  ): Promise<OfficeType | null> {
    const office = await loadBy(context, Office, 'id', row.officeId);
    return office && toOfficeType(office);
  }

  @FieldResolver(() => RegionType, {
    nullable: true,
    description: 'The region whose organizations it is meant for.',
  })
  async region(
    @Root() { row }: AssistanceProgrammeType,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    const region = await loadBy(context, Region, 'code', row.regionCode);
    return region && toRegionType(region);
  }

  @FieldResolver(() => AssistanceCoverage, {
    description:
      'How far it has come today or, with `asOf`, had come on that day, whenever that was recorded.',
  })
  coverage(
    @Root() { row }: AssistanceProgrammeType,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<AssistanceCoverage> {
    return loadCoverage(context, row, asOf ?? today(context));
  }

  @FieldResolver(() => AllocationConnection, {
    description: 'What was put aside for whom, by region and id.',
  })
  allocations(
    @Root() { row }: AssistanceProgrammeType,
    @Args() { status, ...page }: AllocationFilter,
    @Ctx() context: GraphContext,
  ) {
    const part = {
      name: `allocations ${status ?? ''}`,
      entity: Allocation,
      of: 'programmeId' as const,
      order: ['regionCode', 'id'] as const,
      toNode: toAllocationType,
      ...(status ? { where: { sql: 't.status = :status', parameters: { status } } } : {}),
    };
    return partPage(context, part, row.id, page as PageArgs);
  }

  @FieldResolver(() => [FactSourceType], { description: 'Where its facts come from.' })
  sources(
    @Root() { row }: AssistanceProgrammeType,
    @Ctx() context: GraphContext,
  ): Promise<FactSourceType[]> {
    return sourcesOf(context, row.id);
  }

  @FieldResolver(() => [AssistanceProgrammeCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(
    @Root() { row }: AssistanceProgrammeType,
    @Ctx() { caller }: GraphContext,
  ): ProgrammeCommand[] {
    return programmeCommandsFor(row, caller);
  }
}
