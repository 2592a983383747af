import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  boardExpired,
  boardExpiring,
  boardRevoked,
} from '@jejaring/schema/events/organizations-boards.events';
import { In } from 'typeorm';
import { inDays, today } from './board-days.js';
import type { BoardDecree } from './board-decree.rules.js';
import { revoke } from './board-steps.rules.js';
import { Board, Seat } from './board.entity.js';
import { standsFor } from './board.rules.js';
import { endSeat } from './seat.service.js';

export const speaksOf = (row: Board) => ({
  organizationId: encodeId('org', row.organizationId),
  boardId: encodeId('brd', row.id),
  regionCode: row.regionCode,
  level: row.level,
});

/** Takes a board out of office before its time, and everybody from their seats. */
export async function endBoard(
  work: Work,
  board: Board,
  changes: Pick<Board, 'status' | 'endedOn' | 'endDecree'>,
): Promise<Board> {
  const saved = await work.update(Board, board, changes);
  const endedOn = saved.endedOn!;
  const seats = await work.list(Seat, { boardId: board.id, status: 'HELD' }, { id: 'ASC' });
  for (const seat of seats.filter(({ validTo }) => validTo! > endedOn)) {
    const validTo = seat.validFrom! > endedOn ? seat.validFrom : endedOn;
    await endSeat(work, seat, { validTo }, saved.endDecree);
  }
  const data = { ...speaksOf(saved), revokedOn: endedOn };
  await work.publish(boardRevoked, { region: saved.regionCode, data });
  return saved;
}

/** An organization that ends takes its boards with it: the one in office and those on the way. */
export async function endBoardsOf(work: Work, organizationId: string): Promise<void> {
  const [status, day] = [In(['DRAFT', 'ELECTED', 'RATIFIED', 'CONFIRMED']), today(work)];
  for (const board of await work.list(Board, { organizationId, status }, { id: 'ASC' })) {
    if (board.status !== 'CONFIRMED') {
      await work.update(Board, board, { status: 'WITHDRAWN' });
      continue;
    }
    // A term that is over stays what it was; time ends it.
    if (board.termEnd! <= day) continue;
    const endedOn = board.termStart! > day ? board.termStart : day;
    await endBoard(work, board, { status: 'REVOKED', endedOn, endDecree: null });
  }
}

interface Seen {
  id: string;
  expectedVersion: number;
}

export async function revokeBoard(
  work: Work,
  { id, expectedVersion, ...paper }: Seen & { decree: BoardDecree; revokedOn: string },
): Promise<Board> {
  const row = await work.getAt(Board, id, expectedVersion);
  const decided = proceed(revoke(row, paper, today(work), work.caller));
  return endBoard(work, row, { ...decided, endDecree: paper.decree });
}

/** Gives up a board that never came into office. */
export async function withdrawBoard(work: Work, { id, expectedVersion }: Seen): Promise<Board> {
  const row = await work.getAt(Board, id, expectedVersion);
  const refused = standsFor('WITHDRAW', row, work.caller);
  if (refused !== null) return refuse(refused);
  return work.update(Board, row, { status: 'WITHDRAWN' });
}

const atOnce = 500;

/** Boards that the passing of time concerns; a replica leaves to the other what that one holds. */
const running = (work: Work, condition: string, parameters: object) =>
  work
    .select(Board, 'b')
    .where("b.status = 'CONFIRMED'")
    .andWhere(condition, parameters)
    .orderBy('b.termEnd')
    .addOrderBy('b.id')
    .limit(atOnce)
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .getMany();

async function expireBoards(work: Work, day: string): Promise<void> {
  for (const row of await running(work, 'b.termEnd <= :day', { day })) {
    const saved = await work.update(Board, row, { status: 'EXPIRED' });
    const data = { ...speaksOf(saved), expiredOn: saved.termEnd! };
    await work.publish(boardExpired, { region: saved.regionCode, data });
  }
}

const farAhead = 90;
const near = 30;

async function sayAhead(work: Work, day: string): Promise<void> {
  const [soon, later] = [inDays(day, near), inDays(day, farAhead)];
  const due = await running(
    work,
    `b.termEnd > :day and (b.termEnd <= :later and b.warnedWithinDays is null
       or b.termEnd <= :soon and b.warnedWithinDays > ${near})`,
    { day, soon, later },
  );
  for (const row of due) {
    const termEnd = row.termEnd!;
    const withinDays = termEnd <= soon ? near : farAhead;
    const saved = await work.update(Board, row, { warnedWithinDays: withinDays });
    const data = { ...speaksOf(saved), termEnd, withinDays };
    await work.publish(boardExpiring, { region: saved.regionCode, data });
  }
}

/** What the passing of time asks of boards: an end when the term is over, a word 90 and 30 days before. */
export async function followTerms(work: Work): Promise<void> {
  const day = today(work);
  await expireBoards(work, day);
  await sayAhead(work, day);
}
