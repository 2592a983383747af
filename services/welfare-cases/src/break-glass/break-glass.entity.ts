import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Emergency, Verdict } from './break-glass.rules.js';

/** The opening of one case to one person for an hour, in an emergency. */
@Entity('break_glass')
export class BreakGlassGrant {
  static readonly idPrefix = 'bgl';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'beneficiary_id' })
  beneficiaryId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  /** The organization that handled the case at that time. */
  @Column('uuid', { name: 'owner_organization_id', nullable: true })
  ownerOrganizationId!: string | null;

  /** Subject of the token of whoever used it. */
  @Column('text')
  actor!: string;

  @Column('text', { name: 'actor_role' })
  actorRole!: string;

  @Column('uuid', { name: 'actor_organization_id', nullable: true })
  actorOrganizationId!: string | null;

  @Column('text')
  emergency!: Emergency;

  @Column('text', { name: 'reason_cipher' })
  reasonCipher!: string;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'review_by' })
  reviewBy!: Date;

  @Column('text', { nullable: true })
  verdict!: Verdict | null;

  @Column('text', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  @Column('timestamptz', { name: 'overdue_at', nullable: true })
  overdueAt!: Date | null;
}
