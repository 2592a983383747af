import { Field, Int, ObjectType } from 'type-graphql';
import { CaseOutcomeType } from '../case/case-words.js';

type Ref<T> = T;

@ObjectType({ description: 'Cases that an organization brought to one kind of end in one month.' })
export class HandledCaseCount {
  @Field({ description: 'Month of closing: `2026-11`.' })
  month!: string;

  @Field(() => CaseOutcomeType, { description: 'How they ended.' })
  outcome!: keyof typeof CaseOutcomeType;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({
  description:
    'Cases that an organization handled to their end (kasus tertangani), as numbers; a case that was taken up again counts once, a sealed one not at all. For those who act for it and the offices whose region holds it; suppressed for everybody else, since its few cases would be recognised.',
})
export class HandledCases {
  @Field(() => Int, { nullable: true, description: 'All of them; null when suppressed.' })
  total!: number | null;

  @Field({ description: 'Whether the numbers are withheld so that nobody can be recognised.' })
  suppressed!: boolean;

  @Field(() => [HandledCaseCount], {
    description: 'By month and outcome, newest first; empty when suppressed.',
  })
  counts!: Ref<HandledCaseCount>[];
}

export type Counted = Pick<HandledCaseCount, 'month' | 'outcome' | 'count'>;

export function toHandledCases(counted: readonly Counted[] | null): HandledCases {
  const counts = (counted ?? []).map((line) => Object.assign(new HandledCaseCount(), line));
  const total = counted && counted.reduce((sum, { count }) => sum + count, 0);
  return Object.assign(new HandledCases(), { total, suppressed: counted === null, counts });
}
