import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody asked for events again, and how many there were. */
@Entity('event_replay')
export class EventReplay {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'subscription_id' })
  subscriptionId!: string;

  @Column('integer')
  matched!: number;

  @Column('boolean', { name: 'dry_run' })
  dryRun!: boolean;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
