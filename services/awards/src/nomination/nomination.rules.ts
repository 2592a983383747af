import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice, roles, socialOffices } from '@jejaring/schema/roles';
import type { CompetitionStatus } from '../competition/competition.rules.js';
import { organizerHands } from '../competition/competition.rules.js';
import type { Verdict } from '../eligibility/eligibility.rules.js';
import { isInside } from '../eligibility/eligibility.rules.js';

export const nominationStatuses = [
  'SUBMITTED',
  'ELIGIBLE',
  'INELIGIBLE',
  'NEEDS_REVIEW',
  'WITHDRAWN',
  'WINNER',
  'UNPLACED',
] as const;
export type NominationStatus = (typeof nominationStatuses)[number];

const dinsos = [...regencyOffice, ...provinceOffice] as const;
const ownHands = ['KT_OFFICER', 'PSKS_WORKER'] as const;

const nominee = { roles: ownHands, organization: 'organization_id' };
const officeOfNominee = { roles: dinsos, within: 'region_code' };
const supervisor = { roles: socialOffices, within: 'region_code' };

/** Those who see a nomination before the winners are announced, and why it is eligible. */
const insiders = [...organizerHands, nominee, supervisor];

/** After the announcement anybody sees who took part. */
const announced = {
  roles,
  everywhere: true as const,
  statuses: ['WINNER', 'UNPLACED'] satisfies NominationStatus[],
};

export const nominationPolicy = definePolicy({
  table: 'nomination',
  access: 'restricted',
  read: [announced, ...insiders],
  write: insiders,
  commands: {
    NOMINATE: [officeOfNominee, nominee],
    WITHDRAW: [officeOfNominee, nominee],
    REVIEW: organizerHands,
    NAME_REPRESENTATIVES: [officeOfNominee, nominee],
  },
});

