import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  OrganizationKind,
  OrganizationStatus,
  RejectionGround,
} from './organization.rules.js';

/** An organization of the register, from its first draft to its end. */
@Entity('organization')
export class Organization {
  static readonly idPrefix = 'org';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  kind!: OrganizationKind;

  @Column('text')
  level!: RegionLevel;

  @Column('text')
  name!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  status!: OrganizationStatus;

  @Column('text', { name: 'applicant_id' })
  applicantId!: string;

  @Column('text', { name: 'registered_number', nullable: true })
  registeredNumber!: string | null;

  @Column('date', { name: 'established_on', nullable: true })
  establishedOn!: string | null;

  @Column('text', { name: 'chair_name_cipher', nullable: true })
  chairNameCipher!: string | null;

  @Column('text', { array: true })
  documents!: string[];

  @Column('text', { name: 'return_reason', nullable: true })
  returnReason!: string | null;

  @Column('text', { name: 'rejection_ground', nullable: true })
  rejectionGround!: RejectionGround | null;

  @Column('text', { name: 'decree_number', nullable: true })
  decreeNumber!: string | null;
}

/** In which status an organization was, from when to when: valid time. */
@Entity('organization_period')
export class OrganizationPeriod {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  status!: OrganizationStatus;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}
