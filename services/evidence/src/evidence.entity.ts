import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EvidenceKind } from './evidence.rules.js';

/** A file that proves a fact of a record. Its bytes lie in the store, its hash here. */
@Entity('evidence')
export class Evidence {
  static readonly idPrefix = 'evd';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'subject_table' })
  subjectTable!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('text')
  kind!: EvidenceKind;

  @Column('text', { name: 'content_type' })
  contentType!: string;

  @Column('integer')
  size!: number;

  @Column('text')
  sha256!: string;

  @Column('date', { name: 'taken_on', nullable: true })
  takenOn!: string | null;

  @Column('text')
  status!: 'PENDING' | 'STORED';

  @Column('text', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('timestamptz', { name: 'attached_at' })
  attachedAt!: Date;
}
