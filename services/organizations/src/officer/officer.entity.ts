import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NikWarning, OfficialPosition, Sex } from './officer.rules.js';

/** A person who sits on boards. What identifies them is encrypted. */
@Entity('officer')
export class Officer {
  static readonly idPrefix = 'ofr';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'residence_region_code' })
  residenceRegionCode!: string;

  @Column('text', { name: 'name_cipher' })
  nameCipher!: string;

  @Column('text')
  initials!: string;

  @Column('text', { name: 'nik_cipher', nullable: true })
  nikCipher!: string | null;

  @Column('text', { name: 'nik_warnings', array: true })
  nikWarnings!: NikWarning[];

  @Column('text', { name: 'birth_date_cipher' })
  birthDateCipher!: string;

  @Column('smallint', { name: 'birth_year' })
  birthYear!: number;

  @Column('text')
  sex!: Sex;

  @Column('text', { nullable: true })
  account!: string | null;

  @Column('jsonb', { name: 'official_positions' })
  officialPositions!: OfficialPosition[];

  @Column('timestamptz', { name: 'restricted_at', nullable: true })
  restrictedAt!: Date | null;
}
