import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import { covers } from '@jejaring/chassis/work/scope.rules';
import { boardPositions } from '@jejaring/schema/vocabulary';
import { ageOn, policyOn } from '../regulation-policy/regulation-policy.rules.js';

export type BoardPosition = (typeof boardPositions)[number];

/** The three that every board has, held by three persons. */
export const corePositions = ['CHAIR', 'SECRETARY', 'TREASURER'] as const;

export const isCore = (position: BoardPosition): boolean =>
  (corePositions as readonly string[]).includes(position);

export const endReasons = ['RESIGNED', 'DISMISSED', 'MOVED_AWAY', 'DECEASED', 'OTHER'] as const;
export type EndReason = (typeof endReasons)[number];

/** What is worth a look and no ground to refuse. */
export const boardWarnings = [
  'OFFICER_ABOVE_AGE_LIMIT',
  'OFFICER_RESIDES_ELSEWHERE',
  'TERM_DIFFERS_FROM_POLICY',
] as const;
export type BoardWarning = (typeof boardWarnings)[number];

/** Somebody with a seat, as far as the rules look at them. */
export interface SeatedPerson {
  officerId: string;
  position: BoardPosition;
  birthDate: string;
  residenceRegionCode: string;
}

export type SeatProblem =
  | { refused: 'core-incomplete'; missing: BoardPosition[] }
  | { refused: 'core-not-distinct' }
  | { refused: 'officer-too-young'; officerIds: string[]; minimum: number }
  | { refused: 'too-few-officers'; minimum: number };

function coreProblem(seats: readonly SeatedPerson[]): SeatProblem | null {
  const core = seats.filter(({ position }) => isCore(position));
  const missing = corePositions.filter((wanted) => core.every((seat) => seat.position !== wanted));
  if (missing.length > 0) return { refused: 'core-incomplete', missing };
  const persons = new Set(core.map(({ officerId }) => officerId));
  return persons.size === core.length ? null : { refused: 'core-not-distinct' };
}

const noPolicy = (field: string) =>
  invalidInput(field, {
    en: 'No regulation of that day is recorded.',
    id: 'Peraturan yang berlaku pada tanggal itu belum tercatat.',
  });

type Judged = Decision<
  { regulations: string[]; warnings: BoardWarning[] },
  SeatProblem | InvalidInput
>;

/**
 * Persons by the policy of a day: who is too young is refused. Who is too old, or lives outside the
 * organization's region, is warned of, for the text of 2019 was read both ways.
 */
export function judgePersons(
  seats: readonly SeatedPerson[],
  { day, field, regionCode }: { day: string; field: string; regionCode: string },
): Judged {
  const policy = policyOn(day);
  if (policy === null) return noPolicy(field);
  const { officerAgeMin: minimum, officerAgeMax, regulations } = policy;
  const aged = seats.map((seat) => ({ ...seat, age: ageOn(seat.birthDate, day) }));
  const tooYoung = aged.filter(({ age }) => age < minimum);
  if (tooYoung.length > 0) {
    const officerIds = tooYoung.map(({ officerId }) => officerId);
    return { refused: 'officer-too-young', officerIds, minimum };
  }
  const tooOld = officerAgeMax !== null && aged.some(({ age }) => age > officerAgeMax);
  const elsewhere = seats.some((seat) => !covers(regionCode, seat.residenceRegionCode));
  const warnings: BoardWarning[] = [
    ...(tooOld ? (['OFFICER_ABOVE_AGE_LIMIT'] as const) : []),
    ...(elsewhere ? (['OFFICER_RESIDES_ELSEWHERE'] as const) : []),
  ];
  return { refused: null, regulations: [...regulations], warnings };
}

/** A whole board: chair, secretary and treasurer are three persons, and there are enough of them. */
export function judgeBoard(
  seats: readonly SeatedPerson[],
  on: { day: string; field: string; regionCode: string },
): Judged {
  const core = coreProblem(seats);
  if (core !== null) return core;
  const minimum = policyOn(on.day)?.minOfficers ?? null;
  const persons = new Set(seats.map(({ officerId }) => officerId));
  if (minimum !== null && persons.size < minimum) return { refused: 'too-few-officers', minimum };
  return judgePersons(seats, on);
}
