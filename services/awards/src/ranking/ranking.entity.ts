import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CriterionValue, StageScore, TieBreak } from './tally.rules.js';

/** Where a nominee came out, computed once from the sealed sheets. */
@Entity('ranking_entry')
export class RankingEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'competition_id' })
  competitionId!: string;

  @Column('uuid', { name: 'nomination_id' })
  nominationId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('integer')
  rank!: number;

  /** In ten-thousandths of a point. */
  @Column('integer')
  total!: number;

  @Column('jsonb')
  criteria!: CriterionValue[];

  @Column('jsonb')
  stages!: StageScore[];

  @Column('jsonb', { name: 'tie_break', nullable: true })
  tieBreak!: TieBreak;

  @Column('boolean')
  shared!: boolean;

  @Column('text')
  status!: 'COMPUTED' | 'ANNOUNCED';
}
