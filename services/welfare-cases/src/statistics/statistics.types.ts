import { enumOf } from '@jejaring/chassis/graph/enums';
import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { Max, Min } from 'class-validator';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { labelOf } from './statistics-words.js';
import type { ReportedCell } from './statistics-report.rules.js';

type Ref<T> = T;

export const StatisticsBreakdown = enumOf(
  'StatisticsBreakdown',
  'What the numbers are broken down by.',
  {
    CATEGORY: 'The 26 categories of need (PPKS).',
    GROUP: 'Groups of problems; see `GroupScheme`.',
    SEX: 'Sex.',
    AGE_BAND: 'Age in the year of the report.',
    STATUS: 'Where the cases stood when the month was published.',
    CHANNEL: 'The way the reports came.',
  },
);

export const GroupSchemeType = enumOf(
  'GroupScheme',
  'Which groups of problems a report lists, where not all eight.',
  {
    S1: 'The seven that the city of Banjar named in 2014: without violence, exploitation and discrimination.',
    UU11_2009:
      'The seven of UU 11/2009, article 5(2): destitution and deviance are one (ketunaan sosial dan penyimpangan perilaku).',
  },
);

@ArgsType()
export class StatisticsArgs {
  @Min(2000)
  @Max(2100)
  @Field(() => Int, { description: 'Year of the reports.' })
  year!: number;

  @Min(1)
  @Max(12)
  @Field(() => Int, {
    nullable: true,
    description: 'One month of it; all its published months when left out.',
  })
  month?: number | null;

  @Field(() => StatisticsBreakdown, {
    defaultValue: 'CATEGORY',
    description: 'Broken down by what.',
  })
  by: keyof typeof StatisticsBreakdown = 'CATEGORY';

  @Field(() => GroupSchemeType, {
    nullable: true,
    description: 'Which groups, with `by: GROUP`; all eight when left out.',
  })
  scheme?: keyof typeof GroupSchemeType | null;
}

@ObjectType({ description: 'A number of cases, as far as the caller may know it.' })
export class StatisticsCount {
  @Field(() => Int, { nullable: true, description: 'How many; null when suppressed.' })
  count!: number | null;

  @Field({ description: 'Whether the number is withheld so that nobody can be recognised.' })
  suppressed!: boolean;

  @Field(() => Int, {
    description:
      'What the months that may be known add up to; the number itself when it is not suppressed.',
  })
  atLeast!: number;
}

@ObjectType({ description: 'A line of a report.' })
export class StatisticsLine extends StatisticsCount {
  @Field({ description: 'The value, as a code.' })
  value!: string;

  @Field(() => LocalizedText, { description: 'The value in words.' })
  label!: Ref<LocalizedText>;
}

@ObjectType({
  description:
    'Cases reported in finished months, as they were published: a month is counted once, three days after its end, and stays so. Rejected reports are no cases; sealed cases (kasus tertutup) are in no number. Exact for the office in charge; other officials see districts and larger regions without numbers below 5, the public regencies and larger ones without numbers below 11, nor what would reveal one.',
})
export class WelfareStatistics {
  @Field(() => [String], {
    description: 'The published months that the numbers are made of: `2026-10`.',
  })
  months!: string[];

  @Field(() => StatisticsCount, { description: 'All cases.' })
  total!: Ref<StatisticsCount>;

  @Field(() => [StatisticsLine], {
    description: 'Every value, so that none and a few look the same; in the order of the law.',
  })
  lines!: Ref<StatisticsLine>[];
}

export function toStatisticsType(
  months: readonly string[],
  { total, values }: { total: ReportedCell; values: readonly ReportedCell[] },
  by: keyof typeof StatisticsBreakdown,
): WelfareStatistics {
  const lines = values.map((line) =>
    Object.assign(new StatisticsLine(), line, { label: labelOf(by, line.value) }),
  );
  return Object.assign(new WelfareStatistics(), {
    months: [...months],
    total: Object.assign(new StatisticsCount(), total),
    lines,
  });
}
