import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import type { DemoKind, DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoOfficeId } from '@jejaring/chassis/testing/demo';
import { regencyOf } from '@jejaring/chassis/work/scope.rules';
import { presentAwards } from '../award/presentation.service.js';
import type { Competition } from '../competition/competition.entity.js';
import { announceWinners, decideWinners } from '../competition/competition.service.js';
import { finalizeCompetition, promoteWinners } from '../competition/conclusion.service.js';
import type { Calendar } from '../competition/terms.rules.js';
import { Edition } from '../edition/edition.entity.js';
import { createEdition } from '../edition/edition.service.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { morning, plainTerms, PlayedCompetition } from './played-competition.js';

const name = 'kalimantan-selatan-2024';
const organizer = demoCaller('DINSOS_PROVINCE_STAFF', '63');
const ministry = demoCaller('KEMENSOS_STAFF', '');
const report = 'Dinas Sosial Provinsi Kalimantan Selatan, 23 July 2024';

interface Selection {
  category: DemoKind;
  title: string;
  /** Drafted, published and opened, nominated, closed, judged and announced. */
  days: readonly [string, string, string, string, string];
  calendar: Calendar | null;
  sources: StatedFact[];
}

const stated = (fields: Partial<StatedFact>): StatedFact => ({
  field: null,
  value: null,
  source: report,
  statedOn: '2024-07-23',
  accepted: true,
  derived: false,
  reason: null,
  ...fields,
});

/** Two reports differ by a month; both stay, one is followed. */
const dates = [
  stated({
    field: 'calendar',
    value: '22 to 24 July 2024',
    derived: true,
    reason: 'Three days around Tuesday 23 July 2024, the date of the report.',
  }),
  stated({
    field: 'calendar',
    value: '22 to 24 June 2024',
    source: 'Another report of the same selection',
    statedOn: null,
    accepted: false,
  }),
];
const invented = stated({
  field: 'winners',
  source: 'demo',
  statedOn: null,
  derived: true,
  reason: 'Invented: no report names the winners.',
});
const onePerRegency = stated({
  field: 'nominations',
  value: '13',
  derived: true,
  reason: 'One of each of the 13 regencies and cities; who they were is not told.',
});
const asLong = stated({
  field: 'days',
  value: '3',
  derived: true,
  reason: 'Taken to be as long as that of Karang Taruna and LKS in July.',
});

const july = {
  nominationFrom: '2024-06-03',
  nominationTo: '2024-06-28',
  judgingFrom: '2024-07-22',
  judgingTo: '2024-07-24',
  announceOn: '2024-07-24',
};
const julyDays = ['2024-05-20', '2024-06-03', '2024-06-20', '2024-06-28', '2024-07-24'] as const;
const earlierDays = ['2024-02-12', '2024-02-19', '2024-03-11', '2024-03-28', '2024-04-25'] as const;

const selections: Selection[] = [
  {
    category: 'TKSK',
    title: 'Seleksi TKSK Berprestasi Provinsi Kalimantan Selatan',
    days: earlierDays,
    calendar: null,
    sources: [onePerRegency, asLong, invented],
  },
  {
    category: 'PSM',
    title: 'Seleksi PSM Berprestasi Provinsi Kalimantan Selatan',
    days: earlierDays,
    calendar: null,
    sources: [onePerRegency, asLong, invented],
  },
  {
    category: 'KARANG_TARUNA',
    title: 'Seleksi Karang Taruna Berprestasi Provinsi Kalimantan Selatan',
    days: julyDays,
    calendar: july,
    sources: [...dates, onePerRegency, invented],
  },
  {
    category: 'LKS',
    title: 'Seleksi LKS Berprestasi Provinsi Kalimantan Selatan',
    days: julyDays,
    calendar: july,
    sources: [...dates, onePerRegency, invented],
  },
];

const openEdition = (demo: DemoLoader): Promise<Edition> =>
  demo.command({
    name,
    at: morning('2024-02-01'),
    caller: organizer,
    entity: Edition,
    act: (work) =>
      createEdition(work, {
        year: 2024,
        name: 'Pilar-Pilar Sosial Berprestasi Kalimantan Selatan 2024',
        ownerRegionCode: '63',
        ownerOfficeId: demoOfficeId('63'),
      }),
  });

