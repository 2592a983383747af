import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person was erased: an id, a moment and a ground, and nothing else of them. */
@Entity('erasure')
export class Erasure {
  @PrimaryColumn('text', { name: 'subject_table' })
  subjectTable!: string;

  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  ground!: 'REQUEST' | 'RETENTION' | 'ANOTHER_SERVICE';

  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('integer')
  files!: number;

  @Column('timestamptz', { name: 'erased_at' })
  erasedAt!: Date;
}
