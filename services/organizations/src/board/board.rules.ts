import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller, RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice, roles, socialOffices } from '@jejaring/schema/roles';
import type { OrganizationKind, OrganizationStatus } from '../organization/organization.rules.js';
import type { SeatProblem } from './board-seats.rules.js';

export const boardStatuses = [
  'DRAFT',
  'ELECTED',
  'RATIFIED',
  'CONFIRMED',
  'EXPIRED',
  'REVOKED',
  'REPLACED',
  'WITHDRAWN',
] as const;
export type BoardStatus = (typeof boardStatuses)[number];

/** Boards that are or were in office: what anybody may see. */
export const officeStatuses = ['CONFIRMED', 'EXPIRED', 'REVOKED', 'REPLACED'] as const;

const offices = [...regencyOffice, ...provinceOffice, 'KEMENSOS_STAFF'] as const;
const inCharge = { roles: offices, within: 'region_code' };
const governments = { roles: ['VILLAGE_HEAD', 'DISTRICT_HEAD'] as const, within: 'region_code' };
const own = { roles: ['KT_OFFICER'] as const, organization: 'organization_id' };
const higherBoard = {
  roles: ['KT_OFFICER'] as const,
  organization: 'ratifier_organization_id',
  statuses: ['ELECTED', 'RATIFIED'],
};

export const boardPolicy = definePolicy({
  table: 'board',
  access: 'public',
  read: [
    { roles, everywhere: true, statuses: officeStatuses },
    {
      roles: [...socialOffices, 'VILLAGE_HEAD', 'DISTRICT_HEAD', 'DISTRICT_SOCIAL_SECTION'],
      within: 'region_code',
    },
    own,
    higherBoard,
  ],
  write: [inCharge, governments, own, higherBoard],
  commands: {
    ELECT: [own, inCharge],
    RATIFY: [higherBoard],
    SKIP_RATIFICATION: [inCharge],
    CONFIRM: [inCharge, governments],
    SEAT: [own, inCharge, governments],
    UNSEAT: [own, inCharge, governments],
    REVOKE: [inCharge, governments],
    WITHDRAW: [own, inCharge],
  },
});

export type BoardCommand = keyof typeof boardPolicy.commands;

/** Roles that draft boards, and roles that give any command on one. */
export const boardDrafters = ['KT_OFFICER', ...offices] as const;
export const boardActors = [...boardDrafters, 'VILLAGE_HEAD', 'DISTRICT_HEAD'] as const;

export interface BoardState {
  organizationId: string;
  ratifierOrganizationId: string | null;
  regionCode: string;
  level: RegionLevel;
  status: BoardStatus;
  heldOn: string | null;
  ratifiedOn: string | null;
  termStart: string | null;
  termEnd: string | null;
}

export type BoardRefusal =
  | NotAllowed
  | InvalidInput
  | SeatProblem
  | { refused: 'board-wrong-state'; status: BoardStatus; expected: BoardStatus[] }
  | { refused: 'higher-board-in-office' }
  | { refused: 'term-taken' }
  | { refused: 'seat-taken' };

/** The mutation behind each command. */
export const mutations: Record<BoardCommand, string> = {
  ELECT: 'electBoard',
  RATIFY: 'ratifyBoard',
  SKIP_RATIFICATION: 'skipRatification',
  CONFIRM: 'confirmBoard',
  SEAT: 'seatOfficer',
  UNSEAT: 'unseatOfficer',
  REVOKE: 'revokeBoard',
  WITHDRAW: 'withdrawBoard',
};

const before: BoardStatus[] = ['DRAFT', 'ELECTED', 'RATIFIED'];

/** Where a board has to stand for a command. */
const from: Record<BoardCommand, BoardStatus[]> = {
  ELECT: ['DRAFT'],
  RATIFY: ['ELECTED'],
  SKIP_RATIFICATION: ['ELECTED'],
  CONFIRM: ['RATIFIED'],
  SEAT: ['DRAFT', 'CONFIRMED'],
  UNSEAT: ['DRAFT', 'CONFIRMED'],
  REVOKE: ['CONFIRMED'],
  WITHDRAW: before,
};

const headOf: Partial<Record<Caller['role'], RegionLevel>> = {
  VILLAGE_HEAD: 'VILLAGE',
  DISTRICT_HEAD: 'DISTRICT',
};

/**
 * Heads of village and district act on the boards of their own level alone; who sits on a board in
 * office changes by decree, which the board itself does not record.
 */
function isTheirs(command: BoardCommand, board: BoardState, caller: Caller): boolean {
  const level = headOf[caller.role];
  if (level !== undefined && level !== board.level) return false;
  if (command !== 'SEAT' && command !== 'UNSEAT') return true;
  if (caller.role === 'KT_OFFICER') return board.status !== 'CONFIRMED';
  return level === undefined || board.status !== 'DRAFT';
}

/** Whether the caller may give the command and the board stands where it can be given. */
export function standsFor(
  command: BoardCommand,
  board: BoardState,
  caller: Caller,
): NotAllowed | Extract<BoardRefusal, { refused: 'board-wrong-state' }> | null {
  const allowed = may(boardPolicy.commands[command], caller, board);
  if (!allowed || !isTheirs(command, board, caller)) return notAllowed(mutations[command]);
  const expected = from[command];
  if (expected.includes(board.status)) return null;
  return { refused: 'board-wrong-state', status: board.status, expected };
}

export const boardCommands = Object.keys(boardPolicy.commands) as BoardCommand[];

/** The commands that would not be refused for the caller's part or the state. */
export const commandsFor = (board: BoardState, caller: Caller): BoardCommand[] =>
  boardCommands.filter((command) => standsFor(command, board, caller) === null);

const live: readonly OrganizationStatus[] = ['ACTIVE', 'DORMANT', 'SUSPENDED'];

/** A board is drafted for a Karang Taruna of the register, by its officers or an office that covers it. */
export function draft(
  organization: {
    id: string;
    kind: OrganizationKind;
    status: OrganizationStatus;
    regionCode: string;
  },
  caller: Caller,
): Decision<{ status: 'DRAFT' }, NotAllowed | InvalidInput> {
  const { id: organizationId, kind, status, regionCode } = organization;
  if (!may([own, inCharge], caller, { organizationId, regionCode }))
    return notAllowed('draftBoard');
  if (kind === 'KARANG_TARUNA' && live.includes(status)) return { refused: null, status: 'DRAFT' };
  return invalidInput('organizationId', {
    en: 'Only a registered Karang Taruna has a board.',
    id: 'Hanya Karang Taruna yang terdaftar yang memiliki kepengurusan.',
  });
}
