import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoLoader } from '@jejaring/chassis/testing/demo';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { loadDemo } from './demo.js';
import { importRegions } from './region/region-import.js';
import { organizations } from './service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(organizations);
  await importRegions(service.ownerUrl);
  await loadDemo(demoLoader(service.database));
}, 120_000);
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
      'TKSK DISTRICT 32 4',
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
  }, 60_000);
});
