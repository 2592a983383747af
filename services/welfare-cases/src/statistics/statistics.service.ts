import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import type { EventData } from '@jejaring/schema/events/contract';
import { nation, statisticsPublished } from '@jejaring/schema/events/welfare-statistics.events';
import type { CountedRow, JudgedCell, Measure } from './statistics.rules.js';
import { endOf, judge, monthsDue, startOf, tabulate, thresholds } from './statistics.rules.js';

/** As many months as one turn of the chore publishes; a long past takes several turns. */
const monthsATurn = 12;

const countReportedSql = `
  select left(c.region_code, 8) as region, c.category as "CATEGORY",
    coalesce(b.sex, 'NOT_STATED') as "SEX", c.channel as "CHANNEL",
    coalesce(c.paused_from, c.status) as "STATUS",
    case
      when b.birth_year is null then 'NOT_STATED'
      when date_part('year', c.reported_at) - b.birth_year < 6 then 'UNDER_6'
      when date_part('year', c.reported_at) - b.birth_year < 18 then 'FROM_6_TO_17'
      when date_part('year', c.reported_at) - b.birth_year < 60 then 'FROM_18_TO_59'
      else 'FROM_60'
    end as "AGE_BAND", count(*)::integer as cases
  from welfare_case c join beneficiary b on b.id = c.beneficiary_id
  where c.reported_at >= $1 and c.reported_at < $2
    and coalesce(c.paused_from, c.status) <> 'REJECTED' and not c.sealed
  group by 1, 2, 3, 4, 5, 6`;

const countOpenSql = `
  select left(region_code, 8) as region, category as "CATEGORY", sum(open_cases)::integer as cases
  from open_case_count where open_cases > 0 group by 1, 2`;

type Counted = { region: string; cases: number } & Record<string, string | number>;

async function count(work: Work, sql: string, parameters: unknown[] = []): Promise<CountedRow[]> {
  const rows = await work.sql<Counted>(sql, parameters);
  return rows.map(({ region, cases, ...values }) => ({
    region,
    cases,
    values: values as Record<string, string>,
  }));
}

const insertCellsSql = `
  insert into statistics_cell (month, measure, region_code, dimension, value, cases, audience)
  select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::integer[], $7::text[])`;

async function keep(work: Work, month: string, measure: Measure, cells: readonly JudgedCell[]) {
  const columns = (['regionCode', 'dimension', 'value', 'cases', 'audience'] as const).map((name) =>
    cells.map((cell) => cell[name]),
  );
  await work.sql(insertCellsSql, [month, measure, ...columns]);
}

type PublicCell = EventData<typeof statisticsPublished>['cells'][number];

/** What everybody may know of each province and regency of which something may be known. */
function publicCells(judged: ReadonlyMap<Measure, readonly JudgedCell[]>) {
  const byRegion = new Map<string, PublicCell[]>();
  for (const [measure, cells] of judged) {
    for (const { regionCode, dimension, value, cases, audience } of cells) {
      if (audience !== 'PUBLIC') continue;
      const named = value === '' ? {} : { value };
      const known = byRegion.get(regionCode) ?? [];
      byRegion.set(regionCode, [...known, { measure, by: dimension, ...named, cases }]);
    }
  }
  return byRegion;
}

async function say(
  work: Work,
  month: string,
  judged: ReadonlyMap<Measure, readonly JudgedCell[]>,
): Promise<void> {
  const threshold = thresholds.PUBLIC;
  for (const [regionCode, cells] of publicCells(judged)) {
    const region = levelOf(regionCode) === 'NATION' ? nation : regionCode;
    const data = { regionCode: region, month, threshold, cells };
    await work.publish(statisticsPublished, { region: regionCode || null, data });
  }
}

/** The replica that writes the month first publishes it; another one waits, and finds it done. */
async function claim(work: Work, month: string, hasOpen: boolean): Promise<boolean> {
  const rows = await work.sql(
    `insert into statistics_month (month, published_at, has_open) values ($1, $2, $3)
     on conflict (month) do nothing returning month`,
    [month, work.now, hasOpen],
  );
  return rows.length === 1;
}

async function publishMonth(work: Work, month: string, hasOpen: boolean): Promise<void> {
  if (!(await claim(work, month, hasOpen))) return;
  const districts = await work.sql<{ code: string }>(
    'select distinct left(region_code, 8) as code from welfare_case where reported_at < $1 and not sealed',
    [endOf(month)],
  );
  const codes = districts.map(({ code }) => code);
  const reported = await count(work, countReportedSql, [startOf(month), endOf(month)]);
  const judged = new Map<Measure, JudgedCell[]>();
  judged.set('REPORTED', judge(tabulate('REPORTED', codes, reported)));
  if (hasOpen) {
    const open = await count(work, countOpenSql);
    judged.set('OPEN', judge(tabulate('OPEN', codes, open)));
  }
  for (const [measure, cells] of judged) await keep(work, month, measure, cells);
  await say(work, month, judged);
}

/** Publishes each finished month once, for good; done by the clock. */
export async function publishStatistics(work: Work): Promise<void> {
  const [known] = await work.sql<{ first: string | null; last: string | null }>(
    `select (select to_char(min(reported_at) at time zone 'Asia/Jakarta', 'YYYY-MM') from welfare_case where not sealed) as first,
       (select max(month) from statistics_month) as last`,
  );
  const due = monthsDue(known!.first, known!.last, work.now).slice(0, monthsATurn);
  // Open cases are counted as they stand now, which says something about the newest month only.
  for (const month of due) await publishMonth(work, month, month === due.at(-1));
}
