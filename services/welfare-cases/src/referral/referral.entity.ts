import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseSection } from '../case/case-sections.rules.js';
import type {
  DeclineReason,
  FeedbackResult,
  ReferralKind,
  ReferralStatus,
} from './referral.rules.js';

/** A request from one organization to another to help with a case. */
@Entity('referral')
export class Referral {
  static readonly idPrefix = 'ref';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: ReferralKind;

  @Column('uuid', { name: 'from_organization_id', nullable: true })
  fromOrganizationId!: string | null;

  @Column('uuid', { name: 'to_organization_id' })
  toOrganizationId!: string;

  @Column('uuid', { name: 'consent_id', nullable: true })
  consentId!: string | null;

  @Column('text')
  status!: ReferralStatus;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { name: 'acknowledge_by', nullable: true })
  acknowledgeBy!: Date | null;

  @Column('timestamptz', { name: 'answer_by', nullable: true })
  answerBy!: Date | null;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason!: DeclineReason | null;

  @Column('text', { nullable: true })
  feedback!: FeedbackResult | null;

  /** Whom the case is about: a shared identity opens this row. */
  @Column('uuid', { name: 'beneficiary_id' })
  beneficiaryId!: string;

  /** What of the case its receiver sees from acceptance to the end. */
  @Column('text', { array: true })
  sections!: CaseSection[];

  @Column('boolean')
  sealed!: boolean;
}
