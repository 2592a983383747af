import { covers } from '@jejaring/chassis/work/scope.rules';
import { organizationClasses } from '@jejaring/schema/vocabulary';

export type OrganizationClass = (typeof organizationClasses)[number];

export const eligibilityRules = [
  'ACTIVE_REGISTRATION',
  'TRAINING_COMPLETED',
  'CASES_HANDLED',
  'NO_SUSPENSION',
  'NOT_WINNER_WITHIN',
  'CONFIRMED_BOARD_ON',
  'CLASS_AT_LEAST',
  'CHAMPION_OF_LOWER_TIER',
] as const;

/** One condition of a competition, as data: fixed when the competition is published. */
export interface EligibilityRule {
  rule: (typeof eligibilityRules)[number];
  min: number | null;
  withinMonths: number | null;
  sinceMonth: string | null;
  years: number | null;
  /** The day a board must be in office; the day of the nomination without it. */
  on: string | null;
  class: OrganizationClass | null;
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
  /** Terms of its boards; the end is the first day without the board. */
  boards: readonly { termStart: string; termEnd: string }[];
  classes: readonly { year: number; class: OrganizationClass }[];
  /** Whether it is among the best of a competition that leads up to this one; null while none there is decided. */
  champion: boolean | null;
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

/** What holds passes whoever it is; what does not is a failure only of an organization that is known. */
const holding = (holds: boolean, { organization }: NomineeFacts): RuleOutcome => {
  if (holds) return 'PASS';
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
    outcome: holding(counted.length >= required, facts),
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
    outcome: holding(cases >= required, facts),
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

const latestOf = <Row>(rows: readonly Row[], key: (row: Row) => string | number): Row | null =>
  [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)).at(-1) ?? null;

/** A board is in office by its decree, for its term (Permensos 25/2019: five years). */
const boardConfirmed: Evaluate = ({ on }, facts, day) => {
  const { boards } = facts;
  const asked = on ?? day;
  const inOffice = boards.find(({ termStart, termEnd }) => termStart <= asked && asked < termEnd);
  const shown = inOffice ?? latestOf(boards, ({ termStart }) => termStart);
  // Who has no board and whose board nobody has told of yet look alike from here.
  if (shown === null) return { outcome: 'UNKNOWN', facts: [date('on', asked)] };
  return {
    outcome: holding(inOffice !== undefined, facts),
    facts: [date('on', asked), date('termStart', shown.termStart), date('termEnd', shown.termEnd)],
  };
};

const classAtLeast: Evaluate = ({ class: least }, facts, day) => {
  const known = latestOf(
    facts.classes.filter(({ year }) => year <= Number(day.slice(0, 4))),
    ({ year }) => year,
  );
  if (known === null) return { outcome: 'UNKNOWN', facts: [] };
  const height = organizationClasses.indexOf(known.class) + 1;
  const required = organizationClasses.indexOf(least ?? 'TUMBUH') + 1;
  return {
    outcome: holding(height >= required, facts),
    facts: [number('class', height), number('required', required), number('year', known.year)],
  };
};

const champion: Evaluate = (_rule, facts) => {
  if (facts.champion === null) return { outcome: 'UNKNOWN', facts: [] };
  return {
    outcome: holding(facts.champion, facts),
    facts: [number('champion', Number(facts.champion))],
  };
};

const evaluators: Record<EligibilityRule['rule'], Evaluate> = {
  ACTIVE_REGISTRATION: standing('active', (status) => status === 'ACTIVE'),
  NO_SUSPENSION: standing('notSuspended', (status) => status !== 'SUSPENDED'),
  TRAINING_COMPLETED: trained,
  CASES_HANDLED: handled,
  NOT_WINNER_WITHIN: notWinner,
  CONFIRMED_BOARD_ON: boardConfirmed,
  CLASS_AT_LEAST: classAtLeast,
  CHAMPION_OF_LOWER_TIER: champion,
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
