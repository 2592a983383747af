import { enumOf } from '@jejaring/chassis/graph/enums';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { OrganizationClassType } from '@jejaring/register/facts/organization-class.types';
import { levels } from '@jejaring/schema/vocabulary';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import type { Region } from './region.entity.js';

type Ref<T> = T;

export const RegionLevelType = enumOf('RegionLevel', 'Level of administration.', levels);

export const RegionKindType = enumOf('RegionKind', 'What a region is in law.', {
  PROVINCE: 'Province (provinsi).',
  KABUPATEN: 'Regency.',
  KOTA: 'City.',
  KECAMATAN: 'District.',
  DESA: 'Village; it may receive village funds (Dana Desa).',
  KELURAHAN: 'Urban ward; it has no village funds.',
  DESA_ADAT: 'Customary village.',
});

@Directive('@key(fields: "code")')
@ObjectType('Region', {
  description:
    'A region of Indonesia (wilayah administrasi pemerintahan). From the list of the interior ministry as published by idn-area-data under the Open Database Licence (ODbL) 1.0.',
})
export class RegionType {
  @Cached()
  @Field(() => RegionCode, { description: 'Region code.' })
  code!: string;

  @Cached()
  @Field({ description: 'Official name; a regency carries its kind: "Kota Banjar".' })
  name!: string;

  @Cached()
  @Field(() => RegionLevelType, { description: 'Level of administration.' })
  level!: keyof typeof RegionLevelType;

  @Cached()
  @Field(() => RegionKindType, { description: 'What it is in law.' })
  kind!: keyof typeof RegionKindType;

  @Cached()
  @Field({
    description: 'As people write it: "Mulyasari, Kec. Pataruman, Kota Banjar, Jawa Barat".',
  })
  path!: string;

  @Cached()
  @Field({ description: 'Data set and version that it comes from.' })
  datasetVersion!: string;
}

export const RegionConnection = connectionOf('Region', () => RegionType);

export const toRegionType = ({
  code,
  name,
  level,
  kind,
  path,
  datasetVersion,
}: Region): RegionType =>
  Object.assign(new RegionType(), { code, name, level, kind, path, datasetVersion });

@ObjectType({ description: 'Karang Taruna organizations of one level.' })
export class LevelCount {
  @Field(() => RegionLevelType, { description: 'Level of the board.' })
  level!: keyof typeof RegionLevelType;

  @Field(() => Int, { description: 'How many are registered and not dissolved.' })
  count!: number;
}

@ObjectType({ description: 'Karang Taruna organizations of one class.' })
export class ClassCount {
  @Field(() => OrganizationClassType, { description: 'Class by law.' })
  class!: keyof typeof OrganizationClassType;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({
  description: 'The Karang Taruna (village youth social organizations) of a region, as numbers.',
})
export class RegionKarangTaruna {
  region!: string;

  @Field(() => [LevelCount], { description: 'By level; levels without any are left out.' })
  byLevel!: Ref<LevelCount>[];

  @Field(() => Date, { description: 'When it was counted: what the register knew at that moment.' })
  asOf!: Date;
}
