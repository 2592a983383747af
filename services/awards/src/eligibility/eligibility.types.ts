import { enumOf } from '@jejaring/chassis/graph/enums';
import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Matches, Max, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type {
  EligibilityFact,
  EligibilityRule,
  RuleOutcome,
  RuleResult,
} from './eligibility.rules.js';

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

  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
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
}

export const toRule = (input: EligibilityRuleInput): EligibilityRule => ({
  rule: input.rule,
  min: input.min ?? null,
  withinMonths: input.withinMonths ?? null,
  sinceMonth: input.sinceMonth ?? null,
  years: input.years ?? null,
});

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
}

@ObjectType('EligibilityFact', { description: 'A number or a day that an answer rests on.' })
export class EligibilityFactType {
  @Field({
    description:
      'What it tells: `kindFits`, `seatFits`, `active`, `notSuspended` (1 or 0), `certificates`, `cases`, `awards`, `required`, `since`, `latest`.',
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

type Words = Record<
  'PASS' | 'FAIL',
  (fact: (name: string) => string) => { en: string; id: string }
>;

const words: Record<RuleResult['rule'], Words> = {
  ADMISSIBLE: {
    PASS: () => ({
      en: 'It is of the right kind and seated inside the region.',
      id: 'Jenisnya sesuai dan berkedudukan di wilayah lomba.',
    }),
    FAIL: () => ({
      en: 'It is of another kind or seated elsewhere.',
      id: 'Jenisnya lain atau berkedudukan di tempat lain.',
    }),
  },
  ACTIVE_REGISTRATION: {
    PASS: () => ({ en: 'It is registered and active.', id: 'Terdaftar dan aktif.' }),
    FAIL: () => ({ en: 'It is not active in the register.', id: 'Tidak aktif dalam registrasi.' }),
  },
  NO_SUSPENSION: {
    PASS: () => ({ en: 'It is not suspended.', id: 'Tidak sedang dibekukan.' }),
    FAIL: () => ({ en: 'It is suspended.', id: 'Sedang dibekukan.' }),
  },
  TRAINING_COMPLETED: {
    PASS: (fact) => ({
      en: `${fact('certificates')} certificates count; ${fact('required')} are needed.`,
      id: `${fact('certificates')} sertifikat terhitung; diperlukan ${fact('required')}.`,
    }),
    FAIL: (fact) => ({
      en: `Only ${fact('certificates')} certificates count; ${fact('required')} are needed.`,
      id: `Hanya ${fact('certificates')} sertifikat terhitung; diperlukan ${fact('required')}.`,
    }),
  },
  CASES_HANDLED: {
    PASS: (fact) => ({
      en: `It handled ${fact('cases')} cases; ${fact('required')} are needed.`,
      id: `Menangani ${fact('cases')} kasus; diperlukan ${fact('required')}.`,
    }),
    FAIL: (fact) => ({
      en: `It handled only ${fact('cases')} cases; ${fact('required')} are needed.`,
      id: `Hanya menangani ${fact('cases')} kasus; diperlukan ${fact('required')}.`,
    }),
  },
  NOT_WINNER_WITHIN: {
    PASS: (fact) => ({
      en: `It won no award since ${fact('since')}.`,
      id: `Tidak menerima penghargaan sejak ${fact('since')}.`,
    }),
    FAIL: (fact) => ({
      en: `It won an award on ${fact('latest')}.`,
      id: `Menerima penghargaan pada ${fact('latest')}.`,
    }),
  },
};

const unknown = {
  en: 'The register has not told of this organization yet.',
  id: 'Organisasi ini belum dikenal dari registrasi.',
};

function explain(
  rule: RuleResult['rule'],
  outcome: RuleOutcome,
  facts: readonly EligibilityFact[],
) {
  if (outcome === 'UNKNOWN') return unknown;
  const fact = (name: string) => {
    const found = facts.find((one) => one.name === name);
    return String(found?.number ?? found?.date ?? '');
  };
  return words[rule][outcome](fact);
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
