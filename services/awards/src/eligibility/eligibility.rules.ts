import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import { covers } from '@jejaring/chassis/work/scope.rules';

export const eligibilityRules = [
  'ACTIVE_REGISTRATION',
  'TRAINING_COMPLETED',
  'CASES_HANDLED',
  'NO_SUSPENSION',
  'NOT_WINNER_WITHIN',
] as const;

/** One condition of a competition, as data: fixed when the competition is published. */
export interface EligibilityRule {
  rule: (typeof eligibilityRules)[number];
  min: number | null;
  withinMonths: number | null;
  sinceMonth: string | null;
  years: number | null;
}

export type RuleOutcome = 'PASS' | 'FAIL' | 'UNKNOWN';
export type Verdict = 'ELIGIBLE' | 'INELIGIBLE' | 'NEEDS_REVIEW';

/** A number or a day that an answer rests on. */
export interface EligibilityFact {
  name: string;
  number: number | null;
  date: string | null;
}

export interface RuleResult {
  rule: EligibilityRule['rule'] | 'ADMISSIBLE';
  outcome: RuleOutcome;
  facts: EligibilityFact[];
}

/** What is known of a nominee, all of it from events and from awards granted here. */
export interface NomineeFacts {
  /** Null while the register has not told of it. */
  organization: { kind: string; regionCode: string; status: string } | null;
  /** Days of issue of the certificates that count. */
  certificates: readonly string[];
  handledCases: readonly { month: string; cases: number }[];
  /** Days on which it was awarded before. */
  awards: readonly string[];
}

/** What a nominee is measured by. */
export interface Measure {
  category: string;
  /** Region of the competition; '' for the nation. */
  regionCode: string;
  /** Where the nomination says that the nominee is seated. */
  seat: string;
  /** The day of submission: the answer depends on facts, never on when they arrive. */
  day: string;
  rules: readonly EligibilityRule[];
}

const number = (name: string, value: number): EligibilityFact => ({
  name,
  number: value,
  date: null,
});
const date = (name: string, value: string): EligibilityFact => ({
  name,
  number: null,
  date: value,
});

// Western Indonesia Time, the ministry's own: a day there, whatever the clock of the server.
const zoneOffsetMs = 7 * 3_600_000;

export const dayOf = (at: Date): string =>
  new Date(at.getTime() + zoneOffsetMs).toISOString().slice(0, 10);

/** The same day some months earlier, or the last of that month where it is shorter. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  first.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()));
  return first.toISOString().slice(0, 10);
}

export const isInside = (region: string, code: string): boolean =>
  region === '' || covers(region, code);

/** A nominee is of the competition's kind, seated inside its region, and where the nomination says. */
function admissible({ category, regionCode, seat }: Measure, facts: NomineeFacts): RuleResult {
  const { organization } = facts;
  const rule = 'ADMISSIBLE';
  if (organization === null) return { rule, outcome: 'UNKNOWN', facts: [] };
  const kindFits = organization.kind === category;
  const seatFits = organization.regionCode === seat && isInside(regionCode, seat);
  return {
    rule,
    outcome: kindFits && seatFits ? 'PASS' : 'FAIL',
    facts: [number('kindFits', Number(kindFits)), number('seatFits', Number(seatFits))],
  };
}

/** Enough passes whoever it is; too few is a failure only of an organization that is known. */
const reaches = (have: number, need: number, { organization }: NomineeFacts): RuleOutcome => {
  if (have >= need) return 'PASS';
  return organization === null ? 'UNKNOWN' : 'FAIL';
};

type Evaluate = (
  rule: EligibilityRule,
  facts: NomineeFacts,
  day: string,
) => Omit<RuleResult, 'rule'>;

const standing =
  (name: string, holds: (status: string) => boolean): Evaluate =>
  (_rule, { organization }) => {
    if (organization === null) return { outcome: 'UNKNOWN', facts: [] };
    const kept = holds(organization.status);
    return { outcome: kept ? 'PASS' : 'FAIL', facts: [number(name, Number(kept))] };
  };

const trained: Evaluate = ({ min, withinMonths }, facts, day) => {
  const required = min ?? 1;
  const since = withinMonths === null ? null : monthsBefore(day, withinMonths);
  const counted = facts.certificates.filter((issuedOn) => since === null || issuedOn >= since);
  const latest = [...counted].sort().at(-1);
  return {
    outcome: reaches(counted.length, required, facts),
    facts: [
      number('certificates', counted.length),
      number('required', required),
      ...(since === null ? [] : [date('since', since)]),
      ...(latest === undefined ? [] : [date('latest', latest)]),
    ],
  };
};

