import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoOfficeStep } from '@jejaring/chassis/testing/demo';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Office } from '../office/office.entity.js';
import type { RegisterOffice } from '../office/office.service.js';
import { registerOffice, renameOffice } from '../office/office.service.js';
import { inParallel } from './parallel.js';

const ministry = demoCaller('KEMENSOS_STAFF', '');

/** What differs from "Dinas Sosial" with the mandate SOCIAL: as the articles name them, on the day of each. */
const particular: Record<string, Pick<RegisterOffice, 'name' | 'mandates'>> = {
  '': { name: 'Kementerian Sosial Republik Indonesia', mandates: ['SOCIAL'] },
  '32.79': {
    name: 'Dinas Sosial dan Tenaga Kerja Kota Banjar',
    mandates: ['SOCIAL', 'MANPOWER'],
  },
  '33.16': {
    name: 'Dinas Sosial P3A Kabupaten Blora',
    mandates: ['SOCIAL', 'WOMEN', 'CHILD'],
  },
};

const kinds = {
  NATION: 'KEMENSOS',
  PROVINCE: 'DINSOS_PROVINSI',
  REGENCY: 'DINSOS_KAB_KOTA',
} as const;

function factsOf({ code, name }: { code: string; name: string }): RegisterOffice {
  const level = levelOf(code) as keyof typeof kinds;
  const place = level === 'PROVINCE' ? `Provinsi ${name}` : name;
  const usual = { name: `Dinas Sosial ${place}`, mandates: ['SOCIAL'] };
  return {
    kind: kinds[level],
    regionCode: code,
    validFrom: '2010-01-01',
    ...(particular[code] ?? usual),
  };
}

const served = (work: Work) =>
  work.sql<{ code: string; name: string }>(
    `select code, name from region
     where code in ('32', '33', '36', '63', '32.79', '32.09', '33.16') or parent_code in ('36', '63')
     order by code`,
  );

/** Kota Banjar's office gave its second mandate away in 2017. */
async function renameBanjar(demo: DemoLoader): Promise<void> {
  const [banjar] = await demo.read((work) => work.list(Office, { regionCode: '32.79' }));
  const renamed = {
    id: banjar!.id,
    expectedVersion: 1,
    name: 'Dinas Sosial Kota Banjar',
    mandates: ['SOCIAL'],
    validFrom: '2017-01-01',
  };
  await demo.command({
    name: 'office/32.79/renamed',
    at: new Date('2017-01-02T02:00:00Z'),
    caller: ministry,
    entity: Office,
    act: (work) => renameOffice(work, renamed),
  });
}

/** The ministry, and the offices of the provinces and regencies of the articles. */
export async function registerOffices(demo: DemoLoader): Promise<void> {
  const regions = [{ code: '', name: '' }, ...(await demo.read(served))];
  await inParallel(regions.map(factsOf), async (facts) => {
    const { name, at } = demoOfficeStep(facts.regionCode);
    const act = (work: Work) => registerOffice(work, facts);
    await demo.command({ name, at, caller: ministry, entity: Office, act });
  });
  await renameBanjar(demo);
}
