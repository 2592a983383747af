import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person, parent or guardian agreed to. */
@Entity('consent')
export class Consent {
  static readonly idPrefix = 'con';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('uuid', { name: 'recorded_by_organization_id', nullable: true })
  recordedByOrganizationId!: string | null;

  @Column('text', { name: 'given_by' })
  givenBy!: string;

  @Column('text')
  method!: string;

  @Column('text', { array: true })
  purposes!: string[];

  @Column('uuid', { name: 'shared_with', array: true, nullable: true })
  sharedWith!: string[] | null;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('boolean')
  sealed!: boolean;

  @Column('integer', { name: 'text_version' })
  textVersion!: number;
}