const handled: Evaluate = ({ min, sinceMonth }, facts) => {
  const required = min ?? 1;
  const counted = facts.handledCases.filter(
    ({ month }) => sinceMonth === null || month >= sinceMonth,
  );
  const cases = counted.reduce((sum, month) => sum + month.cases, 0);
  return {
    outcome: reaches(cases, required, facts),
    facts: [
      number('cases', cases),
      number('required', required),
      ...(sinceMonth === null ? [] : [date('since', `${sinceMonth}-01`)]),
    ],
  };
};

const notWinner: Evaluate = ({ years }, { awards }, day) => {
  const since = monthsBefore(day, (years ?? 1) * 12);
  const counted = awards.filter((grantedOn) => grantedOn >= since);
  const latest = [...counted].sort().at(-1);
  return {
    outcome: counted.length === 0 ? 'PASS' : 'FAIL',
    facts: [
      number('awards', counted.length),
      date('since', since),
      ...(latest === undefined ? [] : [date('latest', latest)]),
    ],
  };
};

const evaluators: Record<EligibilityRule['rule'], Evaluate> = {
  ACTIVE_REGISTRATION: standing('active', (status) => status === 'ACTIVE'),
  NO_SUSPENSION: standing('notSuspended', (status) => status !== 'SUSPENDED'),
  TRAINING_COMPLETED: trained,
  CASES_HANDLED: handled,
  NOT_WINNER_WITHIN: notWinner,
};

/** Each rule's answer with the facts it rests on. */
export const evaluate = (measure: Measure, facts: NomineeFacts): RuleResult[] => [
  admissible(measure, facts),
  ...measure.rules.map((rule) => ({
    rule: rule.rule,
    ...evaluators[rule.rule](rule, facts, measure.day),
  })),
];

/** One failure excludes; what nobody knows is for the organizer to find out, not for a machine to guess. */
export function verdict(results: readonly RuleResult[]): Verdict {
  const outcomes = results.map(({ outcome }) => outcome);
  if (outcomes.includes('FAIL')) return 'INELIGIBLE';
  return outcomes.includes('UNKNOWN') ? 'NEEDS_REVIEW' : 'ELIGIBLE';
}

type Parameter = Exclude<keyof EligibilityRule, 'rule'>;

const parameters: Record<
  EligibilityRule['rule'],
  { needs: readonly Parameter[]; takes: readonly Parameter[] }
> = {
  ACTIVE_REGISTRATION: { needs: [], takes: [] },
  TRAINING_COMPLETED: { needs: ['min'], takes: ['min', 'withinMonths'] },
  CASES_HANDLED: { needs: ['min'], takes: ['min', 'sinceMonth'] },
  NO_SUSPENSION: { needs: [], takes: [] },
  NOT_WINNER_WITHIN: { needs: ['years'], takes: ['years'] },
};

const wrong = (en: string, id: string) => invalidInput('eligibility', { en, id });

function misfit(given: EligibilityRule): InvalidInput | null {
  const { needs, takes } = parameters[given.rule];
  const all: readonly Parameter[] = ['min', 'withinMonths', 'sinceMonth', 'years'];
  const missing = needs.find((name) => given[name] === null);
  if (missing)
    return wrong(`${given.rule} needs ${missing}.`, `${given.rule} memerlukan ${missing}.`);
  const foreign = all.find((name) => given[name] !== null && !takes.includes(name));
  if (foreign)
    return wrong(
      `${given.rule} does not take ${foreign}.`,
      `${given.rule} tidak memakai ${foreign}.`,
    );
  return null;
}

/** Each rule once, with the parameters that belong to it and no others. */
export function checkRules(
  rules: readonly EligibilityRule[],
): Decision<{ rules: EligibilityRule[] }, InvalidInput> {
  if (new Set(rules.map(({ rule }) => rule)).size < rules.length)
    return wrong('A rule stands twice.', 'Satu aturan ditulis dua kali.');
  const problem = rules.map(misfit).find((found) => found !== null);
  return problem ?? { refused: null, rules: [...rules] };
}
