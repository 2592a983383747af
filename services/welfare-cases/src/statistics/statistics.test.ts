import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { aCase } from '../case/case.fixture.js';
import type { WelfareCase } from '../case/case.entity.js';
import { welfareCases } from '../service.js';
import { publishStatistics } from './statistics.service.js';

let service: TestService;

const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const official = aCaller({ role: 'DISTRICT_HEAD', region: '33.16.05' });
const ministry = aCaller({ role: 'KEMENSOS_STAFF', region: '' });

const publish = () =>
  service.database.inWork(
    { caller: systemCaller('publish-statistics'), readOnly: false },
    publishStatistics,
  );

async function report(times: number, fields: Partial<WelfareCase>) {
  for (let made = 0; made < times; made += 1) {
    await aCase(service, { reportedAt: new Date('2026-09-15T02:00:00Z'), ...fields });
  }
}

beforeAll(async () => {
  service = await startTestService(welfareCases);
  const other = { regionCode: '32.09.01.2001' } as const;
  await report(14, { category: 'FAKIR_MISKIN' });
  await report(3, { category: 'ODHA' });
  await report(12, { category: 'LANJUT_USIA_TELANTAR' });
  await report(15, { category: 'FAKIR_MISKIN', ...other });
  await report(13, { category: 'LANJUT_USIA_TELANTAR', ...other });
  await report(12, { category: 'ODHA', ...other });
  await report(2, { category: 'PRSE', reportedAt: new Date('2026-10-31T17:00:00Z') });
  await report(1, { category: 'KAT', status: 'REJECTED', rejectionReason: 'UNFOUNDED' });
  await publish();
}, 120_000);
afterAll(() => service?.stop());

interface Line {
  value: string;
  count: number | null;
  atLeast: number;
}
interface Statistics {
  months: string[];
  total: { count: number | null };
  lines: Line[];
}

