import { Access } from '@jejaring/chassis/graph/access';
import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { selectSeen } from '@jejaring/trust/rights/select-seen';
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
import { AppointmentCommandType, RoleType } from './appointment-words.js';
import { Appointment } from './appointment.entity.js';
import { appointers, appointmentPolicy, mayEnd } from './appointment.rules.js';
import { endAppointment, makeAppointment } from './appointment.service.js';
import {
  AppointmentConnection,
  appointmentResult,
  AppointmentType,
  EndAppointmentInput,
  MakeAppointmentInput,
  readAppointment,
  readAppointmentEnd,
  toAppointmentProblem,
  toAppointmentType,
} from './appointment.types.js';

const MakeAppointmentResult = appointmentResult('MakeAppointmentResult');
const EndAppointmentResult = appointmentResult('EndAppointmentResult');

const command = commandsOf({
  entity: Appointment,
  toType: toAppointmentType,
  toProblem: toAppointmentProblem,
});

@ArgsType()
class AppointmentFilter extends PageArgs {
  @Field(() => RegionCode, {
    nullable: true,
    description: 'For this region or inside it; absent for everywhere.',
  })
  region?: string | null;

  @Field(() => RoleType, { nullable: true, description: 'Only to this role.' })
  role?: keyof typeof RoleType | null;

  @Field(() => ID, { nullable: true, description: 'Only to act for this organization.' })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only to act for this office.' })
  officeId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Only those that run at this moment.' })
  at?: Date | null;
}

const asOfOptions = { nullable: true, description: 'Those that ran at this moment; absent: now.' };

/** Running appointments of many organizations or offices, in one statement. */
function runningOf(
  context: GraphContext,
  column: 'organizationId' | 'officeId',
  id: string,
  asOf: Date | null | undefined,
): Promise<AppointmentType[]> {
  const at = asOf ?? context.database.clock.now();
  const name = `appointments by ${column} ${asOf?.toISOString() ?? 'now'}`;
  const loader = context.loader<string, AppointmentType[]>(name, async (work, ids) => {
    const rows = await work
      .select(Appointment, 'a')
      .where(`a.${column} = any(:ids)`, { ids: [...ids] })
      .andWhere('a.validFrom <= :at and (a.validTo is null or a.validTo > :at)', { at })
      .orderBy('a.validFrom')
      .addOrderBy('a.id')
      .getMany();
    return grouped(rows, ids, (row) => row[column] ?? '').map((found) =>
      found.map(toAppointmentType),
    );
  });
  return loader.load(id);
}

@Resolver(() => AppointmentType)
export class AppointmentResolver {
  @Query(() => AppointmentConnection, {
    nullable: true,
    description: 'Appointments that the caller may see, by region and id.',
  })
  async appointments(@Args() filter: AppointmentFilter, @Ctx() context: GraphContext) {
    const { region, role, organizationId, officeId, at } = filter;
    const work = await context.read();
    const query = selectSeen(work, appointmentPolicy, Appointment, 'a').andWhere(
      'a.regionCode >= :low and a.regionCode < :high',
      regionRange(region ?? ''),
    );
    if (role) query.andWhere('a.role = :role', { role });
    if (organizationId) {
      const id = readId('org', 'organizationId', organizationId);
      query.andWhere('a.organizationId = :organization', { organization: id });
    }
    if (officeId) {
      query.andWhere('a.officeId = :office', { office: readId('ofc', 'officeId', officeId) });
    }
    if (at) query.andWhere('a.validFrom <= :at and (a.validTo is null or a.validTo > :at)', { at });
    return listPage({ query, order: ['regionCode', 'id'], toNode: toAppointmentType }, filter);
  }

  @FieldResolver(() => RegionType, {
    nullable: true,
    description: 'The region to act in; null for the nation.',
  })
  async region(@Root() { row }: AppointmentType, @Ctx() context: GraphContext) {
    const region = row.regionCode && (await loadBy(context, Region, 'code', row.regionCode));
    return region ? toRegionType(region) : null;
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization acted for.',
  })
  async organization(@Root() { row }: AppointmentType, @Ctx() context: GraphContext) {
    const found =
      row.organizationId && (await loadBy(context, Organization, 'id', row.organizationId));
    return found ? toOrganizationType(found) : null;
  }

  @FieldResolver(() => OfficeType, { nullable: true, description: 'The office acted for.' })
  async office(@Root() { row }: AppointmentType, @Ctx() context: GraphContext) {
    const found = row.officeId && (await loadBy(context, Office, 'id', row.officeId));
    return found ? toOfficeType(found) : null;
  }

  @FieldResolver(() => [AppointmentCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(@Root() { row }: AppointmentType, @Ctx() context: GraphContext): 'END'[] {
    return mayEnd(row, context.database.clock.now(), context.caller) ? ['END'] : [];
  }

  @Access(...appointers)
  @Mutation(() => MakeAppointmentResult, {
    description: 'Lets somebody act in a role, by decree; nobody appoints themselves.',
  })
  makeAppointment(@Arg('input') input: MakeAppointmentInput, @Ctx() context: GraphContext) {
    const { readAccount, ...facts } = readAppointment(input);
    return command(context, 'makeAppointment', input, (work) =>
      makeAppointment(work, { ...facts, account: readAccount() }),
    );
  }

  @Access(...appointers)
  @Mutation(() => EndAppointmentResult, {
    description: 'Takes an appointment back; the claim is refused everywhere from then on.',
  })
  endAppointment(@Arg('input') input: EndAppointmentInput, @Ctx() context: GraphContext) {
    return command(context, 'endAppointment', input, (work) =>
      endAppointment(work, readAppointmentEnd(input, work.now)),
    );
  }
}

@Resolver(() => OrganizationType)
export class OrganizationAppointmentsResolver {
  @FieldResolver(() => [AppointmentType], {
    description: 'Who may act for it, as far as the caller may see.',
  })
  appointments(
    @Root() { row }: OrganizationType,
    @Arg('asOf', () => Date, asOfOptions) asOf: Date | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<AppointmentType[]> {
    return runningOf(context, 'organizationId', row.id, asOf);
  }
}

@Resolver(() => OfficeType)
export class OfficeAppointmentsResolver {
  @FieldResolver(() => [AppointmentType], {
    description: 'Who may act for it, as far as the caller may see.',
  })
  appointments(
    @Root() { row }: OfficeType,
    @Arg('asOf', () => Date, asOfOptions) asOf: Date | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<AppointmentType[]> {
    return runningOf(context, 'officeId', row.id, asOf);
  }
}
