import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { FactSourceType, sourcesOf } from '@jejaring/register/facts/fact-source.types';
import { Max, Min } from 'class-validator';
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
import { In } from 'typeorm';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { sumOf } from './activity.rules.js';
import { ProgrammeCommandType, ProgrammeStatusType } from './programme-words.types.js';
import { Activity, WorkProgramme } from './work-programme.entity.js';
import { commandsFor } from './work-programme.rules.js';
import {
  ActivityType,
  ProgrammeBudget,
  toActivityType,
  toWorkProgrammeType,
  WorkProgrammeConnection,
  WorkProgrammeType,
} from './work-programme.types.js';

@ArgsType()
class WorkProgrammeFilter extends PageArgs {
  @Field(() => RegionCode, { description: 'Organizations seated in this region.' })
  region!: string;

  @Min(1960)
  @Max(2200)
  @Field(() => Int, { nullable: true, description: 'Only of this year.' })
  year?: number | null;

  @Field(() => ProgrammeStatusType, { nullable: true, description: 'Only those that stand here.' })
  status?: keyof typeof ProgrammeStatusType | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Only those adopted on this day or later, such as after a handover of equipment.',
  })
  adoptedFrom?: string | null;
}

const inPlan = { plannedOn: 'ASC', id: 'ASC' } as const;

/** Activities of many programmes, by the day of their plan, in one statement. */
function activitiesOf(context: GraphContext, programmeId: string): Promise<Activity[]> {
  const loader = context.loader<string, Activity[]>('activities', async (work, ids) => {
    const rows = await work.list(Activity, { workProgrammeId: In([...ids]) }, inPlan);
    return grouped(rows, ids, ({ workProgrammeId }) => workProgrammeId);
  });
  return loader.load(programmeId);
}

@Resolver(() => WorkProgrammeType)
export class WorkProgrammeResolver {
  @Query(() => WorkProgrammeType, {
    nullable: true,
    description: 'A work programme; null when there is none that the caller may see.',
  })
  async workProgramme(
    @Arg('id', () => ID, { description: '`wpg_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<WorkProgrammeType | null> {
    const uuid = decodeId('wpg', id);
    const row = uuid && (await loadBy(context, WorkProgramme, 'id', uuid));
    return row ? toWorkProgrammeType(row) : null;
  }

  @Query(() => WorkProgrammeConnection, {
    nullable: true,
    description: 'Work programmes in a region, by region and id.',
  })
  async workProgrammes(@Args() filter: WorkProgrammeFilter, @Ctx() context: GraphContext) {
    const work = await context.read();
    const query = work
      .select(WorkProgramme, 'p')
      .where('p.regionCode >= :low and p.regionCode < :high', regionRange(filter.region));
    for (const field of ['year', 'status'] as const) {
      if (filter[field]) query.andWhere(`p.${field} = :${field}`, { [field]: filter[field] });
    }
    const { adoptedFrom } = filter;
    if (adoptedFrom) query.andWhere('p.adoptedOn >= :adoptedFrom', { adoptedFrom });
    return listPage({ query, order: ['regionCode', 'id'], toNode: toWorkProgrammeType }, filter);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'Whose programme it is.' })
  async organization(@Root() { row }: WorkProgrammeType, @Ctx() context: GraphContext) {
    const organization = await loadBy(context, Organization, 'id', row.organizationId);
    return organization && toOrganizationType(organization);
  }

  @FieldResolver(() => [ProgrammeBudget], {
    description: 'Its money by source, and what became of it.',
  })
  async budgets(
    @Root() { row }: WorkProgrammeType,
    @Ctx() context: GraphContext,
  ): Promise<ProgrammeBudget[]> {
    const all = await activitiesOf(context, row.id);
    const live = all.filter(({ status }) => status !== 'CANCELLED');
    return row.budgets.map(({ fundingSource, amount }) =>
      Object.assign(new ProgrammeBudget(), {
        fundingSource,
        amount,
        planned: String(sumOf(live, fundingSource)),
        spent: String(sumOf(live, fundingSource, (activity) => activity.spent)),
      }),
    );
  }

  @FieldResolver(() => [ActivityType], { description: 'Its activities, by the day of their plan.' })
  async activities(
    @Root() { row }: WorkProgrammeType,
    @Ctx() context: GraphContext,
  ): Promise<ActivityType[]> {
    return (await activitiesOf(context, row.id)).map(toActivityType);
  }

  @FieldResolver(() => [ProgrammeCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(@Root() { row }: WorkProgrammeType, @Ctx() { caller }: GraphContext) {
    return commandsFor(row, caller);
  }

  @FieldResolver(() => [FactSourceType], { description: 'Where it is known from.' })
  sources(@Root() { row }: WorkProgrammeType, @Ctx() context: GraphContext) {
    return sourcesOf(context, row.id);
  }
}

@Resolver(() => OrganizationType)
export class OrganizationProgrammesResolver {
  @FieldResolver(() => [WorkProgrammeType], {
    description: 'Its work programmes, the latest year first; one for each year.',
  })
  async workProgrammes(
    @Root() { row }: OrganizationType,
    @Ctx() context: GraphContext,
  ): Promise<WorkProgrammeType[]> {
    const loader = context.loader<string, WorkProgramme[]>('programmes', async (work, ids) => {
      const where = { organizationId: In([...ids]) };
      const rows = await work.list(WorkProgramme, where, { year: 'DESC' });
      return grouped(rows, ids, ({ organizationId }) => organizationId);
    });
    return (await loader.load(row.id)).map(toWorkProgrammeType);
  }
}
