import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatedLevel } from './village-status.rules.js';
import type { StatusLevel, StatusScheme } from './scheme.rules.js';

/** The status of one village by one scheme in one year. */
@Entity('village_status')
export class VillageStatus {
  static readonly idPrefix = 'vst';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  scheme!: StatusScheme;

  @Column('integer')
  year!: number;

  @Column('text')
  level!: StatusLevel;

  /** In ten-thousandths of the scheme's unit. */
  @Column('integer', { nullable: true })
  score!: number | null;

  @Column('text')
  source!: string;

  @Column('date', { name: 'published_on', nullable: true })
  publishedOn!: string | null;
}

/** How many villages of a region are at each level, as a source states it. */
@Entity('village_status_summary')
export class VillageStatusSummary {
  static readonly idPrefix = 'vss';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  scheme!: StatusScheme;

  @Column('integer')
  year!: number;

  @Column('jsonb')
  levels!: StatedLevel[];

  @Column('text')
  source!: string;

  @Column('date', { name: 'published_on', nullable: true })
  publishedOn!: string | null;
}
