import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { roles, socialOffices } from '@jejaring/schema/roles';
import type { competitionCategories } from '@jejaring/schema/vocabulary';
import type { JudgingScheme } from '../criteria/criteria.rules.js';
import { isInside } from '../eligibility/eligibility.rules.js';

export type CompetitionCategory = (typeof competitionCategories)[number];

export const competitionTiers = ['DISTRICT', 'REGENCY', 'PROVINCE', 'NATIONAL'] as const;
export type CompetitionTier = (typeof competitionTiers)[number];

export const competitionStatuses = [
  'DRAFT',
  'PUBLISHED',
  'NOMINATION_OPEN',
  'NOMINATION_CLOSED',
  'JUDGING',
  'RANKED',
  'DECIDED',
  'ANNOUNCED',
  'FINAL',
  'PROMOTED',
  'CANCELLED',
] as const;
export type CompetitionStatus = (typeof competitionStatuses)[number];

/** An office organizes in its region, an organization for itself (domain.md 3.6). */
const office = { roles: socialOffices, within: 'organizer_region_code' };
// The range of a ministry's caller holds every code but not the empty one of the nation.
const ministry = { roles: ['KEMENSOS_STAFF'] as const, everywhere: true as const };
const organization = {
  roles: ['KT_OFFICER'] as const,
  organization: 'organizer_organization_id',
};
export const organizerHands = [office, ministry, organization];

/** Roles that may organize; each then only its own. */
export const organizers = [...socialOffices, 'KT_OFFICER'] as const;

const everybodyOnce = competitionStatuses.filter((status) => status !== 'DRAFT');

export const competitionPolicy = definePolicy({
  table: 'competition',
  access: 'public',
  read: [{ roles, everywhere: true, statuses: everybodyOnce }, ...organizerHands],
  write: organizerHands,
  commands: {
    AMEND: organizerHands,
    PUBLISH: organizerHands,
    OPEN_NOMINATIONS: organizerHands,
    CLOSE_NOMINATIONS: organizerHands,
    APPOINT_JUROR: organizerHands,
    START_JUDGING: organizerHands,
    SEAL_STAGE: organizerHands,
    RANK: organizerHands,
    DECIDE: organizerHands,
    ANNOUNCE: organizerHands,
    PRESENT: organizerHands,
    FINALIZE: organizerHands,
    PROMOTE: organizerHands,
    CANCEL: organizerHands,
  },
});

export type CompetitionCommand = keyof typeof competitionPolicy.commands;
const commands = Object.keys(competitionPolicy.commands) as CompetitionCommand[];

export interface CompetitionState {
  status: CompetitionStatus;
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
  judging: JudgingScheme | null;
  promoteCount: number;
  parentCompetitionId: string | null;
}

export interface WrongState extends Refusal {
  refused: 'wrong-state';
  status: CompetitionStatus;
}

interface Step {
  from: readonly CompetitionStatus[];
  /** Null where the competition stays what it is. */
  to: CompetitionStatus | null;
  /** What else the competition must be for the command to make sense. */
  where?: (competition: CompetitionState) => boolean;
}

const isJudged = ({ judging }: CompetitionState) => judging !== null;
const leadsUp = ({ promoteCount, parentCompetitionId }: CompetitionState) =>
  promoteCount > 0 && parentCompetitionId !== null;

const steps: Record<CompetitionCommand, Step> = {
  AMEND: { from: ['DRAFT'], to: 'DRAFT' },
  PUBLISH: { from: ['DRAFT'], to: 'PUBLISHED' },
  OPEN_NOMINATIONS: { from: ['PUBLISHED'], to: 'NOMINATION_OPEN' },
  CLOSE_NOMINATIONS: { from: ['NOMINATION_OPEN'], to: 'NOMINATION_CLOSED' },
  APPOINT_JUROR: {
    from: ['PUBLISHED', 'NOMINATION_OPEN', 'NOMINATION_CLOSED'],
    to: null,
    where: isJudged,
  },
  START_JUDGING: { from: ['NOMINATION_CLOSED'], to: 'JUDGING', where: isJudged },
  SEAL_STAGE: { from: ['JUDGING'], to: null },
  RANK: { from: ['JUDGING'], to: 'RANKED' },
  // What has criteria is decided from its ranking, and only what has none without one.
  DECIDE: {
    from: ['NOMINATION_CLOSED', 'RANKED'],
    to: 'DECIDED',
    where: (one) => isJudged(one) === (one.status === 'RANKED'),
  },
  ANNOUNCE: { from: ['DECIDED'], to: 'ANNOUNCED' },
  PRESENT: { from: ['ANNOUNCED', 'FINAL', 'PROMOTED'], to: null },
  FINALIZE: { from: ['ANNOUNCED'], to: 'FINAL' },
  PROMOTE: { from: ['FINAL'], to: 'PROMOTED', where: leadsUp },
  CANCEL: {
    from: [
      'DRAFT',
      'PUBLISHED',
      'NOMINATION_OPEN',
      'NOMINATION_CLOSED',
      'JUDGING',
      'RANKED',
      'DECIDED',
    ],
    to: 'CANCELLED',
  },
};

