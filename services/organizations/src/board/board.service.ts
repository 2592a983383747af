import { anotherHand } from '@jejaring/trust/rights/hands.rules';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import {
  boardConfirmed,
  boardElected,
  boardRatified,
} from '@jejaring/schema/events/organizations-boards.events';
import type { Officer } from '../officer/officer.entity.js';
import { Organization } from '../organization/organization.entity.js';
import { parentOf } from '../region/region.rules.js';
import { today } from './board-days.js';
import { endBoard, speaksOf } from './board-end.service.js';
import type { Confirmation, Election } from './board-steps.rules.js';
import { confirm, elect, ratify, skipRatification } from './board-steps.rules.js';
import { Board, Seat } from './board.entity.js';
import { draft } from './board.rules.js';
import type { Place } from './seat.service.js';
import { beginSeat, findOfficers, insertSeat, toPersons } from './seat.service.js';

export interface SeenBoard {
  id: string;
  expectedVersion: number;
}

const empty = {
  electedBy: null,
  forum: null,
  heldOn: null,
  minutesReference: null,
  ratifierOrganizationId: null,
  ratifiedOn: null,
  ratificationSkippedBecause: null,
  decree: null,
  regulations: [],
  warnings: [],
  termStart: null,
  termEnd: null,
  endedOn: null,
  endDecree: null,
  warnedWithinDays: null,
};

export async function draftBoard(
  work: Work,
  input: { organizationId: string; seats: readonly Place[] },
): Promise<Board> {
  const organization = await work.get(Organization, input.organizationId);
  const { status } = proceed(draft(organization, work.caller));
  const { id: organizationId, regionCode, level } = organization;
  const row = { id: work.newId(), version: 1, organizationId, regionCode, level, status };
  const board = await work.insert(Board, { ...empty, ...row });
  const officers = await officersOf(work, input.seats);
  for (const { officerId, position, sectionName } of input.seats) {
    const officer = officers.get(officerId)!;
    await insertSeat(work, board, { officer, position, sectionName });
  }
  return board;
}

const proposedSeats = (work: Work, boardId: string) =>
  work.list(Seat, { boardId, status: 'PROPOSED' }, { id: 'ASC' });

const officersOf = (work: Work, seats: readonly { officerId: string }[]) =>
  findOfficers(
    work,
    seats.map(({ officerId }) => officerId),
  );

/** What the rules know beside the board: who is to sit on it, and the day. */
const around = async (
  work: Work,
  seats: readonly Seat[],
  officers: ReadonlyMap<string, Officer>,
) => ({ seats: await toPersons(work, seats, officers), today: today(work) });

/** The Karang Taruna one level above, where there is one in the register. */
async function findHigher(work: Work, regionCode: string): Promise<Organization | null> {
  const above = parentOf(regionCode);
  if (above === null) return null;
  return work.find(Organization, { regionCode: above, kind: 'KARANG_TARUNA', status: 'ACTIVE' });
}

export async function electBoard(
  work: Work,
  input: SeenBoard & Election & { minutesReference: string },
): Promise<Board> {
  const { id, expectedVersion, ...election } = input;
  const row = await work.getAt(Board, id, expectedVersion);
  const seats = await proposedSeats(work, id);
  const known = await around(work, seats, await officersOf(work, seats));
  const decided = proceed(elect(row, election, known, work.caller));
  const higher = await findHigher(work, row.regionCode);
  const ratifierOrganizationId = higher?.id ?? null;
  const electedBy = work.caller.id;
  const changes = { ...election, ...decided, ratifierOrganizationId, electedBy };
  const saved = await work.update(Board, row, changes);
  const data = { ...speaksOf(saved), electedOn: saved.heldOn! };
  await work.publish(boardElected, { region: saved.regionCode, data });
  return saved;
}

export async function ratifyBoard(
  work: Work,
  { id, expectedVersion, ratifiedOn }: SeenBoard & { ratifiedOn: string },
): Promise<Board> {
  const row = await work.getAt(Board, id, expectedVersion);
  const decided = proceed(ratify(row, ratifiedOn, today(work), work.caller));
  const saved = await work.update(Board, row, { ...decided, ratifiedOn });
  const data = { ...speaksOf(saved), ratifiedOn };
  await work.publish(boardRatified, { region: saved.regionCode, data });
  return saved;
}

async function isInOffice(work: Work, organizationId: string, day: string): Promise<boolean> {
  const [found] = await work.sql(
    `select from board where organization_id = $1 and term_start <= $2
       and coalesce(ended_on, term_end) > $2`,
    [organizationId, day],
  );
  return found !== undefined;
}

/** Passes over the ratification where no higher board was in office on the day of the election. */
export async function passOverRatification(
  work: Work,
  { id, expectedVersion, reason }: SeenBoard & { reason: string },
): Promise<Board> {
  const row = await work.getAt(Board, id, expectedVersion);
  const higher = row.ratifierOrganizationId;
  const inOffice = higher !== null && (await isInOffice(work, higher, row.heldOn ?? today(work)));
  const decided = proceed(skipRatification(row, inOffice, work.caller));
  return work.update(Board, row, { ...decided, ratificationSkippedBecause: reason });
}

/** A newer decree ends the term that it cuts short. */
async function replacePredecessor(
  work: Work,
  { organizationId }: Board,
  { termStart, decree }: Pick<Board, 'termStart' | 'decree'>,
): Promise<void> {
  const running = await work.list(Board, { organizationId, status: 'CONFIRMED' });
  const cut = running.filter((each) => each.termStart! < termStart! && termStart! < each.termEnd!);
  for (const each of cut)
    await endBoard(work, each, { status: 'REPLACED', endedOn: termStart!, endDecree: decree });
}

async function enterOffice(work: Work, row: Board, changes: Partial<Board>): Promise<Board> {
  try {
    return await work.update(Board, row, changes);
  } catch (error) {
    if (isUniqueViolation(error, 'board_one_in_office')) return refuse({ refused: 'term-taken' });
    throw error;
  }
}

export async function confirmBoard(work: Work, input: SeenBoard & Confirmation): Promise<Board> {
  const { id, expectedVersion, ...confirmation } = input;
  const row = await work.getAt(Board, id, expectedVersion);
  const seats = await proposedSeats(work, id);
  const officers = await officersOf(work, seats);
  const known = await around(work, seats, officers);
  const decided = proceed(confirm(row, confirmation, known, work.caller));
  proceed(anotherHand(row.electedBy, work.caller));
  const { decree } = confirmation;
  await replacePredecessor(work, row, { decree, termStart: decided.termStart });
  const saved = await enterOffice(work, row, { ...decided, decree });
  const { termStart, termEnd } = decided;
  const data = { ...speaksOf(saved), decreeIssuedOn: decree.issuedOn, termStart, termEnd };
  await work.publish(boardConfirmed, { region: saved.regionCode, data });
  const held = { status: 'HELD' as const, validFrom: termStart, validTo: termEnd };
  for (const each of seats) {
    const officer = officers.get(each.officerId)!;
    await beginSeat(work, await work.update(Seat, each, held), { officer, decree });
  }
  return saved;
}
