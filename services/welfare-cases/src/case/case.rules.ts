import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice } from '@jejaring/schema/roles';
import { caseOutcomes, welfareCategories } from '@jejaring/schema/vocabulary';

export type WelfareCategory = (typeof welfareCategories)[number];
export type CaseOutcome = (typeof caseOutcomes)[number];

/** Stages of social rehabilitation (PP 39/2012, article 7) as states of a case. */
export const caseStatuses = [
  'REPORTED',
  'ACCEPTED',
  'ASSESSED',
  'PLANNED',
  'IN_SERVICE',
  'TERMINATING',
  'CLOSED',
  'REJECTED',
  'ON_HOLD',
  'AFTERCARE',
  'RESTRICTED',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Stages at which those who handle a case need to know the person. */
export const attended: readonly CaseStatus[] = [
  'REPORTED',
  'ACCEPTED',
  'ASSESSED',
  'PLANNED',
  'IN_SERVICE',
  'TERMINATING',
  'ON_HOLD',
  'AFTERCARE',
];

export const legalBases = ['CONSENT', 'PUBLIC_TASK', 'VITAL_INTEREST', 'LEGAL_OBLIGATION'] as const;
export type LegalBasis = (typeof legalBases)[number];

const workers = ['KT_OFFICER', 'PSKS_WORKER', 'SOCIAL_WORKER'] as const;
const supervisors = [...regencyOffice, ...provinceOffice] as const;
export const caseWorkers = workers;
export const caseSupervisors = supervisors;
const frontDesks = ['PUSKESOS_OPERATOR', 'SLRT_OPERATOR'] as const;

/** States of a referral in which its receiver sees the case. */
export const openReferral = ['SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS'] as const;

const inRegion = { roles: [...supervisors, ...frontDesks], within: 'region_code' };
const dataProtection = { roles: ['DATA_PROTECTION_OFFICER'] as const, within: 'region_code' };
const office = { roles: regencyOffice, within: 'region_code' };
const assigned = { roles: workers, organization: 'assigned_organization_id' };

// Who handles a case sees it no more once its processing is restricted (UU 27/2022, articles 9 and 40).
const unrestricted = caseStatuses.filter((status) => status !== 'RESTRICTED');
const handling = { ...assigned, statuses: unrestricted };
const reporting = {
  roles: workers,
  organization: 'reported_by_organization_id',
  statuses: unrestricted,
};
const referred = {
  roles: workers,
  through: {
    column: 'id',
    relation: 'referral',
    key: 'case_id',
    organization: 'to_organization_id',
    statuses: openReferral,
  },
};

/** A worker sees a case when assigned, when its reporter, or while a referral is open; supervisors in their region. */
export const casePolicy = definePolicy({
  table: 'welfare_case',
  access: 'restricted',
  read: [inRegion, handling, reporting, referred, dataProtection],
  write: [inRegion, handling, reporting, referred, dataProtection],
  commands: {
    ACCEPT: [inRegion],
    REJECT: [inRegion],
    ASSESS: [assigned, office],
    ADOPT_PLAN: [assigned, office],
    REVISE_PLAN: [assigned, office],
    RECORD_INTERVENTION: [assigned, office],
    RECORD_FOLLOW_UP: [assigned, office],
    PROPOSE_TERMINATION: [assigned, office],
    CLOSE: [{ roles: supervisors, within: 'region_code' }],
    START_AFTERCARE: [assigned, office],
    REOPEN: [{ roles: supervisors, within: 'region_code' }],
    HOLD: [assigned, office],
    RESUME: [assigned, office],
    RESTRICT: [dataProtection],
    LIFT_RESTRICTION: [dataProtection],
    REFER: [assigned, office],
  },
});

export type CaseCommand = keyof typeof casePolicy.commands;
export const caseCommands = Object.keys(casePolicy.commands) as CaseCommand[];

/** Roles that work on cases; each then sees its own. */
export const caseReaders = [...workers, ...supervisors, ...frontDesks];

/** Roles that may look at cases at all: also who watches over the protection of their data. */
export const caseViewers = [...caseReaders, 'DATA_PROTECTION_OFFICER'] as const;

export interface CaseState {
  status: CaseStatus;
  urgency: 'EMERGENCY' | 'HIGH' | 'NORMAL';
  /** Where a case on hold or restricted stood before. */
  pausedFrom: CaseStatus | null;
  regionCode: string;
  assignedOrganizationId: string | null;
  reportedByOrganizationId: string | null;
  terminationProposedBy: string | null;
}

export interface WrongState extends Refusal {
  refused: 'wrong-state';
  status: CaseStatus;
  expected: CaseStatus[];
}

export interface SameHand extends Refusal {
  refused: 'same-hand';
}

type Refused = NotAllowed | WrongState | SameHand;

const inWork = ['ACCEPTED', 'ASSESSED', 'PLANNED', 'IN_SERVICE'] as const;

const ended: readonly CaseStatus[] = ['CLOSED', 'REJECTED', 'AFTERCARE'];

/** Whether somebody still has to bring it to an end, on hold or restricted as it may be. */
export const isOpen = ({ status, pausedFrom }: Pick<CaseState, 'status' | 'pausedFrom'>): boolean =>
  !ended.includes(pausedFrom ?? status);

/** From which states a command leads on, and to which: `STAY` where it is, `BACK` where it was. */
const steps: Record<
  CaseCommand,
  { from: readonly CaseStatus[]; to: CaseStatus | 'STAY' | 'BACK' }
> = {
  ACCEPT: { from: ['REPORTED'], to: 'ACCEPTED' },
  REJECT: { from: ['REPORTED'], to: 'REJECTED' },
  ASSESS: { from: ['ACCEPTED'], to: 'ASSESSED' },
  ADOPT_PLAN: { from: ['ASSESSED'], to: 'PLANNED' },
  REVISE_PLAN: { from: ['PLANNED', 'IN_SERVICE'], to: 'STAY' },
  RECORD_INTERVENTION: { from: ['PLANNED', 'IN_SERVICE'], to: 'IN_SERVICE' },
  RECORD_FOLLOW_UP: { from: ['IN_SERVICE', 'AFTERCARE'], to: 'STAY' },
  PROPOSE_TERMINATION: { from: ['IN_SERVICE'], to: 'TERMINATING' },
  CLOSE: { from: ['TERMINATING'], to: 'CLOSED' },
  START_AFTERCARE: { from: ['CLOSED'], to: 'AFTERCARE' },
  REOPEN: { from: ['CLOSED', 'AFTERCARE'], to: 'ACCEPTED' },
  HOLD: { from: ['REPORTED', ...inWork, 'TERMINATING'], to: 'ON_HOLD' },
  RESUME: { from: ['ON_HOLD'], to: 'BACK' },
  RESTRICT: { from: unrestricted, to: 'RESTRICTED' },
  LIFT_RESTRICTION: { from: ['RESTRICTED'], to: 'BACK' },
  REFER: { from: inWork, to: 'STAY' },
};

/** Whether a command leads the case on, and where to. */
export function step(
  command: CaseCommand,
  state: CaseState,
  caller: Caller,
): Decision<{ status: CaseStatus }, NotAllowed | WrongState> {
  if (!may(casePolicy.commands[command], caller, state)) return notAllowed(command);
  const { from, to } = steps[command];
  const { status, pausedFrom } = state;
  if (!from.includes(status)) return { refused: 'wrong-state', status, expected: [...from] };
  if (to === 'STAY') return { refused: null, status };
  return { refused: null, status: to === 'BACK' ? (pausedFrom ?? status) : to };
}

/** Nobody approves what they proposed: the closing hand is another one. */
export function close(state: CaseState, caller: Caller): Decision<{ status: CaseStatus }, Refused> {
  const decision = step('CLOSE', state, caller);
  if (decision.refused === null && state.terminationProposedBy === caller.id)
    return { refused: 'same-hand' };
  return decision;
}

/** A referral may leave while the case is worked on. */
export const refer = (
  state: CaseState,
  caller: Caller,
): Decision<object, NotAllowed | WrongState> => step('REFER', state, caller);

/** A case is reported by those whose region range holds the village where the person lives. */
export function report(
  regionCode: string,
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  const clause = { roles: caseReaders, within: 'region_code' };
  if (!may([clause], caller, { regionCode })) return notAllowed('reportCase');
  if (levelOf(regionCode) === 'VILLAGE') return { refused: null };
  return invalidInput('regionCode', {
    en: 'A case lies in the village where the person lives.',
    id: 'Kasus dicatat di desa/kelurahan tempat tinggal yang bersangkutan.',
  });
}

// Eastern Indonesia Time, nine hours ahead of UTC: a later date has begun nowhere in the country.
export const latestDate = (now: Date) =>
  new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);

