import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller, RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { covers, levelOf } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice, roles, socialOffices } from '@jejaring/schema/roles';
import type { rejectionGrounds } from '@jejaring/schema/vocabulary';
import type {
  Particulars,
  WelfareResourceKind as OrganizationKind,
} from '../welfare-resource/welfare-resource.rules.js';
import { misfit, missingParticulars } from '../welfare-resource/welfare-resource.rules.js';

export type { OrganizationKind };
export type RejectionGround = (typeof rejectionGrounds)[number];

export const organizationStatuses = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ACTIVE',
  'DORMANT',
  'SUSPENDED',
  'REJECTED',
  'DISSOLVED',
] as const;
export type OrganizationStatus = (typeof organizationStatuses)[number];

/** What anybody may see; drafts and refused registrations are between applicant and offices. */
export const publicStatuses = ['ACTIVE', 'DORMANT', 'SUSPENDED', 'DISSOLVED'] as const;

const applicants = ['KT_OFFICER', 'PSKS_WORKER', 'SOCIAL_WORKER', ...regencyOffice] as const;
const regencyStaff = [{ roles: regencyOffice, within: 'region_code' }];
const heads = [
  { roles: ['DINSOS_REGENCY_HEAD', 'DINSOS_PROVINCE_HEAD'] as const, within: 'region_code' },
];
const applicant = [{ roles: applicants, actor: 'applicant_id' }];

export const organizationPolicy = definePolicy({
  table: 'organization',
  access: 'public',
  read: [
    { roles, everywhere: true, statuses: publicStatuses },
    { roles: socialOffices, within: 'region_code' },
    ...applicant,
    { roles: applicants, organization: 'id' },
  ],
  write: [
    {
      roles: [...regencyOffice, ...provinceOffice, 'VILLAGE_HEAD', 'DISTRICT_HEAD'],
      within: 'region_code',
    },
    ...applicant,
  ],
  commands: {
    AMEND: applicant,
    SUBMIT: applicant,
    RETURN: regencyStaff,
    VERIFY: regencyStaff,
    REJECT: regencyStaff,
    MARK_DORMANT: regencyStaff,
    REACTIVATE: regencyStaff,
    SUSPEND: heads,
    LIFT_SUSPENSION: heads,
    REVEAL: [
      { roles: [...regencyOffice, ...provinceOffice], within: 'region_code' },
      ...applicant,
      { roles: applicants, organization: 'id' },
    ],
    DISSOLVE: [...heads, { roles: ['VILLAGE_HEAD', 'DISTRICT_HEAD'], within: 'region_code' }],
  },
});

export type OrganizationCommand = Exclude<keyof typeof organizationPolicy.commands, 'REVEAL'>;
export const organizationCommands = (
  Object.keys(organizationPolicy.commands) as (keyof typeof organizationPolicy.commands)[]
).filter((command): command is OrganizationCommand => command !== 'REVEAL');

/** Roles that may draft a registration. */
export const registrants = applicants;

/** Roles that may give any command on an organization. */
export const registryActors = [
  ...applicants,
  ...provinceOffice,
  'VILLAGE_HEAD',
  'DISTRICT_HEAD',
] as const;

export interface OrganizationState {
  id: string;
  kind: OrganizationKind;
  status: OrganizationStatus;
  regionCode: string;
  applicantId: string;
  establishedOn: string | null;
  hasChair: boolean;
  documents: readonly string[];
  particulars: Particulars;
}

export type OrganizationRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'wrong-state'; status: OrganizationStatus; expected: OrganizationStatus[] }
  | { refused: 'own-application' }
  | { refused: 'place-taken' }
  | { refused: 'duty-taken' }
  | { refused: 'incomplete'; missing: string[] };

const live: OrganizationStatus[] = ['ACTIVE', 'DORMANT', 'SUSPENDED'];

const steps: Record<
  Exclude<OrganizationCommand, 'AMEND'>,
  { from: OrganizationStatus[]; to: OrganizationStatus }
> = {
  SUBMIT: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED' },
  RETURN: { from: ['SUBMITTED'], to: 'RETURNED' },
  VERIFY: { from: ['SUBMITTED'], to: 'ACTIVE' },
  REJECT: { from: ['SUBMITTED'], to: 'REJECTED' },
  MARK_DORMANT: { from: ['ACTIVE'], to: 'DORMANT' },
  REACTIVATE: { from: ['DORMANT'], to: 'ACTIVE' },
  SUSPEND: { from: ['ACTIVE'], to: 'SUSPENDED' },
  LIFT_SUSPENSION: { from: ['SUSPENDED'], to: 'ACTIVE' },
  DISSOLVE: { from: live, to: 'DISSOLVED' },
};

