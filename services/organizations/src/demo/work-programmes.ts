import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import type { PlanActivity } from '../work-programme/activity.service.js';
import { planActivity, realiseActivity } from '../work-programme/activity.service.js';
import { Activity, WorkProgramme } from '../work-programme/work-programme.entity.js';
import type { BudgetLine, ProgrammeForum } from '../work-programme/work-programme.rules.js';
import {
  adoptWorkProgramme,
  draftWorkProgramme,
  evaluateWorkProgramme,
  reportWorkProgramme,
  startWorkProgramme,
} from '../work-programme/work-programme.service.js';
import { inParallel } from './parallel.js';

/** What no article tells and the demo makes up. */
export const invented: StatedFact = {
  field: null,
  value: null,
  source: 'demo',
  statedOn: null,
  accepted: true,
  derived: true,
  reason: 'Invented for the demo; no source tells it.',
};

export type DemoActivity = Omit<PlanActivity, 'workProgrammeId' | 'predecessorId' | 'target'> & {
  realised: { on: string; spent: string | null; sources: StatedFact[] } | null;
};

export interface DemoProgramme {
  regionCode: string;
  year: number;
  forum: ProgrammeForum;
  adoptedOn: string;
  budgets: BudgetLine[];
  activities: DemoActivity[];
  /** Whether it ran to the end of its year and was evaluated. */
  evaluated: boolean;
}

/** 10.00 in Western Indonesia. */
export const morning = (day: string) => new Date(`${day}T03:00:00Z`);

async function realise(
  demo: DemoLoader,
  step: string,
  caller: ReturnType<typeof demoCaller>,
  planned: Activity,
  { on, spent, sources }: NonNullable<DemoActivity['realised']>,
): Promise<void> {
  const facts = { realisedOn: on, spent, beneficiaries: null, sources };
  const { id } = planned;
  await demo.command({
    name: `${step}/realised`,
    at: morning(on),
    caller,
    entity: Activity,
    act: (work) => realiseActivity(work, { id, expectedVersion: 2, ...facts }),
  });
}

/** Drafted, adopted, done and, where it is told so, evaluated: each on its day. Gives the activities. */
export async function recordProgramme(
  demo: DemoLoader,
  programme: DemoProgramme,
): Promise<Activity[]> {
  const { regionCode, year, forum, adoptedOn, budgets } = programme;
  const organizationId = demo.organization(regionCode);
  const board = demoCaller('KT_OFFICER', regionCode, organizationId);
  const step = `work-programme/${regionCode}/${year}`;
  const at = morning(adoptedOn);
  const lead = (name: string, on: Date, act: (work: Work) => Promise<WorkProgramme>, by = board) =>
    demo.command({ name: `${step}/${name}`, at: on, caller: by, entity: WorkProgramme, act });
  const facts = { organizationId, year, budgets, sources: [invented] };
  const { id } = await lead('drafted', at, (work) => draftWorkProgramme(work, facts));
  const planned: Activity[] = [];
  for (const [index, { realised: _realised, ...activity }] of programme.activities.entries()) {
    const plan = { ...activity, workProgrammeId: id, target: null, predecessorId: null };
    const act = (work: Work) => planActivity(work, plan);
    const name = `${step}/activity/${index}`;
    planned.push(await demo.command({ name, at, caller: board, entity: Activity, act }));
  }
  const adoption = { id, expectedVersion: 1, forum, adoptedOn };
  await lead('adopted', at, (work) => adoptWorkProgramme(work, adoption));
  if (programme.activities.every(({ realised }) => realised === null)) return planned;
  await lead('started', at, (work) => startWorkProgramme(work, { id, expectedVersion: 2 }));
  for (const [index, { realised }] of programme.activities.entries()) {
    if (realised === null) continue;
    await realise(demo, `${step}/activity/${index}`, board, planned[index]!, realised);
  }
  if (programme.evaluated) await evaluate(lead, programme, id, planned);
  return planned;
}

async function evaluate(
  lead: (
    name: string,
    on: Date,
    act: (work: Work) => Promise<WorkProgramme>,
    by?: ReturnType<typeof demoCaller>,
  ) => Promise<WorkProgramme>,
  { regionCode, year }: DemoProgramme,
  id: string,
  activities: Activity[],
): Promise<void> {
  const office = demoCaller('DINSOS_REGENCY_STAFF', regionCode.slice(0, 5));
  await lead('reported', morning(`${year}-12-20`), (work) =>
    reportWorkProgramme(work, { id, expectedVersion: 3 }),
  );
  const conclusion = { outcome: 'EFFECTIVE' as const, sustain: [activities[0]!.id] };
  await lead(
    'evaluated',
    morning(`${year + 1}-01-20`),
    (work) => evaluateWorkProgramme(work, { id, expectedVersion: 4, ...conclusion }),
    office,
  );
}

const elderly = (year: number): DemoActivity => ({
  title: 'Kunjungan lanjut usia yang tinggal sendiri',
  kind: 'UKS',
  functions: ['ACCOMPANIMENT'],
  pillar: 'PROTECTION',
  plannedOn: `${year}-06-10`,
  budget: '2500000',
  fundingSource: 'SWADAYA',
  realised: { on: `${year}-06-11`, spent: '2400000', sources: [invented] },
});

const workshop = (year: number): DemoActivity => ({
  title: 'Bengkel sepeda motor pemuda',
  kind: 'UEP',
  functions: ['PIONEERING'],
  pillar: 'EMPOWERMENT',
  plannedOn: `${year}-08-01`,
  budget: '3000000',
  fundingSource: 'SWADAYA',
  realised: { on: `${year}-08-05`, spent: '3000000', sources: [invented] },
});

/** Every village of Kota Banjar planned 2025, and its office evaluated what came of it. */
const ofBanjar = (regionCode: string): DemoProgramme => ({
  regionCode,
  year: 2025,
  forum: 'MUSYAWARAH',
  adoptedOn: '2025-01-15',
  budgets: [{ fundingSource: 'SWADAYA', amount: '6000000' }],
  activities: [elderly(2025), workshop(2025)],
  evaluated: true,
});

/** Of the boards that were given a laptop on 25 November 2024, every other one adopted its programme afterwards. */
const ofCirebon = (regionCode: string, index: number): DemoProgramme => ({
  regionCode,
  year: 2025,
  forum: 'RAPAT_KERJA',
  adoptedOn: index % 2 === 0 ? '2024-12-10' : '2024-11-05',
  budgets: [{ fundingSource: 'SWADAYA', amount: '6000000' }],
  activities: [{ ...elderly(2025), realised: null }],
  evaluated: false,
});

export async function recordProgrammes(demo: DemoLoader): Promise<void> {
  const codes = async (sql: string) =>
    (await demo.read((work) => work.sql<{ code: string }>(sql))).map(({ code }) => code);
  const banjar = await codes(
    "select code from region where level = 'VILLAGE' and code like '32.79.%' order by code",
  );
  // The first by code, as with the laptops: the article tells their number and not their names.
  const cirebon = await codes(
    "select code from region where parent_code = '32.09' order by code limit 31",
  );
  const programmes = [...banjar.map(ofBanjar), ...cirebon.map(ofCirebon)];
  await inParallel(programmes, (programme) => recordProgramme(demo, programme));
}
