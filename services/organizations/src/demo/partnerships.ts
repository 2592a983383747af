import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoOfficeId } from '@jejaring/chassis/testing/demo';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Partnership } from '../partnership/partnership.entity.js';
import type { CompanyKind } from '../partnership/partnership.rules.js';
import type { ProposePartnership } from '../partnership/partnership.service.js';
import { proposePartnership, signPartnership } from '../partnership/partnership.service.js';
import { Regulation } from '../regulation/regulation.entity.js';
import { inParallel } from './parallel.js';

interface Plan {
  name: string;
  at: Date;
  caller: ReturnType<typeof demoCaller>;
  facts: ProposePartnership;
  documentNumber: string;
}

async function agree(demo: DemoLoader, plan: Plan): Promise<void> {
  const { name, at, caller, facts, documentNumber } = plan;
  const step = { at, caller, entity: Partnership };
  const act = (work: Work) => proposePartnership(work, facts);
  const { id } = await demo.command({ ...step, name: `partnership/${name}`, act });
  const signed = { id, expectedVersion: 1, signedOn: null, documentNumber };
  const sign = (work: Work) => signPartnership(work, signed);
  await demo.command({ ...step, name: `partnership/${name}/signed`, act: sign });
}

const nothing = {
  officeId: null,
  companyName: null,
  companyKind: null,
  regulationId: null,
  amount: null,
  villageFund: null,
};

/** Villages (desa) with a Karang Taruna, evenly spread: as many as are asked for. */
const villagesOf = (demo: DemoLoader, province: string, many: number): Promise<string[]> =>
  demo.read(async (work) => {
    const rows = await work.sql<{ code: string }>(
      `select code from (
         select o.region_code as code, row_number() over (order by o.region_code) as row, count(*) over () as whole
         from organization o join region r on r.code = o.region_code
         where o.kind = 'KARANG_TARUNA' and r.kind = 'DESA' and o.region_code like $1 || '.%'
       ) village where row * $2 / whole > (row - 1) * $2 / whole order by code`,
      [province, many],
    );
    return rows.map(({ code }) => code);
  });

const owners: CompanyKind[] = ['BUMN', 'BUMD', 'PRIVATE'];

/** Companies beside ten villages of Banten, under the province's regulation of 2016. */
async function withCompanies(demo: DemoLoader): Promise<Plan[]> {
  const villages = await villagesOf(demo, '36', 10);
  const perda = { kind: 'PERDA' as const, number: '5', year: 2016, regionCode: '36' };
  const regulation = await demo.read((work) => work.find(Regulation, perda));
  return villages.map((regionCode, index) => ({
    name: `csr/${regionCode}`,
    at: new Date('2024-12-10T02:00:00Z'),
    caller: demoCaller('DINSOS_PROVINCE_STAFF', '36'),
    documentNumber: `CONTOH/TJSL/${index + 1}/2024`,
    facts: {
      ...nothing,
      kind: 'CSR_TJSL' as const,
      regionCode,
      title: 'Kemitraan dan bina lingkungan desa',
      organizationId: demo.organization(regionCode),
      companyName: `Perusahaan Contoh ${index + 1}`,
      companyKind: owners[index % owners.length]!,
      regulationId: regulation?.id ?? null,
      amount: '50000000',
      fields: ['TRAINING', 'PRODUCTIVE_ECONOMY'],
      startsOn: '2025-01-01',
      endsOn: '2028-01-01',
    },
  }));
}

/** Village funds of forty villages of Kabupaten Blora: the amounts are invented. */
async function withVillages(demo: DemoLoader): Promise<Plan[]> {
  const villages = await villagesOf(demo, '33.16', 40);
  return villages.map((regionCode, index) => ({
    name: `village-fund/${regionCode}`,
    at: new Date('2025-01-20T02:00:00Z'),
    caller: demoCaller('VILLAGE_HEAD', regionCode),
    documentNumber: `CONTOH/DD/${index + 1}/2025`,
    facts: {
      ...nothing,
      kind: 'DANA_DESA' as const,
      regionCode,
      title: 'Pembinaan Karang Taruna desa',
      organizationId: demo.organization(regionCode),
      amount: String(15_000_000 + 500_000 * (index % 8)),
      fields: ['TRAINING'],
      startsOn: '2025-01-20',
      endsOn: '2026-01-01',
      villageFund: { fiscalYear: 2025, budgetLine: '3.4.01', villageRegulation: '4 Tahun 2024' },
    },
  }));
}

/** Karang Taruna is a partner of the government in social development: one of Kota Banjar. */
function withOffice(demo: DemoLoader): Plan {
  const regionCode = '32.79.04.2006';
  return {
    name: `government/${regionCode}`,
    at: new Date('2024-01-15T02:00:00Z'),
    caller: demoCaller('DINSOS_REGENCY_HEAD', '32.79'),
    documentNumber: 'CONTOH/PKS/1/2024',
    facts: {
      ...nothing,
      kind: 'GOVERNMENT_PROGRAMME',
      regionCode,
      title: 'Mitra penanganan PPKS desa',
      organizationId: demo.organization(regionCode),
      officeId: demoOfficeId('32.79'),
      fields: ['WELFARE_SERVICE'],
      startsOn: '2024-02-01',
      endsOn: '2029-02-01',
    },
  };
}

export async function agreePartnerships(demo: DemoLoader): Promise<void> {
  const plans = [withOffice(demo), ...(await withCompanies(demo)), ...(await withVillages(demo))];
  await inParallel(plans, (plan) => agree(demo, plan));
}
