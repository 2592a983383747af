import { Access } from '@jejaring/chassis/graph/access';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Office } from '../office/office.entity.js';
import { OfficeType, toOfficeType } from '../office/office.types.js';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { Region } from '../region/region.entity.js';
import { RegionType, toRegionType } from '../region/region.types.js';
import { Regulation } from '../regulation/regulation.entity.js';
import { RegulationType, toRegulationType } from '../regulation/regulation.types.js';
import {
  ProposePartnershipInput,
  readProposal,
  SignPartnershipInput,
  TerminatePartnershipInput,
} from './partnership-inputs.types.js';
import {
  PartnershipCommandType,
  PartnershipKindType,
  PartnershipStatusType,
} from './partnership-words.js';
import { Partnership } from './partnership.entity.js';
import type { PartnershipCommand } from './partnership.rules.js';
import { partnershipCommandsFor, proposers, signatories, statusOn } from './partnership.rules.js';
import * as partnerships from './partnership.service.js';
import {
  PartnershipConnection,
  partnershipResult,
  PartnershipType,
  toPartnershipProblem,
  toPartnershipType,
} from './partnership.types.js';

const ProposePartnershipResult = partnershipResult('ProposePartnershipResult');
const SignPartnershipResult = partnershipResult('SignPartnershipResult');
const TerminatePartnershipResult = partnershipResult('TerminatePartnershipResult');

const command = commandsOf({
  entity: Partnership,
  toType: toPartnershipType,
  toProblem: toPartnershipProblem,
});

@ArgsType()
class PartnershipFilter extends PageArgs {
  @Field(() => RegionCode, { description: 'Those that work inside this region.' })
  region!: string;

  @Field(() => PartnershipKindType, { nullable: true, description: 'Only this kind.' })
  kind?: keyof typeof PartnershipKindType | null;
}

@Resolver(() => PartnershipType)
export class PartnershipResolver {
  @Query(() => PartnershipType, {
    nullable: true,
    description: 'A partnership; null when there is none.',
  })
  async partnership(
    @Arg('id', () => ID, { description: '`prt_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<PartnershipType | null> {
    const uuid = decodeId('prt', id);
    const row = uuid && (await loadBy(context, Partnership, 'id', uuid));
    return row ? toPartnershipType(row) : null;
  }

  @Query(() => PartnershipConnection, {
    nullable: true,
    description: 'Partnerships that work in a region, by region and id.',
  })
  async partnerships(
    @Args() { region, kind, ...page }: PartnershipFilter,
    @Ctx() context: GraphContext,
  ) {
    const work = await context.read();
    const query = work
      .select(Partnership, 'p')
      .where('p.regionCode >= :low and p.regionCode < :high', regionRange(region));
    if (kind) query.andWhere('p.kind = :kind', { kind });
    const listing = { query, order: ['regionCode', 'id'] as const, toNode: toPartnershipType };
    return listPage(listing, page as PageArgs);
  }

  @FieldResolver(() => PartnershipStatusType, {
    nullable: true,
    description: 'Where it stands today or, with `asOf`, on that day; null before it was proposed.',
  })
  status(
    @Root() { row }: PartnershipType,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() { database }: GraphContext,
  ): keyof typeof PartnershipStatusType | null {
    return statusOn(row, asOf ?? database.clock.now().toISOString().slice(0, 10));
  }

  @FieldResolver(() => RegionType, { nullable: true, description: 'Where it works.' })
  async region(
    @Root() { row }: PartnershipType,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    const region = await loadBy(context, Region, 'code', row.regionCode);
    return region && toRegionType(region);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization, if one is a party.',
  })
  async organization(
    @Root() { row }: PartnershipType,
    @Ctx() context: GraphContext,
  ): Promise<OrganizationType | null> {
    const { organizationId: id } = row;
    const found = id && (await loadBy(context, Organization, 'id', id));
    return found ? toOrganizationType(found) : null;
  }

  @FieldResolver(() => OfficeType, {
    nullable: true,
    description: 'The office, if one is a party.',
  })
  async office(
    @Root() { row }: PartnershipType,
    @Ctx() context: GraphContext,
  ): Promise<OfficeType | null> {
    const found = row.officeId && (await loadBy(context, Office, 'id', row.officeId));
    return found ? toOfficeType(found) : null;
  }

  @FieldResolver(() => RegulationType, {
    nullable: true,
    description: 'The regulation it rests on.',
  })
  async legalBasis(
    @Root() { row }: PartnershipType,
    @Ctx() context: GraphContext,
  ): Promise<RegulationType | null> {
    const found = row.regulationId && (await loadBy(context, Regulation, 'id', row.regulationId));
    return found ? toRegulationType(found) : null;
  }

  @FieldResolver(() => [PartnershipCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(
    @Root() { row }: PartnershipType,
    @Ctx() { caller }: GraphContext,
  ): PartnershipCommand[] {
    return partnershipCommandsFor(row, caller);
  }

  @Access(...proposers)
  @Mutation(() => ProposePartnershipResult, { description: 'Proposes a partnership.' })
  proposePartnership(@Arg('input') input: ProposePartnershipInput, @Ctx() context: GraphContext) {
    const facts = readProposal(input);
    return command(context, 'proposePartnership', input, (work) =>
      partnerships.proposePartnership(work, facts),
    );
  }

  @Access(...signatories)
  @Mutation(() => SignPartnershipResult, { description: 'Records that the parties signed.' })
  signPartnership(@Arg('input') input: SignPartnershipInput, @Ctx() context: GraphContext) {
    const { expectedVersion, documentNumber, signedOn = null } = input;
    const facts = { id: readId('prt', 'id', input.id), expectedVersion, documentNumber, signedOn };
    return command(context, 'signPartnership', input, (work) =>
      partnerships.signPartnership(work, facts),
    );
  }

  @Access(...signatories)
  @Mutation(() => TerminatePartnershipResult, {
    description: 'Ends a partnership before its term.',
  })
  terminatePartnership(
    @Arg('input') input: TerminatePartnershipInput,
    @Ctx() context: GraphContext,
  ) {
    const { expectedVersion, ground, endedOn = null } = input;
    const facts = { id: readId('prt', 'id', input.id), expectedVersion, ground, endedOn };
    return command(context, 'terminatePartnership', input, (work) =>
      partnerships.terminatePartnership(work, facts),
    );
  }
}
