import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { OpenCounts } from '../case/case-count.rules.js';
import { WelfareCategory } from '../case/case-words.js';

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
    'Open cases counted, without sealed ones (kasus tertutup). Exact and of this moment for the office in charge of the region. Others see them as they were last published, once a month: officials districts and larger regions without counts below 5, the public regencies and larger ones without counts below 11, nor what would reveal one.',
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

  @Field(() => String, {
    nullable: true,
    description:
      'The month with which the numbers were published, `2026-10`; null where they are of this moment, or none were published.',
  })
  month!: string | null;
}

export const toOpenCaseCounts = (counts: OpenCounts): OpenCaseCounts =>
  Object.assign(new OpenCaseCounts(), counts);

@ObjectType({ description: 'Welfare work in a region, as numbers.' })
export class RegionWelfare {
  code!: string;
}

@Directive('@key(fields: "code")')
@ObjectType('Region', { description: 'A region of Indonesia; what welfare work adds to it.' })
export class RegionType {
  @Field(() => RegionCode, { description: 'Region code.' })
  code!: string;
}

export const regionRef = (code: string): RegionType => Object.assign(new RegionType(), { code });
