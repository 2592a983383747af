import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegulationKind, RegulationStatus } from './regulation.rules.js';

/** How exactly the day is known from which a regulation held. */
export const datePrecisions = ['DAY', 'MONTH', 'YEAR'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** A regulation of the nation, a province or a regency, from its draft to its end. */
@Entity('regulation')
export class Regulation {
  static readonly idPrefix = 'rgl';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  kind!: RegulationKind;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('integer')
  year!: number;

  @Column('text')
  title!: string;

  /** '' is the nation. */
  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  status!: RegulationStatus;

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column('text', { name: 'date_precision' })
  datePrecision!: DatePrecision;

  @Column('jsonb', { nullable: true })
  definition!: { en: string; id: string } | null;
}

/** That one regulation replaced or amends another. */
@Entity('regulation_link')
export class RegulationLink {
  @PrimaryColumn('uuid', { name: 'regulation_id' })
  regulationId!: string;

  @PrimaryColumn('uuid', { name: 'target_id' })
  targetId!: string;

  @Column('text')
  relation!: 'REPLACES' | 'AMENDS';

  @Column('text', { name: 'region_code' })
  regionCode!: string;
}
