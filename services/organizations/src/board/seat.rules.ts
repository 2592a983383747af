import { definePolicy } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice, roles, socialOffices } from '@jejaring/schema/roles';
import type { BoardDecree } from './board-decree.rules.js';
import { paperProblem } from './board-decree.rules.js';
import type { BoardWarning, SeatedPerson } from './board-seats.rules.js';
import { judgePersons } from './board-seats.rules.js';
import type { BoardRefusal, BoardState } from './board.rules.js';
import { standsFor } from './board.rules.js';

/** Proposed while its board is not in office, held from then on for its interval, withdrawn before. */
export const seatStatuses = ['PROPOSED', 'HELD', 'WITHDRAWN'] as const;
export type SeatStatus = (typeof seatStatuses)[number];

const offices = [...regencyOffice, ...provinceOffice, 'KEMENSOS_STAFF'] as const;

/** Seats of boards in office are public, with initials; those proposed are between board and offices. */
export const seatPolicy = definePolicy({
  table: 'seat',
  access: 'public',
  read: [
    { roles, everywhere: true, statuses: ['HELD'] },
    {
      roles: [...socialOffices, 'VILLAGE_HEAD', 'DISTRICT_HEAD', 'DISTRICT_SOCIAL_SECTION'],
      within: 'region_code',
    },
    { roles: ['KT_OFFICER'], organization: 'organization_id' },
    {
      roles: ['KT_OFFICER'],
      through: {
        column: 'board_id',
        relation: 'board',
        key: 'id',
        organization: 'ratifier_organization_id',
        statuses: ['ELECTED', 'RATIFIED'],
      },
    },
  ],
  write: [
    { roles: [...offices, 'VILLAGE_HEAD', 'DISTRICT_HEAD'], within: 'region_code' },
    { roles: ['KT_OFFICER'], organization: 'organization_id', statuses: ['PROPOSED', 'WITHDRAWN'] },
  ],
  commands: {},
});

export interface SeatChange {
  /** First day in the seat, or without it; the term decides while the board is not in office. */
  on: string | null;
  decree: BoardDecree | null;
}

const needed = (field: string): InvalidInput =>
  invalidInput(field, {
    en: 'Who sits on a board in office changes on a day and by decree.',
    id: 'Pergantian antarwaktu memerlukan tanggal dan surat keputusan.',
  });

/** A change on a board in office rests on a decree and lies inside its term. */
function changeProblem(
  board: BoardState,
  { on, decree }: SeatChange,
  today: string,
): InvalidInput | null {
  if (board.status !== 'CONFIRMED') return null;
  if (on === null) return needed('on');
  if (decree === null) return needed('decree');
  const problem = paperProblem(decree, board, today);
  if (problem !== null) return problem;
  if (board.termStart! <= on && on < board.termEnd! && on <= today) return null;
  return invalidInput('on', {
    en: 'This day lies outside the term, or is still to come.',
    id: 'Tanggal ini di luar masa bakti atau belum tiba.',
  });
}

/** Gives somebody a seat: proposed on a draft, held from a day on while the board is in office. */
export function seat(
  board: BoardState,
  change: SeatChange & { person: SeatedPerson; today: string },
  caller: Caller,
): Decision<
  {
    status: SeatStatus;
    validFrom: string | null;
    validTo: string | null;
    warnings: BoardWarning[];
  },
  BoardRefusal
> {
  const { person, today, on } = change;
  const refused = standsFor('SEAT', board, caller) ?? changeProblem(board, change, today);
  if (refused !== null) return refused;
  const inOffice = board.status === 'CONFIRMED';
  const day = inOffice ? on! : today;
  const judged = judgePersons([person], { day, field: 'on', regionCode: board.regionCode });
  if (judged.refused !== null) return judged;
  const { warnings } = judged;
  if (!inOffice)
    return { refused: null, status: 'PROPOSED', validFrom: null, validTo: null, warnings };
  return { refused: null, status: 'HELD', validFrom: on, validTo: board.termEnd, warnings };
}

export interface SeatState {
  status: SeatStatus;
  validFrom: string | null;
  validTo: string | null;
}

/** Takes somebody from a seat: a proposal is withdrawn, a held seat ends on a day. */
export function unseat(
  board: BoardState,
  held: SeatState,
  change: SeatChange & { today: string },
  caller: Caller,
): Decision<{ status: SeatStatus; validTo: string | null }, BoardRefusal> {
  const { on, today } = change;
  const refused = standsFor('UNSEAT', board, caller) ?? changeProblem(board, change, today);
  if (refused !== null) return refused;
  if (held.status === 'PROPOSED') return { refused: null, status: 'WITHDRAWN', validTo: null };
  if (held.status === 'HELD' && held.validFrom! <= on! && on! < held.validTo!)
    return { refused: null, status: 'HELD', validTo: on };
  return invalidInput('on', {
    en: 'The seat is not held on that day.',
    id: 'Kursi itu tidak dijabat pada tanggal tersebut.',
  });
}
