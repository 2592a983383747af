import { definePolicy } from '@jejaring/chassis/work/policy.rules';
import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
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
  commands: {},
});

export const subjectKinds = ['PERSON', 'FAMILY', 'GROUP', 'COMMUNITY'] as const;
export const nikAbsentReasons = [
  'NEVER_REGISTERED',
  'LOST_DOCUMENTS',
  'NOT_A_PERSON',
  'REFUSED',
] as const;

export interface Nik {
  birthYear: number;
  sex: 'MALE' | 'FEMALE';
}

const nikPattern = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{4})$/;

// PP 37/2007, article 37: region, day of birth (women + 40), month, year, serial; no check digit.
export function readNik(nik: string, today: Date): Nik | null {
  const parts = nikPattern.exec(nik)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [province, , , dayPart, month, yearPart, serial] = parts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const day = dayPart > 40 ? dayPart - 40 : dayPart;
  const century = yearPart <= today.getUTCFullYear() % 100 ? 2000 : 1900;
  const birthYear = century + yearPart;
  const born = new Date(Date.UTC(birthYear, month - 1, day));
  const exists = born.getUTCMonth() === month - 1 && born.getUTCDate() === day && month > 0;
  if (province === 0 || serial === 0 || !exists || born > today) return null;
  return { birthYear, sex: dayPart > 40 ? 'FEMALE' : 'MALE' };
}

/** Only the last two digits: the others tell region, birth date and sex. */
export const maskNik = (nik: string): string => `${'•'.repeat(14)}${nik.slice(-2)}`;

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
