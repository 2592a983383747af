import { encodeId } from '@jejaring/chassis/graph/ids';
import { invalidInput, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import {
  officerSeated,
  officerUnseated,
} from '@jejaring/schema/events/organizations-boards.events';
import { In } from 'typeorm';
import { openBirthDate, subjectOf } from '../officer/officer-secrets.js';
import { Officer } from '../officer/officer.entity.js';
import { beginActing, endActing } from './acting.service.js';
import { today } from './board-days.js';
import type { BoardDecree } from './board-decree.rules.js';
import type { BoardPosition, EndReason, SeatedPerson } from './board-seats.rules.js';
import { isCore } from './board-seats.rules.js';
import { Board, Seat } from './board.entity.js';
import type { SeatChange } from './seat.rules.js';
import { seat, unseat } from './seat.rules.js';

export interface Place {
  officerId: string;
  position: BoardPosition;
  sectionName: string | null;
}

/**
 * The persons of seats, as the rules look at them. Somebody of a village may sit on the board of its
 * district, which does not see the village's officers: what is not the caller's stays inside.
 */
export async function findOfficers(work: Work, ids: string[]): Promise<Map<string, Officer>> {
  const found = await work.beyondScope(() => work.list(Officer, { id: In(ids) }));
  const known = new Map(found.map((officer) => [officer.id, officer]));
  return ids.every((id) => known.has(id)) ? known : refuse(noSuchOfficer);
}

const noSuchOfficer = invalidInput('officerId', {
  en: 'There is no such officer.',
  id: 'Pengurus tidak ditemukan.',
});

/** The same with their days of birth; who was erased is nobody any more. */
export async function toPersons(
  work: Work,
  seats: readonly Pick<Seat, 'officerId' | 'position'>[],
  officers: ReadonlyMap<string, Officer>,
): Promise<SeatedPerson[]> {
  const keys = await work.vault.forReading(seats.map(({ officerId }) => subjectOf(officerId)));
  return seats.map(({ officerId, position }) => {
    const officer = officers.get(officerId)!;
    const birthDate = openBirthDate(keys.get(subjectOf(officerId)), officer);
    if (birthDate === null) return refuse(noSuchOfficer);
    return { officerId, position, residenceRegionCode: officer.residenceRegionCode, birthDate };
  });
}

async function insertOnce(work: Work, row: Seat): Promise<Seat> {
  try {
    return await work.insert(Seat, row);
  } catch (error) {
    if (isUniqueViolation(error, 'seat_one_core_position'))
      return refuse({ refused: 'seat-taken' });
    if (isUniqueViolation(error, 'seat_one_core_per_person'))
      return refuse({ refused: 'core-not-distinct' });
    throw error;
  }
}

/** Writes a seat of a board, proposed unless it says otherwise. */
export function insertSeat(
  work: Work,
  board: Board,
  { officer, position, ...fields }: Partial<Seat> & { officer: Officer; position: BoardPosition },
): Promise<Seat> {
  const { id: boardId, organizationId, regionCode } = board;
  const proposed = { status: 'PROPOSED' as const, validFrom: null, validTo: null, decree: null };
  return insertOnce(work, {
    id: work.newId(),
    version: 1,
    boardId,
    organizationId,
    regionCode,
    position,
    officerId: officer.id,
    sectionName: null,
    initials: isCore(position) ? officer.initials : null,
    ...proposed,
    endReason: null,
    endDecree: null,
    appointmentId: null,
    ...fields,
  });
}

const speaksOf = (row: Seat) => ({
  organizationId: encodeId('org', row.organizationId),
  boardId: encodeId('brd', row.boardId),
  regionCode: row.regionCode,
  seatId: encodeId('sea', row.id),
  officerId: encodeId('ofr', row.officerId),
});

/** Says that a seat is held, and until when; its officer may act from then on. */
export async function beginSeat(
  work: Work,
  row: Seat,
  { officer, decree }: { officer: Officer; decree: BoardDecree },
): Promise<void> {
  const { position, validFrom, validTo } = row;
  const data = { ...speaksOf(row), position, from: validFrom!, to: validTo! };
  await work.publish(officerSeated, { region: row.regionCode, data });
  await beginActing(work, row, officer.account, decree);
}

/** Ends a held seat before the end that was known, says so, and ends the right to act. */
export async function endSeat(
  work: Work,
  row: Seat,
  changes: Partial<Seat>,
  decree: BoardDecree | null,
): Promise<void> {
  const saved = await work.update(Seat, row, changes);
  const data = { ...speaksOf(saved), to: saved.validTo! };
  await work.publish(officerUnseated, { region: saved.regionCode, data });
  await endActing(work, saved, { reason: saved.endReason, decree });
}

interface SeenBoard {
  boardId: string;
  expectedVersion: number;
}

/** Seats somebody: on a draft as it is written, on a board in office by decree. */
export async function seatOfficer(
  work: Work,
  input: SeenBoard & Place & SeatChange,
): Promise<Board> {
  const { boardId, expectedVersion, officerId, position, sectionName, on, decree } = input;
  const board = await work.getAt(Board, boardId, expectedVersion);
  const officers = await findOfficers(work, [officerId]);
  const [person] = await toPersons(work, [{ officerId, position }], officers);
  const change = { on, decree, person: person!, today: today(work) };
  const { warnings, ...fields } = proceed(seat(board, change, work.caller));
  const all = [...new Set([...board.warnings, ...warnings])];
  const saved = await work.update(Board, board, { warnings: all });
  const officer = officers.get(officerId)!;
  const row = await insertSeat(work, saved, { officer, position, sectionName, decree, ...fields });
  if (row.status === 'HELD') await beginSeat(work, row, { officer, decree: decree! });
  return saved;
}

/** Takes somebody from a seat: on a draft at once, on a board in office by decree. */
export async function unseatOfficer(
  work: Work,
  input: SeenBoard & SeatChange & { seatId: string; reason: EndReason },
): Promise<Board> {
  const { boardId, expectedVersion, seatId, on, decree, reason } = input;
  const board = await work.getAt(Board, boardId, expectedVersion);
  const row = await work.get(Seat, seatId);
  if (row.boardId !== board.id) return refuse(noSuchSeat);
  const change = { on, decree, today: today(work) };
  const { status, validTo } = proceed(unseat(board, row, change, work.caller));
  const saved = await work.update(Board, board, {});
  const changes = { status, validTo, endReason: reason, endDecree: decree };
  if (status === 'HELD') await endSeat(work, row, changes, decree);
  if (status !== 'HELD') await work.update(Seat, row, changes);
  return saved;
}

const noSuchSeat = invalidInput('seatId', {
  en: 'The board has no such seat.',
  id: 'Kepengurusan ini tidak memiliki kursi tersebut.',
});
