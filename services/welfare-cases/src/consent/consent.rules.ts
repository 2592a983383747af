import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import {
  attended,
  dataProtectionInRegion,
  handlingOf,
  headInRegion,
  officesInRegion,
  openedInEmergency,
  sectionOpen,
  workers,
} from '../case/case.rules.js';

export const consentPurposes = [
  'CASE_HANDLING',
  'SHARE_WITH_ORG',
  'SHARE_WITH_OFFICE',
  'STATISTICS',
  'PUBLICATION_PHOTO',
] as const;
export const consentGivers = ['SELF', 'PARENT', 'GUARDIAN'] as const;
export const consentMethods = [
  'SIGNED_FORM',
  'THUMBPRINT',
  'VERBAL_WITNESSED',
  'ASSISTED',
] as const;

const ownRecord = { roles: workers, organization: 'recorded_by_organization_id' };
const recording = { ...ownRecord, unless: 'sealed' };
const handling = handlingOf('case_id', 'id', attended);
const keepers = [officesInRegion, headInRegion, recording, dataProtectionInRegion];

export const consentPolicy = definePolicy({
  table: 'consent',
  access: 'restricted',
  read: [...keepers, handling, sectionOpen('CONSENTS'), openedInEmergency('case_id')],
  write: [...keepers, handling],
  commands: { WITHDRAW: [...keepers, ownRecord] },
});

const ageOfMajority = 18;

export interface NewConsent {
  givenBy: string;
  givenAt: Date;
  /** The version named by who records it; null takes the one in force. */
  textVersion: number | null;
}

/**
 * UU PDP 27/2022, article 25: for a child a parent or guardian agrees. Only the year of birth is
 * known in clear, so that somebody who comes of age in a year is believed to be grown in it.
 * Article 24: the controller must be able to show the consent; it names the words of its day.
 */
export function agree(
  consent: NewConsent,
  birthYear: number | null,
  texts: readonly { version: number; validFrom: Date }[],
): Decision<{ textVersion: number }, InvalidInput> {
  const { givenBy, givenAt, textVersion } = consent;
  const isChild = birthYear !== null && givenAt.getUTCFullYear() - birthYear < ageOfMajority;
  if (isChild && givenBy === 'SELF')
    return invalidInput('givenBy', {
      en: 'For a child a parent or guardian agrees.',
      id: 'Persetujuan untuk anak diberikan oleh orang tua atau wali.',
    });
  const known = texts.filter(({ validFrom }) => validFrom <= givenAt).map(({ version }) => version);
  const version = textVersion ?? Math.max(...known);
  if (known.includes(version)) return { refused: null, textVersion: version };
  return invalidInput('textVersion', {
    en: 'There was no such text when the consent was given.',
    id: 'Teks persetujuan itu belum ada ketika persetujuan diberikan.',
  });
}

export interface AlreadyWithdrawn extends Refusal {
  refused: 'already-withdrawn';
}

const stopHours = 72;

// UU PDP 27/2022, article 40: processing stops within three days and nights of the withdrawal. Here
// it stops in the same moment; the clock is that of everybody else who holds something.
export const stopsBy = (withdrawnAt: Date): Date =>
  new Date(withdrawnAt.getTime() + stopHours * 3_600_000);

// UU PDP 27/2022, article 9: consent is withdrawn by a word; processing that rests on it stops.
export function withdraw(
  consent: {
    regionCode: string;
    recordedByOrganizationId: string | null;
    withdrawnAt: Date | null;
  },
  caller: Caller,
  now: Date,
): Decision<{ withdrawnAt: Date }, NotAllowed | AlreadyWithdrawn> {
  if (!may(consentPolicy.commands.WITHDRAW, caller, consent)) return notAllowed('withdrawConsent');
  if (consent.withdrawnAt !== null) return { refused: 'already-withdrawn' };
  return { refused: null, withdrawnAt: now };
}
