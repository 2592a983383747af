import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  InstitutionOwner,
  LegalForm,
  Particulars,
} from '../welfare-resource/welfare-resource.rules.js';
import type {
  OrganizationKind,
  OrganizationStatus,
  RejectionGround,
} from './organization.rules.js';

/** An organization of the register, from its first draft to its end. */
@Entity('organization')
export class Organization implements Particulars {
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

  @Column('text', { name: 'duty_region_code', nullable: true })
  dutyRegionCode!: string | null;

  @Column('text', { name: 'membership_number', nullable: true })
  membershipNumber!: string | null;

  @Column('text', { nullable: true })
  owner!: InstitutionOwner | null;

  @Column('text', { name: 'legal_form', nullable: true })
  legalForm!: LegalForm | null;

  @Column('text', { name: 'deed_number', nullable: true })
  deedNumber!: string | null;

  @Column('date', { name: 'deed_on', nullable: true })
  deedOn!: string | null;

  @Column('text', { name: 'approval_number', nullable: true })
  approvalNumber!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;
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