async function ask(codes: string[], caller?: Caller, asked = 'year: 2026, month: 9') {
  const { data, errors, statements } = await service.ask<{
    _entities: { welfare: { statistics: Statistics } }[];
  }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Region { welfare {
      statistics(${asked}) { months total { count suppressed } lines { value label { en id } count suppressed atLeast } } } } } }`,
    { of: codes.map((code) => ({ __typename: 'Region', code })) },
    caller,
  );
  expect(errors).toEqual([]);
  return { statements, all: data._entities.map(({ welfare }) => welfare.statistics) };
}

const shown = ({ lines }: Statistics) =>
  Object.fromEntries(lines.flatMap(({ value, count }) => (count ? [[value, count]] : [])));

describe('RegionWelfare.statistics', () => {
  test('is exact for the office in charge and the ministry; a rejected report is no case', async () => {
    const exact = { ODHA: 3, LANJUT_USIA_TELANTAR: 12, FAKIR_MISKIN: 14 };

    for (const caller of [staff, ministry]) {
      const [regency] = (await ask(['32.79'], caller)).all;
      expect(shown(regency!)).toEqual(exact);
      expect(regency!.total).toEqual({ count: 29, suppressed: false });
    }
  });

  test('keeps small numbers from the public, and what would reveal them in the parent or the sibling', async () => {
    const [province, banjar, cirebon] = (await ask(['32', '32.79', '32.09'])).all;

    expect(province!.total.count).toBe(69);
    const small = [banjar, cirebon].map((one) => shown(one!)['ODHA']);
    expect(small).toEqual([undefined, undefined]);
    const [groups] = (await ask(['32'], undefined, 'year: 2026, month: 9, by: GROUP')).all;
    // Five groups are empty; the smallest that is not stands before them.
    expect(shown(groups!)).toEqual({ POVERTY: 29, NEGLECT: 25 });
  });

  test('lists all values, so that none and a few look the same', async () => {
    const [banjar] = (await ask(['32.79'])).all;
    const lines = Object.fromEntries(banjar!.lines.map(({ value, ...line }) => [value, line]));

    expect(banjar!.lines).toHaveLength(26);
    const { label: _few, ...few } = lines['ODHA'] as Line & { label: object };
    const { label: _none, ...none } = lines['KAT'] as Line & { label: object };
    expect(few).toEqual(none);
  });

  test('ends at the regency for the public and at the district for officials', async () => {
    const totals = async (caller?: Caller) =>
      (await ask(['32.79', '32.79.04', '32.79.04.2006'], caller)).all.map(
        ({ total }) => total.count,
      );

    expect(await totals()).toEqual([29, null, null]);
    expect(await totals(official)).toEqual([29, 29, null]);
  });

  test('speaks of published months only, each in western Indonesia time', async () => {
    const [year] = (await ask(['32.79'], staff, 'year: 2026')).all;

    expect(year!.months).toEqual(['2026-09', '2026-10']);
    expect(year!.total.count).toBe(29);
  });

  test('counts by the seven groups of 2014 and of the law', async () => {
    const [named] = (await ask(['32.79'], staff, 'year: 2026, month: 9, by: GROUP, scheme: S1'))
      .all;
    const [law] = (
      await ask(['32.79'], staff, 'year: 2026, month: 9, by: GROUP, scheme: UU11_2009')
    ).all;

    expect([named!.lines.length, law!.lines.length]).toEqual([7, 7]);
    expect(shown(named!)).toEqual({ POVERTY: 14, NEGLECT: 12, SOCIAL_DESTITUTION: 3 });
    expect(shown(law!)).toMatchObject({ SOCIAL_DESTITUTION_AND_DEVIANCE: 3 });
  });

  test.each(['SEX', 'AGE_BAND', 'STATUS', 'CHANNEL'])('adds up by %s', async (by) => {
    const [banjar] = (await ask(['32.79'], staff, `year: 2026, month: 9, by: ${by}`)).all;

    expect(banjar!.lines.reduce((sum, { count }) => sum + count!, 0)).toBe(29);
  });

  test('asks as many statements for many regions as for one', async () => {
    const one = await ask(['32.79']);
    const many = await ask(['32.79', '32.09', '32', '33', '33.16', '34']);

    expect(many.statements).toBe(one.statements);
  });

  test('is there for the nation', async () => {
    const { data } = await service.ask(
      '{ welfareStatistics(year: 2026, month: 9) { total { count } } }',
    );
    expect(data).toEqual({ welfareStatistics: { total: { count: 69 } } });
  });
});

describe('publishing', () => {
  const numbers = () =>
    service.rows(
      'select * from statistics_cell order by region_code, month, measure, dimension, value',
    );

  test('is done once for each month, also by replicas at once, and stays as it was', async () => {
    const before = await numbers();
    await report(20, { category: 'PENGEMIS' });
    service.clock.at = new Date('2026-12-20T02:00:00Z');

    await Promise.all([publish(), publish(), publish()]);

    const after = await numbers();
    const months = await service.rows('select month from statistics_month order by month');
    expect(months.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(after.filter(({ month }) => month !== '2026-11')).toEqual(before);
    const said = (await service.published()).filter(({ data }) => data['month'] === '2026-11');
    expect(new Set(said.map(({ key }) => key)).size).toBe(said.length);
  });

  test('tells everybody, on a topic of its own, only what everybody may know', async () => {
    const rows = await service.rows<{ aggregatetype: string }>(
      "select distinct aggregatetype from outbox where type = 'welfare-cases.statistics.published.v1'",
    );
    expect(rows).toEqual([{ aggregatetype: 'welfare-cases.statistics' }]);

    const events = (await service.published()).filter(({ data }) => data['month'] === '2026-09');
    expect(events.map(({ key }) => key).sort()).toEqual(['32', '32.09', '32.79', 'ID']);
    const cells = events.flatMap(({ data }) => data['cells'] as { cases: number }[]);
    expect(Math.min(...cells.map(({ cases }) => cases))).toBeGreaterThanOrEqual(11);
  });

  test('gives the public the open cases as last published', async () => {
    const { data } = await service.ask<{ _entities: unknown[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Region { welfare { openCases { month total } } } } }`,
      { of: [{ __typename: 'Region', code: '32' }] },
    );
    expect(data._entities).toEqual([{ welfare: { openCases: { month: '2026-11', total: 91 } } }]);
  });
});

describe('Query.welfareCategories', () => {
  test('is public, and calls the people by the word of the day', async () => {
    const { data } = await service.ask<{
      welfareCategories: { category: string; term: { short: string }; group: string }[];
    }>(
      '{ welfareCategories(search: "PMKS anak jalanan", on: "2014-06-25") { category number name { en id } term { short name } group groupName { id } } }',
    );

    expect(data.welfareCategories).toEqual([
      {
        category: 'ANAK_JALANAN',
        number: 4,
        name: { en: 'Street child', id: 'Anak Jalanan' },
        term: { short: 'PMKS', name: 'Penyandang Masalah Kesejahteraan Sosial' },
        group: 'NEGLECT',
        groupName: { id: 'Ketelantaran' },
      },
    ]);
  });
});
