import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'How far training reached in a region, counted in units and certificates.',
})
export class RegionTraining {
  @Field(() => Int, {
    description:
      'Village Karang Taruna of which somebody completed a training; units, not persons.',
  })
  unitsReached!: number;

  @Field(() => Int, { description: 'Village Karang Taruna that are registered and not dissolved.' })
  unitsTotal!: number;

  @Field(() => Int, {
    description:
      'Certificates issued to people of organizations of the region; revoked ones do not count.',
  })
  certificatesIssued!: number;
}

@Directive('@key(fields: "code")')
@ObjectType('Region', { description: 'A region of Indonesia; what training adds to it.' })
export class RegionType {
  @Field(() => RegionCode, { description: 'Region code.' })
  code!: string;
}

export const regionRef = (code: string): RegionType => Object.assign(new RegionType(), { code });
