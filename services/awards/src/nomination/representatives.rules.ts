import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';

/** Somebody who takes part for a nominee; no name is kept here. */
export interface Representative {
  /** Null for somebody the register does not know as an officer, such as an LKS's staff. */
  officerId: string | null;
  initials: string;
}

/** An officer who stands for a nominee sits on its board that day; each stands for it once. */
export function represent(
  representatives: readonly Representative[],
  seated: ReadonlySet<string>,
): Decision<object, InvalidInput | { refused: 'not-on-board' }> {
  const officers = representatives.flatMap(({ officerId }) => officerId ?? []);
  if (new Set(officers).size < officers.length)
    return invalidInput('representatives', {
      en: 'Somebody is named twice.',
      id: 'Ada perwakilan yang disebut dua kali.',
    });
  return officers.every((officerId) => seated.has(officerId))
    ? { refused: null }
    : { refused: 'not-on-board' };
}
