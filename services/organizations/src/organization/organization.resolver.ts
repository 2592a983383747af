import { inOrder, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { badInput } from '@jejaring/chassis/graph/faults';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { findRecorded } from '@jejaring/chassis/work/history';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
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
import { Cached } from '@jejaring/trust/rights/cached';
import { Region } from '../region/region.entity.js';
import { RegionLevelType, RegionType, toRegionType } from '../region/region.types.js';
import {
  OrganizationCommandType,
  OrganizationKindType,
  OrganizationStatusType,
} from './organization-words.js';
import { Organization } from './organization.entity.js';
import type { OrganizationCommand, OrganizationStatus } from './organization.rules.js';
import { commandsFor } from './organization.rules.js';
import { stateOf } from './organization.service.js';
import {
  ofOrganization,
  OrganizationConnection,
  OrganizationType,
  toOrganizationType,
} from './organization.types.js';

@ArgsType()
class OrganizationFilter extends PageArgs {
  @Field(() => RegionCode, { description: 'The region to look in.' })
  region!: string;

  @Field(() => OrganizationKindType, { nullable: true, description: 'Only this kind.' })
  kind?: keyof typeof OrganizationKindType | null;

  @Field(() => RegionLevelType, { nullable: true, description: 'Only this level.' })
  level?: keyof typeof RegionLevelType | null;

  @Field(() => OrganizationStatusType, {
    nullable: true,
    description: 'Only those that stand here.',
  })
  status?: keyof typeof OrganizationStatusType | null;
}

@ArgsType()
class OrganizationName {
  @Field(() => ID, { nullable: true, description: '`org_…`; either this or `registeredNumber`.' })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its number in the register (`KT-3279042006-0001`), as it is now.',
  })
  registeredNumber?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'As the register knew it at this moment of recorded time.',
  })
  recordedAt?: Date | null;
}

async function findByNumber(context: GraphContext, number: string): Promise<string | null> {
  const row = await loadBy(context, Organization, 'registeredNumber', number.trim().toUpperCase());
  return row && row.id;
}

/** Statuses of many organizations on one day, in one statement. */
function statusOn(
  context: GraphContext,
  id: string,
  day: string,
): Promise<OrganizationStatus | null> {
  const loader = context.loader<string, OrganizationStatus | null>(
    `status ${day}`,
    async (work, ids) => {
      const rows = await work.sql<{ id: string; status: OrganizationStatus }>(
        `select organization_id as id, status from organization_period
       where organization_id = any ($1::uuid[]) and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
        [[...ids], day],
      );
      return inOrder(rows, ids, (row) => row.id).map((row) => row?.status ?? null);
    },
  );
  return loader.load(id);
}

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  @Cached(ofOrganization)
  @Query(() => OrganizationType, {
    nullable: true,
    description:
      'An organization, by its id or by its number in the register; null when there is none that the caller may see.',
  })
  async organization(
    @Args() { id, registeredNumber, recordedAt }: OrganizationName,
    @Ctx() context: GraphContext,
  ): Promise<OrganizationType | null> {
    if ((id == null) === (registeredNumber == null))
      throw badInput('id', 'Give either id or registeredNumber.');
    const uuid = id == null ? await findByNumber(context, registeredNumber!) : decodeId('org', id);
    if (uuid === null) return null;
    const row = recordedAt
      ? await findRecorded(await context.read(), Organization, uuid, recordedAt)
      : await loadBy(context, Organization, 'id', uuid);
    return row && toOrganizationType(row);
  }

  @Cached({ until: ofOrganization.untilOwn })
  @Query(() => OrganizationConnection, {
    nullable: true,
    description: 'Organizations in a region, by region and id.',
  })
  async organizations(@Args() filter: OrganizationFilter, @Ctx() context: GraphContext) {
    const work = await context.read();
    const query = work
      .select(Organization, 'o')
      .where('o.regionCode >= :low and o.regionCode < :high', regionRange(filter.region));
    for (const field of ['kind', 'level', 'status'] as const) {
      if (filter[field]) query.andWhere(`o.${field} = :${field}`, { [field]: filter[field] });
    }
    return listPage({ query, order: ['regionCode', 'id'], toNode: toOrganizationType }, filter);
  }

  @Cached(ofOrganization)
  @FieldResolver(() => OrganizationStatusType, {
    nullable: true,
    description:
      'Where it stands; with `asOf`, where it stood on that day, null before it was registered.',
  })
  async status(
    @Root() { row }: OrganizationType,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<OrganizationStatus | null> {
    return asOf ? statusOn(context, row.id, asOf) : row.status;
  }

  @Cached()
  @FieldResolver(() => RegionType, { nullable: true, description: 'Where it is seated.' })
  async region(
    @Root() { row }: OrganizationType,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    const region = await loadBy(context, Region, 'code', row.regionCode);
    return region && toRegionType(region);
  }

  @Cached()
  @FieldResolver(() => [OrganizationCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(
    @Root() { row }: OrganizationType,
    @Ctx() { caller }: GraphContext,
  ): OrganizationCommand[] {
    return commandsFor(stateOf(row), caller);
  }

  @FieldResolver(() => Int, {
    description: 'Awards that it won, as the register learned from the awards.',
  })
  awardsWon(@Root() { row }: OrganizationType, @Ctx() context: GraphContext): Promise<number> {
    const loader = context.loader<string, number>('awardsWon', async (work, ids) => {
      const rows = await work.sql<{ id: string; count: number }>(
        `select organization_id as id, count(*)::integer as count from honour
         where organization_id = any ($1::uuid[]) group by organization_id`,
        [[...ids]],
      );
      return inOrder(rows, ids, (counted) => counted.id).map((counted) => counted?.count ?? 0);
    });
    return loader.load(row.id);
  }
}
