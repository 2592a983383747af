import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@jejaring/schema/roles';
import type { SignatureKind } from '../webhook/signature.js';
import type { DeliveryMode, SubscriptionGround, SubscriptionStatus } from './subscription.rules.js';

/** An endpoint that is sent events, and on whose word. */
@Entity('event_subscription')
export class EventSubscription {
  static readonly idPrefix = 'sub';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  name!: string;

  @Column('text')
  endpoint!: string;

  @Column('text', { array: true })
  types!: string[];

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  mode!: DeliveryMode;

  @Column('text', { array: true })
  signatures!: SignatureKind[];

  @Column('text')
  status!: SubscriptionStatus;

  @Column('text', { nullable: true })
  ground!: SubscriptionGround | null;

  @Column('integer', { name: 'per_minute', nullable: true })
  perMinute!: number | null;

  @Column('text')
  maker!: string;

  @Column('text', { name: 'maker_role' })
  makerRole!: Role;

  @Column('text', { name: 'maker_region' })
  makerRegion!: string;

  @Column('uuid', { name: 'maker_organization_id', nullable: true })
  makerOrganizationId!: string | null;

  @Column('uuid', { name: 'maker_office_id', nullable: true })
  makerOfficeId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** What signs its deliveries, closed by the ring of the event-hub. */
@Entity('subscription_key')
export class SubscriptionKey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'subscription_id' })
  subscriptionId!: string;

  @Column('text')
  signature!: SignatureKind;

  @Column('text')
  kek!: string;

  @Column('bytea')
  closed!: Buffer;

  @Column('text', { name: 'public_key', nullable: true })
  publicKey!: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}
