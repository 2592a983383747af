import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers, levelOf } from '@jejaring/chassis/work/scope.rules';
import type { CompetitionStatus } from '../competition/competition.rules.js';
import { organizerHands } from '../competition/competition.rules.js';
import { monthsBefore } from '../eligibility/eligibility.rules.js';

export const jurorRoles = ['CHAIR', 'MEMBER'] as const;
export type JurorRole = (typeof jurorRoles)[number];
export type JurorStatus = 'ACTIVE' | 'RECUSED';

export const conflictKinds = [
  'BOARD_SEAT',
  'OWN_ORGANIZATION',
  'OWN_REGION',
  'KINSHIP',
  'OTHER_INTEREST',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];
export type ConflictSource = 'DETECTED' | 'DECLARED' | 'ORGANIZER';

const self = { roles: ['JUROR'] as const, actor: 'actor' };
const auditor = { roles: ['AUDITOR'] as const, everywhere: true as const };

export const jurorPolicy = definePolicy({
  table: 'juror',
  access: 'restricted',
  read: [...organizerHands, self, auditor],
  write: organizerHands,
  commands: { DECLARE_CONFLICT: [self], RECUSE: organizerHands },
});

export const recusalPolicy = definePolicy({
  table: 'recusal',
  access: 'restricted',
  read: [...organizerHands, self, auditor],
  write: [...organizerHands, self],
  commands: {},
});

export interface JurorState {
  actor: string;
  status: JurorStatus;
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
}

export type JurorCommand = keyof typeof jurorPolicy.commands;
const commands = Object.keys(jurorPolicy.commands) as JurorCommand[];
/** While a juror may still step aside: what is ranked is ranked. */
const beforeRanking: CompetitionStatus[] = [
  'PUBLISHED',
  'NOMINATION_OPEN',
  'NOMINATION_CLOSED',
  'JUDGING',
];

export interface WrongJuryState extends Refusal {
  refused: 'not-before-ranking';
}

/** Whether a juror may be taken out, or step aside, now. */
export function stepAside(
  command: JurorCommand,
  juror: JurorState,
  competition: { status: CompetitionStatus },
  caller: Caller,
): Decision<object, NotAllowed | WrongJuryState | { refused: 'juror-recused' }> {
  if (!may(jurorPolicy.commands[command], caller, juror)) return notAllowed(command);
  if (juror.status === 'RECUSED') return { refused: 'juror-recused' };
  if (!beforeRanking.includes(competition.status)) return { refused: 'not-before-ranking' };
  return { refused: null };
}

/** The commands that would not be refused for the caller's part or the state. */
export const commandsFor = (
  juror: JurorState,
  competition: { status: CompetitionStatus },
  caller: Caller,
): JurorCommand[] =>
  commands.filter((command) => stepAside(command, juror, competition, caller).refused === null);

/** What the register's events tell of a juror. */
export interface JurorTies {
  seats: readonly { organizationId: string; validTo: string | null }[];
  appointments: readonly {
    role: string;
    regionCode: string | null;
    organizationId: string | null;
    validTo: string | null;
  }[];
}

const supervisors = ['VILLAGE_HEAD', 'DISTRICT_HEAD', 'DISTRICT_SOCIAL_SECTION'];
const supervised = ['DISTRICT', 'VILLAGE'];

/** How long somebody who left still counts as tied. */
const yearsAfter = 2;

const isRecent = (day: string) => {
  const since = monthsBefore(day, yearsAfter * 12);
  return ({ validTo }: { validTo: string | null }) => validTo === null || validTo > since;
};

/** Why a juror may not judge a nominee, as far as the register tells; null when nothing speaks against it. */
export function conflictOf(
  juror: { regionCode: string | null },
  { seats, appointments }: JurorTies,
  nominee: { organizationId: string; regionCode: string },
  day: string,
): ConflictKind | null {
  const { organizationId, regionCode } = nominee;
  const recent = isRecent(day);
  if (seats.some((seat) => seat.organizationId === organizationId && recent(seat)))
    return 'BOARD_SEAT';
  const held = appointments.filter(recent);
  if (held.some((one) => one.organizationId === organizationId)) return 'OWN_ORGANIZATION';
  const served = held.flatMap((one) => (supervisors.includes(one.role) ? [one.regionCode] : []));
  const own = [juror.regionCode, ...served].some(
    (region) =>
      region !== null && supervised.includes(levelOf(region)) && covers(region, regionCode),
  );
  return own ? 'OWN_REGION' : null;
}

export interface Appointment {
  role: JurorRole;
  regionCode: string | null;
}

export interface Panel {
  /** Whether the person judges here already. */
  isJuror: boolean;
  hasChair: boolean;
}

export type AppointRefusal =
  | InvalidInput
  | { refused: 'already-juror' }
  | { refused: 'chair-taken' }
  | { refused: 'organizer-seat' };

/**
 * Takes somebody into the jury: once, one chair, and nobody who sits on the organizer's own board,
 * who would judge in two capacities.
 */
export function appoint(
  { role, regionCode }: Appointment,
  panel: Panel,
  ties: JurorTies,
  organizer: { organizationId: string | null; day: string },
): Decision<object, AppointRefusal> {
  if (regionCode !== null && !supervised.includes(levelOf(regionCode)))
    return invalidInput('region', {
      en: 'Name a village or a district.',
      id: 'Sebutkan desa, kelurahan, atau kecamatan.',
    });
  if (panel.isJuror) return { refused: 'already-juror' };
  if (role === 'CHAIR' && panel.hasChair) return { refused: 'chair-taken' };
  const { organizationId, day } = organizer;
  if (organizationId === null) return { refused: null };
  const own = { organizationId, regionCode: '' };
  const isTied = conflictOf({ regionCode: null }, ties, own, day) !== null;
  return isTied ? { refused: 'organizer-seat' } : { refused: null };
}
