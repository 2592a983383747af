import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { appointPeople } from './demo/appointments.js';
import { registerOffices } from './demo/offices.js';
import { giveAssistance } from './demo/assistance.js';
import { registerOrganizations } from './demo/organizations.js';
import { openPosts } from './demo/posts.js';
import { enactRegulations } from './demo/regulations.js';
import { recordBanten } from './demo/banten.js';
import { registerOrganizations } from './demo/organizations.js';
import { recordProgrammes } from './demo/work-programmes.js';
import { Office } from './office/office.entity.js';
import type { RegisterOffice } from './office/office.service.js';
import { registerOffice, renameOffice } from './office/office.service.js';

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

/** What the source articles speak of, each part on those before it. */
export async function loadDemo(demo: DemoLoader): Promise<void> {
  await registerOffices(demo);
  await openPosts(demo);
  await enactRegulations(demo);
  await registerOrganizations(demo);
  await appointPeople(demo);
  await giveAssistance(demo);
  await recordBanten(demo);
  await recordProgrammes(demo);
}
