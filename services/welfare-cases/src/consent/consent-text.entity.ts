import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The words that somebody agreed to: one version in one language, kept for good. */
@Entity('consent_text')
export class ConsentText {
  @PrimaryColumn('integer')
  version!: number;

  @PrimaryColumn('text')
  language!: 'id' | 'en';

  @Column('text')
  body!: string;

  @Column('text')
  sha256!: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;
}
