import { fingerprintPolicy } from '@jejaring/trust/keys/fingerprint.rules';
import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { readNik } from '@jejaring/register/facts/nik.rules';
import { provinceOffice, regencyOffice } from '@jejaring/schema/roles';
import { attended } from '../case/case.rules.js';

const workers = ['KT_OFFICER', 'PSKS_WORKER', 'SOCIAL_WORKER'] as const;
const desks = ['PUSKESOS_OPERATOR', 'SLRT_OPERATOR'] as const;
const inRegion = { roles: [...regencyOffice, ...provinceOffice, ...desks], within: 'region_code' };
const registering = { roles: workers, organization: 'registered_by_organization_id' };

/** Never public: seen by those who registered the person and by those who handle a case of theirs. */
export const beneficiaryPolicy = definePolicy({
  table: 'beneficiary',
  access: 'restricted',
  read: [
    inRegion,
    registering,
    {
      roles: workers,
      through: {
        column: 'id',
        relation: 'welfare_case',
        key: 'beneficiary_id',
        organization: 'assigned_organization_id',
        statuses: attended,
      },
    },
  ],
  write: [inRegion, registering],
  // Of those who see the person: a worker who handles a case must be able to call them by name.
  commands: { REVEAL: [inRegion, { roles: workers, everywhere: true }] },
});

/** What the caller may do with a person whom they see. */
export const commandsFor = (row: { regionCode: string }, caller: Caller): 'REVEAL'[] =>
  may(beneficiaryPolicy.commands.REVEAL, caller, row) ? ['REVEAL'] : [];

/** By what a person is found again when they are reported once more. */
export const beneficiaryFingerprintPolicy = fingerprintPolicy('beneficiary', [
  ...workers,
  ...regencyOffice,
  ...provinceOffice,
  ...desks,
]);

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
