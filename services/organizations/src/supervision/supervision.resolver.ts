import { inOrder, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { Office } from '../office/office.entity.js';
import { OfficeType, toOfficeType } from '../office/office.types.js';
import { OrganizationType } from '../organization/organization.types.js';
import { Region } from '../region/region.entity.js';
import { RegionType, toRegionType } from '../region/region.types.js';
import { supervisionOf } from './supervision.rules.js';
import { Supervisor, toSupervisor } from './supervision.types.js';

/** The offices of one kind in many regions, in one statement; the first that was registered of each. */
function officeAt(context: GraphContext, kind: Office['kind'], code: string) {
  const loader = context.loader<string, Office | null>(`office ${kind}`, async (work, codes) => {
    const rows = await work.list(Office, { kind, regionCode: In([...codes]) }, { id: 'DESC' });
    return inOrder(rows, codes, ({ regionCode }) => regionCode);
  });
  return loader.load(code);
}

@Resolver(() => OrganizationType)
export class SupervisorsResolver {
  @FieldResolver(() => [Supervisor], {
    description: 'Who supervises it (pembina umum, pembina fungsional); none but of Karang Taruna.',
  })
  supervisors(@Root() { row }: OrganizationType): Supervisor[] {
    return row.kind === 'KARANG_TARUNA' ? supervisionOf(row.regionCode).map(toSupervisor) : [];
  }
}

@Resolver(() => Supervisor)
export class SupervisorResolver {
  @FieldResolver(() => RegionType, {
    nullable: true,
    description: 'The region of the post; null for the nation.',
  })
  async region(
    @Root() { supervision }: Supervisor,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    const region = await loadBy(context, Region, 'code', supervision.regionCode);
    return region && toRegionType(region);
  }

  @FieldResolver(() => OfficeType, {
    nullable: true,
    description: 'The office that the post heads, where it is in the list.',
  })
  async office(
    @Root() { supervision }: Supervisor,
    @Ctx() context: GraphContext,
  ): Promise<OfficeType | null> {
    const { officeKind, regionCode } = supervision;
    const office = officeKind && (await officeAt(context, officeKind, regionCode));
    return office && toOfficeType(office);
  }
}
