import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { FactSourceType, sourcesOf } from '@jejaring/register/facts/fact-source.types';
import { welfareResourceKinds, welfareResources } from '@jejaring/schema/vocabulary';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { EntityTarget } from 'typeorm';
import { In } from 'typeorm';
import { OrganizationType } from '../organization/organization.types.js';
import { Region } from '../region/region.entity.js';
import { RegionType, toRegionType } from '../region/region.types.js';
import {
  AccreditationType,
  OperatingPermitType,
  toAccreditationType,
  toOperatingPermitType,
} from './permit.types.js';
import { Accreditation, OperatingPermit } from './welfare-resource.entity.js';
import { natureOf } from './welfare-resource.rules.js';
import {
  InstitutionOwnerType,
  LegalPersonality,
  NatureType,
  OrganizationContact,
  toLegalPersonality,
  WelfareResourceKind,
} from './welfare-resource.types.js';

/** Papers of many institutions, the oldest first, in one statement; those of one day with `asOf`. */
async function papersOf<Row extends Accreditation | OperatingPermit>(
  context: GraphContext,
  entity: EntityTarget<Row> & { name: string },
  organizationId: string,
  asOf: string | null | undefined,
): Promise<Row[]> {
  const loader = context.loader<string, Row[]>(`papers ${entity.name}`, async (work, ids) => {
    const where = { organizationId: In([...ids]) };
    const rows = await work.list(entity, where as never, { validFrom: 'ASC', id: 'ASC' } as never);
    return grouped(rows, ids, (row) => row.organizationId);
  });
  const papers = await loader.load(organizationId);
  if (!asOf) return papers;
  return papers.filter(({ validFrom, validTo }) => validFrom <= asOf && asOf < validTo);
}

const onDay = { nullable: true, description: 'Only those valid on this day.' } as const;

@Resolver(() => OrganizationType)
export class WelfareResourceResolver {
  @Query(() => [WelfareResourceKind], {
    nullable: true,
    description:
      'The 12 kinds of welfare resources (PSKS) in the order of Permensos 8/2012, with their nature.',
  })
  welfareResourceKinds(): WelfareResourceKind[] {
    return welfareResourceKinds.map((kind) => {
      const { en, id, nature } = welfareResources[kind];
      const name = Object.assign(new LocalizedText(), { en, id });
      return Object.assign(new WelfareResourceKind(), { kind, name, nature });
    });
  }

  @FieldResolver(() => NatureType, { description: 'Whether it is a body, a person or a family.' })
  nature(@Root() { row }: OrganizationType): keyof typeof NatureType {
    return natureOf(row.kind);
  }

  @FieldResolver(() => LegalPersonality, {
    nullable: true,
    description: 'As what an institution stands in law; null where it was not told.',
  })
  legalPersonality(@Root() { row }: OrganizationType): LegalPersonality | null {
    return toLegalPersonality(row);
  }

  @FieldResolver(() => InstitutionOwnerType, { nullable: true, description: 'Who runs an LKS.' })
  owner(@Root() { row }: OrganizationType): keyof typeof InstitutionOwnerType | null {
    return row.owner;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Number of a person’s membership (nomor anggota).',
  })
  membershipNumber(@Root() { row }: OrganizationType): string | null {
    return row.membershipNumber;
  }

  @FieldResolver(() => OrganizationContact, {
    nullable: true,
    description: 'How to reach its secretariat; null where none was told.',
  })
  contact(@Root() { row: { phone, email } }: OrganizationType): OrganizationContact | null {
    if (phone === null && email === null) return null;
    return Object.assign(new OrganizationContact(), { phone, email });
  }

  @FieldResolver(() => RegionType, {
    nullable: true,
    description: 'Where a person serves (wilayah tugas); of a TKSK one kecamatan.',
  })
  async dutyRegion(
    @Root() { row }: OrganizationType,
    @Ctx() context: GraphContext,
  ): Promise<RegionType | null> {
    if (row.dutyRegionCode === null) return null;
    const region = await loadBy(context, Region, 'code', row.dutyRegionCode);
    return region && toRegionType(region);
  }

  @FieldResolver(() => [OperatingPermitType], { description: 'Permits to operate (SIOP).' })
  async permits(
    @Root() { row }: OrganizationType,
    @Arg('asOf', () => CalendarDate, onDay) asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<OperatingPermitType[]> {
    return (await papersOf(context, OperatingPermit, row.id, asOf)).map(toOperatingPermitType);
  }

  @FieldResolver(() => [AccreditationType], { description: 'Grades by the accreditation body.' })
  async accreditations(
    @Root() { row }: OrganizationType,
    @Arg('asOf', () => CalendarDate, onDay) asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<AccreditationType[]> {
    return (await papersOf(context, Accreditation, row.id, asOf)).map(toAccreditationType);
  }

  @FieldResolver(() => [FactSourceType], {
    description: 'Where its facts come from; sources may differ.',
  })
  sources(@Root() { row }: OrganizationType, @Ctx() context: GraphContext) {
    return sourcesOf(context, row.id);
  }
}
