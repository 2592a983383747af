import { grouped } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { In } from 'typeorm';
import { AssistanceProgramme } from './assistance.entity.js';
import type { PendingRow } from './coverage.types.js';
import { AssistanceCoverage, RegionAssistance } from './coverage.types.js';
import { basisPoints } from './coverage.rules.js';
import { canHold } from './programme.rules.js';

/** A programme, counted within a region that it reaches into. */
export interface Counted {
  programmeId: string;
  within: string;
  day: string;
}

interface Counts {
  position: number;
  reached: number;
  target: number;
}

const inside = (code: string) => `${code} >= c.low collate "C" and ${code} < c.high collate "C"`;

// Recipients with at least one handover by the day, and the regions at whose level it aims.
const coverageSql = `
  select c.position::integer,
    (select count(distinct h.organization_id)::integer from handover h
     where h.programme_id = p.id and h.handed_over_on <= c.day and ${inside('h.region_code')}) as reached,
    case when p.target_stated is not null and c.low = p.region_code then p.target_stated
      else (select count(*)::integer from region r where r.level = p.target_level and ${inside('r.code')}) end as target
  from unnest($1::uuid[], $2::text[], $3::text[], $4::date[]) with ordinality as c (id, low, high, day, position)
  join assistance_programme p on p.id = c.id`;

const pendingSql = `
  select * from (
    select c.position::integer, a.id as "allocationId", a.organization_id as "organizationId",
      a.region_code as "regionCode", s.status, s.planned_fiscal_year as "plannedFiscalYear",
      row_number() over (partition by c.position order by a.region_code, a.id) as place
    from unnest($1::uuid[], $2::text[], $3::text[], $4::date[]) with ordinality as c (id, low, high, day, position)
    join allocation a on a.programme_id = c.id and ${inside('a.region_code')}
    join allocation_period s on s.allocation_id = a.id
      and s.valid_from <= c.day and (s.valid_to is null or s.valid_to > c.day)
    where s.status in ('PLANNED', 'DEFERRED', 'PROCURED')
      and not exists (select from handover h where h.allocation_id = a.id and h.handed_over_on <= c.day)
  ) as waiting where place <= $5 order by place`;

function parametersOf(asked: readonly Counted[]): unknown[] {
  const ranges = asked.map(({ within }) => regionRange(within));
  return [
    asked.map(({ programmeId }) => programmeId),
    ranges.map(({ low }) => low),
    ranges.map(({ high }) => high),
    asked.map(({ day }) => day),
  ];
}

const positionsOf = (asked: readonly Counted[]) => asked.map((_one, index) => index + 1);

function toCoverage(
  row: AssistanceProgramme,
  { within, day }: Counted,
  { reached, target }: Pick<Counts, 'reached' | 'target'>,
): AssistanceCoverage {
  const targetDerived = row.targetStated === null || within !== row.regionCode;
  const targetReason = targetDerived
    ? (row.targetReason ??
      `one organization for each region of level ${row.targetLevel} in ${within}`)
    : null;
  const counts = { reached, target, basisPoints: basisPoints(reached, target) };
  return Object.assign(new AssistanceCoverage(), {
    asOf: day,
    ...counts,
    targetDerived,
    targetReason,
  });
}

async function countAll(work: Work, asked: readonly Counted[]): Promise<Counts[]> {
  const rows = await work.sql<Counts>(coverageSql, parametersOf(asked));
  const found = new Map(rows.map((row) => [row.position, row]));
  return positionsOf(asked).map((position) => found.get(position)!);
}

/** Coverage of one programme on a day; of all that a request asks, in one statement. */
export function loadCoverage(
  context: GraphContext,
  row: AssistanceProgramme,
  day: string,
): Promise<AssistanceCoverage> {
  const loader = context.loader<AssistanceProgramme, AssistanceCoverage>(
    `coverage ${day}`,
    async (work, rows) => {
      const asked = rows.map(({ id, regionCode }) => ({
        programmeId: id,
        within: regionCode,
        day,
      }));
      const counts = await countAll(work, asked);
      return rows.map((one, index) => toCoverage(one, asked[index]!, counts[index]!));
    },
  );
  return loader.load(row);
}

/** Who is still to receive; for all programmes of a request, in one statement. */
export function loadPending(
  context: GraphContext,
  { programmeId, within, day }: Counted,
  first: number,
): Promise<PendingRow[]> {
  const loader = context.loader<string, PendingRow[]>(
    `pending ${day} ${first}`,
    async (work, keys) => {
      const asked = keys.map((key) => JSON.parse(key) as Counted);
      const rows = await work.sql<PendingRow & { position: number }>(pendingSql, [
        ...parametersOf(asked),
        first,
      ]);
      return grouped(rows, positionsOf(asked), ({ position }) => position);
    },
  );
  return loader.load(JSON.stringify({ programmeId, within, day }));
}

// A programme is of a region when it lies inside it, or covers it.
const reachingSql = `
  select a.position::integer, p.id, p.region_code as "regionCode"
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as a (code, low, high, position)
  join assistance_programme p on p.fiscal_year = $4 and p.opened_on <= $5
    and (p.region_code >= a.low collate "C" and p.region_code < a.high collate "C"
      or starts_with(a.code, p.region_code || '.'))
  order by p.region_code, p.id`;

interface Reaching {
  position: number;
  id: string;
  regionCode: string;
}

async function programmesOf(work: Work, codes: readonly string[], year: number, day: string) {
  const ranges = codes.map(regionRange);
  const reaching = await work.sql<Reaching>(reachingSql, [
    [...codes],
    ranges.map(({ low }) => low),
    ranges.map(({ high }) => high),
    year,
    day,
  ]);
  const ids = [...new Set(reaching.map(({ id }) => id))];
  const rows = ids.length > 0 ? await work.list(AssistanceProgramme, { id: In(ids) }) : [];
  const found = new Map(rows.map((row) => [row.id, row]));
  return reaching
    .map(({ position, id, regionCode }) => {
      const code = codes[position - 1]!;
      const within = code.length > regionCode.length ? code : regionCode;
      return { position, within, row: found.get(id)! };
    })
    .filter(({ within, row }) => canHold(within, row.targetLevel));
}

function toRegionAssistance(
  within: string,
  row: AssistanceProgramme,
  coverage: AssistanceCoverage,
): RegionAssistance {
  const { title, fiscalYear, itemKind } = row;
  const id = encodeId('apg', row.id);
  const shown = { id, title, fiscalYear, itemKind, countedWithin: within, coverage };
  return Object.assign(new RegionAssistance(), { within, row, ...shown });
}

/** The programmes that reach into each region in a fiscal year, with their coverage there. */
export function loadAssistance(
  context: GraphContext,
  code: string,
  fiscalYear: number,
  day: string,
): Promise<RegionAssistance[]> {
  const name = `assistance ${fiscalYear} ${day}`;
  const loader = context.loader<string, RegionAssistance[]>(name, async (work, codes) => {
    const programmes = await programmesOf(work, codes, fiscalYear, day);
    const asked = programmes.map(({ within, row }) => ({ programmeId: row.id, within, day }));
    const counts = await countAll(work, asked);
    const shown = programmes.map(({ position, within, row }, index) => ({
      position,
      of: toRegionAssistance(within, row, toCoverage(row, asked[index]!, counts[index]!)),
    }));
    const positions = codes.map((_code, index) => index + 1);
    return grouped(shown, positions, ({ position }) => position).map((found) =>
      found.map(({ of }) => of),
    );
  });
  return loader.load(code);
}
