import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegistrationStatus } from './registration.rules.js';

/** One person of an organization at one training event; the name is encrypted. */
@Entity('registration')
export class Registration {
  static readonly idPrefix = 'reg';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: RegistrationStatus;

  @Column('uuid', { name: 'training_event_id' })
  trainingEventId!: string;

  @Column('uuid', { name: 'participant_ref' })
  participantRef!: string;

  /** The same person as an officer of the register, where they sit on a board. */
  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId!: string | null;

  @Column('text', { name: 'name_cipher' })
  nameCipher!: string;

  @Column('text')
  initials!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  /** Order of arrival; null for a delegate about whom is not decided yet. */
  @Column('integer', { nullable: true })
  position!: number | null;

  /** Where they have or are offered a seat, or wait for one. */
  @Column('uuid', { name: 'seat_bucket_id', nullable: true })
  seatBucketId!: string | null;

  @Column('timestamptz', { name: 'answer_by', nullable: true })
  answerBy!: Date | null;

  @Column('uuid', { name: 'delegation_id', nullable: true })
  delegationId!: string | null;

  @Column('text')
  via!: 'DELEGATION' | 'SELF';

  @Column('text', { name: 'sent_by_region_code', nullable: true })
  sentByRegionCode!: string | null;

  @Column('uuid', { name: 'sent_by_office_id', nullable: true })
  sentByOfficeId!: string | null;

  @Column('uuid', { name: 'sent_by_organization_id', nullable: true })
  sentByOrganizationId!: string | null;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  @Column('timestamptz', { name: 'restricted_at', nullable: true })
  restrictedAt!: Date | null;
}