/** How many were nominated, per competition and village; who it was, it does not tell. */
export const nominationCountPolicy = definePolicy({
  table: 'nomination_count',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

/** Roles that may nominate; each then its own. */
export const nominators = [...dinsos, ...ownHands] as const;

export interface NominationState {
  status: NominationStatus;
  organizationId: string;
  regionCode: string;
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
  nominatedBy: string;
}

export const isInsider = (nomination: NominationState, caller: Caller): boolean =>
  may(insiders, caller, nomination);

/** Before the announcement only the organizer knows the places. */
export const seesRank = (nomination: NominationState, caller: Caller): boolean =>
  nomination.status === 'WINNER' || may(organizerHands, caller, nomination);

export interface RegisteredOrganization {
  kind: string;
  regionCode: string;
}

/** Where a nominee is seated: as the register says, or as stated while the register has not told of it. */
export function seatOf(
  known: RegisteredOrganization | null,
  stated: string | null,
): Decision<{ regionCode: string }, InvalidInput> {
  if (known !== null && stated !== null && known.regionCode !== stated) {
    return invalidInput('regionCode', {
      en: 'The organization is seated elsewhere.',
      id: 'Organisasi berkedudukan di wilayah lain.',
    });
  }
  const regionCode = known?.regionCode ?? stated;
  if (regionCode !== null) return { refused: null, regionCode };
  return invalidInput('regionCode', {
    en: 'The register has not told of this organization yet: say where it is seated.',
    id: 'Organisasi ini belum dikenal dari registrasi: sebutkan kedudukannya.',
  });
}

export type NominationRefusal =
  | NotAllowed
  | { refused: 'nominations-not-open'; status: CompetitionStatus }
  | { refused: 'wrong-kind' }
  | { refused: 'outside-region' }
  | { refused: 'already-nominated' }
  | { refused: 'quota-reached'; quota: number };

export interface Submission {
  competition: {
    status: CompetitionStatus;
    category: string;
    regionCode: string;
    quotaPerSubRegion: number | null;
  };
  /** Null while the register has not told of it. */
  kind: string | null;
  regionCode: string;
  /** Nominations of this organization in the competition that were not withdrawn. */
  ofOrganization: number;
  /** Those of the part of the region that it comes from. */
  ofSubRegion: number;
}

/** Takes a nomination: in time, of the right kind and place, once each, within the quota. */
export function submit({
  competition,
  kind,
  regionCode,
  ofOrganization,
  ofSubRegion,
}: Submission): Decision<object, NominationRefusal> {
  const { status, quotaPerSubRegion: quota } = competition;
  if (status !== 'NOMINATION_OPEN') return { refused: 'nominations-not-open', status };
  if (kind !== null && kind !== competition.category) return { refused: 'wrong-kind' };
  if (!isInside(competition.regionCode, regionCode)) return { refused: 'outside-region' };
  if (ofOrganization > 0) return { refused: 'already-nominated' };
  // One that is not eligible keeps its place in the quota: news may make it eligible again.
  if (quota !== null && ofSubRegion >= quota) return { refused: 'quota-reached', quota };
  return { refused: null };
}

export const mayNominate = (
  subject: { organizationId: string; regionCode: string },
  caller: Caller,
): Decision<object, NotAllowed> =>
  may(nominationPolicy.commands.NOMINATE, caller, subject)
    ? { refused: null }
    : notAllowed('nominateOrganization');

export interface WrongNominationState extends Refusal {
  refused: 'wrong-state';
  nominationStatus: NominationStatus;
}

const undecided: CompetitionStatus[] = ['NOMINATION_OPEN', 'NOMINATION_CLOSED'];
const standing: NominationStatus[] = ['ELIGIBLE', 'INELIGIBLE', 'NEEDS_REVIEW'];

export type NominationCommand = 'WITHDRAW' | 'REVIEW' | 'NAME_REPRESENTATIVES';

const steps: Record<NominationCommand, NominationStatus[]> = {
  WITHDRAW: standing,
  REVIEW: ['NEEDS_REVIEW'],
  NAME_REPRESENTATIVES: standing,
};

function step(
  command: NominationCommand,
  nomination: NominationState,
  competition: { status: CompetitionStatus },
  caller: Caller,
): Decision<object, NotAllowed | WrongNominationState> {
  if (!may(nominationPolicy.commands[command], caller, nomination)) return notAllowed(command);
  if (undecided.includes(competition.status) && steps[command].includes(nomination.status))
    return { refused: null };
  return { refused: 'wrong-state', nominationStatus: nomination.status };
}

/** Takes a nomination back while nothing is decided; its place in the quota is free again. */
export function withdraw(
  nomination: NominationState,
  competition: { status: CompetitionStatus },
  caller: Caller,
): Decision<{ status: NominationStatus }, NotAllowed | WrongNominationState> {
  const decision = step('WITHDRAW', nomination, competition, caller);
  return decision.refused === null ? { refused: null, status: 'WITHDRAWN' } : decision;
}

/** Whether the caller may say who stands for the nominee now. */
export const mayName = (
  nomination: NominationState,
  competition: { status: CompetitionStatus },
  caller: Caller,
) => step('NAME_REPRESENTATIVES', nomination, competition, caller);

/** Answers what the facts left open; not by the hand that nominated. */
export function review(
  nomination: NominationState,
  competition: { status: CompetitionStatus },
  caller: Caller,
  eligible: boolean,
): Decision<
  { status: 'ELIGIBLE' | 'INELIGIBLE'; reviewedBy: string },
  NotAllowed | WrongNominationState | { refused: 'same-hand' }
> {
  const decision = step('REVIEW', nomination, competition, caller);
  if (decision.refused !== null) return decision;
  if (nomination.nominatedBy === caller.id) return { refused: 'same-hand' };
  const status = eligible ? 'ELIGIBLE' : 'INELIGIBLE';
  return { refused: null, status, reviewedBy: caller.id };
}

/** A review fills what is unknown; facts, once known, replace it. */
export const statusAfter = (
  found: Verdict,
  nomination: { status: NominationStatus; reviewedBy: string | null },
): NominationStatus =>
  found === 'NEEDS_REVIEW' && nomination.reviewedBy !== null ? nomination.status : found;

/** The commands that would not be refused for the caller's part or the state. */
export function commandsFor(
  nomination: NominationState,
  competition: { status: CompetitionStatus },
  caller: Caller,
): NominationCommand[] {
  const can: [NominationCommand, Decision<object>][] = [
    ['WITHDRAW', withdraw(nomination, competition, caller)],
    ['REVIEW', review(nomination, competition, caller, true)],
    ['NAME_REPRESENTATIVES', mayName(nomination, competition, caller)],
  ];
  return can.filter(([, { refused }]) => refused === null).map(([command]) => command);
}
