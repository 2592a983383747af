import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody wants what is parked because of one key, in one service, to be tried again. */
@Entity('redrive_request')
export class RedriveRequest {
  static readonly idPrefix = 'rdr';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  service!: string;

  @Column('text')
  topic!: string;

  @Column('text')
  key!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;
}
