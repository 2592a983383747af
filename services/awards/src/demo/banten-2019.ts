import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoId } from '@jejaring/chassis/testing/demo';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { presentAwards } from '../award/presentation.service.js';
import { announceWinners, decideWinners } from '../competition/competition.service.js';
import { finalizeCompetition } from '../competition/conclusion.service.js';
import { karangTarunaCriteria } from '../criteria/criteria.rules.js';
import { Juror } from '../jury/juror.entity.js';
import { appointJuror, declareConflict, startJudging } from '../jury/jury.service.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { RankingEntry } from '../ranking/ranking.entity.js';
import { computeRanking } from '../ranking/ranking.service.js';
import { sealStage, submitScoreSheets } from '../scoring/scoring.service.js';
import { inventedScores } from './invented-scores.js';
import { morning, plainTerms, PlayedCompetition } from './played-competition.js';

const name = 'banten-2019';
const winnersPlanned = 12;

/** The working conference at which the awards were handed over, as the register's demo names it. */
const rakerda = demoId(
  'organizations',
  'organization-event/36/RAKERDA/2019/planned',
  new Date('2019-10-30T03:00:00Z'),
);

/** Five of them; Maya is somebody to sign in as. The fourth is tied to one of the nominees. */
const jurors = ['juri-1', 'maya', 'juri-3', 'juri-4', 'juri-5'] as const;
const tied = 3;

const callerOf = (juror: string): Caller => ({ ...demoCaller('JUROR', '36'), id: juror });

const titles = ['Juara I', 'Juara II', 'Juara III', 'Harapan I', 'Harapan II', 'Harapan III'];
const prizes = Array.from({ length: winnersPlanned }, (_unused, index) => ({
  rank: index + 1,
  title: titles[index] ?? `Peringkat ${index + 1}`,
  money: null,
  goods: null,
}));

const sources = [
  {
    field: 'statedEntrants',
    value: '400-an',
    source: 'Report of the Rakerda of Karang Taruna Banten, 30 October 2019',
    statedOn: '2019-10-30',
    accepted: true,
    derived: false,
    reason: null,
  },
  {
    field: 'nominations',
    value: '400',
    source: 'demo',
    statedOn: null,
    accepted: true,
    derived: true,
    reason: 'Generated: the report names neither entrants nor winners nor scores.',
  },
];

const draft = (organizationId: string) => ({
  year: 2019,
  tier: 'PROVINCE' as const,
  category: 'KARANG_TARUNA' as const,
  regionCode: '36',
  organizerRegionCode: '36',
  organizerOfficeId: null,
  organizerOrganizationId: organizationId,
  editionId: null,
  parentCompetitionId: null,
  sources,
  terms: {
    ...plainTerms,
    title: 'Lomba Karang Taruna Percontohan',
    winnersPlanned,
    statedEntrants: { value: 400, upTo: 499, qualifier: 'APPROXIMATE' as const },
    judging: {
      criteria: [...karangTarunaCriteria],
      stages: [{ kind: 'ADMINISTRATIVE' as const, weightBp: 10_000 }],
      minJurors: 3,
      dropsExtremes: true,
    },
    calendar: {
      nominationFrom: '2019-08-01',
      nominationTo: '2019-08-31',
      judgingFrom: null,
      judgingTo: null,
      announceOn: '2019-10-30',
    },
    prizes,
  },
});

/** The village Karang Taruna of the province that the register told of, in the order of their villages. */
const villages = (demo: DemoLoader) =>
  demo.read((work) =>
    work
      .select(OrganizationCopy, 'o')
      .where(
        "o.level = 'VILLAGE' and o.kind = 'KARANG_TARUNA' and starts_with(o.regionCode, '36.')",
      )
      .orderBy('o.regionCode')
      .getMany(),
  );

