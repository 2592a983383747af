import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import {
  aftercareRecorded,
  aftercareStarted,
  assessmentOverdue,
  caseFollowedUp,
  caseReopened,
} from '@jejaring/schema/events/welfare-cases.events';
import type { FollowUpFinding } from './case-aftercare.rules.js';
import { followUp, nextAftercare, reopen } from './case-aftercare.rules.js';
import { FollowUp, WelfareCase } from './case.entity.js';
import { step } from './case.rules.js';
import type { SeenCase } from './case.service.js';
import { countOpen, tell } from './case.service.js';

/** What a case loses that begins anew: its end, and the hand that proposed it. */
const anew = { outcome: null, closedAt: null, aftercareDueOn: null, terminationProposedBy: null };

export async function reopenCase(work: Work, input: SeenCase): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { status } = proceed(reopen(row, work.caller, work.now));
  try {
    const saved = await work.update(WelfareCase, row, { status, ...anew });
    await countOpen(work, saved, 1);
    await tell(work, caseReopened, saved);
    return saved;
  } catch (error) {
    // The person came back meanwhile, and a new case of the same category was opened.
    if (isUniqueViolation(error, 'welfare_case_one_open'))
      return refuse({ refused: 'already-open' });
    throw error;
  }
}

export async function startAftercare(work: Work, input: SeenCase): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { status } = proceed(step('START_AFTERCARE', row, work.caller));
  const aftercareDueOn = nextAftercare(row.closedAt!, null);
  const saved = await work.update(WelfareCase, row, { status, aftercareDueOn });
  await tell(work, aftercareStarted, saved);
  return saved;
}

export async function recordFollowUp(
  work: Work,
  input: SeenCase & { visitedOn: string; finding: FollowUpFinding },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { visitedOn, finding } = input;
  const changes = proceed(followUp(row, visitedOn, work.caller, work.now));
  const aftercare = row.status === 'AFTERCARE';
  const saved = await work.update(WelfareCase, row, changes);
  await work.insert(FollowUp, {
    id: work.newId(),
    caseId: row.id,
    regionCode: row.regionCode,
    visitedOn,
    finding,
    aftercare,
    visitorOrganizationId: work.caller.organizationId,
    sealed: row.sealed,
  });
  await tell(work, aftercare ? aftercareRecorded : caseFollowedUp, saved, { finding });
  return saved;
}

/** Says once of each case that it was helped in an emergency and not assessed in time; done by the clock. */
export async function sayOverdue(work: Work): Promise<void> {
  const late = await work
    .select(WelfareCase, 'c')
    .where('c.assessmentDueAt < :now and c.overdueAt is null', { now: work.now })
    .andWhere("c.status = 'ACCEPTED'")
    .take(500)
    .getMany();
  for (const row of late) {
    const saved = await work.update(WelfareCase, row, { overdueAt: work.now });
    await tell(work, assessmentOverdue, saved, { dueAt: row.assessmentDueAt!.toISOString() });
  }
}
