import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import type { DraftTrainingEvent } from '../training-event/planning.service.js';
import { heldBy, hold, karangTaruna, officialOf, told } from './play.js';

/** The event of Cepu that 158 officers attended (28 October 2020); nobody was listed by name. */
const economy: DraftTrainingEvent = {
  ...karangTaruna,
  ...heldBy('33.16'),
  kind: 'BIMTEK',
  topic: 'PRODUCTIVE_ECONOMY',
  title: 'Bimbingan Teknis Karang Taruna Kabupaten Blora 2020',
  audienceLevels: ['VILLAGE'],
  venue: {
    name: 'Kyriad Arra Hotel Cepu',
    regionCode: '33.16.05',
    regionDerived: false,
    derivedBecause: null,
    capacity: null,
  },
  startsOn: '2020-10-28',
  endsOn: '2020-10-28',
  legalBasis: ['Permensos 25/2019'],
  sources: [
    told('Report of Dinsos P3A Kabupaten Blora', '2020-10-28'),
    told('Report of Dinsos P3A Kabupaten Blora', '2020-10-28', {
      field: 'statedParticipants',
      value: '158',
    }),
  ],
};

/** The guidance of Kabupaten Cirebon at which laptops were handed over (25 November 2024). */
const guidance: DraftTrainingEvent = {
  ...karangTaruna,
  ...heldBy('32.09'),
  kind: 'PEMBINAAN',
  topic: 'ORGANISATION_MANAGEMENT',
  title: 'Pembinaan Karang Taruna Tahun 2024',
  theme: 'Generasi muda yang kreatif dan mandiri melalui teknologi',
  // Kabupaten or Kota Cirebon: the source does not tell.
  venue: {
    name: 'Hotel Apita Cirebon',
    regionCode: null,
    regionDerived: false,
    derivedBecause: null,
    capacity: null,
  },
  startsOn: '2024-11-25',
  endsOn: '2024-11-25',
  legalBasis: ['Permensos 25/2019', 'Perbup Cirebon 34/2023'],
  sources: [
    told('First outlet that published the report', '2024-11-25'),
    told('Second outlet, with the same text', '2024-11-25'),
  ],
};

/** The two trainings of which only reports remain. */
export async function loadReported(demo: DemoLoader): Promise<void> {
  const blora = officialOf('DINSOS_REGENCY_STAFF', '33.16');
  const counted: Stated = { value: 158, upTo: null, qualifier: 'EXACT' };
  await hold({ demo, name: 'economy-2020', caller: blora }, economy, '2020-10-12', counted);
  const cirebon = officialOf('DINSOS_REGENCY_STAFF', '32.09');
  await hold({ demo, name: 'guidance-2024', caller: cirebon }, guidance, '2024-11-11', null);
}
