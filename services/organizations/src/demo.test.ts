import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { demoId, demoLoader } from '@jejaring/chassis/testing/demo';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { loadDemo } from './demo.js';
import { importRegions } from './region/region-import.js';
import { organizations } from './service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(organizations);
  await importRegions(service.ownerUrl);
  await loadDemo(demoLoader(service.database));
}, 300_000);
afterAll(() => service?.stop());

describe('the demo', () => {
  test('has every organization of the articles, and no other', async () => {
    const rows = await service.rows(
      `select kind, level, left(region_code, 2) as province, count(*)::integer
       from organization where status = 'ACTIVE' group by 1, 2, 3 order by 1, 3, 2`,
    );

    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      'KARANG_TARUNA DISTRICT 32 40',
      'KARANG_TARUNA PROVINCE 32 1',
      'KARANG_TARUNA REGENCY 32 27',
      'KARANG_TARUNA VILLAGE 32 25',
      'KARANG_TARUNA DISTRICT 33 16',
      'KARANG_TARUNA PROVINCE 33 1',
      'KARANG_TARUNA REGENCY 33 35',
      'KARANG_TARUNA VILLAGE 33 295',
      'KARANG_TARUNA PROVINCE 36 1',
      'KARANG_TARUNA REGENCY 36 8',
      'KARANG_TARUNA VILLAGE 36 400',
      'KARANG_TARUNA PROVINCE 63 1',
      'KARANG_TARUNA REGENCY 63 13',
      'LKS REGENCY 63 13',
      'PSM VILLAGE 63 13',
      'TKSK DISTRICT 32 4',
      'TKSK DISTRICT 63 13',
    ]);
  });

  test('has 31 of 40 laptops handed over in Kabupaten Cirebon, and nine put off', async () => {
    const rows = await service.rows(
      'select status, planned_fiscal_year as year, count(*)::integer from allocation group by 1, 2 order by 1',
    );

    expect(rows).toEqual([
      { status: 'DEFERRED', year: 2025, count: 9 },
      { status: 'HANDED_OVER', year: 2024, count: 31 },
    ]);
  });

  test('seats the delegates of 2014 under the ids that the trainings name', async () => {
    const villages = ['32.79.01.1006', '32.79.02.2003', '32.79.04.2003', '32.79.04.2006'];
    const at = new Date('2014-06-12T02:00:00Z');
    const rows = await service.rows(
      `select region_code, officer_id, initials from seat
       where position = 'CHAIR' and region_code = any ($1)
         and valid_from <= '2014-06-25' and valid_to > '2014-06-25' order by region_code`,
      [villages],
    );

    expect(rows).toEqual(
      villages.map((village, index) => ({
        region_code: village,
        officer_id: demoId('organizations', `person/${village}`, at),
        initials: ['A. C. S.', 'D. C. M.', 'R. C. W.', 'S. C. K.'][index],
      })),
    );
  });

  test('has boards in office in Kota Banjar but for one, two running out, and one revoked in Cirebon', async () => {
    const counted = async (condition: string) => {
      const rows = await service.rows<{ count: number }>(
        `select count(*)::integer from board where status = 'CONFIRMED' and ${condition}`,
      );
      return rows[0]!.count;
    };
    const village = "region_code like '32.79.__.____'";

    expect(await counted(`${village} and term_end > current_date`)).toBe(24);
    expect(
      await counted(`${village} and term_end between current_date and current_date + 90`),
    ).toBe(2);
    expect(await counted("region_code like '32.09.__'")).toBe(39);
    expect(
      await service.rows("select region_code, ended_on::text from board where status = 'REVOKED'"),
    ).toEqual([{ region_code: '32.09.05', ended_on: '2025-06-02' }]);
  });

  test('knows the chair of Banten as the deputy governor of October 2019', async () => {
    const { data } = await service.ask(
      `query ($id: ID!) { organization(id: $id) { board(asOf: "2019-10-30") {
         seats { position officer { name officialPositions { kind regionCode from to } } } } } }`,
      { id: encodeId('org', demoLoader(service.database).organization('36')) },
      aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '36' }),
    );

    const position = {
      kind: 'DEPUTY_GOVERNOR',
      regionCode: '36',
      from: '2017-05-01',
      to: '2022-05-01',
    };
    expect(data).toMatchObject({
      organization: {
        board: {
          seats: [
            { position: 'CHAIR', officer: { officialPositions: [position] } },
            { position: 'SECRETARY', officer: { name: 'Laras Contoh Kencana' } },
            { position: 'TREASURER' },
          ],
        },
      },
    });
  });

  test('has classes of three years in Kota Banjar, all four of them, and of one year elsewhere', async () => {
    const rows = await service.rows<{ province: string; year: number; count: number }>(
      `select left(region_code, 5) like '32.79' as banjar, year, count(*)::integer
       from classification where status = 'DETERMINED' group by 1, 2 order by 1, 2`,
    );
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      'false 2024 22',
      'true 2023 25',
      'true 2024 25',
      'true 2025 25',
    ]);
    const classes = await service.rows(
      "select distinct determined_class from classification where region_code like '32.79.%'",
    );
    expect(classes).toHaveLength(4);
  });

  test('knows what the articles say of offices and of law on their days', async () => {
    const { data, errors } = await service.ask<any>(`{
      banjar: offices(region: "32.79", first: 1) { nodes {
        name(asOf: "2014-06-25") posts(asOf: "2014-06-25") { title unit { name parent { name } } holder(asOf: "2014-06-25") { capacity } } } }
      kalsel: offices(region: "63", first: 1) { nodes {
        head(asOf: "2024-07-23") { capacity } units(asOf: "2024-07-23") { name } } }
      of2014: regulations(region: "32.79", on: "2014-06-25", kind: PERMENSOS, first: 50) { nodes { citation } }
      cirebon: regulations(region: "32.09", on: "2024-11-25", kind: PERBUP) { nodes { citation } }
      banten: regulations(region: "36.04", status: DRAFT) { nodes { citation } }
    }`);

    expect(errors).toEqual([]);
    expect(data.banjar.nodes[0].name).toBe('Dinas Sosial dan Tenaga Kerja Kota Banjar');
    expect(data.banjar.nodes[0].posts).toContainEqual({
      title: 'Kasi Pengembangan Kelembagaan Sosial',
      unit: { name: 'Seksi Pengembangan Kelembagaan Sosial', parent: { name: 'Bidang Sosial' } },
      holder: { capacity: 'DEFINITIVE' },
    });
    expect(data.kalsel.nodes[0].head).toEqual({ capacity: 'PLT' });
    expect(data.kalsel.nodes[0].units).toContainEqual({
      name: 'Seksi Pemberdayaan PSKS dan Kelembagaan Sosial',
    });
    const citations = data.of2014.nodes.map(({ citation }: { citation: string }) => citation);
    expect(citations).toEqual(
      expect.arrayContaining(['Permensos 77/HUK/2010', 'Permensos 23/2013']),
    );
    expect(citations).not.toContain('Permensos 25/2019');
    expect(data.cirebon.nodes).toEqual([{ citation: 'Perbup 34/2023' }]);
    expect(data.banten.nodes).toEqual([{ citation: 'Pergub (2019)' }]);
  });

  test('has villages with companies in Banten, and with village funds in Blora', async () => {
    const rows = await service.rows(
      `select kind, left(region_code, 5) in ('33.16', '32.79') as regency, status, count(*)::integer
       from partnership group by 1, 2, 3 order by 1`,
    );

    expect(rows).toEqual([
      { kind: 'CSR_TJSL', regency: false, status: 'SIGNED', count: 10 },
      { kind: 'DANA_DESA', regency: true, status: 'SIGNED', count: 40 },
      { kind: 'GOVERNMENT_PROGRAMME', regency: true, status: 'SIGNED', count: 1 },
    ]);
    const [based] = await service.rows(
      'select count(regulation_id)::integer as based from partnership',
    );
    expect(based).toEqual({ based: 10 });
  });

  test('is recorded once, however often it is loaded', async () => {
    const before = await service.rows('select count(*) from outbox');

    await loadDemo(demoLoader(service.database));

    expect(await service.rows('select count(*) from outbox')).toEqual(before);
  }, 120_000);
});
