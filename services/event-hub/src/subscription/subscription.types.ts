import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  DeliveryModeType,
  SignatureType,
  SubscriptionGroundType,
  SubscriptionStatusType,
} from './subscription-words.js';
import type { EventSubscription, SubscriptionKey } from './subscription.entity.js';
import type { IssuedKey } from './subscription.service.js';

type Ref<T> = T;

@ObjectType('EventSubscription', {
  description:
    'An endpoint of a program that is sent events (langganan peristiwa), on the word of who made it: it is told what they may be told.',
})
export class EventSubscriptionType {
  row!: EventSubscription;

  @Field(() => ID, { description: '`sub_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field({ description: 'What its office calls it.' })
  name!: string;

  @Field({ description: 'Where events are sent.' })
  endpoint!: string;

  @Field(() => [String], { description: 'Kinds of events; `training.*` is all of them.' })
  types!: string[];

  @Field(() => RegionCode, {
    nullable: true,
    description: 'The region whose events are sent; null for the nation.',
  })
  regionCode!: string | null;

  @Field(() => DeliveryModeType, { description: 'How events follow one another.' })
  mode!: keyof typeof DeliveryModeType;

  @Field(() => [SignatureType], { description: 'How deliveries are signed.' })
  signatures!: (keyof typeof SignatureType)[];

  @Field(() => SubscriptionStatusType, { description: 'Where it stands.' })
  status!: keyof typeof SubscriptionStatusType;

  @Field(() => SubscriptionGroundType, {
    nullable: true,
    description: 'Why it is not active, where no person decided so.',
  })
  reason!: keyof typeof SubscriptionGroundType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Most deliveries a minute, as the endpoint asked; null for as many as come.',
  })
  perMinute!: number | null;

  @Field({ description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the endpoint agreed last.' })
  verifiedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;
}

export const EventSubscriptionConnection = connectionOf(
  'EventSubscription',
  () => EventSubscriptionType,
);

@ObjectType({ description: 'A key that signs deliveries now. Nothing secret of it is shown.' })
export class EventSubscriptionKey {
  @Field(() => SignatureType, { description: 'What it signs with.' })
  signature!: keyof typeof SignatureType;

  @Field(() => String, { nullable: true, description: '`whpk_…` of an Ed25519 key.' })
  publicKey!: string | null;

  @Field({ description: 'When it was made.' })
  madeAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when it signs, where a newer one took its place.',
  })
  expiresAt!: Date | null;
}

@ObjectType({ description: 'A new key, as its receiver keeps it.' })
export class EventSubscriptionSecret {
  @Field(() => SignatureType, { description: 'What it signs with.' })
  signature!: keyof typeof SignatureType;

  @Field(() => String, {
    nullable: true,
    description: '`whsec_…`, shown here and never again; of an Ed25519 key there is none.',
  })
  secret!: string | null;

  @Field(() => String, { nullable: true, description: '`whpk_…` of an Ed25519 key.' })
  publicKey!: string | null;
}

@ObjectType({ description: 'A subscription with the keys that were made just now.' })
export class IssuedEventSubscription {
  @Field(() => EventSubscriptionType, { description: 'The subscription.' })
  subscription!: Ref<EventSubscriptionType>;

  @Field(() => [EventSubscriptionSecret], {
    description: 'Its new keys. Empty where the same idempotency key was answered before.',
  })
  secrets!: Ref<EventSubscriptionSecret>[];

  @Field({
    description:
      'True where the same idempotency key was answered before, and the secrets were shown then: make new ones if that answer was lost.',
  })
  secretsShownBefore!: boolean;
}

export function toSubscriptionType(row: EventSubscription): EventSubscriptionType {
  const { version, name, endpoint, types, mode, signatures, status, perMinute } = row;
  return Object.assign(new EventSubscriptionType(), {
    row,
    id: encodeId('sub', row.id),
    version,
    name,
    endpoint,
    types,
    regionCode: row.regionCode === '' ? null : row.regionCode,
    mode,
    signatures,
    status,
    reason: reasonOf(row.ground),
    perMinute,
    createdAt: row.createdAt,
    verifiedAt: row.verifiedAt,
    endedAt: row.endedAt,
  });
}

const shown: Readonly<Record<string, keyof typeof SubscriptionGroundType>> = {
  '3xx': 'ANSWERED_3XX',
  '4xx': 'ANSWERED_4XX',
  '410': 'ANSWERED_4XX',
  '429': 'ANSWERED_4XX',
  '5xx': 'ANSWERED_5XX',
};

const reasonOf = (ground: EventSubscription['ground']) =>
  ground && (shown[ground] ?? (ground as keyof typeof SubscriptionGroundType));

export const toSubscriptionKey = (row: SubscriptionKey): EventSubscriptionKey =>
  Object.assign(new EventSubscriptionKey(), {
    signature: row.signature,
    publicKey: row.publicKey,
    madeAt: row.madeAt,
    expiresAt: row.expiresAt,
  });

/** With the keys that were made, or without: an answer given again never shows them again. */
export const toIssued = (
  row: EventSubscription,
  keys: readonly IssuedKey[] | null,
): IssuedEventSubscription =>
  Object.assign(new IssuedEventSubscription(), {
    subscription: toSubscriptionType(row),
    secrets: (keys ?? []).map((key) => Object.assign(new EventSubscriptionSecret(), key)),
    secretsShownBefore: keys === null,
  });

@ObjectType({ implements: Problem, description: 'The subscription cannot take this step.' })
export class EventSubscriptionRefusedProblem extends Problem {
  @Field({ description: 'Why, in one word: `wrong-state`.' })
  ground!: string;

  @Field(() => SubscriptionStatusType, { description: 'Where it stands.' })
  currentStatus!: keyof typeof SubscriptionStatusType;
}

export function toSubscriptionProblem(refusal: Refusal): Problem | null {
  if (refusal.refused !== 'wrong-state') return null;
  const { status } = refusal as Refusal & { status: keyof typeof SubscriptionStatusType };
  const words = {
    en: 'The subscription is not at this stage.',
    id: 'Langganan tidak berada pada tahap ini.',
  };
  return problem(EventSubscriptionRefusedProblem, words, {
    ground: 'wrong-state',
    currentStatus: status,
  });
}

export const subscriptionResult = (name: string) =>
  resultUnion(name, () => EventSubscriptionType, EventSubscriptionRefusedProblem);

export const issuedResult = (name: string) =>
  resultUnion(name, () => IssuedEventSubscription, EventSubscriptionRefusedProblem);
