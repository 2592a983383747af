import { enumOf } from '@jejaring/chassis/graph/enums';
import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { OrganizationClassType } from '@jejaring/register/facts/organization-class.types';
import { Matches, Max, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import { explain } from './eligibility-words.js';
import type { EligibilityRule, RuleResult } from './eligibility.rules.js';

type Ref<T> = T;

export const EligibilityRuleKind = enumOf(
  'EligibilityRuleKind',
  'What a competition may demand of its nominees.',
  {
    ACTIVE_REGISTRATION: 'It is registered and active.',
    TRAINING_COMPLETED:
      'At least `min` of its participants were certified (Bimtek), within `withinMonths` when given.',
    CASES_HANDLED: 'It handled at least `min` closed cases, since `sinceMonth` when given.',
    NO_SUSPENSION: 'It is not suspended.',
    NOT_WINNER_WITHIN: 'It won no award in the last `years` years.',
    CONFIRMED_BOARD_ON:
      'Its board is in office by decree, on the day `on` or else on that of the nomination.',
    CLASS_AT_LEAST: 'A Karang Taruna of at least the class `class`.',
    CHAMPION_OF_LOWER_TIER: 'It is among the best of a competition that leads up to this one.',
  },
);

export const EligibilityCheckKind = enumOf(
  'EligibilityCheckKind',
  'What a nominee was checked for: a rule of the competition, or whether it may enter at all.',
  {
    ADMISSIBLE: 'It is of the competition’s category and seated inside its region.',
    ACTIVE_REGISTRATION: 'It is registered and active.',
    TRAINING_COMPLETED: 'Enough of its participants were certified.',
    CASES_HANDLED: 'It handled enough cases.',
    NO_SUSPENSION: 'It is not suspended.',
    NOT_WINNER_WITHIN: 'It won no award lately.',
    CONFIRMED_BOARD_ON: 'Its board is in office.',
    CLASS_AT_LEAST: 'Its class is high enough.',
    CHAMPION_OF_LOWER_TIER: 'It is among the best of the tier below.',
  },
);

export const EligibilityOutcome = enumOf('EligibilityOutcome', 'How a rule was answered.', {
  PASS: 'Met.',
  FAIL: 'Not met.',
  UNKNOWN: 'Not known here yet; the organizer looks into it.',
});

@InputType({ description: 'One condition for nominees.' })
export class EligibilityRuleInput {
  @Field(() => EligibilityRuleKind, { description: 'Which.' })
  rule!: keyof typeof EligibilityRuleKind;

  @Min(1)
  @Max(1_000)
  @Field(() => Int, {
    nullable: true,
    description: 'How many: TRAINING_COMPLETED and CASES_HANDLED need it.',
  })
  min?: number | null;

  @Min(1)
  @Max(600)
  @Field(() => Int, {
    nullable: true,
    description: 'TRAINING_COMPLETED: months before the day of the nomination.',
  })
  withinMonths?: number | null;

  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '$property is a month, as 2026-01' })
  @Field(() => String, {
    nullable: true,
    description: 'CASES_HANDLED: first month that counts, `2026-01`.',
  })
  sinceMonth?: string | null;

  @Min(1)
  @Max(50)
  @Field(() => Int, {
    nullable: true,
    description: 'NOT_WINNER_WITHIN: years before the day of the nomination.',
  })
  years?: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'CONFIRMED_BOARD_ON: the day, when not that of the nomination.',
  })
  on?: string | null;

  @Field(() => OrganizationClassType, {
    nullable: true,
    description: 'CLASS_AT_LEAST: the lowest.',
  })
  class?: keyof typeof OrganizationClassType | null;
}

export const toRule = (input: EligibilityRuleInput): EligibilityRule => ({
  rule: input.rule,
  min: input.min ?? null,
  withinMonths: input.withinMonths ?? null,
  sinceMonth: input.sinceMonth ?? null,
  years: input.years ?? null,
  on: input.on ?? null,
  class: input.class ?? null,
});

@Cached()
@ObjectType('EligibilityRule', { description: 'One condition for nominees.' })
export class EligibilityRuleType {
  @Field(() => EligibilityRuleKind, { description: 'Which.' })
  rule!: keyof typeof EligibilityRuleKind;

  @Field(() => Int, { nullable: true, description: 'How many are needed.' })
  min!: number | null;

  @Field(() => Int, { nullable: true, description: 'Months before the day of the nomination.' })
  withinMonths!: number | null;

  @Field(() => String, { nullable: true, description: 'First month that counts, `2026-01`.' })
  sinceMonth!: string | null;

  @Field(() => Int, { nullable: true, description: 'Years before the day of the nomination.' })
  years!: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which a board is in office.' })
  on!: string | null;

  @Field(() => OrganizationClassType, { nullable: true, description: 'The lowest class.' })
  class!: keyof typeof OrganizationClassType | null;
}

@ObjectType('EligibilityFact', { description: 'A number or a day that an answer rests on.' })
export class EligibilityFactType {
  @Field({
    description:
      'What it tells: `kindFits`, `seatFits`, `active`, `notSuspended` (1 or 0), `certificates`, `cases`, `awards`, `required`, `since`, `latest`, `on`, `termStart`, `termEnd`, `class` (1 to 4, the lowest first), `year`, `champion`.',
  })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'The number; null for a day.' })
  number!: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day; null for a number.' })
  date!: string | null;
}

@ObjectType('EligibilityResult', {
  description: 'How one rule was answered for a nominee, and from what.',
})
export class EligibilityResultType {
  @Field(() => EligibilityCheckKind, { description: 'Which rule.' })
  rule!: keyof typeof EligibilityCheckKind;

  @Field(() => EligibilityOutcome, { description: 'The answer.' })
  outcome!: keyof typeof EligibilityOutcome;

  @Field(() => LocalizedText, { description: 'The answer in words, ready to show.' })
  explanation!: Ref<LocalizedText>;

  @Field(() => [EligibilityFactType], { description: 'What the answer rests on.' })
  facts!: Ref<EligibilityFactType>[];
}

export function toResultType({ rule, outcome, facts }: RuleResult): EligibilityResultType {
  const explanation = Object.assign(new LocalizedText(), explain(rule, outcome, facts));
  return Object.assign(new EligibilityResultType(), {
    rule,
    outcome,
    explanation,
    facts: facts.map((fact) => Object.assign(new EligibilityFactType(), fact)),
  });
}
