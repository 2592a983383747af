import type { PrivacyRefusal } from '@jejaring/trust/privacy/privacy-request.rules';

/** A seat on a board, or a post in an office, with the day on which it ends or ended. */
export interface HeldTerm {
  validTo: string | null;
}

/**
 * Why the law keeps who answers for a board or an office: while they do, in the public interest
 * (UU PDP 27/2022, article 15), and after that for the time of the decree that seated them
 * (UU 43/2009); `keptUntil` tells that time.
 */
export function keepsHolder(
  terms: readonly HeldTerm[],
  keptUntil: (endedAt: Date) => Date,
  now: Date,
): PrivacyRefusal | null {
  const ends = terms.map(({ validTo }) => (validTo === null ? null : new Date(validTo)));
  if (ends.some((end) => end === null || end > now)) return 'STATE_ADMINISTRATION';
  return ends.some((end) => keptUntil(end!) > now) ? 'RETENTION_RUNNING' : null;
}
