import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { CaseState, CaseStatus, LegalBasis, WrongState } from './case.rules.js';
import { latestDate, step } from './case.rules.js';

export const holdReasons = [
  'PERSON_AWAY',
  'PERSON_ASKED',
  'WAITING_FOR_PAPERS',
  'WAITING_FOR_OTHERS',
  'IN_INSTITUTION',
] as const;
export type HoldReason = (typeof holdReasons)[number];

export const rejectionReasons = ['OUT_OF_SCOPE', 'DUPLICATE', 'UNFOUNDED'] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

export const restrictionGrounds = [
  'CONSENT_WITHDRAWN',
  'PERSON_OBJECTED',
  'ACCURACY_DISPUTED',
] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

type Stepping = NotAllowed | WrongState;

/** A case rests for a reason, until somebody looks at it again: in half a year at the latest. */
export function hold(
  state: CaseState,
  reviewOn: string,
  caller: Caller,
  now: Date,
): Decision<{ status: CaseStatus; pausedFrom: CaseStatus }, Stepping | InvalidInput> {
  const decision = step('HOLD', state, caller);
  if (decision.refused !== null) return decision;
  const halfYear = new Date(now);
  halfYear.setUTCMonth(halfYear.getUTCMonth() + 6);
  if (reviewOn > latestDate(now) && reviewOn <= latestDate(halfYear))
    return { ...decision, pausedFrom: state.status };
  return invalidInput('reviewOn', {
    en: 'The review is later than today and within six months.',
    id: 'Tanggal peninjauan harus setelah hari ini dan paling lama enam bulan.',
  });
}

/** A duplicate names the other case; nothing else does. */
export function reject(
  state: CaseState & { id: string },
  { reason, duplicateOf }: { reason: RejectionReason; duplicateOf: string | null },
  caller: Caller,
): Decision<{ status: CaseStatus }, Stepping | InvalidInput> {
  const decision = step('REJECT', state, caller);
  if (decision.refused !== null) return decision;
  const fits = reason === 'DUPLICATE' ? duplicateOf !== null : duplicateOf === null;
  if (fits && duplicateOf !== state.id) return decision;
  return invalidInput('duplicateOf', {
    en: 'A duplicate, and nothing else, names the other case.',
    id: 'Kasus ganda, dan hanya itu, menyebutkan kasus lainnya.',
  });
}

/** Restricting ends a hold too: once lifted, the case goes on from where it stood before both. */
export const restricted = ({ status, pausedFrom }: CaseState) => ({
  status: 'RESTRICTED' as const,
  pausedFrom: pausedFrom ?? status,
  holdReason: null,
  reviewOn: null,
});

/** Who watches over the data restricts by hand; a withdrawn consent does so by itself. */
export function restrict(
  state: CaseState,
  caller: Caller,
): Decision<ReturnType<typeof restricted>, Stepping> {
  const decision = step('RESTRICT', state, caller);
  return decision.refused === null ? { refused: null, ...restricted(state) } : decision;
}

export interface ConsentWithdrawn extends Refusal {
  refused: 'consent-withdrawn';
}

// UU PDP 27/2022, article 20: what no consent carries any more goes on only on another basis.
export function liftRestriction(
  state: CaseState,
  legalBasis: LegalBasis,
  caller: Caller,
): Decision<{ status: CaseStatus }, Stepping | ConsentWithdrawn> {
  const decision = step('LIFT_RESTRICTION', state, caller);
  if (decision.refused === null && legalBasis === 'CONSENT')
    return { refused: 'consent-withdrawn' };
  return decision;
}
