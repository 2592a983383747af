import { Access } from '@jejaring/chassis/graph/access';
import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
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
import { Region } from '../region/region.entity.js';
import { RegionType, toRegionType } from '../region/region.types.js';
import { Regulation } from './regulation.entity.js';
import type { RegulationCommand } from './regulation.rules.js';
import { commandsFor, lawGivers, regulationKeepers } from './regulation.rules.js';
import * as regulations from './regulation.service.js';
import {
  BringIntoForceInput,
  RegisterRegulationInput,
  RegulationCommandType,
  RegulationConnection,
  RegulationKindType,
  regulationResult,
  RegulationStatusType,
  RegulationType,
  ReplaceRegulationInput,
  RevokeRegulationInput,
  seenRegulation,
  toRegulationProblem,
  toRegulationType,
} from './regulation.types.js';

const RegisterRegulationResult = regulationResult('RegisterRegulationResult');
const BringIntoForceResult = regulationResult('BringIntoForceResult');
const ReplaceRegulationResult = regulationResult('ReplaceRegulationResult');
const RevokeRegulationResult = regulationResult('RevokeRegulationResult');

const command = commandsOf({
  entity: Regulation,
  toType: toRegulationType,
  toProblem: toRegulationProblem,
});

@ArgsType()
class RegulationFilter extends PageArgs {
  @Field(() => RegionCode, {
    nullable: true,
    description: 'Those that hold in this region: its own, its province’s, the nation’s.',
  })
  region?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Those in force on this day.' })
  on?: string | null;

  @Field(() => RegulationStatusType, { nullable: true, description: 'Those that stand here.' })
  status?: keyof typeof RegulationStatusType | null;

  @Field(() => RegulationKindType, { nullable: true, description: 'Only this kind.' })
  kind?: keyof typeof RegulationKindType | null;
}

type Side = 'regulation_id' | 'target_id';

/** Regulations linked to many others, in one statement. */
function linked(
  context: GraphContext,
  id: string,
  relation: 'REPLACES' | 'AMENDS',
  from: Side,
): Promise<RegulationType[]> {
  const to: Side = from === 'regulation_id' ? 'target_id' : 'regulation_id';
  const loader = context.loader<string, RegulationType[]>(
    `regulations ${relation} ${from}`,
    async (work, ids) => {
      const links = await work.sql<{ from: string; to: string }>(
        `select ${from} as "from", ${to} as "to" from regulation_link
         where relation = $1 and ${from} = any ($2::uuid[]) order by ${to}`,
        [relation, [...ids]],
      );
      const rows = await Promise.all(
        links.map(async (link) => ({
          ...link,
          row: await loadBy(context, Regulation, 'id', link.to),
        })),
      );
      return grouped(rows, ids, (link) => link.from).map((found) =>
        found.flatMap(({ row }) => (row ? [toRegulationType(row)] : [])),
      );
    },
  );
  return loader.load(id);
}

