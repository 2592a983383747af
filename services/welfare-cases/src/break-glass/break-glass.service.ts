import { encodeId } from '@jejaring/chassis/graph/ids';
import { recordAudit } from '@jejaring/chassis/work/audit';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  breakGlassOverdue,
  breakGlassReviewed,
  breakGlassUsed,
} from '@jejaring/schema/events/welfare-protection.events';
import { WelfareCase } from '../case/case.entity.js';
import { eventData } from '../case/case.service.js';
import { closeReason } from './break-glass-reason.js';
import { BreakGlassGrant } from './break-glass.entity.js';
import type { Emergency, Verdict } from './break-glass.rules.js';
import { isOverdue, open, reaches, review, tryAccess } from './break-glass.rules.js';

export interface BreakGlass {
  /** The case as the caller named it, and where to look for it. */
  asked: string;
  where: { id: string } | { caseNumber: string };
  emergency: Emergency;
  reason: string;
}

const dayMs = 86_400_000;

/** What the person opened before, and how often they tried in the last day; one attempt at a time. */
async function pastOf(work: Work) {
  const { id: actor } = work.caller;
  const since = new Date(work.now.getTime() - dayMs);
  await work.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`break-glass ${actor}`]);
  const grants = await work.list(BreakGlassGrant, { actor });
  const [missed] = await work.sql<{ count: number }>(
    `select count(*)::integer as count from audit_entry
     where operation = 'breakGlass' and actor = $1 and occurred_at > $2 and reason = 'not-found'`,
    [actor, since],
  );
  const today = grants.filter(({ grantedAt }) => grantedAt > since);
  return { grants, attempts: today.length + missed!.count };
}

const say = ({ id, caseId, regionCode, emergency }: BreakGlassGrant) => ({
  grantId: encodeId('bgl', id),
  ...eventData({ id: caseId, regionCode }),
  emergency,
});

async function keep(
  work: Work,
  row: WelfareCase,
  input: BreakGlass,
  terms: ReturnType<typeof open>,
) {
  const id = work.newId();
  const { caller } = work;
  return work.insert(BreakGlassGrant, {
    id,
    version: 1,
    caseId: row.id,
    beneficiaryId: row.beneficiaryId,
    regionCode: row.regionCode,
    ownerOrganizationId: row.assignedOrganizationId,
    actor: caller.id,
    actorRole: caller.role,
    actorOrganizationId: caller.organizationId,
    emergency: input.emergency,
    reasonCipher: await closeReason(work, { id, beneficiaryId: row.beneficiaryId }, input.reason),
    ...proceed(terms),
    verdict: null,
    reviewedBy: null,
    reviewedAt: null,
    overdueAt: null,
  });
}

/** Who answers for the case and who watches over the data hear of it at once; the trail names the case. */
async function tellAtOnce(work: Work, grant: BreakGlassGrant): Promise<void> {
  const owner = grant.ownerOrganizationId;
  await work.publish(breakGlassUsed, {
    region: grant.regionCode,
    data: {
      ...say(grant),
      ...(owner === null ? {} : { ownerOrganizationId: encodeId('org', owner) }),
      reviewBy: grant.reviewBy.toISOString(),
    },
  });
  await recordAudit(work, {
    kind: 'READ',
    operation: 'breakGlass',
    subjects: [encodeId('case', grant.caseId), encodeId('ben', grant.beneficiaryId)].map((id) => ({
      id,
      region: grant.regionCode,
    })),
    fieldClasses: ['personal', 'specific'],
    decision: 'ALLOWED',
    purpose: 'BREAK_GLASS',
    reason: grant.emergency,
  });
}

/**
 * Opens one case to one person for an hour. What is asked for is looked up beyond the caller's scope,
 * after it is clear that they may try; a case out of reach is answered as one that there is not.
 */
export async function breakGlass(work: Work, input: BreakGlass): Promise<BreakGlassGrant> {
  const grant = await work.beyondScope(async () => {
    const past = await pastOf(work);
    proceed(tryAccess(work.caller, past, work.now));
    const row = await work.find(WelfareCase, input.where);
    if (row === null || !reaches(work.caller, row.regionCode)) return refuse(notFound(input.asked));
    const ofCase = past.grants.filter(({ caseId }) => caseId === row.id);
    return keep(work, row, input, open(work.caller, row, ofCase, work.now));
  });
  await tellAtOnce(work, grant);
  return grant;
}

export async function reviewBreakGlass(
  work: Work,
  input: { id: string; expectedVersion: number; verdict: Verdict },
): Promise<BreakGlassGrant> {
  const row = await work.getAt(BreakGlassGrant, input.id, input.expectedVersion);
  const changes = proceed(review(row, input.verdict, work.caller, work.now));
  const saved = await work.update(BreakGlassGrant, row, changes);
  const data = { ...say(saved), verdict: input.verdict };
  await work.publish(breakGlassReviewed, { region: saved.regionCode, data });
  return saved;
}

/** Says once of each grant that nobody reviewed it in time; done by the clock. */
export async function sayOverdueReviews(work: Work): Promise<void> {
  const late = await work
    .select(BreakGlassGrant, 'g')
    .where('g.verdict is null and g.overdueAt is null and g.reviewBy < :now', { now: work.now })
    .take(500)
    .getMany();
  for (const row of late.filter((grant) => isOverdue(grant, work.now))) {
    const saved = await work.update(BreakGlassGrant, row, { overdueAt: work.now });
    await work.publish(breakGlassOverdue, { region: saved.regionCode, data: say(saved) });
  }
}
