import { grouped } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { MaxLength, MinLength } from 'class-validator';
import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { In } from 'typeorm';
import type { StatedFact } from './fact-source.js';
import { FactSource } from './fact-source.js';

@Directive('@shareable')
@ObjectType('FactSource', {
  description:
    'What one source says of a fact (asal-usul data). Sources may differ; each keeps its value.',
})
export class FactSourceType {
  @Field(() => String, {
    nullable: true,
    description: 'The field it speaks of, as the graph names it; null for the whole.',
  })
  field!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The value as this source gives it; null when it says the same as the field.',
  })
  value!: string | null;

  @Field({ description: 'Who says it: a publication, a report, a decree.' })
  source!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the publication.' })
  statedOn!: string | null;

  @Field({ description: 'Whether the field follows this source.' })
  accepted!: boolean;

  @Field({ description: 'Whether it was concluded and not stated.' })
  derived!: boolean;

  @Field(() => String, { nullable: true, description: 'From what it was concluded.' })
  reason!: string | null;
}

@InputType({ description: 'What one source says of a fact.' })
export class FactSourceInput {
  @MaxLength(60)
  @Field(() => String, {
    nullable: true,
    description: 'The field it speaks of; absent for the whole.',
  })
  field?: string | null;

  @MaxLength(300)
  @Field(() => String, { nullable: true, description: 'The value as this source gives it.' })
  value?: string | null;

  @MinLength(2)
  @MaxLength(300)
  @Field({ description: 'Who says it, 2 to 300 characters.' })
  source!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the publication.' })
  statedOn?: string | null;

  @Field({ defaultValue: true, description: 'Whether the field follows this source.' })
  accepted: boolean = true;

  @MaxLength(300)
  @Field(() => String, {
    nullable: true,
    description: 'From what it was concluded, when it was not stated.',
  })
  derivedBecause?: string | null;
}

/** What sources say; absent is null from here on. */
export const readSources = (inputs: readonly FactSourceInput[]): StatedFact[] =>
  inputs.map((input) => ({
    field: input.field ?? null,
    value: input.value ?? null,
    source: input.source,
    statedOn: input.statedOn ?? null,
    accepted: input.accepted,
    derived: (input.derivedBecause ?? null) !== null,
    reason: input.derivedBecause ?? null,
  }));

/** Of the whole before those of its fields, what is followed before what differs. */
const order = {
  field: { direction: 'ASC', nulls: 'FIRST' },
  accepted: 'DESC',
  source: 'ASC',
  id: 'ASC',
} as const;

/** Sources of many rows, in one statement. */
export function sourcesOf(context: GraphContext, subjectId: string): Promise<FactSourceType[]> {
  const loader = context.loader<string, FactSourceType[]>('fact sources', async (work, ids) => {
    const rows = await work.list(FactSource, { subjectId: In([...ids]) }, order);
    return grouped(rows, ids, (row) => row.subjectId).map((found) =>
      found.map(({ field, value, source, statedOn, accepted, derived, reason }) =>
        Object.assign(new FactSourceType(), {
          field,
          value,
          source,
          statedOn,
          accepted,
          derived,
          reason,
        }),
      ),
    );
  });
  return loader.load(subjectId);
}
