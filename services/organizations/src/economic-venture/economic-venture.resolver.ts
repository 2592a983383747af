import { Access } from '@jejaring/chassis/graph/access';
import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
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
import { In } from 'typeorm';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { programmeEvaluators, programmeKeepers } from '../work-programme/work-programme.rules.js';
import { EconomicVenture, VentureReport } from './economic-venture.entity.js';
import { commandsFor } from './economic-venture.rules.js';
import * as ventures from './economic-venture.service.js';
import {
  EconomicVentureConnection,
  EconomicVentureType,
  ProposeVentureInput,
  ReportVentureInput,
  seenVenture,
  toEconomicVentureType,
  toVentureProblem,
  toVentureReportType,
  VentureCommandType,
  VentureKindType,
  VentureReportType,
  ventureResult,
  VentureSectorType,
  VentureStatusType,
  VentureStepInput,
} from './economic-venture.types.js';

@ArgsType()
class EconomicVentureFilter extends PageArgs {
  @Field(() => RegionCode, { description: 'The region to look in.' })
  region!: string;

  @Field(() => VentureKindType, { nullable: true, description: 'Only of this kind.' })
  kind?: keyof typeof VentureKindType | null;

  @Field(() => VentureSectorType, { nullable: true, description: 'Only of this sector.' })
  sector?: keyof typeof VentureSectorType | null;

  @Field(() => VentureStatusType, { nullable: true, description: 'Only those that stand here.' })
  status?: keyof typeof VentureStatusType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are made from something of the place, or are not.',
  })
  onLocalResource?: boolean | null;
}

const ProposeVentureResult = ventureResult('ProposeVentureResult');
const VerifyVentureResult = ventureResult('VerifyVentureResult');
const ActivateVentureResult = ventureResult('ActivateVentureResult');
const RestVentureResult = ventureResult('RestVentureResult');
const CloseVentureResult = ventureResult('CloseVentureResult');
const ReportVentureResult = ventureResult('ReportVentureResult');

const command = commandsOf({
  entity: EconomicVenture,
  toType: toEconomicVentureType,
  toProblem: toVentureProblem,
});

@Resolver(() => EconomicVentureType)
export class EconomicVentureResolver {
  @Query(() => EconomicVentureType, {
    nullable: true,
    description: 'A venture; null when there is none.',
  })
  async economicVenture(
    @Arg('id', () => ID, { description: '`vnt_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<EconomicVentureType | null> {
    const uuid = decodeId('vnt', id);
    const row = uuid && (await loadBy(context, EconomicVenture, 'id', uuid));
    return row ? toEconomicVentureType(row) : null;
  }

  @Query(() => EconomicVentureConnection, {
    nullable: true,
    description: 'Ventures in a region, by region and id.',
  })
  async economicVentures(@Args() filter: EconomicVentureFilter, @Ctx() context: GraphContext) {
    const work = await context.read();
    const query = work
      .select(EconomicVenture, 'v')
      .where('v.regionCode >= :low and v.regionCode < :high', regionRange(filter.region));
    for (const field of ['kind', 'sector', 'status'] as const) {
      if (filter[field]) query.andWhere(`v.${field} = :${field}`, { [field]: filter[field] });
    }
    const { onLocalResource: local } = filter;
    if (typeof local === 'boolean')
      query.andWhere(`v.localResource is ${local ? 'not null' : 'null'}`);
    const order = ['regionCode', 'id'] as const;
    return listPage({ query, order, toNode: toEconomicVentureType }, filter);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'Whose venture it is.' })
  async organization(@Root() { row }: EconomicVentureType, @Ctx() context: GraphContext) {
    const organization = await loadBy(context, Organization, 'id', row.organizationId);
    return organization && toOrganizationType(organization);
  }

  @FieldResolver(() => [VentureReportType], {
    description: 'What it made, the latest month first; for its organization and the offices.',
  })
  async reports(
    @Root() { row }: EconomicVentureType,
    @Ctx() context: GraphContext,
  ): Promise<VentureReportType[]> {
    const loader = context.loader<string, VentureReport[]>('venture reports', async (work, ids) => {
      const where = { ventureId: In([...ids]) };
      const rows = await work.list(VentureReport, where, { month: 'DESC' });
      return grouped(rows, ids, ({ ventureId }) => ventureId);
    });
    return (await loader.load(row.id)).map(toVentureReportType);
  }

  @FieldResolver(() => [VentureCommandType], { description: 'What the caller may do with it now.' })
  viewerCan(@Root() { row }: EconomicVentureType, @Ctx() { caller }: GraphContext) {
    return commandsFor(row, caller);
  }
}

@Resolver()
export class EconomicVentureCommandsResolver {
  @Access(...programmeKeepers)
  @Mutation(() => ProposeVentureResult, { description: 'Proposes a venture to the office.' })
  proposeVenture(@Arg('input') input: ProposeVentureInput, @Ctx() context: GraphContext) {
    const { kind, name, sector } = input;
    const facts = {
      kind,
      name,
      sector,
      organizationId: readId('org', 'organizationId', input.organizationId),
      localResource: input.basedOnLocalResource ?? null,
      memberHouseholds: input.memberHouseholds ?? null,
      capital: input.capital.map(({ fundingSource, amount }) => ({ fundingSource, amount })),
    };
    return command(context, 'proposeVenture', input, (work) =>
      ventures.proposeVenture(work, facts),
    );
  }

  @Access(...programmeEvaluators)
  @Mutation(() => VerifyVentureResult, { description: 'Says that the office found it sound.' })
  verifyVenture(@Arg('input') input: VentureStepInput, @Ctx() context: GraphContext) {
    return command(context, 'verifyVenture', input, (work) =>
      ventures.leadVentureOn(work, 'VERIFY', seenVenture(input)),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => ActivateVentureResult, { description: 'Says that it works, or works again.' })
  activateVenture(@Arg('input') input: VentureStepInput, @Ctx() context: GraphContext) {
    return command(context, 'activateVenture', input, (work) =>
      ventures.leadVentureOn(work, 'ACTIVATE', seenVenture(input)),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => RestVentureResult, { description: 'Says that it rests.' })
  restVenture(@Arg('input') input: VentureStepInput, @Ctx() context: GraphContext) {
    return command(context, 'restVenture', input, (work) =>
      ventures.leadVentureOn(work, 'REST', seenVenture(input)),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => CloseVentureResult, { description: 'Ends it.' })
  closeVenture(@Arg('input') input: VentureStepInput, @Ctx() context: GraphContext) {
    return command(context, 'closeVenture', input, (work) =>
      ventures.leadVentureOn(work, 'CLOSE', seenVenture(input)),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => ReportVentureResult, { description: 'Tells what it made in a month.' })
  reportVenture(@Arg('input') input: ReportVentureInput, @Ctx() context: GraphContext) {
    const { month, turnover, costs, workers } = input;
    const facts = { ...seenVenture(input), month, turnover, costs, workers };
    return command(context, 'reportVenture', input, (work) => ventures.reportVenture(work, facts));
  }
}
