import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';

export const officeKinds = [
  'KEMENSOS',
  'DINSOS_PROVINSI',
  'DINSOS_KAB_KOTA',
  'KECAMATAN',
  'PEMDES_KEL',
  'DPMD',
  'BPS',
  'DUKCAPIL',
] as const;
export type OfficeKind = (typeof officeKinds)[number];

export const officeMandates = [
  'SOCIAL',
  'MANPOWER',
  'WOMEN',
  'CHILD',
  'VILLAGE',
  'STATISTICS',
  'CIVIL_REGISTRY',
] as const;

/** The ministry keeps the list of offices; a province keeps those inside it. */
export const registrars = [
  'KEMENSOS_STAFF',
  'DINSOS_PROVINCE_STAFF',
  'DINSOS_PROVINCE_HEAD',
] as const;
const keeping = [{ roles: registrars, within: 'region_code' }];

export const officePolicy = definePolicy({
  table: 'office',
  access: 'public',
  read: everyone,
  write: keeping,
  commands: { REGISTER: keeping, RENAME: keeping },
});

export const officeNamePolicy = definePolicy({
  table: 'office_name',
  access: 'public',
  read: everyone,
  write: keeping,
  commands: {},
});

/** An office serves a region of the list; the ministry, and it alone, the nation. */
export function register(
  office: { kind: OfficeKind; regionCode: string },
  regionExists: boolean,
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  if (!may(officePolicy.commands.REGISTER, caller, office)) return notAllowed('registerOffice');
  if (regionExists && (office.kind === 'KEMENSOS') === (office.regionCode === '')) {
    return { refused: null };
  }
  return invalidInput('regionCode', {
    en: 'There is no region with this code, or it does not fit the kind of office.',
    id: 'Tidak ada wilayah dengan kode ini, atau tidak sesuai dengan jenis kantor.',
  });
}

/** Offices merge and are renamed: a new name begins after the last one began. */
export function rename(
  office: { regionCode: string },
  names: readonly { validFrom: string }[],
  validFrom: string,
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  if (!may(officePolicy.commands.RENAME, caller, office)) return notAllowed('renameOffice');
  if (names.every((name) => name.validFrom < validFrom)) return { refused: null };
  return invalidInput('validFrom', {
    en: 'A later name is already recorded.',
    id: 'Sudah ada nama yang lebih baru.',
  });
}
