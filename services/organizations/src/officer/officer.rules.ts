import { fingerprintPolicy } from '@jejaring/trust/keys/fingerprint.rules';
import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { nikWarnings, readNik } from '@jejaring/register/facts/nik.rules';
import { provinceOffice, regencyOffice, socialOffices } from '@jejaring/schema/roles';
import type { OrganizationKind, OrganizationStatus } from '../organization/organization.rules.js';

export const sexes = ['MALE', 'FEMALE'] as const;
export type Sex = (typeof sexes)[number];

/** Posts in government that an officer may hold beside a seat, such as a deputy governor's. */
export const publicPosts = [
  'GOVERNOR',
  'DEPUTY_GOVERNOR',
  'REGENT',
  'DEPUTY_REGENT',
  'MAYOR',
  'DEPUTY_MAYOR',
  'DISTRICT_HEAD',
  'VILLAGE_HEAD',
  'URBAN_WARD_HEAD',
  'COUNCILLOR',
  'CIVIL_SERVANT',
] as const;
export type PublicPost = (typeof publicPosts)[number];

/** A post in government that somebody held, from when to when. */
export interface OfficialPosition {
  kind: PublicPost;
  regionCode: string;
  from: string;
  to: string | null;
}

const offices = [...regencyOffice, ...provinceOffice] as const;
const inCharge = { roles: offices, within: 'region_code' };
const own = { roles: ['KT_OFFICER'] as const, organization: 'organization_id' };

/**
 * Persons: closed to the public, whose view is the initials on a seat. The organization that
 * registered them, every organization on whose board they sit, and the offices that cover it see them.
 */
export const officerPolicy = definePolicy({
  table: 'officer',
  access: 'restricted',
  restriction: 'restricted_at',
  read: [
    {
      roles: [...socialOffices, 'VILLAGE_HEAD', 'DISTRICT_HEAD', 'DISTRICT_SOCIAL_SECTION'],
      within: 'region_code',
    },
    own,
    {
      roles: ['KT_OFFICER'],
      through: {
        column: 'id',
        relation: 'seat',
        key: 'officer_id',
        organization: 'organization_id',
        statuses: ['HELD'],
      },
    },
  ],
  write: [inCharge, own],
  commands: {
    REGISTER: [inCharge, own],
    AMEND: [inCharge, own],
    LINK_ACCOUNT: [inCharge],
    REVEAL: [inCharge, own],
  },
});

/** Roles that keep officers. */
export const officerKeepers = ['KT_OFFICER', ...offices] as const;

/** By what it is known that a person is an officer already. */
export const officerFingerprintPolicy = fingerprintPolicy(officerKeepers);

export interface Person {
  nik: string | null;
  birthDate: string;
  sex: Sex;
  residenceExists: boolean;
  officialPositions: readonly OfficialPosition[];
}

export type NikWarning = ReturnType<typeof nikWarnings>[number];

function positionProblem(positions: readonly OfficialPosition[]): InvalidInput | null {
  if (positions.every(({ from, to }) => to === null || from < to)) return null;
  return invalidInput('officialPositions', {
    en: 'A position would end before it begins.',
    id: 'Sebuah jabatan berakhir sebelum dimulai.',
  });
}

/** What is wrong with what was said of a person; where it only differs from the number it is warned of. */
export function judgePerson(
  person: Person,
  now: Date,
): Decision<{ nikWarnings: NikWarning[] }, InvalidInput> {
  const { nik, birthDate, residenceExists, officialPositions } = person;
  if (!residenceExists) {
    return invalidInput('residenceRegion', {
      en: 'There is no region with this code.',
      id: 'Tidak ada wilayah dengan kode ini.',
    });
  }
  if (birthDate > now.toISOString().slice(0, 10)) {
    return invalidInput('birthDate', {
      en: 'The birth date is still to come.',
      id: 'Tanggal lahir belum tiba.',
    });
  }
  const problem = positionProblem(officialPositions);
  if (problem !== null) return problem;
  if (nik === null) return { refused: null, nikWarnings: [] };
  const read = readNik(nik, now);
  if (read !== null) return { refused: null, nikWarnings: nikWarnings(read, person) };
  return invalidInput('nik', {
    en: 'This is not a possible identity number (NIK).',
    id: 'NIK tidak sah.',
  });
}

export interface OrganizationOfOfficer {
  id: string;
  kind: OrganizationKind;
  status: OrganizationStatus;
  regionCode: string;
}

const live: readonly OrganizationStatus[] = ['ACTIVE', 'DORMANT', 'SUSPENDED'];

/** Officers are registered for a Karang Taruna of the register, by itself or by an office that covers it. */
export function register(
  organization: OrganizationOfOfficer,
  person: Person,
  now: Date,
  caller: Caller,
): Decision<{ nikWarnings: NikWarning[] }, NotAllowed | InvalidInput> {
  const { id: organizationId, kind, status, regionCode } = organization;
  if (!may(officerPolicy.commands.REGISTER, caller, { organizationId, regionCode }))
    return notAllowed('registerOfficer');
  if (kind !== 'KARANG_TARUNA' || !live.includes(status)) {
    return invalidInput('organizationId', {
      en: 'Officers are those of a registered Karang Taruna.',
      id: 'Pengurus hanya dicatat untuk Karang Taruna yang terdaftar.',
    });
  }
  return judgePerson(person, now);
}

export interface OfficerState {
  organizationId: string;
  regionCode: string;
}

/** A right to act follows from a seat; whose account it is, only an office may change. */
export function amend(
  officer: OfficerState,
  person: Person,
  change: { linksAccount: boolean; now: Date },
  caller: Caller,
): Decision<{ nikWarnings: NikWarning[] }, NotAllowed | InvalidInput> {
  if (!may(officerPolicy.commands.AMEND, caller, officer)) return notAllowed('amendOfficer');
  if (change.linksAccount && !may(officerPolicy.commands.LINK_ACCOUNT, caller, officer))
    return notAllowed('amendOfficer');
  return judgePerson(person, change.now);
}

export const officerCommands = ['AMEND', 'LINK_ACCOUNT', 'REVEAL'] as const;
export type OfficerCommand = (typeof officerCommands)[number];

/** What the caller may do with an officer now. */
export const commandsFor = (officer: OfficerState, caller: Caller): OfficerCommand[] =>
  officerCommands.filter((command) => may(officerPolicy.commands[command], caller, officer));
