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
    'Open cases counted. Exact for the office in charge of the region; other officials do not see counts below 5, the public none below 11, nor what would reveal one.',
})
export class OpenCaseCounts {
  @Field(() => Int, { nullable: true, description: 'All open cases; null when suppressed.' })
  total!: number | null;

  @Field({ description: 'Whether the total is withheld.' })
  suppressed!: boolean;

  @Field(() => [CategoryCount], {
    description: 'Per category of need; categories without cases are left out.',
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
