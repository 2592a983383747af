import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Outcome } from '../webhook/retry.rules.js';
import {
  AttemptOutcomeType,
  CircuitType,
  DeliveryKindType,
  DeliveryStateType,
} from './delivery-words.js';
import type { EventDelivery, LoggedAttempt } from './delivery.entity.js';

type Ref<T> = T;

@ObjectType({ description: 'One attempt to bring an event to an endpoint.' })
export class EventDeliveryAttempt {
  @Field({ description: 'When it began.' })
  at!: Date;

  @Field(() => AttemptOutcomeType, { description: 'What it came to.' })
  outcome!: keyof typeof AttemptOutcomeType;

  @Field(() => Int, { description: 'How many milliseconds it took.' })
  milliseconds!: number;
}

@ObjectType('EventDelivery', {
  description: 'One event on its way to one endpoint (pengiriman peristiwa). Kept for 30 days.',
})
export class EventDeliveryType {
  @Field(() => ID, { description: '`dlv_…`' })
  id!: string;

  @Field({ description: 'Id of the event: `id` of the CloudEvent and `webhook-id`.' })
  eventId!: string;

  @Field({ description: 'Kind of the event.' })
  type!: string;

  @Field({ description: 'What the event is about: `subject` of the CloudEvent.' })
  subject!: string;

  @Field(() => DeliveryKindType, { description: 'Why it is sent.' })
  kind!: keyof typeof DeliveryKindType;

  @Field(() => DeliveryStateType, { description: 'Where it is.' })
  state!: keyof typeof DeliveryStateType;

  @Field(() => String, {
    nullable: true,
    description: 'Position of the event in the feed; null for a test.',
  })
  position!: string | null;

  @Field(() => [EventDeliveryAttempt], { description: 'What was tried, the oldest first.' })
  attempts!: Ref<EventDeliveryAttempt>[];

  @Field({ description: 'When it was to be sent for the first time.' })
  madeAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it is tried next, while it waits.' })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken or given up.' })
  endedAt!: Date | null;
}

export const EventDeliveryConnection = connectionOf('EventDelivery', () => EventDeliveryType);

@ObjectType({ description: 'How far an endpoint is behind, and how it does.' })
export class EventSubscriptionLag {
  @Field(() => Int, {
    description: 'Events of the feed that were not looked at yet for this subscription.',
  })
  behind!: number;

  @Field(() => Int, { description: 'Deliveries that wait, 10,000 at most.' })
  waiting!: number;

  @Field(() => Date, { nullable: true, description: 'Since when the oldest of them waits.' })
  oldestWaitingSince!: Date | null;

  @Field(() => CircuitType, { description: 'Whether it is sent anything now.' })
  circuit!: keyof typeof CircuitType;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when the endpoint took nothing; after five days the subscription stops.',
  })
  failingSince!: Date | null;
}

@ObjectType('EventReplay', { description: 'Events that were sent again, or could be.' })
export class EventReplayType {
  @Field(() => ID, { description: 'The subscription, `sub_…`.' })
  subscriptionId!: string;

  @Field(() => Int, { description: 'How many events there are.' })
  matched!: number;

  @Field({ description: 'True where they were counted and none was sent.' })
  dryRun!: boolean;

  @Field({ description: 'When it was asked for.' })
  madeAt!: Date;
}

const named = (outcome: Outcome) =>
  (/^\d/.test(outcome)
    ? `ANSWERED_${outcome.toUpperCase()}`
    : outcome) as keyof typeof AttemptOutcomeType;

const toAttempt = ({ at, outcome, ms }: LoggedAttempt): EventDeliveryAttempt =>
  Object.assign(new EventDeliveryAttempt(), {
    at: new Date(at),
    outcome: named(outcome),
    milliseconds: ms,
  });

export function toDeliveryType(row: EventDelivery): EventDeliveryType {
  const { eventId, type, key, kind, state, position, madeAt, dueAt, endedAt } = row;
  return Object.assign(new EventDeliveryType(), {
    id: encodeId('dlv', row.id),
    eventId,
    type,
    subject: key,
    kind,
    state,
    position,
    attempts: row.attempts.map(toAttempt),
    madeAt,
    dueAt: state === 'WAITING' ? dueAt : null,
    endedAt,
  });
}
