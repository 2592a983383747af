import type { InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';

/** In which capacity somebody holds a post or signs: for good, or acting. */
export const capacities = ['DEFINITIVE', 'PLT', 'PLH', 'PJ'] as const;
export type Capacity = (typeof capacities)[number];

/** The paper an act rests on; the post that signed is named, never the person. */
export interface Decree {
  number: string;
  issuedOn: string;
  signatoryPosition: string;
  signatoryCapacity: Capacity;
}

/** A decree that is not issued yet decides nothing. */
export function decreeProblem(decree: Decree | null, today: string): InvalidInput | null {
  if (decree === null || decree.issuedOn <= today) return null;
  return invalidInput('decree', {
    en: 'The decree is dated in the future.',
    id: 'Tanggal surat keputusan belum tiba.',
  });
}
