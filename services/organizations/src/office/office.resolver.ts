import { Access } from '@jejaring/chassis/graph/access';
import { inOrder, loadBy } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Region } from '../region/region.entity.js';
import { RegionType, toRegionType } from '../region/region.types.js';
import { Office } from './office.entity.js';
import { registrars } from './office.rules.js';
import { registerOffice, renameOffice } from './office.service.js';
import {
  OfficeConnection,
  OfficeMandateType,
  OfficeType,
  RegisterOfficeInput,
  RegisterOfficeResult,
  RenameOfficeInput,
  RenameOfficeResult,
  toOfficeType,
} from './office.types.js';

interface Named {
  id: string;
  name: string;
  mandates: (keyof typeof OfficeMandateType)[];
}

/** What many offices were called and responsible for on one day, in one statement. */
function namedOn(context: GraphContext, id: string, day: string | null): Promise<Named | null> {
  const on = day ?? context.database.clock.now().toISOString().slice(0, 10);
  const loader = context.loader<string, Named | null>(`office name ${on}`, async (work, ids) => {
    const rows = await work.sql<Named>(
      `select office_id as id, name, mandates from office_name
       where office_id = any ($1::uuid[]) and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
      [[...ids], on],
    );
    return inOrder(rows, ids, (row) => row.id);
  });
  return loader.load(id);
}

const command = commandsOf({ entity: Office, toType: toOfficeType });

@Resolver(() => OfficeType)
export class OfficeResolver {
  @Query(() => OfficeType, { nullable: true, description: 'An office; null when there is none.' })
  async office(
    @Arg('id', () => ID, { description: '`ofc_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<OfficeType | null> {
    const uuid = decodeId('ofc', id);
    const row = uuid && (await loadBy(context, Office, 'id', uuid));
    return row ? toOfficeType(row) : null;
  }

  @Query(() => OfficeConnection, {
    nullable: true,
    description: 'Offices in a region, by region and id.',
  })
  async offices(
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: 'The region to look in; absent for the nation, the ministry included.',
    })
    region: string | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const work = await context.read();
    const query = work
      .select(Office, 'o')
      .where('o.regionCode >= :low and o.regionCode < :high', regionRange(region ?? ''));
    return listPage({ query, order: ['regionCode', 'id'], toNode: toOfficeType }, page);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What it is called today or, with `asOf`, was called on that day; null before its first name.',
  })
  async name(
    @Root() { row }: OfficeType,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<string | null> {
    return (await namedOn(context, row.id, asOf ?? null))?.name ?? null;
  }

  @FieldResolver(() => [OfficeMandateType], {
    description: 'What it is responsible for today or, with `asOf`, was on that day.',
  })
  async mandates(
    @Root() { row }: OfficeType,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<Named['mandates']> {
    return (await namedOn(context, row.id, asOf ?? null))?.mandates ?? [];
  }

  @FieldResolver(() => RegionType, {
    nullable: true,
    description: 'The region it serves; null for the nation.',
  })
  async region(
    @Root() { row }: OfficeType,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    const region = await loadBy(context, Region, 'code', row.regionCode);
    return region && toRegionType(region);
  }

  @Access(...registrars)
  @Mutation(() => RegisterOfficeResult, { description: 'Adds an office to the list.' })
  registerOffice(@Arg('input') input: RegisterOfficeInput, @Ctx() context: GraphContext) {
    const { kind, mandates, name, validFrom } = input;
    const facts = { kind, mandates, name, validFrom, regionCode: input.regionCode ?? '' };
    return command(context, 'registerOffice', input, (work) => registerOffice(work, facts));
  }

  @Access(...registrars)
  @Mutation(() => RenameOfficeResult, {
    description: 'Records a new name and its mandates from a day on.',
  })
  renameOffice(@Arg('input') input: RenameOfficeInput, @Ctx() context: GraphContext) {
    const facts = { ...input, id: readId('ofc', 'id', input.id) };
    return command(context, 'renameOffice', input, (work) => renameOffice(work, facts));
  }
}
