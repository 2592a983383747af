import { randomUUID } from 'node:crypto';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anOfficer } from '../officer/officer.fixture.js';
import type { Officer } from '../officer/officer.entity.js';
import type { Organization } from '../organization/organization.entity.js';
import { corePositions } from './board-seats.rules.js';
import { Board, Seat } from './board.entity.js';
import { officeStatuses } from './board.rules.js';

const decree = {
  number: '141.1/12/Kep.Kades/2024',
  issuedOn: '2024-02-01',
  signatory: 'KEPALA_DESA' as const,
  capacity: 'DEFINITIVE' as const,
};

export interface BoardWithSeats {
  board: Board;
  seats: Seat[];
  officers: Officer[];
}

/** A board with chair, secretary and treasurer, in office since February 2024 unless it says otherwise. */
export async function aBoard(
  service: TestService,
  { id: organizationId, regionCode, level }: Organization,
  fields: Partial<Board> = {},
): Promise<BoardWithSeats> {
  const status = fields.status ?? 'CONFIRMED';
  const inOffice = (officeStatuses as readonly string[]).includes(status);
  const term = { termStart: '2024-02-01', termEnd: '2029-02-01', decree };
  const board = await service.asSystem((work) =>
    work.insert(Board, {
      id: randomUUID(),
      version: 1,
      organizationId,
      regionCode,
      level,
      forum: status === 'DRAFT' ? null : 'MWKT',
      heldOn: status === 'DRAFT' ? null : '2024-01-10',
      minutesReference: status === 'DRAFT' ? null : 'BA/1/2024',
      regulations: [],
      warnings: [],
      ...(inOffice ? term : {}),
      ...fields,
      status,
    }),
  );
  const officers: Officer[] = [];
  const seats: Seat[] = [];
  for (const position of corePositions) {
    const officer = await anOfficer(service, { id: organizationId, regionCode });
    officers.push(officer);
    seats.push(await aSeat(service, board, { officerId: officer.id, position }));
  }
  return { board, seats, officers };
}

/** A seat of a board: held for its term, or proposed while it is not in office. */
export function aSeat(
  service: TestService,
  board: Board,
  fields: Partial<Seat> & Pick<Seat, 'officerId' | 'position'>,
): Promise<Seat> {
  const inOffice = board.termStart !== null && board.termStart !== undefined;
  return service.asSystem((work) =>
    work.insert(Seat, {
      id: randomUUID(),
      version: 1,
      boardId: board.id,
      organizationId: board.organizationId,
      regionCode: board.regionCode,
      initials: 'B. C.',
      status: inOffice ? 'HELD' : 'PROPOSED',
      validFrom: inOffice ? board.termStart : null,
      validTo: inOffice ? board.termEnd : null,
      ...fields,
    }),
  );
}

const inputs: Record<string, string> = { withdrawBoard: 'BoardStepInput' };
const typeOf = (mutation: string) =>
  inputs[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

/** What a command of the graph answered. */
export interface Told {
  __typename: string;
  id: string;
  version: number;
  status: string;
  ground: string;
  field: string;
  currentVersion: number;
  currentStatus: string | null;
  missing: string[];
  warnings: string[];
  termEnd: string;
}

/** Gives a command on a board, under a key of its own unless one is given. */
export async function tell(
  service: TestService,
  mutation: string,
  input: object,
  caller: Caller,
): Promise<Told> {
  const { data, errors } = await service.ask<Record<string, Told>>(
    `mutation ($input: ${typeOf(mutation)}!) { ${mutation}(input: $input) { __typename
       ... on Board { id version status warnings termEnd }
       ... on BoardRefusedProblem { ground currentStatus missing }
       ... on InvalidInputProblem { field }
       ... on ConflictProblem { currentVersion } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data[mutation]!;
}

/** The board as somebody saw it. */
export const seen = ({ id, version }: Board) => ({
  id: encodeId('brd', id),
  expectedVersion: version,
});
