import { Classified } from '@jejaring/trust/audit/classified';
import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { ArrayUnique } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CaseSectionType } from '../case/case-words.js';
import { OrganizationRef, organizationRef } from '../organization/organization.types.js';
import type { Referral } from './referral.entity.js';

type Ref<T> = T;

export const ReferralKindType = enumOf('ReferralKind', 'What is asked of the receiver.', {
  TRANSFER: 'Responsibility for the case moves.',
  SERVICE: 'One service.',
  CONSULTATION: 'Advice.',
});

export const ReferralStatusType = enumOf('ReferralStatus', 'Where a referral stands.', {
  DRAFT: 'Not sent yet; only its sender sees it.',
  SENT: 'Waits for the receiver.',
  ACKNOWLEDGED: 'Seen by the receiver.',
  ACCEPTED: 'Taken on.',
  IN_PROGRESS: 'Being worked on.',
  COMPLETED: 'Done and reported back (rujukan balik).',
  DECLINED: 'Not taken on.',
  EXPIRED: 'Not answered in time.',
  CANCELLED: 'Taken back, or its consent was withdrawn.',
});

export const DeclineReasonType = enumOf('DeclineReason', 'Why a receiver cannot help.', {
  NO_CAPACITY: 'No capacity at present.',
  OUTSIDE_COMPETENCE: 'Not within its competence.',
  OUTSIDE_REGION: 'Not within its region.',
  OTHER: 'Another reason.',
});

export const FeedbackResultType = enumOf(
  'FeedbackResult',
  'What the receiver reports back (rujukan balik).',
  {
    SERVICE_GIVEN: 'The service was given.',
    PARTLY_GIVEN: 'Part of it was given.',
    NOT_GIVEN: 'It could not be given.',
  },
);

export const ReferralCommandType = enumOf('ReferralCommand', 'What can be done with a referral.', {
  SEND: '`sendReferral`',
  ACKNOWLEDGE: '`acknowledgeReferral`',
  ACCEPT: '`acceptReferral`',
  DECLINE: '`declineReferral`',
  START: '`startReferral`',
  COMPLETE: '`completeReferral`',
  CANCEL: '`cancelReferral`',
});

@Directive('@key(fields: "id")')
@ObjectType('Referral', {
  description: 'A request from one organization to another to help with a case (rujukan).',
})
export class ReferralType {
  row!: Referral;

