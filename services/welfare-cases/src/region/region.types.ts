import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { WelfareCategory } from '../case/case-words.js';

type Ref<T> = T;

@ObjectType({ description: 'Open cases of one category.' })
export class CategoryCount {
  @Field(() => WelfareCategory, { description: 'Category of need (PPKS).' })
  category!: keyof typeof WelfareCategory;

  @Field(() => Int, { nullable: true, description: 'How many; null when suppressed.' })
  count!: number | null;

  @Field({ description: 'Whether the number is withheld so that nobody can be recognised.' })
  suppressed!: boolean;
}

@ObjectType({
  description:
    'Open cases counted. Exact for the office in charge of the region; other officials see districts and larger regions without counts below 5, the public regencies and larger ones without counts below 11, nor what would reveal one.',
})
export class OpenCaseCounts {
  @Field(() => Int, { nullable: true, description: 'All open cases; null when suppressed.' })
  total!: number | null;

  @Field({ description: 'Whether the total is withheld.' })
  suppressed!: boolean;

  @Field(() => [CategoryCount], {
    description:
      'Per category of need. Exact: those with cases. Otherwise all, so that none and a few look the same; empty where the region is too small.',
  })
  byCategory!: CategoryCount[];
}

@ObjectType({ description: 'Welfare work in a region, as numbers.' })
export class RegionWelfare {
  @Field(() => OpenCaseCounts, { description: 'Cases that are not closed.' })
  openCases!: Ref<OpenCaseCounts>;
}

@Directive('@key(fields: "code")')
@ObjectType('Region', { description: 'A region of Indonesia; what welfare work adds to it.' })
export class RegionType {
  @Field(() => RegionCode, { description: 'Region code.' })
  code!: string;
}

export const regionRef = (code: string): RegionType => Object.assign(new RegionType(), { code });
