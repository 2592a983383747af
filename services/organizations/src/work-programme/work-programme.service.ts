import { anotherHand } from '@jejaring/trust/rights/hands.rules';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { stateSources } from '@jejaring/register/facts/fact-source';
import {
  workProgrammeAdopted,
  workProgrammeEvaluated,
} from '@jejaring/schema/events/organizations-programmes.events';
import { Organization } from '../organization/organization.entity.js';
import { hasVillageFund } from '../partnership/partnership.service.js';
import { kindOf } from '../region/region.rules.js';
import { Activity, WorkProgramme } from './work-programme.entity.js';
import type { BudgetLine, ProgrammeForum, ProgrammeOutcome } from './work-programme.rules.js';
import { adopt, draft, evaluate, report, step } from './work-programme.rules.js';

export interface SeenProgramme {
  id: string;
  expectedVersion: number;
}

export interface DraftWorkProgramme {
  organizationId: string;
  year: number;
  budgets: BudgetLine[];
  sources?: StatedFact[];
}

const dayOf = (work: Work) => work.now.toISOString().slice(0, 10);

/** What the register knows of the village funds of a place in a year. */
async function villageFundOf(work: Work, { level, regionCode }: Organization, year: number) {
  const receives = level === 'VILLAGE' && kindOf(regionCode) !== 'KELURAHAN';
  return { receives, granted: receives && (await hasVillageFund(work, regionCode, year)) };
}

export async function draftWorkProgramme(
  work: Work,
  input: DraftWorkProgramme,
): Promise<WorkProgramme> {
  const { sources = [], ...fields } = input;
  const organization = await work.get(Organization, input.organizationId);
  const villageFund = await villageFundOf(work, organization, input.year);
  const facts = { organization, villageFund, today: dayOf(work) };
  proceed(draft(input, facts, work.caller));
  const programme = {
    ...fields,
    id: work.newId(),
    version: 1,
    status: 'DRAFT' as const,
    regionCode: organization.regionCode,
    forum: null,
    adoptedOn: null,
    outcome: null,
    reportedBy: null,
    evaluatedOn: null,
  };
  const row = await insertOnce(work, programme);
  await stateSources(work, row, sources);
  return row;
}

async function insertOnce(work: Work, programme: WorkProgramme): Promise<WorkProgramme> {
  try {
    return await work.insert(WorkProgramme, programme);
  } catch (error) {
    if (isUniqueViolation(error, 'work_programme_one_a_year'))
      return refuse({ refused: 'year-taken' });
    throw error;
  }
}

/** Holds a programme, so that its activities do not change while it is led on. */
export async function holdProgramme(
  work: Work,
  { id, expectedVersion }: SeenProgramme,
): Promise<{ programme: WorkProgramme; activities: Activity[] }> {
  await work.lock(WorkProgramme, { id });
  const programme = await work.getAt(WorkProgramme, id, expectedVersion);
  const activities = await work.list(Activity, { workProgrammeId: id }, { id: 'ASC' });
  return { programme, activities };
}

export const speaksOf = ({ id, organizationId, regionCode }: WorkProgramme) => ({
  organizationId: encodeId('org', organizationId),
  regionCode,
  workProgrammeId: encodeId('wpg', id),
});

export async function adoptWorkProgramme(
  work: Work,
  input: SeenProgramme & { forum: ProgrammeForum; adoptedOn: string },
): Promise<WorkProgramme> {
  const { forum, adoptedOn } = input;
  const { programme, activities } = await holdProgramme(work, input);
  const planned = activities.filter(({ status }) => status === 'DRAFT');
  const meeting = { adoptedOn, activities: planned.length, today: dayOf(work) };
  const { status } = proceed(adopt(programme, meeting, work.caller));
  const saved = await work.update(WorkProgramme, programme, { status, forum, adoptedOn });
  for (const activity of planned) await work.update(Activity, activity, { status: 'PLANNED' });
  await work.publish(workProgrammeAdopted, {
    region: saved.regionCode,
    data: { ...speaksOf(saved), year: saved.year, forum, adoptedOn, activities: planned.length },
  });
  return saved;
}

export async function startWorkProgramme(
  work: Work,
  { id, expectedVersion }: SeenProgramme,
): Promise<WorkProgramme> {
  const programme = await work.getAt(WorkProgramme, id, expectedVersion);
  return work.update(WorkProgramme, programme, proceed(step('START', programme, work.caller)));
}

export async function reportWorkProgramme(
  work: Work,
  input: SeenProgramme,
): Promise<WorkProgramme> {
  const { programme, activities } = await holdProgramme(work, input);
  const open = activities.filter(({ status }) => status === 'PLANNED').length;
  const { status } = proceed(report(programme, open, work.caller));
  return work.update(WorkProgramme, programme, { status, reportedBy: work.caller.id });
}

export async function evaluateWorkProgramme(
  work: Work,
  input: SeenProgramme & { outcome: ProgrammeOutcome; sustain: string[] },
): Promise<WorkProgramme> {
  const { outcome, sustain } = input;
  const { programme, activities } = await holdProgramme(work, input);
  const { status } = proceed(evaluate(programme, activities, sustain, work.caller));
  proceed(anotherHand(programme.reportedBy, work.caller));
  const evaluatedOn = dayOf(work);
  const saved = await work.update(WorkProgramme, programme, { status, outcome, evaluatedOn });
  const kept = activities.filter(({ id }) => sustain.includes(id));
  for (const activity of kept) await work.update(Activity, activity, { sustained: true });
  const realised = activities.filter((activity) => activity.status === 'REALISED').length;
  await work.publish(workProgrammeEvaluated, {
    region: saved.regionCode,
    data: { ...speaksOf(saved), year: saved.year, outcome, realised, sustained: kept.length },
  });
  return saved;
}
