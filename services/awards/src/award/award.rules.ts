import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { organizerHands } from '../competition/competition.rules.js';

export type AwardStatus = 'GRANTED' | 'PRESENTED' | 'REVOKED';

export const revocationGrounds = ['FALSE_DOCUMENTS', 'OBJECTION_UPHELD', 'DISSOLVED'] as const;
export type RevocationGround = (typeof revocationGrounds)[number];

export const signatoryCapacities = ['DEFINITIVE', 'PLT', 'PLH', 'PJ'] as const;

/** The decree that an award rests on (Surat Keputusan), and in which capacity it was signed. */
export interface Decree {
  number: string;
  issuedOn: string;
  signatoryPosition: string;
  capacity: (typeof signatoryCapacities)[number];
}

/** Awards are public; the announcement of a competition writes them. */
export const awardPolicy = definePolicy({
  table: 'award',
  access: 'public',
  read: everyone,
  write: organizerHands,
  commands: { REVOKE: organizerHands },
});

export type AwardCommand = keyof typeof awardPolicy.commands;

export interface AwardState {
  status: AwardStatus;
  grantedOn: string;
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
}

export interface WrongAwardState extends Refusal {
  refused: 'award-revoked';
}

/** Takes an award back, once; its place stays empty. */
export function revoke(
  award: AwardState,
  caller: Caller,
): Decision<{ status: 'REVOKED' }, NotAllowed | WrongAwardState> {
  if (!may(awardPolicy.commands.REVOKE, caller, award)) return notAllowed('revokeAward');
  return award.status === 'REVOKED'
    ? { refused: 'award-revoked' }
    : { refused: null, status: 'REVOKED' };
}

/** Awards are handed over after the announcement, and not tomorrow. */
export function present(
  award: AwardState,
  { presentedOn, today }: { presentedOn: string; today: string },
): Decision<{ status: 'PRESENTED' }, InvalidInput> {
  if (presentedOn >= award.grantedOn && presentedOn <= today)
    return { refused: null, status: 'PRESENTED' };
  return invalidInput('presentedOn', {
    en: 'An award is handed over after it was announced, and this is said afterwards.',
    id: 'Penghargaan diserahkan setelah diumumkan, dan dicatat sesudahnya.',
  });
}
