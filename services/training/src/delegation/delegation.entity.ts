import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DelegationStatus, RejectionReason } from './delegation.rules.js';

/** Whom an office, a village head or a board sends to one training event, by one letter. */
@Entity('delegation')
export class Delegation {
  static readonly idPrefix = 'dlg';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: DelegationStatus;

  @Column('uuid', { name: 'training_event_id' })
  trainingEventId!: string;

  /** Of the sender. */
  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('uuid', { name: 'sender_office_id', nullable: true })
  senderOfficeId!: string | null;

  @Column('uuid', { name: 'sender_organization_id', nullable: true })
  senderOrganizationId!: string | null;

  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('text', { name: 'letter_number' })
  letterNumber!: string;

  @Column('date', { name: 'letter_on' })
  letterOn!: string;

  /** Whose hand sent it; somebody else decides. */
  @Column('text', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'rejection_reason', nullable: true })
  rejectionReason!: RejectionReason | null;
}
