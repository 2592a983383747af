import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
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

export const workers = ['KT_OFFICER', 'PSKS_WORKER', 'SOCIAL_WORKER'] as const;
const supervisors = [...regencyOffice, ...provinceOffice] as const;
export const caseSupervisors = supervisors;
export const frontDesks = ['PUSKESOS_OPERATOR', 'SLRT_OPERATOR'] as const;

/** Roles that work on cases; each then sees its own. */
export const caseReaders = [...workers, ...supervisors, ...frontDesks];

/** Roles that may look at cases at all: also who watches over the protection of their data. */
export const caseViewers = [...caseReaders, 'DATA_PROTECTION_OFFICER'] as const;

/** States of a referral in which its receiver has the case's summary to decide by. */
const askedReferral = ['SENT', 'ACKNOWLEDGED'] as const;
/** States of a referral in which its receiver has what was shared of the case. */
export const receivedReferral = ['ACCEPTED', 'IN_PROGRESS'] as const;
/** States of a transfer after which the case is its receiver's. */
export const takenOver = [...receivedReferral, 'COMPLETED'] as const;

// A sealed case (kasus tertutup) is open to those who handle it, the head of the regency's office and
// who watches over the data; to all others in the region it is not there.
const open = { within: 'region_code', unless: 'sealed' };
export const officesInRegion = { roles: [...supervisors, ...frontDesks], ...open };
export const supervisorsInRegion = { roles: supervisors, ...open };
export const regencyInRegion = { roles: regencyOffice, ...open };
export const headInRegion = { roles: ['DINSOS_REGENCY_HEAD'] as const, within: 'region_code' };
export const dataProtectionInRegion = {
  roles: ['DATA_PROTECTION_OFFICER'] as const,
  within: 'region_code',
};
const assigned = { roles: workers, organization: 'assigned_organization_id' };

// Who handles a case sees it no more once its processing is restricted (UU 27/2022, articles 9 and 40).
export const unrestricted = caseStatuses.filter((status) => status !== 'RESTRICTED');
const handling = { ...assigned, statuses: unrestricted };
export const reporting = {
  roles: workers,
  organization: 'reported_by_organization_id',
  statuses: unrestricted,
  unless: 'sealed',
};
/** Who entered a report keeps sight of it until somebody takes it on, sealed or not: they know it anyway. */
const reporter = { roles: caseReaders, actor: 'reported_by', statuses: ['REPORTED'] as const };

/** Clauses by which a caller sees all of a case, whatever was shared by referrals. */
export const whole = [
  officesInRegion,
  headInRegion,
  handling,
  reporter,
  dataProtectionInRegion,
] as const;

const toReceiver = {
  column: 'id',
  relation: 'referral',
  key: 'case_id',
  organization: 'to_organization_id',
};
const asked = {
  roles: workers,
  through: { ...toReceiver, statuses: askedReferral },
  unless: 'sealed',
};
const received = { roles: workers, through: { ...toReceiver, statuses: receivedReferral } };
/** Who gave a case away keeps sight of how it ends. */
const gaveAway = {
  roles: workers,
  through: {
    ...toReceiver,
    organization: 'from_organization_id',
    statuses: takenOver,
    equals: { kind: 'TRANSFER' },
  },
  statuses: unrestricted,
  unless: 'sealed',
};

/** Who handles the case that a part belongs to. */
export const handlingOf = (
  column: string,
  key = 'id',
  statuses: readonly CaseStatus[] = unrestricted,
) => ({
  roles: workers,
  through: {
    column,
    relation: 'welfare_case',
    key,
    organization: 'assigned_organization_id',
    statuses,
  },
});

/** Whom a referral that is being worked on opened a section of the case to. */
export const sectionOpen = (section: string, column = 'case_id', key = 'case_id') => ({
  roles: workers,
  through: {
    column,
    relation: 'referral',
    key,
    organization: 'to_organization_id',
    statuses: receivedReferral,
    includes: { sections: section },
  },
});

/** Whom an emergency opened the case to, in person and for an hour. */
export const openedInEmergency = (column: string, key = 'case_id') => ({
  roles: caseReaders,
  granted: { column, relation: 'break_glass', key, actor: 'actor', until: 'expires_at' },
});

/** A worker sees a case when assigned, when its reporter, or while a referral is open; supervisors in their region. */
export const casePolicy = definePolicy({
  table: 'welfare_case',
  access: 'restricted',
  read: [...whole, reporting, asked, received, gaveAway, openedInEmergency('id')],
  write: [...whole, received],
  commands: {
    ACCEPT: [officesInRegion, headInRegion],
    REJECT: [officesInRegion, headInRegion],
    ASSESS: [assigned, regencyInRegion, headInRegion],
    ADOPT_PLAN: [assigned, regencyInRegion, headInRegion],
    REVISE_PLAN: [assigned, regencyInRegion, headInRegion],
    RECORD_INTERVENTION: [assigned, regencyInRegion, headInRegion],
    RECORD_FOLLOW_UP: [assigned, regencyInRegion, headInRegion],
    PROPOSE_TERMINATION: [assigned, regencyInRegion, headInRegion],
    CLOSE: [supervisorsInRegion, headInRegion],
    START_AFTERCARE: [assigned, regencyInRegion, headInRegion],
    REOPEN: [supervisorsInRegion, headInRegion],
    HOLD: [assigned, regencyInRegion, headInRegion],
    RESUME: [assigned, regencyInRegion, headInRegion],
    RESTRICT: [dataProtectionInRegion],
    LIFT_RESTRICTION: [dataProtectionInRegion],
    REFER: [assigned, regencyInRegion, headInRegion],
    SEAL: [headInRegion, dataProtectionInRegion],
    UNSEAL: [headInRegion, dataProtectionInRegion],
  },
});

export type CaseCommand = keyof typeof casePolicy.commands;
export const caseCommands = Object.keys(casePolicy.commands) as CaseCommand[];

export interface CaseState {
  status: CaseStatus;
  urgency: 'EMERGENCY' | 'HIGH' | 'NORMAL';
  /** Where a case on hold or restricted stood before. */
  pausedFrom: CaseStatus | null;
  regionCode: string;
  assignedOrganizationId: string | null;
  reportedByOrganizationId: string | null;
  /** Subject of the token of whoever entered the report. */
  reportedBy: string | null;
  sealed: boolean;
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
  SEAL: { from: caseStatuses, to: 'STAY' },
  UNSEAL: { from: caseStatuses, to: 'STAY' },
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