async function appointJury(demo: DemoLoader, organizer: Caller, competitionId: string) {
  const panel: Juror[] = [];
  for (const [index, actor] of jurors.entries()) {
    const facts = {
      competitionId,
      actor,
      officerId: null,
      regionCode: null,
      institution: `Perguruan Tinggi Contoh ${index + 1}`,
      role: index === 0 ? ('CHAIR' as const) : ('MEMBER' as const),
    };
    const act = (work: Parameters<typeof appointJuror>[0]) => appointJuror(work, facts);
    const at = morning('2019-09-02');
    const step = { name: `${name}/juror/${actor}`, at, caller: organizer, entity: Juror };
    panel.push(await demo.command({ ...step, act }));
  }
  return panel;
}

/** Scores by a fixed seed, with one exact tie and one juror who steps aside for one nominee. */
async function judge(demo: DemoLoader, competitionId: string, panel: readonly Juror[]) {
  const nominations = await demo.read((work) =>
    work.list(Nomination, { competitionId }, { regionCode: 'ASC' }),
  );
  const places = new Map(nominations.map(({ id }, index) => [id, index]));
  const { id, version: expectedVersion, actor } = panel[tied]!;
  const conflict = {
    id,
    expectedVersion,
    nominationId: nominations[0]!.id,
    kind: 'KINSHIP' as const,
  };
  await demo.command({
    name: `${name}/conflict`,
    at: morning('2019-09-16'),
    caller: callerOf(actor),
    entity: Juror,
    act: (work) => declareConflict(work, conflict),
  });
  for (const [index, juror] of jurors.entries()) {
    await demo.command({
      name: `${name}/sheets/${juror}`,
      at: morning('2019-10-14'),
      caller: callerOf(juror),
      entity: Juror,
      act: (work) =>
        submitScoreSheets(work, competitionId, ({ nominationId }) =>
          inventedScores(places.get(nominationId)!, index),
        ),
    });
  }
}

/** S3: twelve of "400-an", handed over at the Rakerda; the ranking comes from the sealed sheets. */
export async function loadBanten(demo: DemoLoader): Promise<void> {
  const province = demo.organization('36');
  const organizer = demoCaller('KT_OFFICER', '36', province);
  const opening = { name, day: '2019-07-01', organizer };
  const played = await PlayedCompetition.draft(demo, opening, draft(province));
  await played.open('2019-07-15', '2019-08-01');
  const nominees = (await villages(demo)).map(({ id, regionCode }) => ({
    organizationId: id,
    regionCode,
    representatives: [],
  }));
  await played.nominate(demoCaller('DINSOS_PROVINCE_STAFF', '36'), '2019-08-20', nominees);
  await played.close('2019-08-31');
  const panel = await appointJury(demo, organizer, played.row.id);
  await played.step('judging', '2019-09-09', startJudging);
  await judge(demo, played.row.id, panel);
  await played.step('sealed', '2019-10-18', (work, seen) => sealStage(work, { ...seen, stage: 1 }));
  await played.step('ranked', '2019-10-21', computeRanking);
  await settle(demo, played);
}

async function settle(demo: DemoLoader, played: PlayedCompetition): Promise<void> {
  const competitionId = played.row.id;
  const ranking = await demo.read((work) =>
    work.list(RankingEntry, { competitionId }, { rank: 'ASC', id: 'ASC' }),
  );
  const winners = ranking
    .slice(0, winnersPlanned)
    .map(({ nominationId, rank }) => ({ nominationId, rank }));
  const minutes = { number: 'BA-12/KT-BTN/X/2019', on: '2019-10-23' };
  const presentation = { presentedOn: '2019-10-30', occasionId: rakerda, decree: null };
  await played.step('decided', '2019-10-23', (work, seen) =>
    decideWinners(work, { ...seen, winners, minutes }),
  );
  await played.step('announced', '2019-10-30', announceWinners);
  await played.step('presented', '2019-10-30', (work, seen) =>
    presentAwards(work, { ...seen, ...presentation }),
  );
  await played.step('final', '2019-11-06', finalizeCompetition);
}
