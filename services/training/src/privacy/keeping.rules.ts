import type { PrivacyRefusal } from '@jejaring/trust/privacy/privacy-request.rules';
import type { RegistrationStatus } from '../registration/registration.rules.js';

/** What of a registration decides whether the law keeps its person. */
export interface KeptRegistration {
  status: RegistrationStatus;
  /** Last day of the event. */
  endsOn: string;
}

const gone: readonly RegistrationStatus[] = [
  'DRAFT',
  'REJECTED',
  'WITHDRAWN',
  'REPLACED',
  'LAPSED',
  'NO_SHOW',
];

/**
 * Why the law keeps a participant: until the event is over, because it is held with public money,
 * and after that for the time of its accounts (UU 43/2009); who never took part is let go.
 */
export function keepsParticipant(
  { status, endsOn }: KeptRegistration,
  keptUntil: (endedAt: Date) => Date,
  now: Date,
): PrivacyRefusal | null {
  if (gone.includes(status)) return null;
  const ended = new Date(endsOn);
  if (ended > now) return 'STATE_ADMINISTRATION';
  return keptUntil(ended) > now ? 'RETENTION_RUNNING' : null;
}
