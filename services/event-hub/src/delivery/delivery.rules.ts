import type { Role } from '@jejaring/schema/roles';
import { definePolicy } from '@jejaring/trust/rights/policy.rules';
import { subscribers } from '../feed/feed.rules.js';
import { chooseTypes } from '../feed/told.rules.js';

export type DeliveryState = 'WAITING' | 'BEHIND' | 'DELIVERED' | 'FAILED' | 'DROPPED';
export type DeliveryKind = 'EVENT' | 'REPLAY' | 'TEST';

const ofSubscription = {
  roles: subscribers,
  seen: { table: 'event_subscription', key: 'id', column: 'subscription_id' },
} as const;

/** Whoever sees a subscription sees what was sent to it; the event-hub alone writes it. */
export const eventDeliveryPolicy = definePolicy({
  table: 'event_delivery',
  access: 'regional',
  read: [ofSubscription],
  write: [],
  commands: {},
});

export const eventReplayPolicy = definePolicy({
  table: 'event_replay',
  access: 'regional',
  read: [ofSubscription],
  write: [ofSubscription],
  commands: {},
});

/** What of a subscription decides which kinds of events it is sent. */
export interface Wanting {
  types: readonly string[];
  makerRole: Role;
}

/** Of the kinds that a subscription asks for, those that the role of who made it is told now. */
export function kindsFor({ types, makerRole }: Wanting): ReadonlySet<string> {
  const told = types.map((type) => chooseTypes(makerRole, [type]));
  return new Set(told.flatMap((chosen) => ('refused' in chosen ? [] : chosen)));
}

/** So many wait for one endpoint; then no more are made until some were taken, and the feed keeps the rest. */
export const mostWaiting = 10_000;

export const logKeptDays = 30;
