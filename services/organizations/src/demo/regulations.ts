import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoRegulationId, demoRegulationStep } from '@jejaring/chassis/testing/demo';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { DatePrecision } from '../regulation/regulation.entity.js';
import { Regulation } from '../regulation/regulation.entity.js';
import type { RegulationKind } from '../regulation/regulation.rules.js';
import { citationOf } from '../regulation/regulation.rules.js';
import {
  bringIntoForce,
  registerRegulation,
  replaceRegulation,
} from '../regulation/regulation.service.js';

interface DemoRegulation {
  kind: RegulationKind;
  number: string | null;
  year: number;
  title: string;
  regionCode?: string;
  /** Absent while it is in preparation. */
  from?: string;
  precision?: DatePrecision;
  replaced?: { by: string; on: string };
  amends?: string[];
  definition?: { en: string; id: string };
}

const yearly = (kind: RegulationKind, number: string, year: number, title: string) => ({
  kind,
  number,
  year,
  title,
  from: `${year}-01-01`,
  precision: 'YEAR' as const,
});

const ofTheYoung = {
  en: 'A social organization in which the young of a village or urban ward grow up: born of the community’s own sense of responsibility, by and for the community, for welfare work above all.',
  id: 'Organisasi sosial wadah pengembangan generasi muda desa atau kelurahan, tumbuh atas kesadaran dan tanggung jawab sosial dari, oleh dan untuk masyarakat, terutama di bidang kesejahteraan sosial.',
};
const successor = { by: 'Permensos 25/2019', on: '2019-12-31' };

/** What decisions of the articles rest on, in the order in which one needs the other. Where only a year or month is certain, its precision says so. */
const regulations: DemoRegulation[] = [
  {
    ...yearly('PERMENSOS', '25', 2019, 'Karang Taruna'),
    from: '2019-12-31',
    precision: 'MONTH',
    definition: {
      en: 'An organization that the community forms as the place where its young develop: grown out of social awareness and responsibility, from, by and for the people of a village or urban ward, moving in social welfare.',
      id: 'Organisasi yang dibentuk masyarakat sebagai wadah generasi muda untuk mengembangkan diri, tumbuh dari kesadaran serta tanggung jawab sosial dari, oleh dan untuk masyarakat desa atau kelurahan, dan bergerak di bidang kesejahteraan sosial.',
    },
  },
  {
    ...yearly('PERMENSOS', '77/HUK', 2010, 'Pedoman Dasar Karang Taruna'),
    replaced: successor,
    definition: ofTheYoung,
  },
  {
    ...yearly('PERMENSOS', '83/HUK', 2005, 'Pedoman Dasar Karang Taruna'),
    replaced: { by: 'Permensos 77/HUK/2010', on: '2010-01-01' },
  },
  {
    ...yearly('PERMENSOS', '23', 2013, 'Pemberdayaan Karang Taruna'),
    replaced: successor,
    definition: ofTheYoung,
  },
  {
    ...yearly(
      'PERMENSOS',
      '9',
      2025,
      'Perubahan atas Peraturan Menteri Sosial tentang Karang Taruna',
    ),
    from: '2025-08-01',
    precision: 'MONTH',
    amends: ['Permensos 25/2019'],
    definition: {
      en: 'As reported, its text not at hand: a place for young people who do social welfare work, and one of the welfare resources.',
      id: 'Menurut pemberitaan, naskah belum diperoleh: wadah pemuda penyelenggara kesejahteraan sosial dan salah satu PSKS.',
    },
  },
  yearly('PERMENSOS', '8', 2012, 'Pedoman Pendataan dan Pengelolaan Data PMKS dan PSKS'),
  yearly('UU', '11', 2009, 'Kesejahteraan Sosial'),
  yearly('PP', '39', 2012, 'Penyelenggaraan Kesejahteraan Sosial'),
  yearly('UU', '13', 2011, 'Penanganan Fakir Miskin'),
  yearly('PERMENSOS', '15', 2018, 'Sistem Layanan dan Rujukan Terpadu'),
  yearly('PERMENSOS', '16', 2019, 'Standar Nasional Rehabilitasi Sosial'),
  yearly('PERMENSOS', '7', 2021, 'Asistensi Rehabilitasi Sosial (ATENSI)'),
  yearly('PERMENSOS', '15', 2025, 'Asistensi Rehabilitasi Sosial'),
  yearly('PERMENSOS', '28', 2018, 'Tenaga Kesejahteraan Sosial Kecamatan'),
  yearly(
    'PERDIRJEN',
    '35',
    2020,
    'Petunjuk teknis Tenaga Kesejahteraan Sosial Kecamatan (Dayasos)',
  ),
  yearly('PERMENSOS', '10', 2019, 'Pekerja Sosial Masyarakat'),
  yearly('PERMENSOS', '184', 2011, 'Lembaga Kesejahteraan Sosial'),
  yearly('PERMENSOS', '17', 2012, 'Akreditasi Lembaga Kesejahteraan Sosial'),
  yearly('PERMENSOS', '22', 2016, 'Standar Nasional Lembaga Kesejahteraan Sosial'),
  yearly('PERMENSOS', '2', 2019, 'Bantuan Sosial Usaha Ekonomi Produktif kepada KUBE'),
  {
    ...yearly('INPRES', '4', 2025, 'Data Tunggal Sosial dan Ekonomi Nasional'),
    from: '2025-02-05',
    precision: 'DAY',
  },
  { ...yearly('UU', '27', 2022, 'Pelindungan Data Pribadi'), from: '2022-10-17', precision: 'DAY' },
  yearly('UU', '6', 2014, 'Desa'),
  {
    ...yearly('UU', '3', 2024, 'Perubahan Kedua atas Undang-Undang tentang Desa'),
    amends: ['UU 6/2014'],
  },
  yearly('PP', '60', 2014, 'Dana Desa yang Bersumber dari APBN'),
  yearly('PERMENDAGRI', '18', 2018, 'Lembaga Kemasyarakatan Desa dan Lembaga Adat Desa'),
  {
    ...yearly('PERDA', '5', 2016, 'Tanggung Jawab Sosial Perusahaan'),
    regionCode: '36',
  },
  // In October 2019 the province says that it is being prepared.
  {
    kind: 'PERGUB',
    number: null,
    year: 2019,
    title: 'Pelaksanaan tanggung jawab sosial perusahaan (dalam penyusunan)',
    regionCode: '36',
  },
  {
    ...yearly('PERBUP', '34', 2023, 'Pemberdayaan Karang Taruna'),
    regionCode: '32.09',
  },
];

