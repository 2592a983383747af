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
import type { EventContract, EventData } from '@jejaring/schema/events/contract';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { DeepPartial } from 'typeorm';
import type { NewPerson } from '../beneficiary/beneficiary.service.js';
import { findOrRegister } from '../beneficiary/beneficiary.service.js';
import { countHandled } from '../handled/handled.service.js';
import { RegionCopy } from '../region/region.entity.js';
import { requireRegion } from '../region/region.rules.js';
import { Intervention, WelfareCase } from './case.entity.js';
import type { ReportChannel } from './case-report.rules.js';
import { caseNumber, caseYear, channelOf, report, sealedNumber } from './case-report.rules.js';
import { sealedWhenReported, sealOf } from './case-seal.rules.js';
import type { CaseOutcome, LegalBasis, WelfareCategory } from './case.rules.js';
import { assessmentDue, close, intervene, isOpen, step } from './case.rules.js';

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

export const eventData = (row: Pick<WelfareCase, 'id' | 'regionCode'>) => ({
  caseId: encodeId('case', row.id),
  regionCode: row.regionCode,
});

/** Says what became of a case; of a sealed one nothing, for whoever hears of it knows that it is there. */
export async function tell<C extends EventContract>(
  work: Work,
  contract: C,
  row: WelfareCase,
  more: Omit<EventData<C>, 'caseId' | 'regionCode'> | null = null,
): Promise<void> {
  if (row.sealed) return;
  const data = { ...eventData(row), ...more } as unknown as EventData<C>;
  await work.publish(contract, { region: row.regionCode, data });
}

/** Counts an opened (+1) or closed (−1) case where it lies; the sealed are in no number. */
export async function countOpen(work: Work, row: WelfareCase, change: 1 | -1): Promise<void> {
  if (row.sealed) return;
  await work.sql(
    `insert into open_case_count as c (region_code, category, open_cases) values ($1, $2, greatest($3, 0))
     on conflict (region_code, category) do update set open_cases = c.open_cases + $3`,
    [row.regionCode, row.category, change],
  );
}

async function nextNumber(work: Work, regionCode: string, sealedAs: string | null) {
  const regency = regencyOf(regionCode);
  const year = caseYear(work.now);
  if (sealedAs !== null) return sealedNumber(regency, year, sealedAs);
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
  const id = work.newId();
  const seal = sealOf(sealedWhenReported(category, beneficiary.birthYear, work.now), work.now);
  const row = await openCase(work, {
    id,
    version: 1,
    caseNumber: await nextNumber(work, regionCode, seal.sealed ? id : null),
    beneficiaryId: beneficiary.id,
    category,
    regionCode,
    urgency,
    status: 'REPORTED',
    channel: input.channel ?? channelOf(work.caller),
    followsCaseId,
    reportedAt: work.now,
    reportedByOrganizationId: work.caller.organizationId,
    reportedBy: work.caller.id,
    assignedOrganizationId: null,
    ...seal,
  });
  await countOpen(work, row, 1);
  await tell(work, caseReported, row, { category });
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
  await tell(work, caseAccepted, saved);
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
  await tell(work, caseAssessed, saved);
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
  await tell(work, servicePlanAdopted, saved);
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
  await tell(work, servicePlanRevised, saved);
  return saved;
}

export async function recordIntervention(
  work: Work,
  input: SeenCase & { service: string; givenOn: string },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { service, givenOn } = input;
  const { status } = proceed(intervene(row, givenOn, work.caller, work.now));
  const saved = await work.update(WelfareCase, row, {
    status,
    assessmentDueAt: status === 'ACCEPTED' ? assessmentDue(row, work.now) : row.assessmentDueAt,
  });
  await work.insert(Intervention, {
    id: work.newId(),
    caseId: row.id,
    regionCode: row.regionCode,
    service,
    givenOn,
    providerOrganizationId: work.caller.organizationId,
    sealed: row.sealed,
  });
  await tell(work, interventionDelivered, saved);
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
  await tell(work, terminationProposed, saved);
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
  await tell(work, caseClosed, saved, { outcome });
  await countHandled(work, saved, outcome);
  return saved;
}
