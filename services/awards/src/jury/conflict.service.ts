import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { Competition } from '../competition/competition.entity.js';
import { dayOf } from '../eligibility/eligibility.rules.js';
import type { Nomination } from '../nomination/nomination.entity.js';
import { Juror, Recusal } from './juror.entity.js';
import type { ConflictKind, ConflictSource } from './jury.rules.js';
import { conflictOf } from './jury.rules.js';
import { tiesOf } from './ties.service.js';

interface Conflict {
  juror: Juror;
  nominationId: string;
  kind: ConflictKind;
  source: ConflictSource;
}

const recuseSql = `
  insert into recusal (id, competition_id, juror_id, nomination_id, actor, organizer_region_code, organizer_organization_id, kind, source)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint recusal_once do nothing`;

// What is sealed stays in the chain; it does not count when its juror is recused.
const excuseSql = `
  update score_sheet set status = 'EXCUSED', version = version + 1
  where juror_id = $1 and status in ('OPEN', 'SUBMITTED') and ($2::uuid is null or nomination_id = $2)`;

/** Takes a juror's sheets of one nominee, or all, out of what is waited for. */
export const excuse = (work: Work, jurorId: string, nominationId: string | null) =>
  work.beyondScope(() => work.sql(excuseSql, [jurorId, nominationId]));

/** Recuses a juror from judging one nominee; once is enough. */
export async function recuse(work: Work, conflict: Conflict): Promise<void> {
  const { juror, nominationId, kind, source } = conflict;
  const { id, competitionId, actor, organizerRegionCode, organizerOrganizationId } = juror;
  await work.sql(recuseSql, [
    work.newId(),
    competitionId,
    id,
    nominationId,
    actor,
    organizerRegionCode,
    organizerOrganizationId,
    kind,
    source,
  ]);
  await excuse(work, id, nominationId);
}

/** Finds who is tied to whom by what the register has told until now, and recuses them. */
export async function recuseTied(
  work: Work,
  { id: competitionId }: Competition,
  nominations: readonly Nomination[],
): Promise<void> {
  const jurors = await work.list(Juror, { competitionId, status: 'ACTIVE' }, { id: 'ASC' });
  const ties = await tiesOf(work, jurors);
  const day = dayOf(work.now);
  for (const [index, juror] of jurors.entries()) {
    for (const nomination of nominations) {
      const kind = conflictOf(juror, ties[index]!, nomination, day);
      const nominationId = nomination.id;
      if (kind !== null) await recuse(work, { juror, nominationId, kind, source: 'DETECTED' });
    }
  }
}

/** Jurors who do not judge a nominee, as `juror/nomination`. */
export async function listRecused(work: Work, competitionId: string): Promise<Set<string>> {
  const recusals = await work.list(Recusal, { competitionId });
  return new Set(recusals.map(({ jurorId, nominationId }) => `${jurorId}/${nominationId}`));
}