/** Whether a command leads the competition on, and where to. */
export function step(
  command: CompetitionCommand,
  competition: CompetitionState,
  caller: Caller,
): Decision<{ status: CompetitionStatus }, NotAllowed | WrongState> {
  if (!may(competitionPolicy.commands[command], caller, competition)) return notAllowed(command);
  const { from, to, where = () => true } = steps[command];
  if (from.includes(competition.status) && where(competition))
    return { refused: null, status: to ?? competition.status };
  return { refused: 'wrong-state', status: competition.status };
}

/** The commands that would not be refused for the caller's part or the state. */
export const commandsFor = (competition: CompetitionState, caller: Caller): CompetitionCommand[] =>
  commands.filter((command) => step(command, competition, caller).refused === null);

export interface Draft {
  tier: CompetitionTier;
  /** '' for the nation. */
  regionCode: string;
  organizerRegionCode: string;
  organizerOfficeId: string | null;
  organizerOrganizationId: string | null;
}

interface OrganizingOrganization {
  regionCode: string;
  status: string;
}

const levels: Record<CompetitionTier, string> = {
  DISTRICT: 'DISTRICT',
  REGENCY: 'REGENCY',
  PROVINCE: 'PROVINCE',
  NATIONAL: 'NATION',
};

function regionProblem({ tier, regionCode, organizerRegionCode }: Draft): InvalidInput | null {
  if (levelOf(regionCode) !== levels[tier]) {
    return invalidInput('region', {
      en: `A competition of the tier ${tier} is held in a region of that level.`,
      id: `Lomba tingkat ${tier} diadakan di wilayah setingkat itu.`,
    });
  }
  if (isInside(organizerRegionCode, regionCode)) return null;
  return invalidInput('region', {
    en: 'The competition lies outside the region of its organizer.',
    id: 'Lomba berada di luar wilayah penyelenggara.',
  });
}

function organizerProblem(
  asked: Draft,
  organizing: OrganizingOrganization | null,
): InvalidInput | Refusal | null {
  if (asked.organizerOrganizationId === null) return null;
  if (asked.organizerOfficeId !== null) {
    return invalidInput('organizerOrganizationId', {
      en: 'Either an office or an organization organizes.',
      id: 'Penyelenggara adalah kantor atau organisasi, bukan keduanya.',
    });
  }
  if (organizing?.status !== 'ACTIVE') return { refused: 'organizer-not-active' };
  if (organizing.regionCode === asked.organizerRegionCode) return null;
  return invalidInput('organizerRegion', {
    en: 'The organization is seated elsewhere.',
    id: 'Organisasi berkedudukan di wilayah lain.',
  });
}

/** An office or an organization may hold a competition inside its own region. */
export function draft(
  asked: Draft,
  organizing: OrganizingOrganization | null,
  caller: Caller,
): Decision<object> {
  if (!may(organizerHands, caller, asked)) return notAllowed('draftCompetition');
  const problem = organizerProblem(asked, organizing) ?? regionProblem(asked);
  return problem ?? { refused: null };
}

const subRegionLength: Record<CompetitionTier, number> = {
  NATIONAL: 2,
  PROVINCE: 5,
  REGENCY: 8,
  DISTRICT: 13,
};

/** The part of the competition's region that a nominee comes from, such as its regency in a provincial one. */
export const subRegionOf = (tier: CompetitionTier, code: string): string =>
  code.slice(0, subRegionLength[tier]);

/** Who may have the ranking computed anew: whoever sees the sealed sheets. */
export const mayProve = (competition: CompetitionState, caller: Caller): boolean =>
  may([...organizerHands, { roles: ['AUDITOR'], everywhere: true }], caller, competition);
