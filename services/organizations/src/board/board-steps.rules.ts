import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { addYears, policyOn } from '../regulation-policy/regulation-policy.rules.js';
import type { BoardDecree } from './board-decree.rules.js';
import { paperProblem } from './board-decree.rules.js';
import type { BoardWarning, SeatedPerson } from './board-seats.rules.js';
import { judgeBoard } from './board-seats.rules.js';
import type { BoardRefusal, BoardState } from './board.rules.js';
import { standsFor } from './board.rules.js';

export const forums = ['MWKT', 'TEMU_KARYA'] as const;
export type Forum = (typeof forums)[number];

const stillToCome = (field: string) =>
  invalidInput(field, { en: 'This day is still to come.', id: 'Tanggal ini belum tiba.' });
const tooEarly = (field: string) =>
  invalidInput(field, {
    en: 'This day lies before the step that comes first.',
    id: 'Tanggal ini mendahului tahap sebelumnya.',
  });

/** A day on which something was done: it has come, and nothing that comes first is later. */
function dayProblem(
  day: string,
  { field, today, after = null }: { field: string; today: string; after?: string | null },
): InvalidInput | null {
  if (day > today) return stillToCome(field);
  return after !== null && day < after ? tooEarly(field) : null;
}

export interface Election {
  forum: Forum;
  heldOn: string;
}

/** A forum of the organization elects its board: the village's own assembly, or the meeting of the level. */
export function elect(
  board: BoardState,
  { forum, heldOn }: Election,
  { seats, today }: { seats: readonly SeatedPerson[]; today: string },
  caller: Caller,
): Decision<{ status: 'ELECTED'; warnings: BoardWarning[] }, BoardRefusal> {
  const refused =
    standsFor('ELECT', board, caller) ?? dayProblem(heldOn, { field: 'heldOn', today });
  if (refused !== null) return refused;
  if ((forum === 'MWKT') !== (board.level === 'VILLAGE')) {
    return invalidInput('forum', {
      en: 'A village elects in its assembly (MWKT), a higher level in its meeting (Temu Karya).',
      id: 'Desa/kelurahan memilih melalui MWKT, tingkat di atasnya melalui Temu Karya.',
    });
  }
  const judged = judgeBoard(seats, { day: heldOn, field: 'heldOn', regionCode: board.regionCode });
  if (judged.refused !== null) return judged;
  return { refused: null, status: 'ELECTED', warnings: judged.warnings };
}

/** The next higher board agrees. */
export function ratify(
  board: BoardState,
  ratifiedOn: string,
  today: string,
  caller: Caller,
): Decision<{ status: 'RATIFIED' }, BoardRefusal> {
  const refused =
    standsFor('RATIFY', board, caller) ??
    dayProblem(ratifiedOn, { field: 'ratifiedOn', today, after: board.heldOn });
  return refused ?? { refused: null, status: 'RATIFIED' };
}

/** Without a higher board in office nobody could ratify: the office passes over it, and says why. */
export function skipRatification(
  board: BoardState,
  higherInOffice: boolean,
  caller: Caller,
): Decision<{ status: 'RATIFIED' }, BoardRefusal> {
  const refused = standsFor('SKIP_RATIFICATION', board, caller);
  if (refused !== null) return refused;
  if (higherInOffice) return { refused: 'higher-board-in-office' };
  return { refused: null, status: 'RATIFIED' };
}

export interface Confirmation {
  decree: BoardDecree;
  termStart: string | null;
  termEnd: string | null;
}

export interface Term {
  termStart: string;
  termEnd: string;
}

/** From the day of the decree for as long as the policy of that day says, unless the decree says otherwise. */
function termOf(
  board: BoardState,
  { decree, termStart, termEnd }: Confirmation,
): Decision<Term & { isUsual: boolean }, InvalidInput> {
  const years = policyOn(decree.issuedOn)?.termYears[board.level];
  if (years === undefined) {
    return invalidInput('decree.issuedOn', {
      en: 'No regulation of that day is recorded.',
      id: 'Peraturan yang berlaku pada tanggal itu belum tercatat.',
    });
  }
  const start = termStart ?? decree.issuedOn;
  const usual = addYears(start, years);
  const end = termEnd ?? usual;
  if (board.heldOn !== null && start < board.heldOn) return tooEarly('termStart');
  if (end <= start) {
    return invalidInput('termEnd', {
      en: 'The term would end before it begins.',
      id: 'Masa bakti berakhir sebelum dimulai.',
    });
  }
  return { refused: null, termStart: start, termEnd: end, isUsual: end === usual };
}

/** A decree puts the board into office; the law of the day of the decree holds for its whole term. */
export function confirm(
  board: BoardState,
  input: Confirmation,
  { seats, today }: { seats: readonly SeatedPerson[]; today: string },
  caller: Caller,
): Decision<
  Term & { status: 'CONFIRMED'; regulations: string[]; warnings: BoardWarning[] },
  BoardRefusal
> {
  const { issuedOn: day } = input.decree;
  const field = 'decree.issuedOn';
  const refused =
    standsFor('CONFIRM', board, caller) ??
    paperProblem(input.decree, board, today) ??
    dayProblem(day, { field, today, after: board.ratifiedOn ?? board.heldOn });
  if (refused !== null) return refused;
  const term = termOf(board, input);
  if (term.refused !== null) return term;
  const judged = judgeBoard(seats, { day, field, regionCode: board.regionCode });
  if (judged.refused !== null) return judged;
  const { termStart, termEnd, isUsual } = term;
  const warnings = [
    ...judged.warnings,
    ...(isUsual ? [] : (['TERM_DIFFERS_FROM_POLICY'] as const)),
  ];
  const { regulations } = judged;
  return { refused: null, status: 'CONFIRMED', termStart, termEnd, regulations, warnings };
}

/** A decree takes the board out of office before its time. */
export function revoke(
  board: BoardState,
  { decree, revokedOn }: { decree: BoardDecree; revokedOn: string },
  today: string,
  caller: Caller,
): Decision<{ status: 'REVOKED'; endedOn: string }, BoardRefusal> {
  const refused =
    standsFor('REVOKE', board, caller) ??
    paperProblem(decree, board, today) ??
    dayProblem(revokedOn, { field: 'revokedOn', today, after: board.termStart });
  if (refused !== null) return refused;
  if (board.termEnd !== null && revokedOn < board.termEnd)
    return { refused: null, status: 'REVOKED', endedOn: revokedOn };
  return invalidInput('revokedOn', {
    en: 'The term has ended by then.',
    id: 'Masa bakti telah berakhir pada tanggal itu.',
  });
}
