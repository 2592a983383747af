import { definePolicy, may } from '@jejaring/chassis/work/policy.rules';
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
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const legalBases = ['CONSENT', 'PUBLIC_TASK', 'VITAL_INTEREST', 'LEGAL_OBLIGATION'] as const;
export type LegalBasis = (typeof legalBases)[number];

const workers = ['KT_OFFICER', 'PSKS_WORKER', 'SOCIAL_WORKER'] as const;
const supervisors = [...regencyOffice, ...provinceOffice] as const;
export const caseSupervisors = supervisors;
const frontDesks = ['PUSKESOS_OPERATOR', 'SLRT_OPERATOR'] as const;

/** States of a referral in which its receiver sees the case. */
export const openReferral = ['SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS'] as const;

const inRegion = { roles: [...supervisors, ...frontDesks], within: 'region_code' };
const assigned = { roles: workers, organization: 'assigned_organization_id' };
const reporting = { roles: workers, organization: 'reported_by_organization_id' };
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
  read: [inRegion, assigned, reporting, referred],
  write: [inRegion, assigned, reporting, referred],
  commands: {
    ACCEPT: [{ roles: [...supervisors, ...frontDesks], within: 'region_code' }],
    ASSESS: [assigned, { roles: regencyOffice, within: 'region_code' }],
    ADOPT_PLAN: [assigned, { roles: regencyOffice, within: 'region_code' }],
    RECORD_INTERVENTION: [assigned, { roles: regencyOffice, within: 'region_code' }],
    PROPOSE_TERMINATION: [assigned, { roles: regencyOffice, within: 'region_code' }],
    CLOSE: [{ roles: supervisors, within: 'region_code' }],
    REFER: [assigned, { roles: regencyOffice, within: 'region_code' }],
  },
});

export type CaseCommand = keyof typeof casePolicy.commands;
export const caseCommands = Object.keys(casePolicy.commands) as CaseCommand[];

/** Roles that may ask for cases at all; each then sees its own. */
export const caseReaders = [...workers, ...supervisors, ...frontDesks];

export interface CaseState {
  status: CaseStatus;
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

/** From which states a command leads on, and to which. */
const steps: Record<Exclude<CaseCommand, 'REFER'>, { from: CaseStatus[]; to: CaseStatus }> = {
  ACCEPT: { from: ['REPORTED'], to: 'ACCEPTED' },
  ASSESS: { from: ['ACCEPTED'], to: 'ASSESSED' },
  ADOPT_PLAN: { from: ['ASSESSED'], to: 'PLANNED' },
  RECORD_INTERVENTION: { from: ['PLANNED', 'IN_SERVICE'], to: 'IN_SERVICE' },
  PROPOSE_TERMINATION: { from: ['IN_SERVICE'], to: 'TERMINATING' },
  CLOSE: { from: ['TERMINATING'], to: 'CLOSED' },
};

/** Whether a command leads the case on, and where to. */
export function step(
  command: keyof typeof steps,
  state: CaseState,
  caller: Caller,
): Decision<{ status: CaseStatus }, Refused> {
  if (!may(casePolicy.commands[command], caller, state)) return notAllowed(command);
  const { from, to } = steps[command];
  if (!from.includes(state.status)) {
    return { refused: 'wrong-state', status: state.status, expected: from };
  }
  return { refused: null, status: to };
}

/** Nobody approves what they proposed: the closing hand is another one. */
export function close(state: CaseState, caller: Caller): Decision<{ status: CaseStatus }, Refused> {
  const decision = step('CLOSE', state, caller);
  if (decision.refused === null && state.terminationProposedBy === caller.id)
    return { refused: 'same-hand' };
  return decision;
}

/** A referral may leave while the case is worked on. */
export function refer(state: CaseState, caller: Caller): Decision<object, Refused> {
  if (!may(casePolicy.commands.REFER, caller, state)) return notAllowed('REFER');
  const open: CaseStatus[] = ['ACCEPTED', 'ASSESSED', 'PLANNED', 'IN_SERVICE'];
  if (open.includes(state.status)) return { refused: null };
  return { refused: 'wrong-state', status: state.status, expected: open };
}

/** The commands that would not be refused just now. */
export function commandsFor(state: CaseState, caller: Caller): CaseCommand[] {
  return caseCommands.filter((command) => {
    if (command === 'REFER') return refer(state, caller).refused === null;
    if (command === 'CLOSE') return close(state, caller).refused === null;
    return step(command, state, caller).refused === null;
  });
}

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
const latestDate = (now: Date) =>
  new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);

/** A service is recorded once it was given, not before. */
export function intervene(
  state: CaseState,
  givenOn: string,
  caller: Caller,
  now: Date,
): Decision<{ status: CaseStatus }, Refused | InvalidInput> {
  const decision = step('RECORD_INTERVENTION', state, caller);
  if (decision.refused !== null || givenOn <= latestDate(now)) return decision;
  return invalidInput('givenOn', {
    en: 'A service is recorded once it was given.',
    id: 'Layanan dicatat setelah diberikan.',
  });
}

/** The year of a case number is that of western Indonesia, seven hours ahead of UTC. */
export const caseYear = (now: Date): number =>
  new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear();

/** `KS/32.79/2026/000123`: counted per regency or city and year. */
export const caseNumber = (regency: string, year: number, serial: number): string =>
  `KS/${regency}/${year}/${String(serial).padStart(6, '0')}`;