@Resolver(() => RegulationType)
export class RegulationResolver {
  @Query(() => RegulationType, {
    nullable: true,
    description: 'A regulation; null when there is none.',
  })
  async regulation(
    @Arg('id', () => ID, { description: '`rgl_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<RegulationType | null> {
    const uuid = decodeId('rgl', id);
    const row = uuid && (await loadBy(context, Regulation, 'id', uuid));
    return row ? toRegulationType(row) : null;
  }

  @Query(() => RegulationConnection, {
    nullable: true,
    description: 'Regulations, the nation’s first, then by region and year.',
  })
  async regulations(@Args() filter: RegulationFilter, @Ctx() context: GraphContext) {
    const { region, on, status, kind } = filter;
    const work = await context.read();
    const query = work.select(Regulation, 'r').where('true');
    if (region) query.andWhere('r.regionCode in (:...givers)', { givers: lawGivers(region) });
    if (on) query.andWhere('r.validFrom <= :on and (r.validTo is null or r.validTo > :on)', { on });
    if (status) query.andWhere('r.status = :status', { status });
    if (kind) query.andWhere('r.kind = :kind', { kind });
    return listPage(
      { query, order: ['regionCode', 'year', 'id'], toNode: toRegulationType },
      filter,
    );
  }

  @FieldResolver(() => RegionType, {
    nullable: true,
    description: 'The province or regency it is of; null for the nation.',
  })
  async region(@Root() { row }: RegulationType, @Ctx() context: GraphContext) {
    const region = row.regionCode && (await loadBy(context, Region, 'code', row.regionCode));
    return region ? toRegionType(region) : null;
  }

  @FieldResolver(() => [RegulationType], { description: 'Whose place it took.' })
  replaces(@Root() { row }: RegulationType, @Ctx() context: GraphContext) {
    return linked(context, row.id, 'REPLACES', 'regulation_id');
  }

  @FieldResolver(() => [RegulationType], { description: 'What took its place.' })
  replacedBy(@Root() { row }: RegulationType, @Ctx() context: GraphContext) {
    return linked(context, row.id, 'REPLACES', 'target_id');
  }

  @FieldResolver(() => [RegulationType], { description: 'What it amends.' })
  amends(@Root() { row }: RegulationType, @Ctx() context: GraphContext) {
    return linked(context, row.id, 'AMENDS', 'regulation_id');
  }

  @FieldResolver(() => [RegulationType], { description: 'What amends it.' })
  amendedBy(@Root() { row }: RegulationType, @Ctx() context: GraphContext) {
    return linked(context, row.id, 'AMENDS', 'target_id');
  }

  @FieldResolver(() => [RegulationCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(@Root() { row }: RegulationType, @Ctx() { caller }: GraphContext): RegulationCommand[] {
    return commandsFor(row, caller);
  }

  @Access(...regulationKeepers)
  @Mutation(() => RegisterRegulationResult, {
    description: 'Enters a regulation as a draft; each office keeps those of its own level.',
  })
  registerRegulation(@Arg('input') input: RegisterRegulationInput, @Ctx() context: GraphContext) {
    const { kind, number = null, year, title } = input;
    const definition = input.definition ? { ...input.definition } : null;
    const amends = input.amends.map((id) => readId('rgl', 'amends', id));
    const regionCode = input.region ?? '';
    const facts = { kind, number, year, title, regionCode, definition, amends };
    return command(context, 'registerRegulation', input, (work) =>
      regulations.registerRegulation(work, facts),
    );
  }

  @Access(...regulationKeepers)
  @Mutation(() => BringIntoForceResult, { description: 'Records that a draft became law.' })
  bringIntoForce(@Arg('input') input: BringIntoForceInput, @Ctx() context: GraphContext) {
    const { number = null, validFrom, datePrecision } = input;
    const facts = { ...seenRegulation(input), number, validFrom, datePrecision };
    return command(context, 'bringIntoForce', input, (work) =>
      regulations.bringIntoForce(work, facts),
    );
  }

  @Access(...regulationKeepers)
  @Mutation(() => ReplaceRegulationResult, { description: 'Records that another took its place.' })
  replaceRegulation(@Arg('input') input: ReplaceRegulationInput, @Ctx() context: GraphContext) {
    const facts = { ...seenRegulation(input), by: readId('rgl', 'by', input.by), on: input.on };
    return command(context, 'replaceRegulation', input, (work) =>
      regulations.replaceRegulation(work, facts),
    );
  }

  @Access(...regulationKeepers)
  @Mutation(() => RevokeRegulationResult, { description: 'Records that it was taken back.' })
  revokeRegulation(@Arg('input') input: RevokeRegulationInput, @Ctx() context: GraphContext) {
    const facts = { ...seenRegulation(input), on: input.on };
    return command(context, 'revokeRegulation', input, (work) =>
      regulations.revokeRegulation(work, facts),
    );
  }
}
