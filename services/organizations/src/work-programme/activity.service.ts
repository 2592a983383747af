import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { stateSources } from '@jejaring/register/facts/fact-source';
import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { statedProblem } from '@jejaring/register/facts/stated-count.rules';
import { activityRealised } from '@jejaring/schema/events/organizations-programmes.events';
import type { ActivityFunction, ActivityKind, Pillar } from './activity.rules.js';
import { cancel, plan, realise } from './activity.rules.js';
import { Activity, WorkProgramme } from './work-programme.entity.js';
import type { FundingSource } from './work-programme.rules.js';
import { speaksOf } from './work-programme.service.js';

export interface SeenActivity {
  id: string;
  expectedVersion: number;
}

export interface PlanActivity {
  workProgrammeId: string;
  title: string;
  kind: ActivityKind;
  functions: ActivityFunction[];
  pillar: Pillar;
  plannedOn: string;
  budget: string | null;
  fundingSource: FundingSource | null;
  target: Stated | null;
  predecessorId: string | null;
}

/** Holds the programme while its activities are counted or changed. */
async function hold(work: Work, id: string): Promise<WorkProgramme> {
  // Who may not write it does not lock it, and is refused by the rule.
  await work.lock(WorkProgramme, { id });
  return work.get(WorkProgramme, id);
}

function checkStated(stated: Stated | null, field: string): void {
  const problem = statedProblem(stated, field);
  if (problem !== null) refuse(problem);
}

async function predecessorYear(work: Work, id: string | null, organizationId: string) {
  if (id === null) return null;
  const before = await work.find(Activity, { id });
  return before?.organizationId === organizationId ? before.year : ('foreign' as const);
}

export async function planActivity(work: Work, input: PlanActivity): Promise<Activity> {
  const { target, ...fields } = input;
  checkStated(target, 'target');
  const programme = await hold(work, input.workProgrammeId);
  const { organizationId, regionCode, year } = programme;
  const all = await work.list(Activity, { workProgrammeId: programme.id });
  const others = all.filter(({ status }) => status !== 'CANCELLED');
  const before = await predecessorYear(work, input.predecessorId, organizationId);
  proceed(plan(programme, { ...fields, predecessorYear: before }, others, work.caller));
  return work.insert(Activity, {
    ...fields,
    organizationId,
    regionCode,
    year,
    id: work.newId(),
    version: 1,
    status: 'DRAFT',
    targetValue: target?.value ?? null,
    targetUpTo: target?.upTo ?? null,
    targetQualifier: target?.qualifier ?? null,
    realisedOn: null,
    spent: null,
    beneficiariesValue: null,
    beneficiariesUpTo: null,
    beneficiariesQualifier: null,
    sustained: false,
  });
}

export interface RealiseActivity extends SeenActivity {
  realisedOn: string;
  spent: string | null;
  /** How many were served; what was found of their health is nobody's to collect. */
  beneficiaries: Stated | null;
  sources?: StatedFact[];
}

export async function realiseActivity(work: Work, input: RealiseActivity): Promise<Activity> {
  const { realisedOn, spent, beneficiaries, sources = [] } = input;
  checkStated(beneficiaries, 'beneficiaries');
  const seen = await work.getAt(Activity, input.id, input.expectedVersion);
  const programme = await hold(work, seen.workProgrammeId);
  const facts = { realisedOn, spent, today: work.now.toISOString().slice(0, 10) };
  const { status } = proceed(realise(seen, programme, facts, work.caller));
  const saved = await work.update(Activity, seen, {
    status,
    realisedOn,
    spent,
    beneficiariesValue: beneficiaries?.value ?? null,
    beneficiariesUpTo: beneficiaries?.upTo ?? null,
    beneficiariesQualifier: beneficiaries?.qualifier ?? null,
  });
  await stateSources(work, saved, sources);
  const { kind, pillar } = saved;
  const activityId = encodeId('act', saved.id);
  const data = { ...speaksOf(programme), activityId, kind, pillar, realisedOn };
  await work.publish(activityRealised, { region: saved.regionCode, data });
  return saved;
}

export async function cancelActivity(work: Work, input: SeenActivity): Promise<Activity> {
  const seen = await work.getAt(Activity, input.id, input.expectedVersion);
  const programme = await hold(work, seen.workProgrammeId);
  return work.update(Activity, seen, proceed(cancel(seen, programme, work.caller)));
}
