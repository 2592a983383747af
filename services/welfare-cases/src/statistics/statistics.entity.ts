import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience, Measure } from './statistics.rules.js';

/** A month whose numbers were published; they stay as they were. */
@Entity('statistics_month')
export class StatisticsMonth {
  /** `2026-10`, in western Indonesia time. */
  @PrimaryColumn('text')
  month!: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;

  /** Whether open cases were counted with it: only with the newest month of a run. */
  @Column('boolean', { name: 'has_open' })
  hasOpen!: boolean;
}

/** One number of a published month, and who may see it; nothing is stored for nothing. */
@Entity('statistics_cell')
export class StatisticsCell {
  @PrimaryColumn('text')
  month!: string;

  /** Empty for the nation. */
  @PrimaryColumn('text', { name: 'region_code' })
  regionCode!: string;

  @PrimaryColumn('text')
  measure!: Measure;

  @PrimaryColumn('text')
  dimension!: string;

  @PrimaryColumn('text')
  value!: string;

  @Column('integer')
  cases!: number;

  @Column('text')
  audience!: Audience;
}
