import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One lesson of a training event (sesi). */
@Entity('training_session')
export class TrainingSession {
  static readonly idPrefix = 'tss';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'training_event_id' })
  trainingEventId!: string;

  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('text')
  module!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;
}
