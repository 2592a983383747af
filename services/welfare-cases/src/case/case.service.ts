import { encodeId } from '@jejaring/chassis/graph/ids';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import { regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import {
  caseAccepted,
  caseAssessed,
  caseClosed,
  caseReported,
  interventionDelivered,
  servicePlanAdopted,
  servicePlanRevised,
  terminationProposed,
} from '@jejaring/schema/events/welfare-cases.events';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { DeepPartial } from 'typeorm';
import type { NewPerson } from '../beneficiary/beneficiary.service.js';
import { findOrRegister } from '../beneficiary/beneficiary.service.js';
import { countHandled } from '../handled/handled.service.js';
import { RegionCopy } from '../region/region.entity.js';
import { requireRegion } from '../region/region.rules.js';
import { Intervention, WelfareCase } from './case.entity.js';
import type { CaseOutcome, LegalBasis, ReportChannel, WelfareCategory } from './case.rules.js';
import {
  assessmentDue,
  caseNumber,
  caseYear,
  channelOf,
  close,
  intervene,
  isOpen,
  report,
  step,
} from './case.rules.js';

export interface SeenCase {
  id: string;
  expectedVersion: number;
}

export interface ReportCase {
  regionCode: string;
  category: WelfareCategory;
  urgency: WelfareCase['urgency'];
  person: NewPerson;
  /** The way it came; by default that of whoever enters it. */
  channel?: ReportChannel | null | undefined;
  /** The closed case of the same person that this one goes on from. */
  followsCaseId?: string | null;
}

export const eventData = (row: WelfareCase) => ({
  caseId: encodeId('case', row.id),
  regionCode: row.regionCode,
});

/** Counts an opened (+1) or closed (−1) case where it lies. */
export async function countOpen(work: Work, row: WelfareCase, change: 1 | -1): Promise<void> {
  await work.sql(
    `insert into open_case_count as c (region_code, category, open_cases) values ($1, $2, greatest($3, 0))
     on conflict (region_code, category) do update set open_cases = c.open_cases + $3`,
    [row.regionCode, row.category, change],
  );
}

async function nextNumber(work: Work, regionCode: string): Promise<string> {
  const regency = regencyOf(regionCode);
  const year = caseYear(work.now);
  const [counter] = await work.sql<{ last: number }>(
    `insert into case_counter as c (regency_code, year, last) values ($1, $2, 1)
     on conflict (regency_code, year) do update set last = c.last + 1 returning last`,
    [regency, year],
  );
  return caseNumber(regency, year, counter!.last);
}

async function openCase(work: Work, row: DeepPartial<WelfareCase>): Promise<WelfareCase> {
  try {
    return await work.insert(WelfareCase, row);
  } catch (error) {
    // The reporter may not see the other one, or it was opened at the same moment.
    if (isUniqueViolation(error, 'welfare_case_one_open'))
      return refuse({ refused: 'already-open' });
    throw error;
  }
}

/** The old case must be this person's: the link says nothing about anybody else. */
async function requireCaseOf(work: Work, caseId: string, beneficiaryId: string): Promise<void> {
  const old = await work.get(WelfareCase, caseId);
  if (old.beneficiaryId !== beneficiaryId) refuse(notFound(encodeId('case', caseId)));
}

export async function reportCase(work: Work, input: ReportCase): Promise<WelfareCase> {
  const { regionCode, category, urgency, person } = input;
  proceed(report(regionCode, work.caller));
  proceed(requireRegion((await work.find(RegionCopy, { code: regionCode })) !== null));
  const beneficiary = await findOrRegister(work, { ...person, regionCode });
  const open = await work.list(WelfareCase, { beneficiaryId: beneficiary.id, category });
  if (open.some(isOpen)) return refuse({ refused: 'already-open' });
  const { followsCaseId = null } = input;
  if (followsCaseId !== null) await requireCaseOf(work, followsCaseId, beneficiary.id);
  const row = await openCase(work, {
    id: work.newId(),
    version: 1,
    caseNumber: await nextNumber(work, regionCode),
    beneficiaryId: beneficiary.id,
    category,
    regionCode,
    urgency,
    status: 'REPORTED',
    channel: input.channel ?? channelOf(work.caller),
    followsCaseId,
    reportedAt: work.now,
    reportedByOrganizationId: work.caller.organizationId,
    assignedOrganizationId: null,
  });
  await countOpen(work, row, 1);
  await work.publish(caseReported, { region: regionCode, data: { ...eventData(row), category } });
  return row;
}

export async function acceptCase(
  work: Work,
  input: SeenCase & { legalBasis: LegalBasis; assignedOrganizationId: string },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { status } = proceed(step('ACCEPT', row, work.caller));
  const organization = await work.find(OrganizationCopy, { id: input.assignedOrganizationId });
  if (organization?.status !== 'ACTIVE') return refuse({ refused: 'assignee-not-active' });
  const { legalBasis, assignedOrganizationId } = input;
  const saved = await work.update(WelfareCase, row, { status, legalBasis, assignedOrganizationId });
  await work.publish(caseAccepted, { region: saved.regionCode, data: eventData(saved) });
  return saved;
}

export async function completeAssessment(
  work: Work,
  input: SeenCase & { severities: Record<string, number> },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { status } = proceed(step('ASSESS', row, work.caller));
  const saved = await work.update(WelfareCase, row, {
    status,
    severities: input.severities,
    assessmentDueAt: null,
    overdueAt: null,
  });
  await work.publish(caseAssessed, { region: saved.regionCode, data: eventData(saved) });
  return saved;
}

export async function adoptPlan(
  work: Work,
  input: SeenCase & { goals: { service: string; dueOn: string }[] },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { status } = proceed(step('ADOPT_PLAN', row, work.caller));
  const goals = input.goals.map((goal) => ({ ...goal, result: null }));
  const saved = await work.update(WelfareCase, row, { status, goals });
  await work.publish(servicePlanAdopted, { region: saved.regionCode, data: eventData(saved) });
  return saved;
}

/** A plan that no longer fits is replaced; its former goals stay in the history. */
export async function revisePlan(
  work: Work,
  input: SeenCase & { goals: { service: string; dueOn: string }[] },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  proceed(step('REVISE_PLAN', row, work.caller));
  const goals = input.goals.map((goal) => ({ ...goal, result: null }));
  const saved = await work.update(WelfareCase, row, { goals });
  await work.publish(servicePlanRevised, { region: saved.regionCode, data: eventData(saved) });
  return saved;
}

export async function recordIntervention(
  work: Work,
  input: SeenCase & { service: string; givenOn: string },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { service, givenOn } = input;
  const { status } = proceed(intervene(row, givenOn, work.caller, work.now));
  await work.insert(Intervention, {
    id: work.newId(),
    caseId: row.id,
    regionCode: row.regionCode,
    service,
    givenOn,
    providerOrganizationId: work.caller.organizationId,
  });
  const saved = await work.update(WelfareCase, row, {
    status,
    assessmentDueAt: status === 'ACCEPTED' ? assessmentDue(row, work.now) : row.assessmentDueAt,
  });
  await work.publish(interventionDelivered, { region: saved.regionCode, data: eventData(saved) });
  return saved;
}

export async function proposeTermination(
  work: Work,
  input: SeenCase & { goalResults: string[] },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { status } = proceed(step('PROPOSE_TERMINATION', row, work.caller));
  const goals = row.goals ?? [];
  if (goals.length !== input.goalResults.length) return refuse({ refused: 'goals-open' });
  const judged = goals.map((goal, index) => ({ ...goal, result: input.goalResults[index]! }));
  const changes = { status, goals: judged, terminationProposedBy: work.caller.id };
  const saved = await work.update(WelfareCase, row, changes);
  await work.publish(terminationProposed, { region: saved.regionCode, data: eventData(saved) });
  return saved;
}

export async function closeCase(
  work: Work,
  input: SeenCase & { outcome: CaseOutcome },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { status } = proceed(close(row, work.caller));
  const [open] = await work.sql<{ count: number }>(
    `select count(*)::integer as count from referral
     where case_id = $1 and status in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS')`,
    [row.id],
  );
  if (open!.count > 0) return refuse({ refused: 'referrals-open' });
  const { outcome } = input;
  const saved = await work.update(WelfareCase, row, { status, outcome, closedAt: work.now });
  await countOpen(work, saved, -1);
  const region = saved.regionCode;
  await work.publish(caseClosed, { region, data: { ...eventData(saved), outcome } });
  await countHandled(work, saved, outcome);
  return saved;
}
