import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice, roles, socialOffices } from '@jejaring/schema/roles';
import type { programmeForums, programmeOutcomes } from '@jejaring/schema/vocabulary';
import type { WelfareResourceKind } from '../welfare-resource/welfare-resource.rules.js';
import { natureOf } from '../welfare-resource/welfare-resource.rules.js';

export type ProgrammeForum = (typeof programmeForums)[number];
export type ProgrammeOutcome = (typeof programmeOutcomes)[number];

export const programmeStatuses = ['DRAFT', 'ADOPTED', 'RUNNING', 'REPORTED', 'EVALUATED'] as const;
export type ProgrammeStatus = (typeof programmeStatuses)[number];

export const fundingSources = [
  'SWADAYA',
  'DANA_DESA',
  'APBD_KAB_KOTA',
  'APBD_PROVINSI',
  'APBN',
  'CSR_TJSL',
  'HIBAH',
  'OTHER',
] as const;
export type FundingSource = (typeof fundingSources)[number];

/** How much a programme may spend of one source, whole rupiah. */
export interface BudgetLine {
  fundingSource: FundingSource;
  amount: string;
}

const supervising = [...regencyOffice, ...provinceOffice] as const;
const office = [{ roles: supervising, within: 'region_code' }];
/** The board writes its own programme; an office may record it from paper. */
export const programmeKeepers = ['KT_OFFICER', 'PSKS_WORKER', ...supervising] as const;
export const programmeEvaluators = supervising;
export const keeping = [
  { roles: ['KT_OFFICER', 'PSKS_WORKER'] as const, organization: 'organization_id' },
  ...office,
];

/** What a board has not adopted is between it and the offices. */
export const workProgrammePolicy = definePolicy({
  table: 'work_programme',
  access: 'public',
  read: [
    { roles, everywhere: true, statuses: programmeStatuses.filter((status) => status !== 'DRAFT') },
    { roles: socialOffices, within: 'region_code' },
    ...keeping,
  ],
  write: keeping,
  commands: {
    PLAN_ACTIVITY: keeping,
    ADOPT: keeping,
    START: keeping,
    REPORT: keeping,
    EVALUATE: office,
  },
});

export type ProgrammeCommand = keyof typeof workProgrammePolicy.commands;
export const programmeCommands = Object.keys(workProgrammePolicy.commands) as ProgrammeCommand[];

export interface ProgrammeState {
  status: ProgrammeStatus;
  organizationId: string;
  regionCode: string;
  year: number;
  budgets: readonly BudgetLine[];
}

export type ProgrammeRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'wrong-state'; status: ProgrammeStatus; expected: ProgrammeStatus[] }
  | { refused: 'organization-not-active' }
  | { refused: 'no-activities' }
  | { refused: 'activities-open' };

export function draft(
  input: { organizationId: string; year: number; budgets: readonly BudgetLine[] },
  facts: {
    organization: { kind: WelfareResourceKind; status: string; regionCode: string };
    villageFund: VillageFund;
    today: string;
  },
  caller: Caller,
): Decision<object, ProgrammeRefusal> {
  const { organization, villageFund, today } = facts;
  const row = { organizationId: input.organizationId, regionCode: organization.regionCode };
  if (!may(keeping, caller, row)) return notAllowed('draftWorkProgramme');
  if (organization.status !== 'ACTIVE') return { refused: 'organization-not-active' };
  return (
    inputFault(input, organization.kind, today) ??
    fundFault(input.budgets, villageFund) ?? { refused: null }
  );
}

function inputFault(
  { year, budgets }: { year: number; budgets: readonly BudgetLine[] },
  kind: WelfareResourceKind,
  today: string,
): InvalidInput | null {
  if (natureOf(kind) !== 'ORGANIZATION') {
    return invalidInput('organizationId', {
      en: 'Only an organization has a work programme.',
      id: 'Hanya organisasi yang memiliki program kerja.',
    });
  }
  if (year > Number(today.slice(0, 4)) + 1) {
    return invalidInput('year', {
      en: 'A programme is written for this year, the next, or one that has passed.',
      id: 'Program kerja disusun untuk tahun ini, tahun depan, atau tahun yang telah lewat.',
    });
  }
  const sources = budgets.map(({ fundingSource }) => fundingSource);
  if (new Set(sources).size === sources.length) return null;
  return invalidInput('budgets', {
    en: 'Each funding source stands once.',
    id: 'Setiap sumber dana dicantumkan satu kali.',
  });
}

