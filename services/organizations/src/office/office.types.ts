import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { ArrayMinSize, MaxLength, MinLength } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Office } from './office.entity.js';

export const OfficeKindType = enumOf('OfficeKind', 'What an office is in law.', {
  KEMENSOS: 'Ministry of social affairs (Kementerian Sosial).',
  DINSOS_PROVINSI: 'Social affairs office of a province (Dinas Sosial Provinsi).',
  DINSOS_KAB_KOTA: 'Social affairs office of a regency or city (Dinas Sosial Kabupaten/Kota).',
  KECAMATAN: 'District office.',
  PEMDES_KEL: 'Village or urban-ward government (pemerintah desa, kelurahan).',
  DPMD: 'Village empowerment office (Dinas Pemberdayaan Masyarakat dan Desa).',
  BPS: 'Statistics office (Badan Pusat Statistik).',
  DUKCAPIL: 'Civil registry.',
});

export const OfficeMandateType = enumOf('OfficeMandate', 'What an office is responsible for.', {
  SOCIAL: 'Social affairs.',
  MANPOWER: 'Manpower.',
  WOMEN: 'Empowerment of women.',
  CHILD: 'Protection of children.',
  VILLAGE: 'Village affairs.',
  STATISTICS: 'Statistics.',
  CIVIL_REGISTRY: 'Civil registration.',
});

@Directive('@key(fields: "id")')
@ObjectType('Office', {
  description:
    'An authority that supervises welfare work (such as a Dinas Sosial); offices merge and are renamed.',
})
export class OfficeType {
  row!: Office;

  @Field(() => ID, { description: '`ofc_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => OfficeKindType, { description: 'What it is in law.' })
  kind!: keyof typeof OfficeKindType;
}

export const OfficeConnection = connectionOf('Office', () => OfficeType);

export function toOfficeType(row: Office): OfficeType {
  const { version, kind } = row;
  return Object.assign(new OfficeType(), { row, id: encodeId('ofc', row.id), version, kind });
}

export const RegisterOfficeResult = resultUnion('RegisterOfficeResult', () => OfficeType);
export const RenameOfficeResult = resultUnion('RenameOfficeResult', () => OfficeType);

@InputType({ description: 'An office for the list.' })
export class RegisterOfficeInput extends CommandInput {
  @Field(() => OfficeKindType, { description: 'What it is in law.' })
  kind!: keyof typeof OfficeKindType;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'The region it serves; absent for the ministry, which serves the nation.',
  })
  regionCode?: string | null;

  @ArrayMinSize(1)
  @Field(() => [OfficeMandateType], { description: 'What it is responsible for.' })
  mandates!: (keyof typeof OfficeMandateType)[];

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'Its name, 3 to 200 characters.' })
  name!: string;

  @Field(() => CalendarDate, { description: 'Since when it is called so.' })
  validFrom!: string;
}

@InputType({ description: 'A new name of an office.' })
export class RenameOfficeInput extends SeenInput {
  @Field(() => ID, { description: 'The office.' })
  id!: string;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'Its new name, 3 to 200 characters.' })
  name!: string;

  @ArrayMinSize(1)
  @Field(() => [OfficeMandateType], { description: 'What it is responsible for from then on.' })
  mandates!: (keyof typeof OfficeMandateType)[];

  @Field(() => CalendarDate, {
    description: 'Since when it is called so; later than its last name.',
  })
  validFrom!: string;
}
