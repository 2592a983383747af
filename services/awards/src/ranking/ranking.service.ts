import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { rankingComputed } from '@jejaring/schema/events/awards.events';
import { In } from 'typeorm';
import { eventData, regionOf } from '../competition/competition-events.service.js';
import { Competition } from '../competition/competition.entity.js';
import { step } from '../competition/competition.rules.js';
import type { SeenCompetition } from '../competition/competition.service.js';
import { listRecused, recuseTied } from '../jury/conflict.service.js';
import { Juror } from '../jury/juror.entity.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { chain, headOf } from '../scoring/chain.service.js';
import { ScoreSheet } from '../scoring/score-sheet.entity.js';
import { inChainOrder } from '../scoring/scoring.rules.js';
import { RankingEntry } from './ranking.entity.js';
import type { Judged, SealedSheet } from './ranking.rules.js';
import { compute } from './ranking.rules.js';
import type { Ranked } from './tally.rules.js';

/** Those who were judged; what they are called changes with the announcement. */
const judgedStatuses = In(['ELIGIBLE', 'WINNER', 'UNPLACED']);

/** Everything a ranking is computed from, read in the caller's scope. */
export async function gatherJudged(
  work: Work,
  { id: competitionId, judging, seals }: Competition,
): Promise<Judged> {
  const nominations = await work.list(Nomination, { competitionId, status: judgedStatuses });
  const sheets = await work.list(ScoreSheet, { competitionId, status: 'SEALED' });
  const retired = await work.list(Juror, { competitionId, status: 'RECUSED' });
  const isUntouched = seals.every(({ stage, chainHead }) => {
    const ofStage = sheets.filter((sheet) => sheet.stage === stage);
    return headOf(chain(inChainOrder(ofStage))) === chainHead;
  });
  return {
    scheme: judging!,
    isUntouched,
    sealedStages: seals.length,
    nominationIds: nominations.map(({ id }) => id),
    sheets: sheets as (ScoreSheet & SealedSheet)[],
    recused: await listRecused(work, competitionId),
    retired: new Set(retired.map(({ id }) => id)),
  };
}

const insertSql = `
  insert into ranking_entry (id, competition_id, nomination_id, organization_id, region_code,
    organizer_region_code, organizer_organization_id, rank, total, criteria, stages, tie_break, shared, status)
  select e.id, $2, n.id, n.organization_id, n.region_code, n.organizer_region_code, n.organizer_organization_id,
    e.rank, e.total, e.criteria, e.stages, e.tie_break, e.shared, 'COMPUTED'
  from jsonb_to_recordset($1) as e (id uuid, nomination_id uuid, rank integer, total integer, criteria jsonb,
    stages jsonb, tie_break jsonb, shared boolean)
  join nomination n on n.id = e.nomination_id`;

async function keep(work: Work, competitionId: string, ranking: readonly Ranked[]): Promise<void> {
  const entries = ranking.map(({ nominationId, tieBreak, ...rest }) => ({
    ...rest,
    id: work.newId(),
    nomination_id: nominationId,
    ...(tieBreak === null ? {} : { tie_break: tieBreak }),
  }));
  await work.sql(insertSql, [JSON.stringify(entries), competitionId]);
}

/** Ranks the nominees, once, from what was sealed, in one transaction. */
export async function computeRanking(work: Work, input: SeenCompetition): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  const { status } = proceed(step('RANK', row, work.caller));
  const saved = await work.update(Competition, row, { status });
  const { id: competitionId } = row;
  const nominations = await work.list(Nomination, { competitionId, status: 'ELIGIBLE' });
  // Once more: a seat may have become known since the judging began.
  await recuseTied(work, row, nominations);
  const { ranking } = proceed(compute(await gatherJudged(work, row)));
  await keep(work, competitionId, ranking);
  await work.publish(rankingComputed, {
    region: regionOf(saved),
    data: {
      ...eventData(saved),
      nominations: ranking.length,
      chainHeads: row.seals.map(({ chainHead }) => chainHead),
    },
  });
  return saved;
}

export interface RankingProof {
  isChainUntouched: boolean;
  isReproduced: boolean;
  nominations: number;
}

/** One entry in a form that can be compared; without ids of rows and who may see it. */
const comparable = ({ nominationId, rank, total, criteria, stages }: Ranked | RankingEntry) =>
  JSON.stringify([
    nominationId,
    rank,
    total,
    criteria.map(({ code, value }) => [code, value]),
    stages.map(({ stage, jurors, dropped, score }) => [stage, jurors, dropped, score]),
  ]);

/** Computes the ranking anew from the sealed sheets, and compares it with the one that was kept. */
export async function recomputeRanking(
  work: Work,
  competition: Competition,
): Promise<RankingProof | null> {
  const kept = await work.list(RankingEntry, { competitionId: competition.id });
  if (kept.length === 0 || competition.judging === null) return null;
  const judged = await gatherJudged(work, competition);
  // Whoever was judged is told by the sheets: an auditor sees them sooner than the nominations.
  const nominationIds = [...new Set(judged.sheets.map(({ nominationId }) => nominationId))];
  const computed = compute({ ...judged, nominationIds, isUntouched: true });
  const ranking = computed.refused === null ? computed.ranking : [];
  const stored = new Set(kept.map(comparable));
  const isReproduced =
    ranking.length === kept.length && ranking.every((one) => stored.has(comparable(one)));
  return { isChainUntouched: judged.isUntouched, isReproduced, nominations: kept.length };
}
