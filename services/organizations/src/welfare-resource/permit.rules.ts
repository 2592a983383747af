import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice } from '@jejaring/schema/roles';
import type { WelfareResourceKind } from './welfare-resource.rules.js';

export const permitIssuers = ['REGENCY', 'PROVINCE', 'MINISTRY'] as const;
export type PermitIssuer = (typeof permitIssuers)[number];

export const accreditationGrades = ['A', 'B', 'C'] as const;
export type AccreditationGrade = (typeof accreditationGrades)[number];

/** The offices of social affairs record what they or the accreditation body (BALKS) gave. */
export const permitRecorders = [...regencyOffice, ...provinceOffice] as const;
const recording = [{ roles: permitRecorders, within: 'region_code' }];

export const operatingPermitPolicy = definePolicy({
  table: 'operating_permit',
  access: 'public',
  read: everyone,
  write: recording,
  commands: { RECORD: recording },
});

export const accreditationPolicy = definePolicy({
  table: 'accreditation',
  access: 'public',
  read: everyone,
  write: recording,
  commands: { RECORD: recording },
});

export type PermitRefusal = NotAllowed | InvalidInput | { refused: 'not-registered' };

/** An LKS or LK3 of the register is given a permit or a grade for a period that has begun. */
export function recordPermit(
  command: 'recordOperatingPermit' | 'recordAccreditation',
  organization: { kind: WelfareResourceKind; regionCode: string; registeredNumber: string | null },
  period: { validFrom: string; validTo: string; today: string },
  caller: Caller,
): Decision<object, PermitRefusal> {
  if (!may(recording, caller, organization)) return notAllowed(command);
  if (organization.kind !== 'LKS' && organization.kind !== 'LK3') {
    return invalidInput('id', {
      en: 'Permits and accreditation are for institutions (LKS, LK3).',
      id: 'Izin operasional dan akreditasi hanya untuk lembaga (LKS, LK3).',
    });
  }
  if (organization.registeredNumber === null) return { refused: 'not-registered' };
  if (period.validFrom > period.today) {
    return invalidInput('validFrom', {
      en: 'The first day is still to come.',
      id: 'Tanggal mulai berlaku belum tiba.',
    });
  }
  if (period.validTo > period.validFrom) return { refused: null };
  return invalidInput('validTo', {
    en: 'The end lies after the beginning.',
    id: 'Tanggal akhir harus setelah tanggal mulai.',
  });
}
