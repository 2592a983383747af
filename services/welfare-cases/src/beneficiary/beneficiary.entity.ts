import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('beneficiary')
export class Beneficiary {
  static readonly idPrefix = 'ben';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'name_cipher' })
  nameCipher!: string;

  @Column('text', { name: 'nik_cipher', nullable: true })
  nikCipher!: string | null;

  @Column('text', { name: 'nik_absent_reason', nullable: true })
  nikAbsentReason!: string | null;

  @Column('smallint', { name: 'birth_year', nullable: true })
  birthYear!: number | null;

  @Column('text', { nullable: true })
  sex!: string | null;

  @Column('uuid', { name: 'registered_by_organization_id', nullable: true })
  registeredByOrganizationId!: string | null;
}
