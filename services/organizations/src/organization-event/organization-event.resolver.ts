import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
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
import { Office } from '../office/office.entity.js';
import { OfficeType, toOfficeType } from '../office/office.types.js';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { Region } from '../region/region.entity.js';
import { toRegionType } from '../region/region.types.js';
import { Activity } from '../work-programme/work-programme.entity.js';
import { ActivityType, toActivityType } from '../work-programme/work-programme.types.js';
import { OrganizationEvent } from './organization-event.entity.js';
import { commandsFor } from './organization-event.rules.js';
import {
  OrganizationEventCommandType,
  OrganizationEventConnection,
  OrganizationEventKindType,
  OrganizationEventType,
  OrganizationEventVenue,
  toOrganizationEventType,
} from './organization-event.types.js';

@ArgsType()
class OrganizationEventFilter extends PageArgs {
  @Field(() => RegionCode, { description: 'Held by organizations seated in this region.' })
  region!: string;

  @Min(1900)
  @Max(2200)
  @Field(() => Int, { nullable: true, description: 'Begins in this year.' })
  year?: number | null;

  @Field(() => OrganizationEventKindType, { nullable: true, description: 'Only of this kind.' })
  kind?: keyof typeof OrganizationEventKindType | null;
}

@Resolver(() => OrganizationEventType)
export class OrganizationEventResolver {
  @Query(() => OrganizationEventType, {
    nullable: true,
    description: 'An event of an organization; null when there is none.',
  })
  async organizationEvent(
    @Arg('id', () => ID, { description: '`oev_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<OrganizationEventType | null> {
    const uuid = decodeId('oev', id);
    const row = uuid && (await loadBy(context, OrganizationEvent, 'id', uuid));
    return row ? toOrganizationEventType(row) : null;
  }

  @Query(() => OrganizationEventConnection, {
    nullable: true,
    description: 'Events of organizations, the latest first.',
  })
  async organizationEvents(
    @Args() { region, year, kind, ...page }: OrganizationEventFilter,
    @Ctx() context: GraphContext,
  ) {
    const work = await context.read();
    const query = work
      .select(OrganizationEvent, 'e')
      .where('e.regionCode >= :low and e.regionCode < :high', regionRange(region));
    if (kind) query.andWhere('e.kind = :kind', { kind });
    if (year) {
      const days = { first: `${year}-01-01`, last: `${year}-12-31` };
      query.andWhere('e.startsOn between :first and :last', days);
    }
    const order = ['startsOn', 'id'] as const;
    return listPage({ query, order, descending: true, toNode: toOrganizationEventType }, page);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'Who holds it.' })
  async host(@Root() { row }: OrganizationEventType, @Ctx() context: GraphContext) {
    const host = await loadBy(context, Organization, 'id', row.organizationId);
    return host && toOrganizationType(host);
  }

  @FieldResolver(() => OfficeType, { nullable: true, description: 'The office that opened it.' })
  async openedBy(@Root() { row }: OrganizationEventType, @Ctx() context: GraphContext) {
    if (row.openedByOfficeId === null) return null;
    const office = await loadBy(context, Office, 'id', row.openedByOfficeId);
    return office && toOfficeType(office);
  }

  @FieldResolver(() => OrganizationEventVenue, { nullable: true, description: 'Where it is held.' })
  async venue(@Root() { row }: OrganizationEventType, @Ctx() context: GraphContext) {
    const { venueName: name, venueRegionCode: code, venueDerivedBecause: derivedBecause } = row;
    if (name === null) return null;
    const region = code === null ? null : await loadBy(context, Region, 'code', code);
    return Object.assign(new OrganizationEventVenue(), {
      name,
      region: region && toRegionType(region),
      regionDerived: derivedBecause !== null,
      derivedBecause,
    });
  }

  @FieldResolver(() => [ActivityType], { description: 'Activities that belonged to it.' })
  async linkedActivities(
    @Root() { row }: OrganizationEventType,
    @Ctx() context: GraphContext,
  ): Promise<ActivityType[]> {
    const found = await Promise.all(
      row.activityIds.map((id) => loadBy(context, Activity, 'id', id)),
    );
    return found.filter((activity) => activity !== null).map(toActivityType);
  }

  @FieldResolver(() => [OrganizationEventCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(@Root() { row }: OrganizationEventType, @Ctx() context: GraphContext) {
    const today = context.database.clock.now().toISOString().slice(0, 10);
    return commandsFor(row, today, context.caller);
  }

  @FieldResolver(() => [FactSourceType], {
    description: 'Where its facts come from; what was concluded is marked, sources may differ.',
  })
  sources(@Root() { row }: OrganizationEventType, @Ctx() context: GraphContext) {
    return sourcesOf(context, row.id);
  }
}
