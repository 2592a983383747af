import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { levelOf, regencyOf } from '@jejaring/chassis/work/scope.rules';
import { signatoryOf } from '../board/board-decree.rules.js';
import type { OfficeKind } from '../office/office.rules.js';

export const supervisorPositions = {
  KEPALA_DESA: 'Head of the village (kepala desa).',
  LURAH: 'Head of the urban ward (lurah).',
  CAMAT: 'Head of the district (camat).',
  BUPATI: 'Regent (bupati).',
  WALI_KOTA: 'Mayor (wali kota).',
  GUBERNUR: 'Governor (gubernur).',
  MENTERI_DALAM_NEGERI: 'Minister of home affairs (Menteri Dalam Negeri).',
  KASI_SOSIAL_KECAMATAN: 'Head of social affairs of the district (kasi sosial kecamatan).',
  KEPALA_DINSOS_KAB_KOTA: 'Head of the social affairs office of the regency or city.',
  KEPALA_DINSOS_PROVINSI: 'Head of the social affairs office of the province.',
  MENTERI_SOSIAL: 'Minister of social affairs (Menteri Sosial).',
} as const;
export type SupervisorPosition = keyof typeof supervisorPositions;

export interface Supervision {
  kind: 'GENERAL' | 'FUNCTIONAL';
  position: SupervisorPosition;
  regionCode: string;
  /** The office that the position heads, where the register knows offices of its kind. */
  officeKind: OfficeKind | null;
}

const functional: Record<
  RegionLevel,
  { position: SupervisorPosition; officeKind: OfficeKind; at(code: string): string }
> = {
  VILLAGE: { position: 'KEPALA_DINSOS_KAB_KOTA', officeKind: 'DINSOS_KAB_KOTA', at: regencyOf },
  DISTRICT: { position: 'KASI_SOSIAL_KECAMATAN', officeKind: 'KECAMATAN', at: (code) => code },
  REGENCY: {
    position: 'KEPALA_DINSOS_KAB_KOTA',
    officeKind: 'DINSOS_KAB_KOTA',
    at: (code) => code,
  },
  PROVINCE: {
    position: 'KEPALA_DINSOS_PROVINSI',
    officeKind: 'DINSOS_PROVINSI',
    at: (code) => code,
  },
  NATION: { position: 'MENTERI_SOSIAL', officeKind: 'KEMENSOS', at: (code) => code },
};

/**
 * Who supervises a Karang Taruna of a region: the head of government of its level in general, the
 * social affairs office in its work. Permensos 25/2019, articles 36 to 39.
 */
export function supervisionOf(regionCode: string): Supervision[] {
  const level = levelOf(regionCode);
  const general = level === 'NATION' ? 'MENTERI_DALAM_NEGERI' : signatoryOf(level, regionCode);
  const { position, officeKind, at } = functional[level];
  return [
    { kind: 'GENERAL', position: general, regionCode, officeKind: null },
    { kind: 'FUNCTIONAL', position, regionCode: at(regionCode), officeKind },
  ];
}
