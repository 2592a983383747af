import type { InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import type { Capacity } from '../decree/decree.rules.js';
import { decreeProblem } from '../decree/decree.rules.js';
import { kindOf } from '../region/region.rules.js';

/** Heads of government who confirm a board, by its level, and their words on paper. */
export const signatories = {
  KEPALA_DESA: 'Kepala Desa',
  LURAH: 'Lurah',
  CAMAT: 'Camat',
  BUPATI: 'Bupati',
  WALI_KOTA: 'Wali Kota',
  GUBERNUR: 'Gubernur',
  MENTERI_SOSIAL: 'Menteri Sosial',
} as const;
export type Signatory = keyof typeof signatories;

/** The paper of a board; which head of government signed it, in which capacity. */
export interface BoardDecree {
  number: string;
  issuedOn: string;
  signatory: Signatory;
  capacity: Capacity;
}

// Permensos 25/2019, articles 36 to 39: the head of government of the board's own level.
export function signatoryOf(level: RegionLevel, regionCode: string): Signatory {
  if (level === 'NATION') return 'MENTERI_SOSIAL';
  if (level === 'PROVINCE') return 'GUBERNUR';
  if (level === 'DISTRICT') return 'CAMAT';
  if (level === 'REGENCY') return kindOf(regionCode) === 'KOTA' ? 'WALI_KOTA' : 'BUPATI';
  return kindOf(regionCode) === 'KELURAHAN' ? 'LURAH' : 'KEPALA_DESA';
}

/** A decree decides nothing before its day, and only when the right head of government signed it. */
export function paperProblem(
  decree: BoardDecree,
  board: { level: RegionLevel; regionCode: string },
  today: string,
): InvalidInput | null {
  const signatoryPosition = signatories[decree.signatory];
  const paper = { ...decree, signatoryPosition, signatoryCapacity: decree.capacity };
  const problem = decreeProblem(paper, today);
  if (problem !== null) return problem;
  const expected = signatoryOf(board.level, board.regionCode);
  if (decree.signatory === expected) return null;
  return invalidInput('decree.signatory', {
    en: `A board of this level and region is confirmed by its ${signatories[expected]}.`,
    id: `Pengurus tingkat dan wilayah ini dikukuhkan oleh ${signatories[expected]}.`,
  });
}