/** What the register knows of the village funds (Dana Desa) of a place in a year. */
export interface VillageFund {
  /** Only a desa receives them; a kelurahan does not (UU 6/2014). */
  receives: boolean;
  /** Whether a partnership of that village and year grants them. */
  granted: boolean;
}

export function fundFault(
  lines: readonly { fundingSource: FundingSource | null }[],
  { receives, granted }: VillageFund,
): InvalidInput | null {
  if (!lines.some(({ fundingSource }) => fundingSource === 'DANA_DESA')) return null;
  if (!receives) {
    return invalidInput('budgets', {
      en: 'Only a village (desa) has village funds.',
      id: 'Hanya desa yang memiliki Dana Desa.',
    });
  }
  if (granted) return null;
  return invalidInput('budgets', {
    en: 'No partnership of this village and year grants village funds.',
    id: 'Belum ada kemitraan Dana Desa untuk desa dan tahun ini.',
  });
}

const steps: Record<ProgrammeCommand, { from: ProgrammeStatus; to: ProgrammeStatus }> = {
  PLAN_ACTIVITY: { from: 'DRAFT', to: 'DRAFT' },
  ADOPT: { from: 'DRAFT', to: 'ADOPTED' },
  START: { from: 'ADOPTED', to: 'RUNNING' },
  REPORT: { from: 'RUNNING', to: 'REPORTED' },
  EVALUATE: { from: 'REPORTED', to: 'EVALUATED' },
};

export function step(
  command: ProgrammeCommand,
  programme: ProgrammeState,
  caller: Caller,
): Decision<{ status: ProgrammeStatus }, ProgrammeRefusal> {
  if (!may(workProgrammePolicy.commands[command], caller, programme)) return notAllowed(command);
  const { from, to } = steps[command];
  if (programme.status === from) return { refused: null, status: to };
  return { refused: 'wrong-state', status: programme.status, expected: [from] };
}

export const commandsFor = (programme: ProgrammeState, caller: Caller): ProgrammeCommand[] =>
  programmeCommands.filter((command) => step(command, programme, caller).refused === null);

/** A meeting adopts what is planned: in the year, or ahead of it, and not before it was held. */
export function adopt(
  programme: ProgrammeState,
  meeting: { adoptedOn: string; activities: number; today: string },
  caller: Caller,
): Decision<{ status: ProgrammeStatus }, ProgrammeRefusal> {
  const decision = step('ADOPT', programme, caller);
  if (decision.refused !== null) return decision;
  if (meeting.activities === 0) return { refused: 'no-activities' };
  const ahead = programme.year - Number(meeting.adoptedOn.slice(0, 4));
  if (meeting.adoptedOn <= meeting.today && (ahead === 0 || ahead === 1)) return decision;
  return invalidInput('adoptedOn', {
    en: 'The meeting was held in the year of the programme or the one before, and is past.',
    id: 'Rapat diadakan pada tahun program atau tahun sebelumnya, dan sudah lewat.',
  });
}

/** A report comes when every activity took place or was given up. */
export function report(
  programme: ProgrammeState,
  open: number,
  caller: Caller,
): Decision<{ status: ProgrammeStatus }, ProgrammeRefusal> {
  const decision = step('REPORT', programme, caller);
  return decision.refused === null && open > 0 ? { refused: 'activities-open' } : decision;
}

/** The office concludes, and names what had its effect and is to be kept. */
export function evaluate(
  programme: ProgrammeState,
  activities: readonly { id: string; status: string }[],
  sustain: readonly string[],
  caller: Caller,
): Decision<{ status: ProgrammeStatus }, ProgrammeRefusal> {
  const decision = step('EVALUATE', programme, caller);
  if (decision.refused !== null) return decision;
  const realised = activities.filter(({ status }) => status === 'REALISED');
  if (sustain.every((id) => realised.some((activity) => activity.id === id))) return decision;
  return invalidInput('sustain', {
    en: 'Only an activity of this programme that took place can be kept.',
    id: 'Hanya kegiatan program ini yang telah terlaksana yang dapat dilanjutkan.',
  });
}
