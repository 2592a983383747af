import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Scores } from '../criteria/criteria.rules.js';
import type { SheetStatus } from './scoring.rules.js';

/** What one juror gives one nominee at one stage. */
@Entity('score_sheet')
export class ScoreSheet {
  static readonly idPrefix = 'sht';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'competition_id' })
  competitionId!: string;

  @Column('uuid', { name: 'nomination_id' })
  nominationId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  /** Place of the stage in the scheme, from 1. */
  @Column('integer')
  stage!: number;

  @Column('uuid', { name: 'juror_id' })
  jurorId!: string;

  @Column('text')
  actor!: string;

  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('jsonb', { nullable: true })
  scores!: Scores | null;

  @Column('text')
  status!: SheetStatus;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('text', { name: 'reopened_because', nullable: true })
  reopenedBecause!: string | null;

  /** Its place in the chain of its stage. */
  @Column('integer', { name: 'seal_position', nullable: true })
  sealPosition!: number | null;

  @Column('text', { name: 'seal_hash', nullable: true })
  sealHash!: string | null;
}
