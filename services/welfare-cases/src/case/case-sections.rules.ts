import { may } from '@jejaring/trust/rights/policy.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { receivedReferral, reporting, takenOver, whole } from './case.rules.js';

/** Parts of a case that a referral may open to its receiver. */
export const caseSections = [
  'IDENTITY',
  'ASSESSMENT',
  'PLAN',
  'INTERVENTIONS',
  'FOLLOW_UPS',
  'CONSENTS',
  'DOCUMENTS',
] as const;
export type CaseSection = (typeof caseSections)[number];

/** What of a case a referral opens beside its sections: `OUTCOME` how it ended, `COURSE` all else. */
export type CasePart = CaseSection | 'OUTCOME' | 'COURSE';

export interface SharingReferral {
  kind: string;
  status: string;
  fromOrganizationId: string | null;
  toOrganizationId: string;
  sections: readonly string[];
}

const wholeCase: ReadonlySet<string> = new Set([...caseSections, 'OUTCOME', 'COURSE']);

/** Whether the row alone says that the caller sees all of it. */
export const seesWhole = (caller: Caller, row: object): boolean => may(whole, caller, row);

/**
 * What of a visible case is shown to the caller, beyond its summary. `referrals` are those of the case
 * that name the caller's organization; `granted` says that an emergency opened it to the caller.
 */
export function visibleSections(
  caller: Caller,
  row: object,
  referrals: readonly SharingReferral[],
  granted: boolean,
): ReadonlySet<string> {
  if (granted || seesWhole(caller, row)) return wholeCase;
  const { organizationId } = caller;
  const gaveAway = referrals.some(
    ({ kind, status, fromOrganizationId }) =>
      kind === 'TRANSFER' &&
      fromOrganizationId === organizationId &&
      (takenOver as readonly string[]).includes(status),
  );
  if (!gaveAway && may([reporting], caller, row)) return wholeCase;
  const received = referrals.filter(
    ({ status, toOrganizationId }) =>
      toOrganizationId === organizationId &&
      (receivedReferral as readonly string[]).includes(status),
  );
  const shown = received.flatMap(({ sections }) => sections);
  return new Set(gaveAway ? ['OUTCOME', ...shown] : shown);
}
