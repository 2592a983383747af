import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActivityFunction, ActivityKind, ActivityStatus, Pillar } from './activity.rules.js';
import type {
  BudgetLine,
  FundingSource,
  ProgrammeForum,
  ProgrammeOutcome,
  ProgrammeStatus,
} from './work-programme.rules.js';

/** What an organization plans for a year (program kerja). */
@Entity('work_programme')
export class WorkProgramme {
  static readonly idPrefix = 'wpg';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: ProgrammeStatus;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('integer')
  year!: number;

  @Column('jsonb')
  budgets!: BudgetLine[];

  @Column('text', { nullable: true })
  forum!: ProgrammeForum | null;

  @Column('date', { name: 'adopted_on', nullable: true })
  adoptedOn!: string | null;

  @Column('text', { nullable: true })
  outcome!: ProgrammeOutcome | null;

  /** Whose hand reported it; somebody else evaluates. */
  @Column('text', { name: 'reported_by', nullable: true })
  reportedBy!: string | null;

  @Column('date', { name: 'evaluated_on', nullable: true })
  evaluatedOn!: string | null;
}

/** One activity of a work programme: planned, and what became of it. Numbers of people, never persons. */
@Entity('activity')
export class Activity {
  static readonly idPrefix = 'act';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: ActivityStatus;

  @Column('uuid', { name: 'work_programme_id' })
  workProgrammeId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('integer')
  year!: number;

  @Column('text')
  title!: string;

  @Column('text')
  kind!: ActivityKind;

  @Column('text', { array: true })
  functions!: ActivityFunction[];

  @Column('text')
  pillar!: Pillar;

  @Column('date', { name: 'planned_on' })
  plannedOn!: string;

  @Column('bigint', { nullable: true })
  budget!: string | null;

  @Column('text', { name: 'funding_source', nullable: true })
  fundingSource!: FundingSource | null;

  @Column('uuid', { name: 'predecessor_id', nullable: true })
  predecessorId!: string | null;

  @Column('integer', { name: 'target_value', nullable: true })
  targetValue!: number | null;

  @Column('integer', { name: 'target_up_to', nullable: true })
  targetUpTo!: number | null;

  @Column('text', { name: 'target_qualifier', nullable: true })
  targetQualifier!: Stated['qualifier'] | null;

  @Column('date', { name: 'realised_on', nullable: true })
  realisedOn!: string | null;

  @Column('bigint', { nullable: true })
  spent!: string | null;

  @Column('integer', { name: 'beneficiaries_value', nullable: true })
  beneficiariesValue!: number | null;

  @Column('integer', { name: 'beneficiaries_up_to', nullable: true })
  beneficiariesUpTo!: number | null;

  @Column('text', { name: 'beneficiaries_qualifier', nullable: true })
  beneficiariesQualifier!: Stated['qualifier'] | null;

  @Column('boolean')
  sustained!: boolean;
}
