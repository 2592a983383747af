import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A period that the office set in place of the one that comes with the software. */
@Entity('retention_period')
export class RetentionPeriod {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  rule!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('integer')
  months!: number;
}
