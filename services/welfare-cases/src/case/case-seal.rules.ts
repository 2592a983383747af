import type { Decision, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { caseYear } from './case-report.rules.js';
import type { CaseState, WelfareCategory, WrongState } from './case.rules.js';
import { step } from './case.rules.js';

export const sealReasons = [
  'SENSITIVE_CATEGORY',
  'CHILD_VICTIM',
  'PERSON_AT_RISK',
  'PERSON_KNOWN_LOCALLY',
  'COURT_ORDER',
] as const;
export type SealReason = (typeof sealReasons)[number];

export const unsealReasons = ['RISK_ENDED', 'PERSON_ASKED', 'SEALED_BY_MISTAKE'] as const;
export type UnsealReason = (typeof unsealReasons)[number];

/** Categories whose name alone marks a person, and those of which a child is the victim. */
const sealedCategories: Partial<Record<WelfareCategory, { always: boolean; reason: SealReason }>> =
  {
    TUNA_SUSILA: { always: true, reason: 'SENSITIVE_CATEGORY' },
    KELOMPOK_MINORITAS: { always: true, reason: 'SENSITIVE_CATEGORY' },
    ODHA: { always: true, reason: 'SENSITIVE_CATEGORY' },
    ANAK_KORBAN_KEKERASAN: { always: true, reason: 'CHILD_VICTIM' },
    KORBAN_KEKERASAN: { always: false, reason: 'CHILD_VICTIM' },
    KORBAN_TRAFFICKING: { always: false, reason: 'CHILD_VICTIM' },
  };

/** Of a person nothing is known but the year of birth: whoever may still be a child is one. */
const mayBeChild = (birthYear: number | null, now: Date): boolean =>
  birthYear !== null && caseYear(now) - birthYear <= 18;

// UU PDP 27/2022, articles 4(2) and 25: health, crime and children are specific data.
/** Why a case is sealed from its report on; null when it is not. */
export function sealedWhenReported(
  category: WelfareCategory,
  birthYear: number | null,
  now: Date,
): SealReason | null {
  const rule = sealedCategories[category];
  if (rule === undefined) return null;
  return rule.always || mayBeChild(birthYear, now) ? rule.reason : null;
}

/** What a case carries that is sealed for a reason; null for one that is open. */
export const sealOf = (reason: SealReason | null, now: Date) => ({
  sealed: reason !== null,
  sealReason: reason,
  sealedAt: reason === null ? null : now,
});

export interface SealRefused extends Refusal {
  refused: 'reporters-hand' | 'already-sealed' | 'not-sealed';
}

function turnSeal(
  command: 'SEAL' | 'UNSEAL',
  state: CaseState,
  caller: Caller,
): Decision<object, NotAllowed | WrongState | SealRefused> {
  const decision = step(command, state, caller);
  if (decision.refused !== null) return decision;
  // Whoever reported a case neither takes it out of the sight of their supervisors nor shows it around.
  if (state.reportedBy !== null && state.reportedBy === caller.id)
    return { refused: 'reporters-hand' };
  if (state.sealed === (command === 'SEAL'))
    return { refused: command === 'SEAL' ? 'already-sealed' : 'not-sealed' };
  return { refused: null };
}

export const seal = (state: CaseState, caller: Caller) => turnSeal('SEAL', state, caller);
export const unseal = (state: CaseState, caller: Caller) => turnSeal('UNSEAL', state, caller);
