import { enumOf } from '@jejaring/chassis/graph/enums';
import { Max, Min } from 'class-validator';
import { Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import type { Stated } from './stated-count.rules.js';

export const CountQualifierType = enumOf('CountQualifier', 'How a stated count is meant.', {
  EXACT: 'Exactly so many.',
  APPROXIMATE: 'About so many, such as "400-an": 400 up to 499.',
  AT_LEAST: 'So many or more.',
});

@Directive('@shareable')
@Cached()
@ObjectType({ description: 'A number as a report states it, where no list exists.' })
export class StatedCount {
  @Field(() => Int, { description: 'The number, or its lower end.' })
  value!: number;

  @Field(() => Int, { nullable: true, description: 'The most it can be, when it is approximate.' })
  upTo!: number | null;

  @Field(() => CountQualifierType, { description: 'How it is meant.' })
  qualifier!: keyof typeof CountQualifierType;
}

@InputType({ description: 'A number as a report states it.' })
export class StatedCountInput {
  @Min(0)
  @Max(10_000_000)
  @Field(() => Int, { description: 'The number, or its lower end.' })
  value!: number;

  @Min(0)
  @Max(10_000_000)
  @Field(() => Int, { nullable: true, description: 'The most it can be, when approximate.' })
  upTo?: number | null;

  @Field(() => CountQualifierType, { description: 'How it is meant.' })
  qualifier!: keyof typeof CountQualifierType;
}

export const toStatedCount = (stated: Stated | null): StatedCount | null =>
  stated && Object.assign(new StatedCount(), stated);

/** What was stated; absent is null from here on. */
export const readStated = (input: StatedCountInput | null | undefined): Stated | null =>
  input ? { value: input.value, upTo: input.upTo ?? null, qualifier: input.qualifier } : null;
