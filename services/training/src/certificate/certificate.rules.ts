import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type {
  RegistrationState,
  RegistrationStatus,
  WrongRegistrationState,
} from '../registration/registration.rules.js';
import { registrants } from '../registration/registration.rules.js';
import { organizer } from '../training-event/training-event.rules.js';

export type RevocationReason = 'ISSUED_IN_ERROR' | 'NOT_ATTENDED' | 'FORGED_DATA' | 'OTHER';

/** Who signs: the head of an office, the ministry, or the board that organized the event. */
export const signatoryRoles = [
  'DINSOS_REGENCY_HEAD',
  'DINSOS_PROVINCE_HEAD',
  'KEMENSOS_STAFF',
  'KT_OFFICER',
] as const;
const signatories = [
  {
    roles: ['DINSOS_REGENCY_HEAD', 'DINSOS_PROVINCE_HEAD', 'KEMENSOS_STAFF'],
    within: 'organizer_region_code',
  },
  { roles: ['KT_OFFICER'], organization: 'organizer_organization_id' },
] as const;

/** Names a person by initials and number: seen by the organization, its office and the organizer. */
export const certificatePolicy = definePolicy({
  table: 'certificate',
  access: 'restricted',
  read: [...registrants, ...organizer],
  write: signatories,
  commands: { ISSUE: signatories, REVOKE: signatories },
});

/** What anyone who holds a code may know; nothing can be looked up here without the code. */
export const certificateCheckPolicy = definePolicy({
  table: 'certificate_check',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

/** The last number given per organizer's region and year. */
export const certificateCounterPolicy = definePolicy({
  table: 'certificate_counter',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

export interface AlreadyRevoked extends Refusal {
  refused: 'already-revoked';
}

/** A certificate is for those who completed the event, once. */
export function issue(
  registration: RegistrationState,
  caller: Caller,
): Decision<{ status: RegistrationStatus }, NotAllowed | WrongRegistrationState> {
  if (!may(certificatePolicy.commands.ISSUE, caller, registration))
    return notAllowed('issueCertificate');
  const { status } = registration;
  if (status !== 'COMPLETED') return { refused: 'wrong-state', status, expected: ['COMPLETED'] };
  return { refused: null, status: 'CERTIFIED' };
}

/** How many one command certifies; who asks again goes on behind them. */
export const mostAtOnce = 100;

/** Certifying all who completed an event is for the same hands as certifying one. */
export function issueAll(
  event: { organizerRegionCode: string; organizerOrganizationId: string | null },
  waiting: number,
  caller: Caller,
): Decision<object, NotAllowed | { refused: 'nobody-to-certify' }> {
  if (!may(certificatePolicy.commands.ISSUE, caller, event)) return notAllowed('issueCertificates');
  return waiting === 0 ? { refused: 'nobody-to-certify' } : { refused: null };
}

export interface CertificateState {
  status: 'VALID' | 'REVOKED';
  organizerRegionCode: string;
  organizerOrganizationId: string | null;
}

/** A revoked certificate never becomes valid again. */
export function revoke(
  certificate: CertificateState,
  caller: Caller,
): Decision<{ status: 'REVOKED' }, NotAllowed | AlreadyRevoked> {
  if (!may(certificatePolicy.commands.REVOKE, caller, certificate))
    return notAllowed('revokeCertificate');
  if (certificate.status === 'REVOKED') return { refused: 'already-revoked' };
  return { refused: null, status: 'REVOKED' };
}

/** `SRT/32/2014/000001`: counted per organizer's region and year. */
export const certificateNumber = (region: string, year: number, serial: number): string =>
  `SRT/${region}/${year}/${String(serial).padStart(6, '0')}`;
