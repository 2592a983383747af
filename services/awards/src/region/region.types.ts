import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Competitions as seen from a region, as numbers.' })
export class RegionAwards {
  @Field(() => Int, {
    description: 'Nominations of organizations seated in the region that were not withdrawn.',
  })
  nominations!: number;

  @Field(() => Int, { description: 'Awards won by organizations seated in the region.' })
  won!: number;

  @Field(() => Date, { description: 'When it was counted: what the service knew at that moment.' })
  asOf!: Date;
}

@Directive('@key(fields: "code")')
@ObjectType('Region', { description: 'A region of Indonesia; what competitions add to it.' })
export class RegionType {
  @Field(() => RegionCode, { description: 'Region code.' })
  code!: string;
}

export const regionRef = (code: string): RegionType => Object.assign(new RegionType(), { code });
