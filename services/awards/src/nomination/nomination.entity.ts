import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleResult } from '../eligibility/eligibility.rules.js';
import type { NominationStatus } from './nomination.rules.js';
import type { Representative } from './representatives.rules.js';

/** The proposal of an organization for a competition. */
@Entity('nomination')
export class Nomination {
  static readonly idPrefix = 'nom';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'competition_id' })
  competitionId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  /** Where the nominee is seated. */
  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'sub_region_code' })
  subRegionCode!: string;

  // The two of the organizer are the competition's; they do not change, and row security reads them here.
  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('text', { name: 'nominated_by' })
  nominatedBy!: string;

  /** Those who take part for it, by initials alone. */
  @Column('jsonb')
  representatives!: Representative[];

  @Column('date', { name: 'submitted_on' })
  submittedOn!: string;

  @Column('jsonb')
  eligibility!: RuleResult[];

  @Column('text')
  status!: NominationStatus;

  @Column('text', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;

  @Column('integer', { nullable: true })
  rank!: number | null;
}
