import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { FactSourceType, sourcesOf } from '@jejaring/register/facts/fact-source.types';
import { StatedCount } from '@jejaring/register/facts/stated-count.types';
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
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import type { ActivityCommand } from './activity.rules.js';
import { commandsFor, mayCount } from './activity.rules.js';
import {
  ActivityCommandType,
  ActivityKindType,
  ActivityStatusType,
} from './programme-words.types.js';
import { Activity, WorkProgramme } from './work-programme.entity.js';
import {
  ActivityConnection,
  ActivityType,
  beneficiariesOf,
  toActivityType,
  toWorkProgrammeType,
  WorkProgrammeType,
} from './work-programme.types.js';

@ArgsType()
class ActivityFilter extends PageArgs {
  @Field(() => RegionCode, { description: 'Of organizations seated in this region.' })
  region!: string;

  @Min(1960)
  @Max(2200)
  @Field(() => Int, { nullable: true, description: 'Only of programmes of this year.' })
  year?: number | null;

  @Field(() => ActivityKindType, { nullable: true, description: 'Only of this kind.' })
  kind?: keyof typeof ActivityKindType | null;

  @Field(() => ActivityStatusType, { nullable: true, description: 'Only those that stand here.' })
  status?: keyof typeof ActivityStatusType | null;
}

@Resolver(() => ActivityType)
export class ActivityResolver {
  @Query(() => ActivityType, {
    nullable: true,
    description: 'An activity; null when there is none that the caller may see.',
  })
  async activity(
    @Arg('id', () => ID, { description: '`act_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<ActivityType | null> {
    const uuid = decodeId('act', id);
    const row = uuid && (await loadBy(context, Activity, 'id', uuid));
    return row ? toActivityType(row) : null;
  }

  @Query(() => ActivityConnection, {
    nullable: true,
    description: 'Activities in a region, by region and id.',
  })
  async activities(@Args() filter: ActivityFilter, @Ctx() context: GraphContext) {
    const work = await context.read();
    const query = work
      .select(Activity, 'a')
      .where('a.regionCode >= :low and a.regionCode < :high', regionRange(filter.region));
    for (const field of ['year', 'kind', 'status'] as const) {
      if (filter[field]) query.andWhere(`a.${field} = :${field}`, { [field]: filter[field] });
    }
    return listPage({ query, order: ['regionCode', 'id'], toNode: toActivityType }, filter);
  }

  @FieldResolver(() => WorkProgrammeType, { nullable: true, description: 'Its programme.' })
  async workProgramme(@Root() { row }: ActivityType, @Ctx() context: GraphContext) {
    const programme = await loadBy(context, WorkProgramme, 'id', row.workProgrammeId);
    return programme && toWorkProgrammeType(programme);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'Whose activity it is.' })
  async organization(@Root() { row }: ActivityType, @Ctx() context: GraphContext) {
    const organization = await loadBy(context, Organization, 'id', row.organizationId);
    return organization && toOrganizationType(organization);
  }

  @FieldResolver(() => ActivityType, {
    nullable: true,
    description: 'The activity of an earlier year that it continues.',
  })
  async predecessor(@Root() { row }: ActivityType, @Ctx() context: GraphContext) {
    if (row.predecessorId === null) return null;
    const before = await loadBy(context, Activity, 'id', row.predecessorId);
    return before && toActivityType(before);
  }

  @FieldResolver(() => StatedCount, {
    nullable: true,
    description:
      'How many were served, never whom; null too where the number is so small that it would point to them.',
  })
  beneficiaries(@Root() { row }: ActivityType, @Ctx() { caller }: GraphContext) {
    return mayCount(row, caller) ? beneficiariesOf(row) : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the number of those served is withheld because it is small.',
  })
  beneficiariesSuppressed(@Root() { row }: ActivityType, @Ctx() { caller }: GraphContext): boolean {
    return !mayCount(row, caller);
  }

  @FieldResolver(() => [ActivityCommandType], {
    description: 'What the caller may do with it now.',
  })
  async viewerCan(
    @Root() { row }: ActivityType,
    @Ctx() context: GraphContext,
  ): Promise<ActivityCommand[]> {
    const programme = await loadBy(context, WorkProgramme, 'id', row.workProgrammeId);
    return programme === null ? [] : commandsFor(row, programme, context.caller);
  }

  @FieldResolver(() => [FactSourceType], { description: 'Where it is known from.' })
  sources(@Root() { row }: ActivityType, @Ctx() context: GraphContext) {
    return sourcesOf(context, row.id);
  }
}
