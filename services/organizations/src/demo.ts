import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoOfficeStep, demoOrganizationStep } from '@jejaring/chassis/testing/demo';
import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { appointPeople } from './demo/appointments.js';
import { Office } from './office/office.entity.js';
import type { RegisterOffice } from './office/office.service.js';
import { registerOffice, renameOffice } from './office/office.service.js';
import { Organization } from './organization/organization.entity.js';
import { Region } from './region/region.entity.js';
import {
  draftRegistration,
  submitRegistration,
  verifyRegistration,
} from './organization/organization.service.js';

interface Seat {
  code: string;
  name: string;
}

/** Drafted, submitted and verified by three hands, as the law has it. */
async function register(demo: DemoLoader, { code, name }: Seat): Promise<void> {
  const { name: step, at } = demoOrganizationStep(code);
  const officer = demoCaller('KT_OFFICER', code);
  const staff = demoCaller(
    'DINSOS_REGENCY_STAFF',
    levelOf(code) === 'PROVINCE' ? code : code.slice(0, 5),
  );
  const entity = Organization;
  const facts = {
    kind: 'KARANG_TARUNA' as const,
    level: levelOf(code) as RegionLevel,
    name: `Karang Taruna ${name}`,
    regionCode: code,
    establishedOn: '2010-09-26',
    chairName: `Ketua Contoh ${name}`,
    documents: [],
  };
  const drafted = await demo.command({
    name: step,
    at,
    caller: officer,
    entity,
    act: (work) => draftRegistration(work, facts),
  });
  const { id } = drafted;
  await demo.command({
    name: `${step}/submitted`,
    at,
    caller: officer,
    entity,
    act: (work) => submitRegistration(work, { id, expectedVersion: 1 }),
  });
  await demo.command({
    name: `${step}/verified`,
    at,
    caller: staff,
    entity,
    act: (work) => verifyRegistration(work, { id, expectedVersion: 2 }),
  });
}

const ministry = demoCaller('KEMENSOS_STAFF', '');

/** The offices of the source articles, by the names they bore on the day of each. */
const offices: RegisterOffice[] = [
  office('32', 'DINSOS_PROVINSI', 'Dinas Sosial Provinsi Jawa Barat', ['SOCIAL']),
  office('32.79', 'DINSOS_KAB_KOTA', 'Dinas Sosial dan Tenaga Kerja Kota Banjar', [
    'SOCIAL',
    'MANPOWER',
  ]),
  office('32.09', 'DINSOS_KAB_KOTA', 'Dinas Sosial Kabupaten Cirebon', ['SOCIAL']),
  office('33.16', 'DINSOS_KAB_KOTA', 'Dinas Sosial P3A Kabupaten Blora', [
    'SOCIAL',
    'WOMEN',
    'CHILD',
  ]),
  office('36', 'DINSOS_PROVINSI', 'Dinas Sosial Provinsi Banten', ['SOCIAL']),
  office('63', 'DINSOS_PROVINSI', 'Dinas Sosial Provinsi Kalimantan Selatan', ['SOCIAL']),
];

function office(
  regionCode: string,
  kind: RegisterOffice['kind'],
  name: string,
  mandates: string[],
) {
  return {
    kind,
    regionCode,
    name,
    mandates,
    validFrom: '2010-01-01',
  };
}

async function registerOffices(demo: DemoLoader): Promise<void> {
  for (const facts of offices) {
    const { name, at } = demoOfficeStep(facts.regionCode);
    const act = (work: Parameters<typeof registerOffice>[0]) => registerOffice(work, facts);
    await demo.command({ name, at, caller: ministry, entity: Office, act });
  }
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

/** Every village of Kota Banjar has its Karang Taruna; so have the regency Blora and the province Banten. */
export async function loadDemo(demo: DemoLoader): Promise<void> {
  await registerOffices(demo);
  const seats = await demo.read((work) =>
    work
      .select(Region, 'r')
      .where("r.code like '32.79.%' and r.level = 'VILLAGE' or r.code in ('33.16', '36')")
      .orderBy('r.code')
      .getMany(),
  );
  for (const seat of seats) await register(demo, seat);
  await appointPeople(demo);
}
