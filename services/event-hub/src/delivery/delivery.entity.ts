import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Outcome } from '../webhook/retry.rules.js';
import type { DeliveryKind, DeliveryState } from './delivery.rules.js';

export interface LoggedAttempt {
  at: string;
  outcome: Outcome;
  ms: number;
}

/** One event on its way to one endpoint. */
@Entity('event_delivery')
export class EventDelivery {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bigint')
  seq!: string;

  @Column('uuid', { name: 'subscription_id' })
  subscriptionId!: string;

  @Column('text')
  kind!: DeliveryKind;

  @Column('bigint', { nullable: true })
  position!: string | null;

  @Column('uuid', { name: 'event_id' })
  eventId!: string;

  @Column('text')
  type!: string;

  @Column('text')
  key!: string;

  @Column('text')
  state!: DeliveryState;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('jsonb')
  attempts!: LoggedAttempt[];

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
