import { Column, Entity, PrimaryColumn } from 'typeorm';
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
