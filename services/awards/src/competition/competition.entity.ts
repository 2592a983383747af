import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EligibilityRule } from '../eligibility/eligibility.rules.js';
import type { JudgingScheme } from '../criteria/criteria.rules.js';
import type {
  CompetitionCategory,
  CompetitionStatus,
  CompetitionTier,
} from './competition.rules.js';
import type { Calendar, Prize } from './terms.rules.js';

/** The sheets of a stage as they were sealed: the hash of the last one speaks for all. */
export interface Seal {
  stage: number;
  sheets: number;
  chainHead: string;
}

/** The minutes of the meeting that decided (berita acara pleno). */
export interface Minutes {
  number: string;
  on: string;
}

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

  @Column('uuid', { name: 'edition_id', nullable: true })
  editionId!: string | null;

  /** The competition one tier up that its best go on to. */
  @Column('uuid', { name: 'parent_competition_id', nullable: true })
  parentCompetitionId!: string | null;

  @Column('integer', { name: 'promote_count' })
  promoteCount!: number;

  @Column('integer', { name: 'objection_days' })
  objectionDays!: number;

  @Column('jsonb', { nullable: true })
  judging!: JudgingScheme | null;

  @Column('jsonb', { nullable: true })
  calendar!: Calendar | null;

  @Column('jsonb')
  prizes!: Prize[];

  @Column('jsonb')
  seals!: Seal[];

  @Column('jsonb', { nullable: true })
  minutes!: Minutes | null;

  /** Last day on which the result may be objected to. */
  @Column('date', { name: 'objections_until', nullable: true })
  objectionsUntil!: string | null;

  @Column('text')
  status!: CompetitionStatus;
}
