import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  PrivacyRefusal,
  PrivacyRequestKind,
  RequestChannel,
  RequestStatus,
} from './privacy-request.rules.js';

/** What a person asked for, over the data that a service holds of them. */
@Entity('privacy_request')
export class PrivacyRequest {
  static readonly idPrefix = 'prq';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'subject_table' })
  subjectTable!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: PrivacyRequestKind;

  @Column('text')
  channel!: RequestChannel;

  @Column('text')
  status!: RequestStatus;

  @Column('integer', { name: 'seen_version' })
  seenVersion!: number;

  @Column('uuid', { name: 'consent_id', nullable: true })
  consentId!: string | null;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'exported_at', nullable: true })
  exportedAt!: Date | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'refusal_ground', nullable: true })
  refusalGround!: PrivacyRefusal | null;

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;

  @Column('timestamptz', { name: 'overdue_said_at', nullable: true })
  overdueSaidAt!: Date | null;
}
