import { Award } from '@jejaring/awards/award/award.entity';
import { awardPolicy } from '@jejaring/awards/award/award.rules';
import { Competition } from '@jejaring/awards/competition/competition.entity';
import {
  competitionPolicy,
  competitionStatuses,
} from '@jejaring/awards/competition/competition.rules';
import { Juror, Recusal } from '@jejaring/awards/jury/juror.entity';
import { jurorPolicy, recusalPolicy } from '@jejaring/awards/jury/jury.rules';
import { Nomination } from '@jejaring/awards/nomination/nomination.entity';
import { nominationPolicy, nominationStatuses } from '@jejaring/awards/nomination/nomination.rules';
import { RankingEntry } from '@jejaring/awards/ranking/ranking.entity';
import { rankingEntryPolicy } from '@jejaring/awards/ranking/ranking-tables.rules';
import { ScoreSheet } from '@jejaring/awards/scoring/score-sheet.entity';
import { scoreSheetPolicy, sheetStatuses } from '@jejaring/awards/scoring/scoring.rules';
import type { Drawing, Judged } from '../kinds.js';
import { along, asList, byId, byReference, inProvince } from '../paths.js';
import type { Row } from '../rows.js';

const competitions = { type: 'Competition', table: 'competition', prefix: 'cmp' } as const;
const nominations = { type: 'Nomination', table: 'nomination', prefix: 'nom' } as const;
const jurors = { type: 'Juror', table: 'juror', prefix: 'jur' } as const;

/** What belongs to a competition is organized by whoever organizes the competition. */
function drawOfCompetition(drawing: Drawing): Row {
  const of = drawing.rowOf('competition');
  return {
    competition_id: of.id,
    organizer_region_code: of.organizer_region_code,
    organizer_organization_id: of.organizer_organization_id,
  };
}

function drawOfJuror(drawing: Drawing): Row {
  const of = drawing.rowOf('juror');
  return {
    competition_id: of.competition_id,
    organizer_region_code: of.organizer_region_code,
    organizer_organization_id: of.organizer_organization_id,
    juror_id: of.id,
    actor: of.actor,
    nomination_id: drawing.idOf('nomination'),
  };
}

const pageOf = (field: string, table: string, where: (row: Row) => boolean = () => true) =>
  along({
    where,
    parent: competitions,
    field: `${field}(first: 100)`,
    table,
    by: 'competition_id',
    pointsTo: 'parent',
    selection: '{ nodes { __typename } }',
  });

export const awardRecords: Judged = {
  service: 'awards',
  kinds: [
    {
      name: 'Competition',
      policy: competitionPolicy,
      entity: Competition,
      count: 30,
      draw: (drawing) => ({
        status: drawing.pick(competitionStatuses),
        region_code: drawing.place(),
        organizer_region_code: drawing.place(),
        organizer_organization_id: drawing.maybe(drawing.organization()),
      }),
    },
    {
      name: 'Nomination',
      policy: nominationPolicy,
      entity: Nomination,
      count: 60,
      draw: (drawing) => ({
        ...drawOfCompetition(drawing),
        status: drawing.pick(nominationStatuses),
        region_code: drawing.place(),
        organization_id: drawing.organization(),
      }),
    },
    {
      name: 'Juror',
      policy: jurorPolicy,
      entity: Juror,
      count: 50,
      draw: (drawing) => ({
        ...drawOfCompetition(drawing),
        status: drawing.pick(['ACTIVE', 'RECUSED']),
        region_code: drawing.maybe(drawing.place()),
        actor: drawing.person('JUROR'),
      }),
    },
    {
      name: 'Recusal',
      policy: recusalPolicy,
      entity: Recusal,
      count: 30,
      draw: drawOfJuror,
    },
    {
      name: 'ScoreSheet',
      policy: scoreSheetPolicy,
      entity: ScoreSheet,
      count: 60,
      draw: (drawing) => ({
        ...drawOfJuror(drawing),
        status: drawing.pick(sheetStatuses),
        organization_id: drawing.organization(),
      }),
    },
    {
      name: 'RankingEntry',
      policy: rankingEntryPolicy,
      entity: RankingEntry,
      count: 30,
      draw: (drawing) => ({
        ...drawOfCompetition(drawing),
        status: drawing.pick(['COMPUTED', 'ANNOUNCED']),
        region_code: drawing.place(),
        organization_id: drawing.organization(),
      }),
    },
    {
      name: 'Award',
      policy: awardPolicy,
      entity: Award,
      count: 20,
      draw: (drawing) => ({
        ...drawOfCompetition(drawing),
        status: drawing.pick(['GRANTED', 'PRESENTED', 'REVOKED']),
        region_code: drawing.place(),
        organization_id: drawing.organization(),
      }),
    },
  ],
  paths: [
    byId('competition', competitions),
    byReference('Competition', competitions),
    asList('competitions', 'competition', { given: () => ', region: "32"', where: inProvince }),
    byId('nomination', nominations),
    byReference('Nomination', nominations),
    byReference('Juror', jurors),
    byReference('ScoreSheet', { table: 'score_sheet', prefix: 'sht' }),
    byReference('Award', { table: 'award', prefix: 'awd' }),
    // Who stepped back is in no list.
    pageOf('nominations', 'nomination', ({ status }) => status !== 'WITHDRAWN'),
    pageOf('jurors', 'juror'),
    pageOf('scoreSheets', 'score_sheet'),
    pageOf('ranking', 'ranking_entry'),
    along({
      parent: jurors,
      field: 'recusals',
      table: 'recusal',
      by: 'juror_id',
      pointsTo: 'parent',
    }),
    along({
      parent: nominations,
      field: 'competition',
      table: 'competition',
      by: 'competition_id',
      pointsTo: 'child',
    }),
  ],
};
