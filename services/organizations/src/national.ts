import { encodeId } from '@jejaring/chassis/graph/ids';
import { recordAudit } from '@jejaring/chassis/work/audit';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import { countSaid, positionsOf } from '@jejaring/register/bulk/as-if-said';
import type { RegisterNews } from '@jejaring/register/bulk/register-copies';
import { bringIntoOffice } from './board/bulk-boards.js';
import {
  enterOrganizations,
  eventsOfRegistration,
  villagesWithout,
} from './organization/bulk-organizations.js';

const caller = systemCaller('load-national');

/** Registers a Karang Taruna, with a board in office, in each village of a regency that has none. */
export const registerRegency = (database: Database, regency: string): Promise<number> =>
  database.inWork({ caller, readOnly: false }, async (work) => {
    const villages = await villagesWithout(work, regency);
    if (villages.length === 0) return 0;
    const entered = await enterOrganizations(work, villages);
    const ofBoards = await bringIntoOffice(work, regency, entered);
    const events = entered.map(
      ({ id }) => [encodeId('org', id), eventsOfRegistration + ofBoards.get(id)!] as const,
    );
    await countSaid(work, new Map(events));
    await recordAudit(work, {
      kind: 'WRITE',
      operation: 'loadNational',
      subjects: [{ id: regency, region: regency }],
      fieldClasses: ['personal'],
      decision: 'ALLOWED',
    });
    return entered.length;
  });

// A Karang Taruna whose every row of the register has its first version came in bulk.
const enteredSql = `
  select id, kind, level, region_code from organization
  where kind = 'KARANG_TARUNA' and level = 'VILLAGE' and version = 1 and status = 'ACTIVE'
    and region_code > $1 and region_code < $1 || '/' order by region_code`;

async function newsOf(work: Work, regency: string): Promise<RegisterNews> {
  const organizations = await work.sql<RegisterNews['organizations'][number]>(enteredSql, [
    regency,
  ]);
  const ids = organizations.map(({ id }) => id);
  const seats = await work.sql<RegisterNews['seats'][number]>(
    `select id, officer_id, board_id, organization_id, region_code, position, valid_from, valid_to
     from seat where organization_id = any ($1) and status = 'HELD'`,
    [ids],
  );
  const boards = await work.sql<RegisterNews['boards'][number]>(
    'select id, organization_id, term_start, term_end from board where organization_id = any ($1)',
    [ids],
  );
  const keys = ids.map((id) => encodeId('org', id));
  return { organizations, seats, boards, positions: await positionsOf(work, keys) };
}

/** What the events of a regency's organizations would have told, for those who keep copies. */
export const tellRegency = (database: Database, regency: string): Promise<RegisterNews> =>
  database.inWork({ caller, readOnly: true }, (work) => newsOf(work, regency));
