import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { OrganizationEvent } from '../organization-event/organization-event.entity.js';
import type { OrganizationEventKind } from '../organization-event/organization-event.rules.js';
import {
  holdOrganizationEvent,
  linkOrganizationEvent,
  planOrganizationEvent,
} from '../organization-event/organization-event.service.js';
import type { DemoActivity, DemoProgramme } from './work-programmes.js';
import { morning, recordProgramme } from './work-programmes.js';

const day = '2019-10-30';

const told: StatedFact = {
  field: null,
  value: null,
  source: 'Report on the Rakerda of Karang Taruna Banten and the BBKT 2019',
  statedOn: null,
  accepted: true,
  derived: false,
  reason: null,
};

const yearInferred = (field: string): StatedFact => ({
  ...told,
  field,
  value: 'Rabu (30/10)',
  derived: true,
  reason:
    'The report gives day and month; "BBKT 2019" gives the year, in which 30 October was a Wednesday.',
});

const service = (title: string): DemoActivity => ({
  title,
  kind: 'UKS',
  functions: ['FACILITATION'],
  pillar: 'PROTECTION',
  plannedOn: day,
  budget: null,
  fundingSource: null,
  realised: { on: day, spent: null, sources: [told, yearInferred('realisedOn')] },
});

const training = (title: string, plannedOn: string): DemoActivity => ({
  title,
  kind: 'TRAINING',
  functions: ['MOTIVATION', 'PIONEERING'],
  pillar: 'EMPOWERMENT',
  plannedOn,
  budget: null,
  fundingSource: null,
  realised: null,
});

const banten = { regionCode: '36', budgets: [], evaluated: false };

/** The month of service of 2019, in the programme of that year. */
const of2019: DemoProgramme = {
  ...banten,
  year: 2019,
  forum: 'RAPAT_KERJA',
  adoptedOn: '2019-01-15',
  activities: [
    service('Pemberian makanan bergizi untuk anak-anak'),
    service('Pemeriksaan kandungan gratis'),
  ],
};

/** What the Rakerda was to raise in all villages of the province. */
const of2020: DemoProgramme = {
  ...banten,
  year: 2020,
  forum: 'RAKERDA',
  adoptedOn: day,
  activities: [
    training('Pelatihan kerja', '2020-03-10'),
    training('Pelatihan kewirausahaan', '2020-07-10'),
  ],
};

async function hold(
  demo: DemoLoader,
  kind: OrganizationEventKind,
  title: string,
  activityIds: string[],
): Promise<void> {
  const organizationId = demo.organization('36');
  const board = demoCaller('KT_OFFICER', '36', organizationId);
  const step = `organization-event/36/${kind}/2019`;
  const play = (name: string, act: (work: Work) => Promise<OrganizationEvent>) =>
    demo.command({
      name: `${step}/${name}`,
      at: morning(day),
      caller: board,
      entity: OrganizationEvent,
      act,
    });
  const venue = {
    name: 'Lapangan Pondok Pesantren Nurul Huda, Baros',
    regionCode: '36.04.22',
    derivedBecause: null,
  };
  const facts = { organizationId, kind, title, venue, startsOn: day, endsOn: day };
  const sources = [told, yearInferred('startsOn')];
  const { id } = await play('planned', (work) =>
    planOrganizationEvent(work, { ...facts, openedByOfficeId: null, sources }),
  );
  await play('held', (work) => holdOrganizationEvent(work, { id, expectedVersion: 1 }));
  const links = { activityIds, awardIds: [] };
  await play('linked', (work) => linkOrganizationEvent(work, { id, expectedVersion: 2, ...links }));
}

/** The working conference and the month of service of Karang Taruna Banten (30 October 2019). */
export async function recordBanten(demo: DemoLoader): Promise<void> {
  const served = await recordProgramme(demo, of2019);
  const title = 'Bulan Bhakti Karang Taruna Banten 2019';
  const ids = served.map(({ id }) => id);
  await hold(demo, 'RAKERDA', 'Rapat Kerja Daerah Karang Taruna Banten 2019', []);
  await hold(demo, 'BULAN_BHAKTI', title, ids);
  await recordProgramme(demo, of2020);
}
