import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RevocationReason } from './certificate.rules.js';

/** That somebody of an organization completed a training. */
@Entity('certificate')
export class Certificate {
  static readonly idPrefix = 'crt';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: 'VALID' | 'REVOKED';

  @Column('uuid', { name: 'registration_id' })
  registrationId!: string;

  @Column('uuid', { name: 'training_event_id' })
  trainingEventId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('text')
  number!: string;

  @Column('text', { name: 'verification_code' })
  verificationCode!: string;

  @Column('text', { name: 'holder_initials' })
  holderInitials!: string;

  @Column('date', { name: 'issued_on' })
  issuedOn!: string;

  @Column('integer', { nullable: true })
  hours!: number | null;

  @Column('date', { name: 'revoked_on', nullable: true })
  revokedOn!: string | null;

  @Column('text', { name: 'revocation_reason', nullable: true })
  revocationReason!: RevocationReason | null;
}

/** The public side of a certificate, found by its code alone. */
@Entity('certificate_check')
export class CertificateLookup {
  @PrimaryColumn('text', { name: 'verification_code' })
  verificationCode!: string;

  @Column('text')
  status!: 'VALID' | 'REVOKED';

  @Column('text', { name: 'holder_initials' })
  holderInitials!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('uuid', { name: 'training_event_id' })
  trainingEventId!: string;

  @Column('date', { name: 'issued_on' })
  issuedOn!: string;

  @Column('integer', { nullable: true })
  hours!: number | null;
}
