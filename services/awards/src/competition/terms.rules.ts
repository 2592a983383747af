import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { statedProblem } from '@jejaring/register/facts/stated-count.rules';
import type { JudgingScheme } from '../criteria/criteria.rules.js';
import { schemeProblem } from '../criteria/criteria.rules.js';
import type { EligibilityRule } from '../eligibility/eligibility.rules.js';
import { checkRules } from '../eligibility/rule-parameters.rules.js';

/** The days of a competition, in the time zone of its region; null where none is planned. */
export interface Calendar {
  nominationFrom: string | null;
  nominationTo: string | null;
  judgingFrom: string | null;
  judgingTo: string | null;
  announceOn: string | null;
}

/** What a place wins (uang pembinaan and goods). */
export interface Prize {
  rank: number;
  /** Such as Juara I. */
  title: string;
  /** Whole rupiah. */
  money: string | null;
  goods: string | null;
}

/** What may be changed until a competition is published. */
export interface CompetitionTerms {
  title: string;
  days: number;
  quotaPerSubRegion: number | null;
  winnersPlanned: number;
  /** How many of the best go on to the competition above. */
  promoteCount: number;
  /** Working days after the announcement in which it may be objected to (masa sanggah). */
  objectionDays: number;
  statedEntrants: Stated | null;
  eligibility: EligibilityRule[];
  /** Null where the organizer decides without score sheets. */
  judging: JudgingScheme | null;
  calendar: Calendar | null;
  prizes: Prize[];
}

const dayMs = 86_400_000;

function calendarProblem({ calendar, days }: CompetitionTerms): InvalidInput | null {
  if (calendar === null) return null;
  const { nominationFrom, nominationTo, judgingFrom, judgingTo, announceOn } = calendar;
  const planned = [nominationFrom, nominationTo, judgingFrom, judgingTo, announceOn].filter(
    (day) => day !== null,
  );
  if (planned.some((day, index) => index > 0 && day < planned[index - 1]!))
    return invalidInput('calendar', {
      en: 'The days of the calendar follow one another.',
      id: 'Tanggal pada jadwal harus berurutan.',
    });
  if (judgingFrom === null || judgingTo === null) return null;
  const judging = (Date.parse(judgingTo) - Date.parse(judgingFrom)) / dayMs + 1;
  if (judging === days) return null;
  return invalidInput('days', {
    en: 'The calendar gives the judging another number of days.',
    id: 'Jadwal memberi jumlah hari penilaian yang berbeda.',
  });
}

function countProblem({ promoteCount, winnersPlanned, prizes }: CompetitionTerms) {
  if (promoteCount > winnersPlanned)
    return invalidInput('promoteCount', {
      en: 'No more go on than win.',
      id: 'Yang diteruskan tidak boleh lebih dari jumlah pemenang.',
    });
  if (new Set(prizes.map(({ rank }) => rank)).size === prizes.length) return null;
  return invalidInput('prizes', {
    en: 'A place has two prizes.',
    id: 'Satu peringkat mempunyai dua hadiah.',
  });
}

/** Terms make sense in themselves. */
export function checkTerms(
  terms: CompetitionTerms,
): Decision<{ terms: CompetitionTerms }, InvalidInput> {
  const problem =
    statedProblem(terms.statedEntrants, 'statedEntrants') ??
    schemeProblem(terms.judging) ??
    calendarProblem(terms) ??
    countProblem(terms);
  if (problem !== null) return problem;
  const rules = checkRules(terms.eligibility);
  if (rules.refused !== null) return rules;
  return { refused: null, terms: { ...terms, eligibility: rules.rules } };
}

/** The day so many working days later: Saturdays and Sundays do not count, holidays do. */
export function workingDaysAfter(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  for (let left = count; left > 0;) {
    at.setUTCDate(at.getUTCDate() + 1);
    if (at.getUTCDay() % 6 !== 0) left -= 1;
  }
  return at.toISOString().slice(0, 10);
}