function keeperOf(regionCode: string) {
  if (regionCode === '') return demoCaller('KEMENSOS_STAFF', '');
  const isProvince = levelOf(regionCode) === 'PROVINCE';
  return demoCaller(isProvince ? 'DINSOS_PROVINCE_STAFF' : 'DINSOS_REGENCY_STAFF', regionCode);
}

/** The day of a fact, at the earliest that on which the demo's register began. */
const clockOf = (day: string) => new Date(`${day < '2014-01-02' ? '2014-01-02' : day}T02:00:00Z`);

/** Drafted, and in force from its day on. */
async function enact(demo: DemoLoader, regulation: DemoRegulation): Promise<void> {
  const { kind, number, year, title, regionCode = '', from, definition = null } = regulation;
  const { name, at } = demoRegulationStep(citationOf(regulation));
  const now = clockOf(from ?? `${year}-10-30`);
  const step = { at, now, caller: keeperOf(regionCode), entity: Regulation };
  const amends = (regulation.amends ?? []).map(demoRegulationId);
  const facts = { kind, number, year, title, regionCode, definition, amends };
  const act = (work: Work) => registerRegulation(work, facts);
  const { id, version } = await demo.command({ ...step, name, act });
  if (from === undefined) return;
  const { precision: datePrecision = 'DAY' } = regulation;
  const seen = { id, expectedVersion: version, number: null, validFrom: from, datePrecision };
  await demo.command({
    ...step,
    name: `${name}/in-force`,
    act: (work) => bringIntoForce(work, seen),
  });
}

async function succeed(demo: DemoLoader, regulation: DemoRegulation): Promise<void> {
  const { replaced, regionCode = '' } = regulation;
  if (replaced === undefined) return;
  const { name, at } = demoRegulationStep(citationOf(regulation));
  const facts = {
    id: demoRegulationId(citationOf(regulation)),
    expectedVersion: 2,
    by: demoRegulationId(replaced.by),
    on: replaced.on,
  };
  await demo.command({
    name: `${name}/replaced`,
    at,
    now: clockOf(replaced.on),
    caller: keeperOf(regionCode),
    entity: Regulation,
    act: (work) => replaceRegulation(work, facts),
  });
}

/** The regulations under which the facts of the articles were decided, and one that was only planned. */
export async function enactRegulations(demo: DemoLoader): Promise<void> {
  for (const regulation of regulations) await enact(demo, regulation);
  // The earliest first: what replaces one is itself in force until another replaces it.
  const replacedOn = ({ replaced }: DemoRegulation) => replaced?.on ?? '';
  const inOrder = [...regulations].sort((one, other) =>
    replacedOn(one).localeCompare(replacedOn(other)),
  );
  for (const regulation of inOrder) await succeed(demo, regulation);
}
