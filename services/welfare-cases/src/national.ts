import { createHash } from 'node:crypto';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { recordAudit } from '@jejaring/chassis/work/audit';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import type { KeyPosition } from '@jejaring/register/bulk/as-if-said';
import { positionsOf } from '@jejaring/register/bulk/as-if-said';
import type { RegisterNews } from '@jejaring/register/bulk/register-copies';
import { copyOrganizations } from '@jejaring/register/bulk/register-copies';
import { reportAll } from './case/bulk-cases.js';
import type { ToldCase } from './case/case-course.js';

const caller = systemCaller('load-national');

// Before the first month of the demo: what it published stays as it was told, and the last case is
// closed before the first month in which the demo credits an organization.
const begin = Date.parse('2024-01-01T02:00:00Z');
const end = Date.parse('2025-09-30T02:00:00Z');

/** So many cases lie in a village; their numbers, unique in the nation, begin with `first`. */
export interface VillageShare {
  code: string;
  first: number;
  cases: number;
}

const shuffled = (number: number) => createHash('sha256').update(`case ${number}`).digest('hex');

/** The cases of a regency, village by village mixed, one after the other over their time. */
function dealt(
  shares: readonly VillageShare[],
  organizations: ReadonlyMap<string, string>,
): ToldCase[] {
  const all = shares.flatMap(({ code, first, cases }) =>
    Array.from({ length: cases }, (_, index) => ({ code, number: first + index })),
  );
  const mixed = all
    .map((each) => ({ ...each, place: shuffled(each.number) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const step = (end - begin) / mixed.length;
  return mixed.map(({ code, number }, index) => ({
    number,
    regionCode: code,
    reportedAt: new Date(Math.floor(begin + index * step)),
    organizationId: organizations.get(code) ?? null,
  }));
}

/** The Karang Taruna of villages that may be given work, by region code. */
async function organizationsOf(work: Work, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await work.sql<{ id: string; code: string }>(
    `select id, region_code as code from organization_copy
     where kind = 'KARANG_TARUNA' and level = 'VILLAGE' and status = 'ACTIVE' and region_code = any ($1)`,
    [codes],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Nothing else takes numbers of these years: they say that a regency was done. */
async function isReported(work: Work, regency: string): Promise<boolean> {
  const found = await work.sql(
    'select from case_counter where regency_code = $1 and year = any ($2)',
    [regency, [2024, 2025]],
  );
  return found.length > 0;
}

/** Reports the cases of one regency, once. */
export const reportRegency = (
  database: Database,
  regency: string,
  shares: readonly VillageShare[],
): Promise<number> =>
  database.inWork({ caller, readOnly: false }, async (work) => {
    if (await isReported(work, regency)) return 0;
    const codes = shares.map(({ code }) => code);
    const cases = dealt(shares, await organizationsOf(work, codes));
    if (cases.length === 0) return 0;
    await reportAll(work, cases);
    await recordAudit(work, {
      kind: 'WRITE',
      operation: 'loadNational',
      subjects: [{ id: regency, region: regency }],
      fieldClasses: ['personal', 'specific'],
      decision: 'ALLOWED',
    });
    return cases.length;
  });

/** What the events of a regency's cases would have told, for those who count them. */
export interface CaseNews {
  positions: readonly KeyPosition[];
  handled: readonly { organization_id: string; month: string; cases: number }[];
}

// The time in which nobody else reports.
const within = `region_code > $1 and region_code < $1 || '/' and reported_at >= $2 and reported_at < $3`;

async function newsOf(work: Work, regency: string): Promise<CaseNews> {
  const parameters = [regency, new Date(begin), new Date(end)];
  const cases = await work.sql<{ id: string }>(
    `select id from welfare_case where ${within}`,
    parameters,
  );
  const handled = await work.sql<CaseNews['handled'][number]>(
    `select assigned_organization_id as organization_id,
       to_char(closed_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::integer as cases
     from welfare_case where ${within} and status = 'CLOSED' and not sealed group by 1, 2`,
    parameters,
  );
  const handlers = new Set(handled.map((row) => encodeId('org', row.organization_id)));
  const keys = [...cases.map(({ id }) => encodeId('case', id)), ...handlers];
  return { handled, positions: await positionsOf(work, keys) };
}

export const tellCases = (database: Database, regency: string): Promise<CaseNews> =>
  database.inWork({ caller, readOnly: true }, (work) => newsOf(work, regency));

/** Hears of a regency's organizations, all at once. */
export const hearRegister = (database: Database, news: RegisterNews): Promise<void> =>
  database.inWork({ caller, readOnly: false }, (work) => copyOrganizations(work, news));
