import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoLoader } from '@jejaring/chassis/testing/demo';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { readOfficialList } from '@jejaring/register/regions/official-list';
import { loadDemo } from './demo.js';
import { importRegionCodes } from './region/region-import.js';
import { welfareCases } from './service.js';

let service: TestService;

/** The boards that organizations would have told of: every village of Banjar, every district of Cirebon. */
async function registerBoards(): Promise<void> {
  const { names } = await readOfficialList();
  const demo = demoLoader(service.database);
  const codes = [...names.keys()];
  const villages = codes.filter((code) => code.startsWith('32.79.') && code.length === 13);
  const districts = codes.filter((code) => code.startsWith('32.09.') && code.length === 8);
  await service.asSystem(async (work) => {
    for (const regionCode of [...villages, ...districts]) {
      const level = regionCode.length === 13 ? 'VILLAGE' : 'DISTRICT';
      const id = demo.organization(regionCode);
      const copy = { id, kind: 'KARANG_TARUNA', level, regionCode, status: 'ACTIVE' as const };
      await work.put(OrganizationCopy, copy, ['id']);
    }
  });
}

beforeAll(async () => {
  service = await startTestService(welfareCases);
  await importRegionCodes(service.ownerUrl);
  await registerBoards();
  await loadDemo(demoLoader(service.database));
}, 240_000);
afterAll(() => service?.stop());

const strings = async (sql: string) =>
  (await service.rows(sql)).map((row) => Object.values(row).join(' '));

describe('the demo', () => {
  test('has five hundred cases of all 26 categories in two regencies', async () => {
    const counted = await strings(
      `select left(region_code, 5), count(*) as cases, count(distinct category) as categories from welfare_case group by 1 order by 1`,
    );

    expect(counted).toEqual(['32.09 250 26', '32.79 250 26']);
  });

  test('has cases on every side path', async () => {
    expect(
      await strings(
        `select status from welfare_case where status not in ('REPORTED', 'ACCEPTED', 'IN_SERVICE') group by 1 order by 1`,
      ),
    ).toEqual(['AFTERCARE', 'CLOSED', 'ON_HOLD', 'REJECTED', 'RESTRICTED']);
    expect(await strings("select count(*) from welfare_case where status = 'RESTRICTED'")).toEqual([
      '2',
    ]);
  });

  test('counts its open cases as they are', async () => {
    const open = await strings(
      `select region_code, category, count(*) as cases from welfare_case
       where coalesce(paused_from, status) not in ('CLOSED', 'REJECTED', 'AFTERCARE') and not sealed group by 1, 2 order by 1, 2`,
    );
    expect(
      await strings('select * from open_case_count where open_cases > 0 order by 1, 2'),
    ).toEqual(open);
  });

  test('credits each case that was ever closed once to who handled it', async () => {
    const closed = await strings(
      `select count(distinct id) from (
         select id from welfare_case where status = 'CLOSED' and not sealed union all
         select id from welfare_case_history where status = 'CLOSED' and not sealed) as ever`,
    );

    expect(await strings('select sum(cases) from handled_case_count')).toEqual(closed);
    expect(Number(closed[0])).toBeGreaterThan(0);
  });

  test('has referrals that were answered and done, and one that nobody answered', async () => {
    expect(await strings('select status, count(*) from referral group by 1 order by 1')).toEqual([
      'ACKNOWLEDGED 2',
      'COMPLETED 1',
      'EXPIRED 1',
      'SENT 4',
    ]);
    const said = "select distinct type from outbox where type like 'welfare-cases.referral.%'";
    expect(await strings(`${said} order by 1`)).toEqual(
      ['accepted', 'acknowledged', 'completed', 'expired', 'sent'].map(
        (step) => `welfare-cases.referral.${step}.v1`,
      ),
    );
  });

  test('has published the finished months', async () => {
    const shown = await strings(
      `select distinct region_code from statistics_cell where audience = 'PUBLIC' and month = '2026-09' order by 1`,
    );
    expect(shown).toEqual(['', '32', '32.09', '32.79']);
  });

  test('is recorded once, however often it is loaded', async () => {
    const before = await service.rows('select count(*) from outbox');

    await loadDemo(demoLoader(service.database));

    expect(await service.rows('select count(*) from outbox')).toEqual(before);
  }, 120_000);
});
