import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EligibilityRule } from '../eligibility/eligibility.rules.js';
import type {
  CompetitionCategory,
  CompetitionStatus,
  CompetitionTier,
} from './competition.rules.js';

/** A selection of the best in one category, in one region, in one year. */
@Entity('competition')
export class Competition {
  static readonly idPrefix = 'cmp';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('integer')
  year!: number;

  @Column('text')
  title!: string;

  @Column('text')
  tier!: CompetitionTier;

  @Column('text')
  category!: CompetitionCategory;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_office_id', nullable: true })
  organizerOfficeId!: string | null;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('integer')
  days!: number;

  @Column('integer', { name: 'quota_per_sub_region', nullable: true })
  quotaPerSubRegion!: number | null;

  @Column('integer', { name: 'winners_planned' })
  winnersPlanned!: number;

  @Column('jsonb', { name: 'stated_entrants', nullable: true })
  statedEntrants!: Stated | null;

  @Column('jsonb')
  eligibility!: EligibilityRule[];

  @Column('text')
  status!: CompetitionStatus;
}
