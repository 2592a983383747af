import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { officials, roles, socialOffices } from '@jejaring/schema/roles';
import type { activityKinds, welfarePillars } from '@jejaring/schema/vocabulary';
import type {
  BudgetLine,
  FundingSource,
  ProgrammeState,
  ProgrammeStatus,
} from './work-programme.rules.js';
import { keeping, step } from './work-programme.rules.js';

export type ActivityKind = (typeof activityKinds)[number];
export type Pillar = (typeof welfarePillars)[number];

/** The nine functions of a Karang Taruna (Permensos 25/2019, article 7). */
export const activityFunctions = [
  'ADMINISTRATION',
  'FACILITATION',
  'MEDIATION',
  'COMMUNICATION',
  'TECHNOLOGY',
  'ADVOCACY',
  'MOTIVATION',
  'ACCOMPANIMENT',
  'PIONEERING',
] as const;
export type ActivityFunction = (typeof activityFunctions)[number];

export const activityStatuses = ['DRAFT', 'PLANNED', 'REALISED', 'CANCELLED'] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

export const activityPolicy = definePolicy({
  table: 'activity',
  access: 'public',
  read: [
    { roles, everywhere: true, statuses: ['PLANNED', 'REALISED', 'CANCELLED'] },
    { roles: socialOffices, within: 'region_code' },
    ...keeping,
  ],
  write: keeping,
  commands: { REALISE: keeping, CANCEL: keeping },
});

export type ActivityCommand = keyof typeof activityPolicy.commands;
export const activityCommands = Object.keys(activityPolicy.commands) as ActivityCommand[];

export interface ActivityState {
  status: ActivityStatus;
  organizationId: string;
  regionCode: string;
  year: number;
  fundingSource: FundingSource | null;
}

export type ActivityRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'wrong-state'; status: ProgrammeStatus; expected: ProgrammeStatus[] }
  | { refused: 'activity-done'; activityStatus: ActivityStatus }
  | { refused: 'over-budget'; fundingSource: FundingSource };

interface Costed {
  fundingSource: FundingSource | null;
  budget: string | null;
}

/** What stands against a source, whole rupiah. */
export const sumOf = <One extends Costed>(
  activities: readonly One[],
  source: FundingSource,
  amount: (activity: One) => string | null = ({ budget }) => budget,
): bigint =>
  activities
    .filter(({ fundingSource }) => fundingSource === source)
    .reduce((sum, activity) => sum + BigInt(amount(activity) ?? 0), 0n);

function isOver(budgets: readonly BudgetLine[], planned: readonly Costed[], source: FundingSource) {
  const line = budgets.find(({ fundingSource }) => fundingSource === source);
  return sumOf(planned, source) > BigInt(line?.amount ?? 0);
}

/** Adds an activity while its programme is a draft, inside the budget of its funding source. */
export function plan(
  programme: ProgrammeState,
  activity: Costed & { plannedOn: string; predecessorYear: number | 'foreign' | null },
  others: readonly Costed[],
  caller: Caller,
): Decision<object, ActivityRefusal> {
  const decision = step('PLAN_ACTIVITY', programme, caller) as Decision<object, ActivityRefusal>;
  if (decision.refused !== null) return decision;
  const { fundingSource, budget, plannedOn, predecessorYear } = activity;
  if ((fundingSource === null) !== (budget === null)) {
    return invalidInput('fundingSource', {
      en: 'A budget names its source, and a source its budget.',
      id: 'Anggaran menyebut sumbernya, dan sumber dana menyebut besarannya.',
    });
  }
  if (Number(plannedOn.slice(0, 4)) !== programme.year) {
    return invalidInput('plannedOn', {
      en: 'It is planned in the year of its programme.',
      id: 'Kegiatan direncanakan pada tahun programnya.',
    });
  }
  if (predecessorYear === 'foreign' || (predecessorYear ?? 0) >= programme.year) {
    return invalidInput('predecessor', {
      en: 'It follows an activity of the same organization in an earlier year.',
      id: 'Kegiatan melanjutkan kegiatan organisasi yang sama pada tahun sebelumnya.',
    });
  }
  if (fundingSource === null || !isOver(programme.budgets, [...others, activity], fundingSource))
    return { refused: null };
  return { refused: 'over-budget', fundingSource };
}

function stepOf(
  command: ActivityCommand,
  activity: ActivityState,
  programme: { status: ProgrammeStatus },
  caller: Caller,
): ActivityRefusal | null {
  if (!may(activityPolicy.commands[command], caller, activity)) return notAllowed(command);
  const expected: ProgrammeStatus[] =
    command === 'REALISE' ? ['RUNNING'] : ['DRAFT', 'ADOPTED', 'RUNNING'];
  const { status } = programme;
  if (!expected.includes(status)) return { refused: 'wrong-state', status, expected };
  const open = activity.status === 'DRAFT' || activity.status === 'PLANNED';
  return open ? null : { refused: 'activity-done', activityStatus: activity.status };
}

/** Says that it took place: in its year, and not before the day. */
export function realise(
  activity: ActivityState,
  programme: { status: ProgrammeStatus },
  facts: { realisedOn: string; spent: string | null; today: string },
  caller: Caller,
): Decision<{ status: ActivityStatus }, ActivityRefusal> {
  const refusal = stepOf('REALISE', activity, programme, caller);
  if (refusal !== null) return refusal;
  const { realisedOn, spent, today } = facts;
  if (realisedOn > today || Number(realisedOn.slice(0, 4)) !== activity.year) {
    return invalidInput('realisedOn', {
      en: 'It took place in the year of its programme, today at the latest.',
      id: 'Kegiatan terlaksana pada tahun programnya, paling lambat hari ini.',
    });
  }
  if (spent === null || activity.fundingSource !== null)
    return { refused: null, status: 'REALISED' };
  return invalidInput('spent', {
    en: 'Money is spent of the source that the plan names.',
    id: 'Belanja berasal dari sumber dana yang disebut dalam rencana.',
  });
}

export function cancel(
  activity: ActivityState,
  programme: { status: ProgrammeStatus },
  caller: Caller,
): Decision<{ status: ActivityStatus }, ActivityRefusal> {
  return stepOf('CANCEL', activity, programme, caller) ?? { refused: null, status: 'CANCELLED' };
}

export const commandsFor = (
  activity: ActivityState,
  programme: { status: ProgrammeStatus },
  caller: Caller,
): ActivityCommand[] =>
  activityCommands.filter((command) => stepOf(command, activity, programme, caller) === null);

/**
 * Whether the caller may see how many were served. A handful of pregnant women of one village are
 * women whom the village knows: docs/decisions/0008 sets the thresholds.
 */
export function mayCount(
  activity: { organizationId: string; regionCode: string; beneficiariesValue: number | null },
  caller: Caller,
): boolean {
  const { beneficiariesValue: value } = activity;
  const known = [...keeping, { roles: socialOffices, within: 'region_code' }];
  if (value === null || may(known, caller, activity)) return true;
  return value >= ((officials as readonly string[]).includes(caller.role) ? 5 : 11);
}
