import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import { publicId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { sayStep } from '../competition/competition-events.service.js';
import { Competition } from '../competition/competition.entity.js';
import { step } from '../competition/competition.rules.js';
import type { SeenCompetition } from '../competition/competition.service.js';
import { dayOf } from '../eligibility/eligibility.rules.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { openSheets } from '../scoring/open-sheets.service.js';
import { excuse, recuse, recuseTied } from './conflict.service.js';
import { Juror } from './juror.entity.js';
import type { ConflictKind, JurorRole } from './jury.rules.js';
import { appoint, stepAside } from './jury.rules.js';
import { tiesOf } from './ties.service.js';

export interface SeenJuror {
  id: string;
  expectedVersion: number;
}

export interface AppointInput {
  competitionId: string;
  actor: string;
  officerId: string | null;
  regionCode: string | null;
  institution: string;
  role: JurorRole;
}

export async function appointJuror(work: Work, input: AppointInput): Promise<Juror> {
  const { competitionId, ...asked } = input;
  await work.get(Competition, competitionId);
  // Held, so that no judging begins while somebody is appointed.
  const competition = await work.beyondScope(() => work.lock(Competition, { id: competitionId }));
  if (competition === null) return refuse(notFound(publicId(Competition, competitionId)));
  proceed(step('APPOINT_JUROR', competition, work.caller));
  const panel = await work.list(Juror, { competitionId });
  const [ties] = await tiesOf(work, [asked]);
  const { organizerRegionCode, organizerOrganizationId } = competition;
  const known = {
    isJuror: panel.some(({ actor }) => actor === asked.actor),
    hasChair: panel.some(({ role, status }) => role === 'CHAIR' && status === 'ACTIVE'),
  };
  const organizer = { organizationId: organizerOrganizationId, day: dayOf(work.now) };
  proceed(appoint(asked, known, ties!, organizer));
  const organizing = { organizerRegionCode, organizerOrganizationId };
  const row = { ...asked, ...organizing, id: work.newId(), version: 1, status: 'ACTIVE' as const };
  return work.insert(Juror, { ...row, competitionId });
}

const judged = (work: Work, { id: competitionId }: Competition) =>
  work.list(Nomination, { competitionId, status: 'ELIGIBLE' }, { id: 'ASC' });

/** Hands every juror a sheet for each nominee and stage, but for nominees they are tied to. */
export async function startJudging(work: Work, input: SeenCompetition): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  const { status } = proceed(step('START_JUDGING', row, work.caller));
  const saved = await work.update(Competition, row, { status });
  const open = await work.list(Nomination, { competitionId: row.id, status: 'NEEDS_REVIEW' });
  if (open.length > 0) refuse({ refused: 'reviews-open' });
  const jurors = await work.list(Juror, { competitionId: row.id, status: 'ACTIVE' });
  if (jurors.length < row.judging!.minJurors) refuse({ refused: 'too-few-jurors' });
  const nominations = await judged(work, row);
  await openSheets(work, saved, jurors, nominations);
  await recuseTied(work, saved, nominations);
  await sayStep(work, 'START_JUDGING', saved);
  return saved;
}

async function getSeen(work: Work, { id, expectedVersion }: SeenJuror) {
  const juror = await work.getAt(Juror, id, expectedVersion);
  const competition = await work.beyondScope(() =>
    work.lock(Competition, { id: juror.competitionId }),
  );
  return { juror, competition: competition! };
}

async function assertNominee(work: Work, id: string, competitionId: string): Promise<void> {
  const found = await work.beyondScope(() => work.find(Nomination, { id, competitionId }));
  if (found === null) refuse(notFound(publicId(Nomination, id)));
}

/** A juror steps aside for a nominee; what they gave it counts no more. */
export async function declareConflict(
  work: Work,
  input: SeenJuror & { nominationId: string; kind: ConflictKind },
): Promise<Juror> {
  const { juror, competition } = await getSeen(work, input);
  proceed(stepAside('DECLARE_CONFLICT', juror, competition, work.caller));
  const { nominationId, kind } = input;
  await assertNominee(work, nominationId, competition.id);
  await recuse(work, { juror, nominationId, kind, source: 'DECLARED' });
  return juror;
}

/** The organizer takes a juror out for one nominee, or altogether. */
export async function recuseJuror(
  work: Work,
  input: SeenJuror & { nominationId: string | null; kind: ConflictKind },
): Promise<Juror> {
  const { juror, competition } = await getSeen(work, input);
  proceed(stepAside('RECUSE', juror, competition, work.caller));
  const { nominationId, kind } = input;
  if (nominationId === null) {
    await excuse(work, juror.id, null);
    return work.update(Juror, juror, { status: 'RECUSED' });
  }
  await assertNominee(work, nominationId, competition.id);
  await recuse(work, { juror, nominationId, kind, source: 'ORGANIZER' });
  return juror;
}
