import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Seats of a training event: one bucket for all regions, or one for each region with a quota. */
@Entity('seat_bucket')
export class SeatBucket {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'training_event_id' })
  trainingEventId!: string;

  /** The region whose organizations share these seats; null for all that are invited. */
  @Column('text', { name: 'region_code', nullable: true })
  regionCode!: string | null;

  @Column('integer')
  seats!: number;

  @Column('integer')
  taken!: number;

  @Column('integer')
  waiting!: number;

  @Column('integer', { name: 'last_position' })
  lastPosition!: number;
}
