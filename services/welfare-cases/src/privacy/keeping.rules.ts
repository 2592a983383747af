import type { PrivacyRefusal } from '@jejaring/trust/privacy/privacy-request.rules';
import type { CaseStatus, LegalBasis } from '../case/case.rules.js';
import { isOpen } from '../case/case.rules.js';

/** What of a case decides whether the law keeps its person. */
export interface KeptCase {
  status: CaseStatus;
  pausedFrom: CaseStatus | null;
  legalBasis: LegalBasis | null;
  restrictionGround: string | null;
  closedAt: Date | null;
}

/** Nothing carries on what rested on a consent alone, once that was withdrawn. */
const isReleased = ({ legalBasis, restrictionGround }: KeptCase) =>
  legalBasis === 'CONSENT' && restrictionGround === 'CONSENT_WITHDRAWN';

/**
 * Why the law keeps a person's cases: an open one serves a public task (UU PDP 27/2022, article 15),
 * one that was closed is a record of the state for its time (UU 43/2009); `keptUntil` tells that time.
 */
export function keepsPerson(
  cases: readonly KeptCase[],
  keptUntil: (closedAt: Date) => Date,
  now: Date,
): PrivacyRefusal | null {
  const kept = cases.filter((one) => !isReleased(one));
  if (kept.some(isOpen)) return 'OPEN_CASE';
  const isRunning = kept.some(({ closedAt }) => closedAt !== null && keptUntil(closedAt) > now);
  return isRunning ? 'RETENTION_RUNNING' : null;
}
