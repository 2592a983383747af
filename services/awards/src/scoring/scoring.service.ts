import { encodeId, publicId } from '@jejaring/chassis/graph/ids';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { scoreSheetSubmitted, stageSealed } from '@jejaring/schema/events/awards.events';
import { eventData, regionOf } from '../competition/competition-events.service.js';
import { Competition } from '../competition/competition.entity.js';
import { step } from '../competition/competition.rules.js';
import type { SeenCompetition } from '../competition/competition.service.js';
import type { Scores } from '../criteria/criteria.rules.js';
import { Juror } from '../jury/juror.entity.js';
import { chain, headOf } from './chain.service.js';
import { ScoreSheet } from './score-sheet.entity.js';
import type { ReopenReason } from './scoring.rules.js';
import { reopen, seal, submit } from './scoring.rules.js';

/** The competition, held: sheets come in one stage after another, and none while it is sealed. */
async function holdCompetition(work: Work, id: string): Promise<Competition> {
  const row = await work.beyondScope(() => work.lock(Competition, { id }));
  return row ?? refuse(notFound(publicId(Competition, id)));
}

export interface Filled {
  id: string;
  expectedVersion: number;
  scores: Scores;
}

export async function submitScoreSheet(work: Work, input: Filled): Promise<ScoreSheet> {
  const { competitionId } = await work.getAt(ScoreSheet, input.id, input.expectedVersion);
  const competition = await holdCompetition(work, competitionId);
  const row = await work.getAt(ScoreSheet, input.id, input.expectedVersion);
  const changes = proceed(submit(row, competition, input.scores, work.caller));
  const saved = await work.update(ScoreSheet, row, { ...changes, submittedAt: work.now });
  await saySubmitted(work, competition, saved);
  return saved;
}

const submitSql = `
  update score_sheet s set status = 'SUBMITTED', scores = f.scores, submitted_at = $2, version = s.version + 1
  from jsonb_to_recordset($1) as f (id uuid, scores jsonb) where s.id = f.id`;

/** Hands in all sheets of the caller that are still open, each by the rules of one. */
export async function submitScoreSheets(
  work: Work,
  competitionId: string,
  scoresOf: (sheet: ScoreSheet) => Scores,
): Promise<Juror> {
  const juror = await work.find(Juror, { competitionId, actor: work.caller.id });
  if (juror === null) return refuse(notFound(publicId(Competition, competitionId)));
  // Held: nobody gives back or excuses a sheet until the end, so that all are as they are read.
  const competition = await holdCompetition(work, competitionId);
  const open = { jurorId: juror.id, status: 'OPEN' as const };
  const sheets = await work.list(ScoreSheet, open, { id: 'ASC' });
  const filled = sheets.map((sheet) => {
    const { scores } = proceed(submit(sheet, competition, scoresOf(sheet), work.caller));
    return { id: sheet.id, scores };
  });
  await work.sql(submitSql, [JSON.stringify(filled), work.now]);
  for (const sheet of sheets) await saySubmitted(work, competition, sheet);
  return juror;
}

const saySubmitted = (work: Work, competition: Competition, { id, stage }: ScoreSheet) =>
  work.publish(scoreSheetSubmitted, {
    region: regionOf(competition),
    data: {
      scoreSheetId: encodeId('sht', id),
      competitionId: encodeId('cmp', competition.id),
      stage,
    },
  });

/** The chair of the jury gives a sheet back to the juror whose it is, without seeing its scores. */
export async function reopenScoreSheet(
  work: Work,
  input: { jurorId: string; nominationId: string; stage: number; reason: ReopenReason },
): Promise<Juror> {
  const { jurorId, nominationId, stage } = input;
  const sheet = await work.beyondScope(() =>
    work.find(ScoreSheet, { jurorId, nominationId, stage }),
  );
  if (sheet === null) return refuse(notFound(publicId(Juror, jurorId)));
  const competition = await holdCompetition(work, sheet.competitionId);
  const { competitionId } = sheet;
  const chair = await work.find(Juror, { competitionId, actor: work.caller.id, role: 'CHAIR' });
  const { status } = proceed(reopen(sheet, competition, chair));
  const changes = { status, scores: null, submittedAt: null, reopenedBecause: input.reason };
  await work.beyondScope(() => work.update(ScoreSheet, sheet, changes));
  return chair!;
}

const sealSql = `
  update score_sheet s set status = 'SEALED', seal_position = l.position, seal_hash = l.hash, version = s.version + 1
  from jsonb_to_recordset($1) as l (id uuid, position integer, hash text) where s.id = l.id`;

/** Closes a stage: its sheets are chained, and nobody changes them any more. */
export async function sealStage(
  work: Work,
  input: SeenCompetition & { stage: number },
): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  proceed(step('SEAL_STAGE', row, work.caller));
  await holdCompetition(work, row.id);
  const { stage } = input;
  return work.beyondScope(async () => {
    const given = await work.list(ScoreSheet, { competitionId: row.id, stage });
    const { sheets } = proceed(seal(stage, row, given));
    const links = chain(sheets);
    await work.sql(sealSql, [JSON.stringify(links)]);
    const sealed = { stage, sheets: links.length, chainHead: headOf(links) };
    const saved = await work.update(Competition, row, { seals: [...row.seals, sealed] });
    await work.publish(stageSealed, {
      region: regionOf(saved),
      data: { ...eventData(saved), ...sealed },
    });
    return saved;
  });
}
