import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { Max, MaxLength, Min, MinLength } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OfficeRef } from '../competition/competition.types.js';
import { RegionType, regionRef } from '../region/region.types.js';
import type { Edition } from './edition.entity.js';

type Ref<T> = T;

@Directive('@key(fields: "id")')
@ObjectType('AwardEdition', {
  description:
    'The competitions of a year that belong together, such as Pilar Sosial Berprestasi 2024.',
})
export class EditionType {
  row!: Edition;

  @Field(() => ID, { description: '`edn_…`' })
  id!: string;

  @Field(() => Int, { description: 'Its year.' })
  year!: number;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => RegionType, {
    nullable: true,
    description: 'Region of its owner; null for the nation.',
  })
  ownerRegion!: Ref<RegionType> | null;

  @Field(() => OfficeRef, { nullable: true, description: 'The office that holds it.' })
  owner!: Ref<OfficeRef> | null;
}

export const EditionConnection = connectionOf('AwardEdition', () => EditionType);

export function toEditionType(row: Edition): EditionType {
  const { id, year, name, ownerRegionCode, ownerOfficeId } = row;
  return Object.assign(new EditionType(), {
    row,
    id: encodeId('edn', id),
    year,
    name,
    ownerRegion: ownerRegionCode === '' ? null : regionRef(ownerRegionCode),
    owner: ownerOfficeId && Object.assign(new OfficeRef(), { id: encodeId('ofc', ownerOfficeId) }),
  });
}

export const CreateEditionResult = resultUnion('CreateEditionResult', () => EditionType);

@InputType({ description: 'The competitions of a year that belong together.' })
export class CreateEditionInput extends CommandInput {
  @Min(1960)
  @Max(2100)
  @Field(() => Int, { description: 'Its year.' })
  year!: number;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'Its name, 3 to 200 characters.' })
  name!: string;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'Region of the owner; none for the ministry.',
  })
  ownerRegion?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office; the caller’s own without it.' })
  ownerOfficeId?: string | null;
}
