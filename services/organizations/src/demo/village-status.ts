import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import { VillageStatusSummary } from '../village-status/village-status.entity.js';
import { stateVillageStatusSummary } from '../village-status/village-status.service.js';

/** The villages of Banten by the census of 2018, as the article of 2019 cites it. */
const banten = {
  regionCode: '36',
  scheme: 'IPD' as const,
  year: 2018,
  source: 'BPS Provinsi Banten, Podes 2018',
  publishedOn: null,
  expectedVersion: null,
  levels: [
    { level: 'MANDIRI' as const, count: 143 },
    { level: 'BERKEMBANG' as const, count: 1_047 },
    { level: 'TERTINGGAL' as const, count: 48 },
  ],
};

export async function stateVillageStatus(demo: DemoLoader): Promise<void> {
  await demo.command({
    name: 'village-status/36/IPD/2018',
    at: new Date('2019-10-30T02:00:00Z'),
    caller: demoCaller('DINSOS_PROVINCE_STAFF', '36'),
    entity: VillageStatusSummary,
    act: (work) => stateVillageStatusSummary(work, banten),
  });
}
