import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccreditationGrade, PermitIssuer } from './permit.rules.js';

/** A permit to operate (SIOP), from when to when: valid time. */
@Entity('operating_permit')
export class OperatingPermit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  number!: string;

  @Column('text')
  issuer!: PermitIssuer;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to' })
  validTo!: string;
}

/** A grade that the accreditation body gave, from when to when: valid time. */
@Entity('accreditation')
export class Accreditation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'certificate_number' })
  certificateNumber!: string;

  @Column('text')
  grade!: AccreditationGrade;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to' })
  validTo!: string;
}