/** A board belongs to the level of its region; other kinds are seated anywhere below the nation. */
export function draft(
  input: {
    kind: OrganizationKind;
    level: RegionLevel;
    regionCode: string;
    regionExists: boolean;
    today: string;
  } & Amendment,
  caller: Caller,
): Decision<object, OrganizationRefusal> {
  const { kind, level, regionCode, regionExists } = input;
  const mayDraft =
    (applicants as readonly string[]).includes(caller.role) || caller.role === 'SYSTEM';
  if (!mayDraft || !covers(caller.region, regionCode)) return notAllowed('draftRegistration');
  if (!regionExists) {
    return invalidInput('regionCode', {
      en: 'There is no region with this code.',
      id: 'Tidak ada wilayah dengan kode ini.',
    });
  }
  if (kind === 'KARANG_TARUNA' && level !== levelOf(regionCode)) {
    return invalidInput('level', {
      en: 'The level does not fit the region code.',
      id: 'Tingkat tidak sesuai dengan kode wilayah.',
    });
  }
  return unfit(input, input) ?? { refused: null };
}

/** What an applicant may write anew until the office has it. */
export interface Amendment {
  establishedOn: string | null;
  particulars: Particulars;
  dutyRegionExists: boolean;
  today: string;
}

function unfit(
  { kind, regionCode }: { kind: OrganizationKind; regionCode: string },
  { establishedOn, particulars, dutyRegionExists, today }: Amendment,
): InvalidInput | null {
  if (establishedOn !== null && establishedOn > today) {
    return invalidInput('establishedOn', {
      en: 'The day of founding is still to come.',
      id: 'Tanggal berdiri belum tiba.',
    });
  }
  if (particulars.dutyRegionCode !== null && !dutyRegionExists) {
    return invalidInput('dutyRegionCode', {
      en: 'There is no region with this code.',
      id: 'Tidak ada wilayah dengan kode ini.',
    });
  }
  return misfit(kind, regionCode, particulars, today);
}

const written: OrganizationStatus[] = ['DRAFT', 'RETURNED'];

/** Completes a registration that the office does not have, or has sent back. */
export function amend(
  state: OrganizationState,
  amendment: Amendment,
  caller: Caller,
): Decision<object, OrganizationRefusal> {
  if (!may(organizationPolicy.commands.AMEND, caller, state)) return notAllowed('AMEND');
  if (!written.includes(state.status)) {
    return { refused: 'wrong-state', status: state.status, expected: written };
  }
  return unfit(state, amendment) ?? { refused: null };
}

export function step(
  command: keyof typeof steps,
  state: OrganizationState,
  caller: Caller,
): Decision<{ status: OrganizationStatus }, OrganizationRefusal> {
  if (!may(organizationPolicy.commands[command], caller, state)) return notAllowed(command);
  const { from, to } = steps[command];
  if (from.includes(state.status)) return { refused: null, status: to };
  return { refused: 'wrong-state', status: state.status, expected: from };
}

/** Puts a registration before the office: complete, with a chair for a Karang Taruna, with papers for an LKS. */
export function submit(
  state: OrganizationState,
  caller: Caller,
): Decision<{ status: OrganizationStatus }, OrganizationRefusal> {
  const decision = step('SUBMIT', state, caller);
  if (decision.refused !== null) return decision;
  const missing = [
    ...(state.establishedOn === null ? ['establishedOn'] : []),
    ...(state.kind === 'KARANG_TARUNA' && !state.hasChair ? ['chairName'] : []),
    ...missingParticulars(state.kind, state.particulars, state.documents),
  ];
  return missing.length > 0 ? { refused: 'incomplete', missing } : decision;
}

/** What is taken where a kind is registered once. */
export const takenAs = (kind: OrganizationKind) =>
  kind === 'TKSK' ? ('duty-taken' as const) : ('place-taken' as const);

/** By another hand than the applicant's; one Karang Taruna per place, one TKSK per kecamatan. */
export function verify(
  state: OrganizationState,
  placeTaken: boolean,
  caller: Caller,
): Decision<{ status: OrganizationStatus }, OrganizationRefusal> {
  const decision = step('VERIFY', state, caller);
  if (decision.refused !== null) return decision;
  if (state.applicantId === caller.id) return { refused: 'own-application' };
  if (placeTaken) return { refused: takenAs(state.kind) };
  return decision;
}

/** The commands that would not be refused for the caller's part or the state. */
export const commandsFor = (state: OrganizationState, caller: Caller): OrganizationCommand[] =>
  organizationCommands.filter((command) => {
    if (command === 'AMEND') {
      return (
        written.includes(state.status) && may(organizationPolicy.commands.AMEND, caller, state)
      );
    }
    if (command === 'SUBMIT') return submit(state, caller).refused === null;
    if (command === 'VERIFY') return verify(state, false, caller).refused === null;
    return step(command, state, caller).refused === null;
  });

const kindPrefix: Partial<Record<OrganizationKind, string>> = {
  KARANG_TARUNA: 'KT',
  DUNIA_USAHA: 'DU',
};

/** `KT-3279042006-0001`: kind, region without dots, serial. */
export const registeredNumber = (
  kind: OrganizationKind,
  regionCode: string,
  serial: number,
): string =>
  [kindPrefix[kind] ?? kind, regionCode.replaceAll('.', ''), String(serial).padStart(4, '0')].join(
    '-',
  );
