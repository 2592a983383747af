import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FollowUpFinding } from './case-aftercare.rules.js';
import type { HoldReason, RejectionReason, RestrictionGround } from './case-pause.rules.js';
import type { ReportChannel } from './case-report.rules.js';
import type { SealReason } from './case-seal.rules.js';
import type { CaseOutcome, CaseStatus, LegalBasis, WelfareCategory } from './case.rules.js';

/** A need of one person or household, from the first report to its end. */
@Entity('welfare_case')
export class WelfareCase {
  static readonly idPrefix = 'case';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'case_number' })
  caseNumber!: string;

  @Column('uuid', { name: 'beneficiary_id' })
  beneficiaryId!: string;

  @Column('text')
  category!: WelfareCategory;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  urgency!: 'EMERGENCY' | 'HIGH' | 'NORMAL';

  @Column('text')
  status!: CaseStatus;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt!: Date;

  @Column('uuid', { name: 'reported_by_organization_id', nullable: true })
  reportedByOrganizationId!: string | null;

  /** Subject of the token of whoever entered the report. */
  @Column('text', { name: 'reported_by', nullable: true })
  reportedBy!: string | null;

  @Column('boolean')
  sealed!: boolean;

  @Column('text', { name: 'seal_reason', nullable: true })
  sealReason!: SealReason | null;

  @Column('timestamptz', { name: 'sealed_at', nullable: true })
  sealedAt!: Date | null;

  @Column('uuid', { name: 'assigned_organization_id', nullable: true })
  assignedOrganizationId!: string | null;

  @Column('text', { name: 'legal_basis', nullable: true })
  legalBasis!: LegalBasis | null;

  @Column('jsonb', { nullable: true })
  severities!: Record<string, number> | null;

  @Column('jsonb', { nullable: true })
  goals!: { service: string; dueOn: string; result: string | null }[] | null;

  @Column('text', { name: 'termination_proposed_by', nullable: true })
  terminationProposedBy!: string | null;

  @Column('text', { nullable: true })
  outcome!: CaseOutcome | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text')
  channel!: ReportChannel;

  @Column('uuid', { name: 'follows_case_id', nullable: true })
  followsCaseId!: string | null;

  @Column('text', { name: 'paused_from', nullable: true })
  pausedFrom!: CaseStatus | null;

  @Column('text', { name: 'hold_reason', nullable: true })
  holdReason!: HoldReason | null;

  @Column('date', { name: 'review_on', nullable: true })
  reviewOn!: string | null;

  @Column('text', { name: 'restriction_ground', nullable: true })
  restrictionGround!: RestrictionGround | null;

  @Column('text', { name: 'rejection_reason', nullable: true })
  rejectionReason!: RejectionReason | null;

  @Column('uuid', { name: 'duplicate_of', nullable: true })
  duplicateOf!: string | null;

  @Column('date', { name: 'aftercare_due_on', nullable: true })
  aftercareDueOn!: string | null;

  @Column('timestamptz', { name: 'assessment_due_at', nullable: true })
  assessmentDueAt!: Date | null;

  @Column('timestamptz', { name: 'overdue_at', nullable: true })
  overdueAt!: Date | null;
}

/** One service given in a case. */
@Entity('intervention')
export class Intervention {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  service!: string;

  @Column('date', { name: 'given_on' })
  givenOn!: string;

  @Column('uuid', { name: 'provider_organization_id', nullable: true })
  providerOrganizationId!: string | null;

  @Column('boolean')
  sealed!: boolean;
}

/** One visit to see how the person is, during the services or after them. */
@Entity('follow_up')
export class FollowUp {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date', { name: 'visited_on' })
  visitedOn!: string;

  @Column('text')
  finding!: FollowUpFinding;

  @Column('boolean')
  aftercare!: boolean;

  @Column('uuid', { name: 'visitor_organization_id', nullable: true })
  visitorOrganizationId!: string | null;

  @Column('boolean')
  sealed!: boolean;
}

/** Open cases per village and category: what counts are answered from, exact and without persons. */
@Entity('open_case_count')
export class OpenCaseCount {
  @PrimaryColumn('text', { name: 'region_code' })
  regionCode!: string;

  @PrimaryColumn('text')
  category!: string;

  @Column('integer', { name: 'open_cases' })
  openCases!: number;
}
