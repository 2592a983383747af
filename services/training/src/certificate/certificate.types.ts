import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { SeenInput } from '@jejaring/chassis/graph/inputs';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { organizationRef, OrganizationType } from '../organization/organization.types.js';
import { RegistrationStatusType } from '../registration/registration.types.js';
import { TrainingEventType } from '../training-event/training-event.types.js';
import type { Certificate, CertificateLookup } from './certificate.entity.js';

type Ref<T> = T;

export const CertificateStatusType = enumOf('CertificateStatus', 'Whether a certificate counts.', {
  VALID: 'It counts.',
  REVOKED: 'It counts no longer.',
});

export const RevocationReasonType = enumOf(
  'CertificateRevocationReason',
  'Why a certificate was revoked.',
  {
    ISSUED_IN_ERROR: 'It was issued by mistake.',
    NOT_ATTENDED: 'The holder was not there.',
    FORGED_DATA: 'It rests on forged data.',
    OTHER: 'Another reason.',
  },
);

export const CertificateCheckStatusType = enumOf(
  'CertificateCheckStatus',
  'What a verification code stands for.',
  {
    VALID: 'A certificate that counts.',
    REVOKED: 'A certificate that was revoked.',
    UNKNOWN: 'No certificate: never issued, or mistyped.',
  },
);

@Directive('@key(fields: "id")')
@ObjectType('Certificate', {
  description:
    'That a participant completed a training (sertifikat). Seen by who sent and who certified them.',
})
export class CertificateType {
  row!: Certificate;

  @Field(() => ID, { description: '`crt_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => CertificateStatusType, { description: 'Whether it counts.' })
  status!: keyof typeof CertificateStatusType;

  @Field({ description: 'Number for people: `SRT/<region of the organizer>/<year>/<serial>`.' })
  number!: string;

  @Field({ description: 'The code printed on it; anybody can check it with `certificateCheck`.' })
  verificationCode!: string;

  @Field({ description: 'Initials of the holder.' })
  holderInitials!: string;

  @Field(() => OrganizationType, { nullable: true, description: 'Where the holder is from.' })
  organization!: Ref<OrganizationType>;

  @Field(() => CalendarDate, { description: 'Day of issue.' })
  issuedOn!: string;

  @Field(() => Int, { nullable: true, description: 'Hours of lessons (JP).' })
  hours!: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of revocation.' })
  revokedOn!: string | null;

  @Field(() => RevocationReasonType, { nullable: true, description: 'Why it was revoked.' })
  revocationReason!: keyof typeof RevocationReasonType | null;
}

export function toCertificateType(row: Certificate): CertificateType {
  const { version, status, number, verificationCode, holderInitials } = row;
  const { hours, revokedOn, revocationReason } = row;
  const what = { version, status, number, verificationCode, holderInitials };
  return Object.assign(new CertificateType(), what, {
    row,
    id: encodeId('crt', row.id),
    organization: organizationRef(row.organizationId),
    issuedOn: row.issuedOn,
    hours,
    revokedOn: revokedOn,
    revocationReason,
  });
}

@ObjectType({ description: 'What anybody may know of a certificate; never more than initials.' })
export class CertificateCheck {
  trainingEventId!: string | null;

  @Field(() => CertificateCheckStatusType, { description: 'What the code stands for.' })
  status!: keyof typeof CertificateCheckStatusType;

  @Field(() => String, { nullable: true, description: 'Initials of the holder.' })
  holderInitials!: string | null;

  @Field(() => OrganizationType, { nullable: true, description: 'Where the holder is from.' })
  organization!: Ref<OrganizationType> | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of issue.' })
  issuedOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Hours of lessons (JP).' })
  hours!: number | null;
}

/** What a code is answered with; every code that stands for nothing gets the same answer. */
export const toCheck = (row: CertificateLookup | null): CertificateCheck =>
  Object.assign(new CertificateCheck(), {
    trainingEventId: row?.trainingEventId ?? null,
    status: row?.status ?? 'UNKNOWN',
    holderInitials: row?.holderInitials ?? null,
    organization: row && organizationRef(row.organizationId),
    issuedOn: row?.issuedOn ?? null,
    hours: row?.hours ?? null,
  });

@ObjectType({ implements: Problem, description: 'The certificate cannot take this step.' })
export class CertificateRefusedProblem extends Problem {
  @Field({
    description: 'Why, in one word: `wrong-state`, `already-revoked`, `nobody-to-certify`.',
  })
  ground!: string;

  @Field(() => RegistrationStatusType, {
    nullable: true,
    description: 'Where the registration stands, when that is the reason.',
  })
  currentStatus!: keyof typeof RegistrationStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'Only who completed the event is certified, and once.',
    id: 'Sertifikat hanya untuk peserta yang telah menyelesaikan kegiatan, dan satu kali.',
  },
  'nobody-to-certify': {
    en: 'Nobody who completed the event lacks a certificate.',
    id: 'Semua peserta yang menyelesaikan kegiatan telah bersertifikat.',
  },
  'already-revoked': { en: 'It was revoked before.', id: 'Sertifikat telah dicabut sebelumnya.' },
};

export function toCertificateProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as {
    status?: keyof typeof RegistrationStatusType;
  };
  return problem(CertificateRefusedProblem, message, { ground: refusal.refused, currentStatus });
}

export const certificateResult = (name: string) =>
  resultUnion(name, () => CertificateType, CertificateRefusedProblem);

export const IssueCertificatesResult = resultUnion(
  'IssueCertificatesResult',
  () => TrainingEventType,
  CertificateRefusedProblem,
);

@InputType({ description: 'The completed registration that is certified.' })
export class IssueCertificateInput extends SeenInput {
  @Field(() => ID, { description: 'The registration that was completed.' })
  registrationId!: string;
}

@InputType({ description: 'All who completed one training event.' })
export class IssueCertificatesInput extends SeenInput {
  @Field(() => ID, { description: 'The training event that was completed.' })
  trainingEventId!: string;
}

@InputType({ description: 'The certificate that counts no longer, and why.' })
export class RevokeCertificateInput extends SeenInput {
  @Field(() => ID, { description: 'The certificate.' })
  id!: string;

  @Field(() => RevocationReasonType, { description: 'Why.' })
  reason!: keyof typeof RevocationReasonType;
}
