import type { Decision, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers, regencyOf } from '@jejaring/chassis/work/scope.rules';
import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import { seesWhole } from '../case/case-sections.rules.js';
import { caseReaders, dataProtectionInRegion, headInRegion, workers } from '../case/case.rules.js';

export const emergencies = [
  'THREAT_TO_LIFE',
  'CHILD_IN_DANGER',
  'DISASTER',
  'COURT_ORDER',
] as const;
export type Emergency = (typeof emergencies)[number];

export const verdicts = ['JUSTIFIED', 'UNJUSTIFIED'] as const;
export type Verdict = (typeof verdicts)[number];

/** Seen by who used it, by who answers for the case, and by who watches over the data. */
export const breakGlassPolicy = definePolicy({
  table: 'break_glass',
  access: 'restricted',
  read: [
    { roles: caseReaders, actor: 'actor' },
    { roles: workers, organization: 'owner_organization_id' },
    headInRegion,
    dataProtectionInRegion,
  ],
  // Grants are made by the service, after its rules; nobody writes one for themselves.
  write: [dataProtectionInRegion],
  commands: { REVIEW: [dataProtectionInRegion] },
});

export interface GrantState {
  regionCode: string;
  actor: string;
  expiresAt: Date;
  reviewBy: Date;
  verdict: Verdict | null;
  reviewedBy: string | null;
}

const hourMs = 3_600_000;
/** Attempts of one person in a day, found or not: nobody tries numbers until one fits. */
export const attemptsADay = 5;

export const terms = (now: Date) => ({
  grantedAt: now,
  expiresAt: new Date(now.getTime() + hourMs),
  reviewBy: new Date(now.getTime() + 72 * hourMs),
});

export interface BreakGlassRefused extends Refusal {
  refused: 'stronger-sign-in' | 'suspended' | 'attempts-spent' | 'not-needed';
}

/** Whether a grant keeps its user from another: nobody judged it in time, or it was found wrong. */
export const suspends = ({ verdict, reviewBy }: GrantState, now: Date): boolean =>
  verdict === null ? reviewBy < now : verdict === 'UNJUSTIFIED';

/** Whether a person may try at all; asked before anything is looked for. */
export function tryAccess(
  caller: Caller,
  past: { attempts: number; grants: readonly GrantState[] },
  now: Date,
): Decision<object, BreakGlassRefused> {
  if (caller.assurance !== 'MULTI_FACTOR') return { refused: 'stronger-sign-in' };
  if (past.grants.some((grant) => suspends(grant, now))) return { refused: 'suspended' };
  return past.attempts >= attemptsADay ? { refused: 'attempts-spent' } : { refused: null };
}

/** An emergency reaches as far as the regency in which one works; a case beyond it is as good as unknown. */
export const reaches = (caller: Caller, regionCode: string): boolean =>
  caller.region !== null && covers(regencyOf(caller.region), regionCode);

/** Opens what is not open to the caller anyway. */
export function open(
  caller: Caller,
  row: object,
  grants: readonly Pick<GrantState, 'expiresAt'>[],
  now: Date,
): Decision<ReturnType<typeof terms>, BreakGlassRefused> {
  const isOpen = seesWhole(caller, row) || grants.some(({ expiresAt }) => expiresAt > now);
  return isOpen ? { refused: 'not-needed' } : { refused: null, ...terms(now) };
}

export interface ReviewRefused extends Refusal {
  refused: 'reviewers-own' | 'already-reviewed';
}

/** What the review leaves: a grant found wrong ends at once. */
export interface Reviewed {
  verdict: Verdict;
  reviewedBy: string;
  reviewedAt: Date;
  expiresAt: Date;
}

/**
 * Nobody judges what they used themselves. What was found wrong may be judged again, by another hand;
 * what was found right stays so.
 */
export function review(
  grant: GrantState,
  verdict: Verdict,
  caller: Caller,
  now: Date,
): Decision<Reviewed, NotAllowed | ReviewRefused> {
  if (!may(breakGlassPolicy.commands.REVIEW, caller, grant)) return notAllowed('reviewBreakGlass');
  if (grant.actor === caller.id || grant.reviewedBy === caller.id)
    return { refused: 'reviewers-own' };
  if (grant.verdict === 'JUSTIFIED') return { refused: 'already-reviewed' };
  const isWrong = verdict === 'UNJUSTIFIED' && grant.expiresAt > now;
  const expiresAt = isWrong ? now : grant.expiresAt;
  return { refused: null, verdict, reviewedBy: caller.id, reviewedAt: now, expiresAt };
}

/** Whether it waits for a review longer than three days. */
export const isOverdue = ({ verdict, reviewBy }: GrantState, now: Date): boolean =>
  verdict === null && reviewBy < now;

/** The commands that would not be refused just now. */
export const commandsFor = (grant: GrantState, caller: Caller, now: Date): 'REVIEW'[] =>
  review(grant, 'JUSTIFIED', caller, now).refused === null ? ['REVIEW'] : [];
