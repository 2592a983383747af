import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoOfficeId } from '@jejaring/chassis/testing/demo';
import { Competition } from '../competition/competition.entity.js';
import {
  announceWinners,
  decideWinners,
  draftCompetition,
  leadOn,
} from '../competition/competition.service.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { nominateOrganization } from '../nomination/nomination.service.js';

const organizer = demoCaller('DINSOS_REGENCY_STAFF', '32.79');
const entity = Competition;
const name = 'kota-banjar-2026';

/** Situbatu, Mulyasari, Waringinsari, Kujangsari, whose officers went to the Bimtek of 2014, and one that did not. */
const seats = [
  '32.79.01.1006',
  '32.79.02.2003',
  '32.79.04.2003',
  '32.79.04.2006',
  '32.79.04.2001',
] as const;

/** First and second place of the demo; they are no fact of the source articles. */
const winners = ['32.79.04.2003', '32.79.01.1006'];

/** A day of 2026, at nine in the morning of western Indonesia. */
const on = (day: string) => new Date(`2026-${day}T02:00:00Z`);

const draft = {
  year: 2026,
  tier: 'REGENCY' as const,
  category: 'KARANG_TARUNA' as const,
  regionCode: '32.79',
  organizerRegionCode: '32.79',
  organizerOfficeId: demoOfficeId('32.79'),
  organizerOrganizationId: null,
  editionId: null,
  parentCompetitionId: null,
  sources: [],
  terms: {
    title: 'Karang Taruna Berprestasi Kota Banjar 2026',
    days: 2,
    quotaPerSubRegion: null,
    winnersPlanned: 2,
    promoteCount: 0,
    objectionDays: 3,
    statedEntrants: null,
    judging: null,
    calendar: null,
    prizes: [],
    eligibility: [
      {
        rule: 'TRAINING_COMPLETED' as const,
        min: 1,
        withinMonths: null,
        sinceMonth: null,
        years: null,
        on: null,
        class: null,
      },
    ],
  },
};

/** Drafted, published and opened. */
async function open(demo: DemoLoader): Promise<Competition> {
  const step = { caller: organizer, entity };
  const drafted = await demo.command({
    ...step,
    name,
    at: on('02-02'),
    act: (work) => draftCompetition(work, draft),
  });
  const { id } = drafted;
  await demo.command({
    ...step,
    name: `${name}/published`,
    at: on('02-09'),
    act: (work) => leadOn(work, 'PUBLISH', { id, expectedVersion: 1 }),
  });
  return demo.command({
    ...step,
    name: `${name}/opened`,
    at: on('03-02'),
    act: (work) => leadOn(work, 'OPEN_NOMINATIONS', { id, expectedVersion: 2 }),
  });
}

const nominate = (demo: DemoLoader, { id: competitionId }: Competition, regionCode: string) =>
  demo.command({
    name: `${name}/nominee/${regionCode}`,
    at: on('03-16'),
    caller: organizer,
    entity: Nomination,
    act: (work) => {
      const organizationId = demo.organization(regionCode);
      return nominateOrganization(work, {
        competitionId,
        organizationId,
        regionCode,
        representatives: [],
      });
    },
  });

/** Closed, decided and announced on the day of independence. */
async function settle(
  demo: DemoLoader,
  { id }: Competition,
  nominations: readonly Nomination[],
): Promise<void> {
  const step = { caller: organizer, entity };
  await demo.command({
    ...step,
    name: `${name}/closed`,
    at: on('04-30'),
    act: (work) => leadOn(work, 'CLOSE_NOMINATIONS', { id, expectedVersion: 3 }),
  });
  const places = winners.map((seat, index) => ({
    nominationId: nominations.find(({ regionCode }) => regionCode === seat)!.id,
    rank: index + 1,
  }));
  await demo.command({
    ...step,
    name: `${name}/decided`,
    at: on('07-20'),
    act: (work) => decideWinners(work, { id, expectedVersion: 4, winners: places, minutes: null }),
  });
  await demo.command({
    ...step,
    name: `${name}/announced`,
    at: on('08-17'),
    act: (work) => announceWinners(work, { id, expectedVersion: 5 }),
  });
}

/** The competition of Kota Banjar. Load it when the certificates of 2014 have arrived: they decide who may win. */
export async function loadKotaBanjar(demo: DemoLoader): Promise<void> {
  const competition = await open(demo);
  const nominations: Nomination[] = [];
  for (const seat of seats) nominations.push(await nominate(demo, competition, seat));
  await settle(demo, competition, nominations);
}
