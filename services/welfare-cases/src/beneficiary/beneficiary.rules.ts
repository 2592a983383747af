import { fingerprintPolicy } from '@jejaring/trust/keys/fingerprint.rules';
import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { readNik } from '@jejaring/register/facts/nik.rules';
import {
  attended,
  caseReaders,
  caseSupervisors,
  frontDesks,
  handlingOf,
  openedInEmergency,
  sectionOpen,
  workers,
} from '../case/case.rules.js';

const desks = [...caseSupervisors, ...frontDesks];
const inRegion = { roles: desks, within: 'region_code' };
const registering = { roles: workers, organization: 'registered_by_organization_id' };

/** By whom somebody new may be entered, and found again by their number; whatever case is sealed. */
export const registrars = [inRegion, registering];

const reporting = {
  roles: workers,
  through: {
    column: 'id',
    relation: 'welfare_case',
    key: 'beneficiary_id',
    organization: 'reported_by_organization_id',
    statuses: ['REPORTED'],
    unless: 'sealed',
  },
};

/**
 * Never public: seen by offices that see a case of the person, by those who handle one or reported one
 * that nobody handles yet, and by whom a referral or an emergency gave the identity to.
 */
export const beneficiaryPolicy = definePolicy({
  table: 'beneficiary',
  access: 'restricted',
  read: [
    { roles: desks, seen: { table: 'welfare_case', key: 'beneficiary_id', column: 'id' } },
    reporting,
    handlingOf('id', 'beneficiary_id', attended),
    sectionOpen('IDENTITY', 'id', 'beneficiary_id'),
    openedInEmergency('id', 'beneficiary_id'),
  ],
  write: registrars,
  // Whoever sees the person, in an emergency too: help begins with a name.
  commands: { REVEAL: [{ roles: caseReaders, everywhere: true }] },
});

/** What the caller may do with a person whom they see. */
export const commandsFor = (row: { regionCode: string }, caller: Caller): 'REVEAL'[] =>
  may(beneficiaryPolicy.commands.REVEAL, caller, row) ? ['REVEAL'] : [];

/** By what a person is found again when they are reported once more. */
export const beneficiaryFingerprintPolicy = fingerprintPolicy([...workers, ...desks]);

export const subjectKinds = ['PERSON', 'FAMILY', 'GROUP', 'COMMUNITY'] as const;
export const nikAbsentReasons = [
  'NEVER_REGISTERED',
  'LOST_DOCUMENTS',
  'NOT_A_PERSON',
  'REFUSED',
] as const;

export interface NewBeneficiary {
  nik?: string | null | undefined;
  nikAbsentReason?: string | null | undefined;
  birthYear?: number | null | undefined;
  sex?: string | null | undefined;
}

/** A person has an identity number, or a reason why not; the number itself must be possible. */
export function register(
  input: NewBeneficiary,
  now: Date,
): Decision<{ birthYear: number | null; sex: string | null }, InvalidInput> {
  const { nik, nikAbsentReason, birthYear = null, sex = null } = input;
  if (!nik) {
    if (nikAbsentReason) return { refused: null, birthYear, sex };
    return invalidInput('nikAbsentReason', {
      en: 'Without an identity number (NIK) a reason is needed.',
      id: 'Tanpa NIK, alasannya wajib diisi.',
    });
  }
  const read = readNik(nik, now);
  if (read === null) {
    return invalidInput('nik', {
      en: 'This is not a possible identity number (NIK).',
      id: 'NIK tidak sah.',
    });
  }
  return { refused: null, birthYear: birthYear ?? read.birthYear, sex: sex ?? read.sex };
}
