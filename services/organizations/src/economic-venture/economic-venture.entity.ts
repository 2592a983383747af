import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BudgetLine } from '../work-programme/work-programme.rules.js';
import type { VentureKind, VentureSector, VentureStatus } from './economic-venture.rules.js';

/** A business of an organization or of a group of households (usaha ekonomi produktif). */
@Entity('economic_venture')
export class EconomicVenture {
  static readonly idPrefix = 'vnt';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: VentureStatus;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  /** Whose hand proposed it; somebody else verifies. */
  @Column('text', { name: 'proposed_by', nullable: true })
  proposedBy!: string | null;

  @Column('text')
  kind!: VentureKind;

  @Column('text')
  name!: string;

  @Column('text')
  sector!: VentureSector;

  @Column('text', { name: 'local_resource', nullable: true })
  localResource!: string | null;

  @Column('integer', { name: 'member_households', nullable: true })
  memberHouseholds!: number | null;

  @Column('jsonb')
  capital!: BudgetLine[];
}

/** What a venture made in a month; money may have been lost. */
@Entity('venture_report')
export class VentureReport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'venture_id' })
  ventureId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date')
  month!: string;

  @Column('bigint')
  turnover!: string;

  @Column('bigint')
  costs!: string;

  @Column('integer')
  workers!: number;
}