/** In an emergency help comes first: the case then stays where it is until it is assessed. */
function stepToHelp(
  state: CaseState,
  caller: Caller,
): Decision<{ status: CaseStatus }, NotAllowed | WrongState> {
  const { status, urgency } = state;
  const decision = step('RECORD_INTERVENTION', state, caller);
  const early = urgency === 'EMERGENCY' && (status === 'ACCEPTED' || status === 'ASSESSED');
  return decision.refused === 'wrong-state' && early ? { refused: null, status } : decision;
}

const assessmentHours = 72;

/** Help before assessment starts a clock: three days and nights, from the first help on. */
export const assessmentDue = (
  { assessmentDueAt }: { assessmentDueAt: Date | null },
  now: Date,
): Date => assessmentDueAt ?? new Date(now.getTime() + assessmentHours * 3_600_000);

/** A service is recorded once it was given, not before. */
export function intervene(
  state: CaseState,
  givenOn: string,
  caller: Caller,
  now: Date,
): Decision<{ status: CaseStatus }, NotAllowed | WrongState | InvalidInput> {
  const decision = stepToHelp(state, caller);
  if (decision.refused !== null || givenOn <= latestDate(now)) return decision;
  return invalidInput('givenOn', {
    en: 'A service is recorded once it was given.',
    id: 'Layanan dicatat setelah diberikan.',
  });
}

export const reportChannels = [
  'KT',
  'PSM',
  'TKSK',
  'PUSKESOS_SLRT',
  'COMMUNITY',
  'LKS',
  'SELF',
  'OTHER_OFFICE',
] as const;
export type ReportChannel = (typeof reportChannels)[number];

/** The way a report came, when nobody says otherwise: that of whoever enters it. */
export function channelOf({ role }: Caller): ReportChannel {
  if (role === 'KT_OFFICER') return 'KT';
  if (role === 'PSKS_WORKER' || role === 'SOCIAL_WORKER') return 'PSM';
  return (frontDesks as readonly string[]).includes(role) ? 'PUSKESOS_SLRT' : 'OTHER_OFFICE';
}

/** The year of a case number is that of western Indonesia, seven hours ahead of UTC. */
export const caseYear = (now: Date): number =>
  new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear();

/** `KS/32.79/2026/000123`: counted per regency or city and year. */
export const caseNumber = (regency: string, year: number, serial: number): string =>
  `KS/${regency}/${year}/${String(serial).padStart(6, '0')}`;
