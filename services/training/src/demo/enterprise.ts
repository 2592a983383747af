import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoId } from '@jejaring/chassis/testing/demo';
import { Registration } from '../registration/registration.entity.js';
import { registerParticipant } from '../registration/registration.service.js';
import type { DraftTrainingEvent } from '../training-event/planning.service.js';
import { announce, heldBy, karangTaruna, lead, morning, officialOf } from './play.js';

/** A training that takes registrations, with more who ask than seats: to try the waiting list on. */
const enterprise: DraftTrainingEvent = {
  ...karangTaruna,
  ...heldBy('32.79'),
  kind: 'PELATIHAN',
  topic: 'ENTREPRENEURSHIP',
  title: 'Pelatihan Kewirausahaan Karang Taruna Kota Banjar 2026',
  audienceLevels: ['VILLAGE'],
  venue: {
    name: 'Balai Latihan Kerja Kota Banjar',
    regionCode: '32.79.01',
    regionDerived: false,
    derivedBecause: null,
    capacity: 40,
  },
  startsOn: '2026-12-15',
  endsOn: '2026-12-17',
  seats: 6,
  quotas: ['32.79.01', '32.79.02', '32.79.03', '32.79.04'].map((regionCode) => ({
    regionCode,
    seats: 1,
  })),
  perUnitMax: 1,
  certificateHours: 24,
  legalBasis: ['Permensos 25/2019'],
};

/** In the order in which they asked. */
const asking = [
  { village: '32.79.04.2006', name: 'Lina Contoh Kujangsari' },
  { village: '32.79.04.2003', name: 'Budi Contoh Waringinsari' },
  { village: '32.79.04.2001', name: 'Tono Contoh Langensari' },
  { village: '32.79.04.2002', name: 'Wati Contoh Rejasari' },
  { village: '32.79.02.2003', name: 'Joko Contoh Mulyasari' },
  { village: '32.79.01.1006', name: 'Nani Contoh Situbatu' },
];

const ask = (
  demo: DemoLoader,
  trainingEventId: string,
  { village, name }: (typeof asking)[number],
) => {
  const at = morning('2026-11-09');
  const organizationId = demo.organization(village);
  const participantRef = demoId('organizations', `member/${village}`, at);
  return demo.command({
    name: `enterprise-2026/${village}`,
    at,
    caller: demoCaller('KT_OFFICER', village, organizationId),
    entity: Registration,
    act: (work) =>
      registerParticipant(work, {
        trainingEventId,
        organizationId,
        participantRef,
        officerId: null,
        name,
      }),
  });
};

/** One seat of Langensari's quota and the two of the reserve are given; one of it waits. */
export async function loadEnterprise(demo: DemoLoader): Promise<void> {
  const caller = officialOf('DINSOS_REGENCY_STAFF', '32.79');
  const play = { demo, name: 'enterprise-2026', caller };
  const announced = await announce(play, enterprise, '2026-11-02');
  const open = await lead(play, 'OPEN_REGISTRATION', morning('2026-11-05'), announced);
  for (const one of asking) await ask(demo, open.id, one);
}
