import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Decree } from '../decree/decree.rules.js';
import type { ClassificationStatus, OrganizationClass } from './classification.rules.js';
import type { Instrument, Scores } from './instrument.rules.js';

/** Weights and cut-offs, in use from a day until the next one. */
@Entity('classification_instrument')
export class ClassificationInstrument implements Instrument {
  static readonly idPrefix = 'ins';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('jsonb')
  weights!: Scores;

  @Column('jsonb', { name: 'cut_offs' })
  cutOffs!: Instrument['cutOffs'];
}

/** An assessor, by the organization or the office that sent them. */
export interface AssessorRow {
  organizationId: string | null;
  officeId: string | null;
}

/** The class of a Karang Taruna for a year, from its draft to the decree and what came after. */
@Entity('classification')
export class Classification {
  static readonly idPrefix = 'cls';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('integer')
  year!: number;

  @Column('uuid', { name: 'instrument_id' })
  instrumentId!: string;

  @Column('text')
  status!: ClassificationStatus;

  @Column('jsonb', { nullable: true })
  scores!: Scores | null;

  @Column('integer', { nullable: true })
  total!: number | null;

  @Column('jsonb')
  assessors!: AssessorRow[];

  @Column('text', { name: 'scored_by', nullable: true })
  scoredBy!: string | null;

  @Column('text', { name: 'proposed_class', nullable: true })
  proposedClass!: OrganizationClass | null;

  @Column('text', { name: 'determined_class', nullable: true })
  determinedClass!: OrganizationClass | null;

  @Column('jsonb', { nullable: true })
  decree!: Decree | null;

  @Column('text', { name: 'objection_ground', nullable: true })
  objectionGround!: string | null;
}
