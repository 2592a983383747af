import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import { aCase } from '../case/case.fixture.js';
import type { WelfareCase } from '../case/case.entity.js';
import { welfareCases } from '../service.js';
import type { Told } from './published-numbers.fixture.js';
import { Collector, nameOf } from './published-numbers.fixture.js';
import { publishStatistics } from './statistics.service.js';
import { thresholds } from './statistics.rules.js';

const regencies = ['32.79', '32.09', '33.16', '33.74'];
const regions = ['', '32', '33', ...regencies];
const months = ['2026-09', '2026-10'];
const told = new Map<string, Told>();
let service: TestService;

/** The same numbers each time: a small multiplicative generator. */
function drawer(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const note = (number: Told) => told.set(nameOf(number), number);

const question = `query ($of: [_Any!]!, $month: Int!) {
  _entities(representations: $of) { ... on Region { code welfare {
    openCases { month total byCategory { category count } }
    CATEGORY: statistics(year: 2026, month: $month) { ...told }
    GROUP: statistics(year: 2026, month: $month, by: GROUP) { ...told }
    SEX: statistics(year: 2026, month: $month, by: SEX) { ...told }
    AGE_BAND: statistics(year: 2026, month: $month, by: AGE_BAND) { ...told }
    STATUS: statistics(year: 2026, month: $month, by: STATUS) { ...told }
    CHANNEL: statistics(year: 2026, month: $month, by: CHANNEL) { ...told }
  } } }
}
fragment told on WelfareStatistics { total { count } lines { value count } }`;

interface Told_ {
  total: { count: number | null };
  lines: { value: string; count: number | null }[];
}
interface Answer {
  code: string;
  welfare: Record<string, Told_> & {
    openCases: {
      month: string | null;
      total: number | null;
      byCategory: { category: string; count: number | null }[];
    };
  };
}

/** What the public is answered of a region: every breakdown, and the open cases as last published. */
function noteAnswer({ code: region, welfare }: Answer, month: string): void {
  const { openCases, ...breakdowns } = welfare;
  for (const [by, { total, lines }] of Object.entries(breakdowns)) {
    const about = { month, measure: 'REPORTED', region } as const;
    if (total.count !== null) note({ ...about, by: 'TOTAL', value: '', cases: total.count });
    for (const { value, count } of lines)
      if (count !== null) note({ ...about, by, value, cases: count });
  }
  const about = { month: openCases.month!, measure: 'OPEN', region } as const;
  if (openCases.total !== null) note({ ...about, by: 'TOTAL', value: '', cases: openCases.total });
  for (const { category, count } of openCases.byCategory)
    if (count !== null) note({ ...about, by: 'CATEGORY', value: category, cases: count });
}

async function publishAt(now: string) {
  service.clock.at = new Date(now);
  const caller = systemCaller('publish-statistics');
  await service.database.inWork({ caller, readOnly: false }, publishStatistics);
}

async function collectAnswers(month: string) {
  const of = regions.slice(1).map((code) => ({ __typename: 'Region', code }));
  const variables = { of, month: Number(month.slice(5)) };
  const { data, errors } = await service.ask<{ _entities: Answer[] }>(question, variables);
  expect(errors).toEqual([]);
  for (const answer of data._entities) noteAnswer(answer, month);
}

async function collectEvents() {
  for (const { type, data } of await service.published()) {
    if (type !== 'welfare-cases.statistics.published.v1') continue;
    const { regionCode, month, cells } = data as unknown as {
      regionCode: string;
      month: string;
      cells: { measure: Told['measure']; by: string; value?: string; cases: number }[];
    };
    const region = regionCode === 'ID' ? '' : regionCode;
    for (const { measure, by, value = '', cases } of cells)
      note({ month, measure, region, by, value, cases });
  }
}

const draw = drawer(20_261_126);
const statuses = ['ACCEPTED', 'ASSESSED', 'PLANNED', 'REPORTED'] as const;
const channels = ['KT', 'PSM', 'SELF'] as const;

/** A month of reports: a few common needs, many rare ones. */
async function reportMonth(month: string) {
  for (const regency of regencies) {
    for (const category of welfareCategories.slice(0, 12)) {
      const times = draw(3) === 0 ? 11 + draw(10) : draw(5);
      for (let made = 0; made < times; made += 1) {
        const fields: Partial<WelfareCase> = {
          category,
          regionCode: `${regency}.01.${draw(2) === 0 ? '2001' : '2002'}`,
          reportedAt: new Date(`${month}-${String(1 + draw(28)).padStart(2, '0')}T02:00:00Z`),
          status: statuses[draw(4)]!,
          channel: channels[draw(3)]!,
        };
        await aCase(service, fields);
      }
    }
  }
}

/** Every third open case of the first month ends in the second. */
const endSome = () =>
  service.asSystem((work) =>
    work.sql(`
    with ended as (
      update welfare_case set status = 'CLOSED', outcome = 'RESOLVED', closed_at = now(), version = version + 1
      where id in (select id from (select id, row_number() over (order by id) as n from welfare_case) c where n % 3 = 0)
      returning region_code, category
    ), counted as (select region_code, category, count(*)::integer as gone from ended group by 1, 2)
    update open_case_count o set open_cases = open_cases - gone from counted c
    where o.region_code = c.region_code and o.category = c.category`),
  );

beforeAll(async () => {
  service = await startTestService(welfareCases);
  await reportMonth(months[0]!);
  await publishAt('2026-10-05T02:00:00Z');
  await collectAnswers(months[0]!);
  await endSome();
  await reportMonth(months[1]!);
  await publishAt('2026-11-05T02:00:00Z');
  await collectAnswers(months[1]!);
  await collectEvents();
}, 180_000);
afterAll(() => service?.stop());

interface Stored {
  month: string;
  measure: Told['measure'];
  region: string;
  by: string;
  value: string;
  cases: number;
}

const storedSql = `
  select month, measure, region_code as region, dimension as by, value, cases from statistics_cell
  where length(region_code) <= 5 order by cases, month, measure, region_code, dimension, value`;

describe('all that the public is told of two months, by answers and by events', () => {
  test('is one and the same, and nothing below the threshold', async () => {
    const stored = new Map((await service.rows<Stored>(storedSql)).map((c) => [nameOf(c), c]));

    expect(told.size).toBeGreaterThan(100);
    for (const number of told.values()) {
      expect(stored.get(nameOf(number))?.cases).toBe(number.cases);
      expect(number.cases).toBeGreaterThanOrEqual(thresholds.PUBLIC);
    }
  });

  test('lets no solver of whole numbers find what is hidden in parents, earlier months or the stream', async () => {
    const collector = new Collector(regencies, months, told);
    const hidden = (await service.rows<Stored>(storedSql)).filter((c) => !told.has(nameOf(c)));
    const small = hidden.filter(({ cases }) => cases < thresholds.PUBLIC);
    const asked = small.filter((_each, index) => index % Math.ceil(small.length / 40) === 0);

    expect(collector.consistent).toBe(true);
    expect(asked.length).toBeGreaterThan(20);
    const found = asked
      .map((number) => ({ ...number, bounds: collector.bounds(number) }))
      .filter(({ bounds: [low, high] }) => high - low < thresholds.PUBLIC - 1);
    expect(found).toEqual([]);
  });

  test('would be solved if one hidden number more were told: the solver can see', async () => {
    const hidden = (await service.rows<Stored>(storedSql)).filter((c) => !told.has(nameOf(c)));
    const everything = new Map(told);
    const [kept, ...others] = hidden.filter(
      ({ measure, by, region }) => measure === 'OPEN' && by === 'CATEGORY' && region.length === 5,
    );
    for (const other of [...others, ...hidden.filter(({ by }) => by === 'TOTAL')])
      everything.set(nameOf(other), other);

    const [low, high] = new Collector(regencies, months, everything).bounds(kept!);

    expect([low, high]).toEqual([kept!.cases, kept!.cases]);
  });
});
