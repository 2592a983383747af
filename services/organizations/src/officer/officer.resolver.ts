import { Classified } from '@jejaring/trust/audit/classified';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { maskNik } from '@jejaring/register/facts/nik.rules';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { Region } from '../region/region.entity.js';
import { RegionType, toRegionType } from '../region/region.types.js';
import { opened } from '@jejaring/trust/keys/opened';
import { placeOf, subjectOf } from './officer-secrets.js';
import { OfficerCommandType } from './officer-words.js';
import { Officer } from './officer.entity.js';
import type { OfficerCommand } from './officer.rules.js';
import { commandsFor } from './officer.rules.js';
import { OfficerConnection, OfficerType, toOfficerType } from './officer.types.js';

@Resolver(() => OfficerType)
export class OfficerResolver {
  @Query(() => OfficerType, {
    nullable: true,
    description: 'An officer; null when there is none that the caller may see.',
  })
  async officer(
    @Arg('id', () => ID, { description: '`ofr_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<OfficerType | null> {
    const uuid = decodeId('ofr', id);
    const row = uuid && (await loadBy(context, Officer, 'id', uuid));
    return row ? toOfficerType(row) : null;
  }

  @Query(() => OfficerConnection, {
    nullable: true,
    description:
      'The officers that an organization registered, oldest first; none for whom they are closed.',
  })
  async officers(
    @Arg('organization', () => ID, { description: '`org_…`' }) organization: string,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const organizationId = decodeId('org', organization);
    if (organizationId === null) return null;
    const work = await context.read();
    const query = work
      .select(Officer, 'o')
      .where('o.organizationId = :organizationId', { organizationId });
    return listPage({ query, order: ['id'], toNode: toOfficerType }, page);
  }

  @Classified('personal')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name in full; null once it was erased.',
  })
  name(
    @Root() { row: { id, nameCipher } }: OfficerType,
    @Ctx() context: GraphContext,
  ): Promise<string | null> {
    return opened(context, subjectOf(id), placeOf('name_cipher', id), nameCipher);
  }

  @Classified('personal')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Identity number, but for its last two digits hidden; null when none was told, or it was erased.',
  })
  async maskedNik(
    @Root() { row: { id, nikCipher } }: OfficerType,
    @Ctx() context: GraphContext,
  ): Promise<string | null> {
    const nik = await opened(context, subjectOf(id), placeOf('nik_cipher', id), nikCipher);
    return nik && maskNik(nik);
  }

  @Classified('personal')
  @FieldResolver(() => RegionType, { nullable: true, description: 'Where the person lives.' })
  async residence(
    @Root() { row }: OfficerType,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    const region = await loadBy(context, Region, 'code', row.residenceRegionCode);
    return region && toRegionType(region);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The Karang Taruna that registered the person.',
  })
  async organization(
    @Root() { row }: OfficerType,
    @Ctx() context: GraphContext,
  ): Promise<OrganizationType | null> {
    const organization = await loadBy(context, Organization, 'id', row.organizationId);
    return organization && toOrganizationType(organization);
  }

  @FieldResolver(() => [OfficerCommandType], { description: 'What the caller may do now.' })
  viewerCan(@Root() { row }: OfficerType, @Ctx() { caller }: GraphContext): OfficerCommand[] {
    return commandsFor(row, caller);
  }
}