/** The selection of the nation, which the best Karang Taruna of the province goes on to. */
async function openNational(demo: DemoLoader): Promise<Competition> {
  const opening = { name: 'national-2024', day: '2024-05-06', organizer: ministry };
  const played = await PlayedCompetition.draft(demo, opening, {
    year: 2024,
    tier: 'NATIONAL',
    category: 'KARANG_TARUNA',
    regionCode: '',
    organizerRegionCode: '',
    organizerOfficeId: null,
    organizerOrganizationId: null,
    editionId: null,
    parentCompetitionId: null,
    sources: [],
    terms: {
      ...plainTerms,
      title: 'Seleksi Karang Taruna Berprestasi Tingkat Nasional 2024',
      quotaPerSubRegion: 1,
      winnersPlanned: 3,
      eligibility: [{ ...noParameters, rule: 'CHAMPION_OF_LOWER_TIER' }],
    },
  });
  await played.open('2024-05-13', '2024-06-03');
  return played.row;
}

const noParameters = {
  min: null,
  withinMonths: null,
  sinceMonth: null,
  years: null,
  on: null,
  class: null,
};

/** Entrants of one category: an institution or board per regency, or somebody who works there. */
async function entrantsOf(demo: DemoLoader, kind: DemoKind): Promise<OrganizationCopy[]> {
  const known = await demo.read((work) =>
    work
      .select(OrganizationCopy, 'o')
      .where("o.kind = :kind and starts_with(o.regionCode, '63.')", { kind })
      .orderBy('o.regionCode')
      .getMany(),
  );
  return known.filter(({ level }) => kind !== 'KARANG_TARUNA' || level === 'REGENCY');
}

/** Each regency's own office nominates its one; each names one who takes part: 26 people in July. */
async function enter(demo: DemoLoader, played: PlayedCompetition, selection: Selection) {
  const entrants = await entrantsOf(demo, selection.category);
  for (const [index, { id, regionCode }] of entrants.entries()) {
    const initials = `${String.fromCharCode(65 + index)}. ${selection.category[0]!}.`;
    const nominee = {
      organizationId: id,
      regionCode,
      representatives: [{ officerId: null, initials }],
    };
    const office = demoCaller('DINSOS_REGENCY_STAFF', regencyOf(regionCode));
    await played.nominate(office, selection.days[2], [nominee]);
  }
}

async function play(demo: DemoLoader, selection: Selection, editionId: string, parent: string) {
  const { category, title, days, calendar, sources } = selection;
  const leadsUp = category === 'KARANG_TARUNA';
  const opening = { name: `${name}/${category}`, day: days[0], organizer };
  const played = await PlayedCompetition.draft(demo, opening, {
    year: 2024,
    tier: 'PROVINCE',
    category,
    regionCode: '63',
    organizerRegionCode: '63',
    organizerOfficeId: demoOfficeId('63'),
    organizerOrganizationId: null,
    editionId,
    parentCompetitionId: leadsUp ? parent : null,
    sources,
    terms: {
      ...plainTerms,
      title,
      days: 3,
      quotaPerSubRegion: 1,
      promoteCount: leadsUp ? 1 : 0,
      calendar,
      prizes: [{ rank: 1, title: 'Terbaik I', money: null, goods: null }],
    },
  });
  await played.open(days[1], days[1]);
  await enter(demo, played, selection);
  await played.close(days[3]);
  await conclude(demo, played, days[4]);
  if (leadsUp) await played.step('promoted', '2024-07-30', promoteWinners);
}

/** An invented winner, by a decree that the head of the office signed in an acting capacity. */
async function conclude(demo: DemoLoader, played: PlayedCompetition, day: string): Promise<void> {
  const competitionId = played.row.id;
  const [winner] = await demo.read((work) =>
    work.list(Nomination, { competitionId }, { subRegionCode: 'ASC' }),
  );
  const winners = winner === undefined ? [] : [{ nominationId: winner.id, rank: 1 }];
  const decree = {
    number: `188.4/${played.row.category}/DINSOS/2024`,
    issuedOn: day,
    signatoryPosition: 'Kepala Dinas Sosial Provinsi Kalimantan Selatan',
    capacity: 'PLT' as const,
  };
  await played.step('decided', day, (work, seen) =>
    decideWinners(work, { ...seen, winners, minutes: null }),
  );
  await played.step('announced', day, announceWinners);
  const presentation = { presentedOn: day, occasionId: null, decree };
  await played.step('presented', day, (work, seen) =>
    presentAwards(work, { ...seen, ...presentation }),
  );
  const later = new Date(morning(day).getTime() + 6 * 86_400_000).toISOString().slice(0, 10);
  await played.step('final', later, finalizeCompetition);
}

/** S4: TKSK and PSM earlier in 2024, then 13 Karang Taruna and 13 LKS, three days in July. */
export async function loadKalimantanSelatan(demo: DemoLoader): Promise<void> {
  const { id } = await openEdition(demo);
  const national = await openNational(demo);
  for (const selection of selections) await play(demo, selection, id, national.id);
}