  @Field(() => ID, { description: '`ref_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => ReferralKindType, { description: 'What is asked.' })
  kind!: keyof typeof ReferralKindType;

  @Field(() => ReferralStatusType, { description: 'Where it stands.' })
  status!: keyof typeof ReferralStatusType;

  @Field(() => OrganizationRef, {
    nullable: true,
    description: 'Who asks; null when an office does.',
  })
  from!: Ref<OrganizationRef> | null;

  @Field(() => OrganizationRef, { nullable: true, description: 'Who is asked.' })
  to!: Ref<OrganizationRef> | null;

  @Field(() => Date, { nullable: true, description: 'When it was sent; null for a draft.' })
  sentAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when it should be acknowledged.' })
  acknowledgeBy!: Date | null;

  @Field(() => Date, { nullable: true, description: 'After this moment an answer is refused.' })
  answerBy!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken on.' })
  acceptedAt!: Date | null;

  @Classified('internal')
  @Field(() => DeclineReasonType, { nullable: true, description: 'Why it was declined.' })
  declineReason!: keyof typeof DeclineReasonType | null;

  @Classified('internal')
  @Field(() => FeedbackResultType, {
    nullable: true,
    description: 'What the receiver reported back.',
  })
  feedback!: keyof typeof FeedbackResultType | null;

  @Field(() => [CaseSectionType], {
    description:
      'What of the case its receiver sees beyond the summary, from acceptance to the end of the referral.',
  })
  shareSections!: (keyof typeof CaseSectionType)[];
}

export const ReferralConnection = connectionOf('Referral', () => ReferralType);

export function toReferralType(row: Referral): ReferralType {
  const { id, fromOrganizationId, toOrganizationId, sections, ...shown } = row;
  return Object.assign(new ReferralType(), shown, {
    row,
    id: encodeId('ref', id),
    from: organizationRef(fromOrganizationId),
    to: organizationRef(toOrganizationId),
    shareSections: sections,
  });
}

@ObjectType({ implements: Problem, description: 'The referral cannot take this step.' })
export class ReferralRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `too-late`, `receiver-not-active`, `receiver-is-sender`, `consent-missing`, `not-capable`, `no-capacity`, `transfer-open`, `case-not-open`.',
  })
  ground!: string;

  @Field(() => ReferralStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof ReferralStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The referral is not at this stage.',
    id: 'Rujukan tidak berada pada tahap ini.',
  },
  'too-late': { en: 'The time to answer has passed.', id: 'Batas waktu jawaban telah lewat.' },
  'receiver-not-active': {
    en: 'The receiver is not active.',
    id: 'Organisasi penerima tidak aktif.',
  },
  'receiver-is-sender': {
    en: 'An organization cannot refer to itself.',
    id: 'Organisasi tidak dapat merujuk kepada dirinya sendiri.',
  },
  'consent-missing': {
    en: 'No valid consent covers sharing with this receiver.',
    id: 'Belum ada persetujuan yang sah untuk berbagi data dengan penerima ini.',
  },
  'not-capable': {
    en: 'The receiver does not offer this category in this region.',
    id: 'Penerima tidak melayani kategori ini di wilayah ini.',
  },
  'no-capacity': {
    en: 'The receiver is full; send with overCapacity to ask all the same.',
    id: 'Kapasitas penerima penuh; kirim dengan overCapacity untuk tetap meminta.',
  },
  'transfer-open': {
    en: 'Another transfer of this case is still open.',
    id: 'Masih ada pengalihan kasus ini yang terbuka.',
  },
  'case-not-open': {
    en: 'The case is not being worked on.',
    id: 'Kasus tidak sedang ditangani.',
  },
};

export function toReferralProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as { status?: keyof typeof ReferralStatusType };
  return problem(ReferralRefusedProblem, message, { ground: refusal.refused, currentStatus });
}

export const referralResult = (name: string) =>
  resultUnion(name, () => ReferralType, ReferralRefusedProblem);

@InputType({ description: 'A referral (rujukan) as its sender begins it.' })
export class DraftReferralInput extends CommandInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The organization that is asked.' })
  to!: string;

  @Field(() => ReferralKindType, { description: 'What is asked.' })
  kind!: keyof typeof ReferralKindType;

  @Field(() => ID, {
    nullable: true,
    description: 'The consent that covers sharing with the receiver.',
  })
  consentId?: string | null;

  @ArrayUnique()
  @Field(() => [CaseSectionType], {
    defaultValue: [],
    description:
      'What of the case the receiver sees once they accept, until the referral ends; nothing but the summary, when left out. A transfer opens all to whom it makes responsible.',
  })
  shareSections!: (keyof typeof CaseSectionType)[];
}

@InputType()
abstract class SeenReferralInput extends SeenInput {
  @Field(() => ID, { description: 'The referral.' })
  id!: string;
}

@InputType({ description: 'The draft that is sent.' })
export class SendReferralInput extends SeenReferralInput {
  @Field({ defaultValue: false, description: 'Ask although the receiver is full.' })
  overCapacity: boolean = false;
}

@InputType({ description: 'A referral as the caller saw it.' })
export class ReferralStepInput extends SeenReferralInput {}

@InputType({ description: 'Why the receiver cannot help.' })
export class DeclineReferralInput extends SeenReferralInput {
  @Field(() => DeclineReasonType, { description: 'Why.' })
  reason!: keyof typeof DeclineReasonType;
}

@InputType({ description: 'What the receiver reports back (rujukan balik).' })
export class CompleteReferralInput extends SeenReferralInput {
  @Field(() => FeedbackResultType, { description: 'What is reported back (rujukan balik).' })
  feedback!: keyof typeof FeedbackResultType;
}
