import { mayHear } from '@jejaring/callers/audience.rules';
import type { Role } from '@jejaring/schema/roles';
import { definePolicy } from '@jejaring/trust/rights/policy.rules';
import { covers } from '@jejaring/chassis/work/scope.rules';
import { subscribers } from '../feed/feed.rules.js';
import { takes } from '../subscription/type-filter.rules.js';

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

/** What of a subscription decides which events it is sent. */
export interface Wanting {
  types: readonly string[];
  regionCode: string;
  makerRole: Role;
  makerRegion: string;
}

/**
 * Whether an event is for a subscription: of a kind that it asks for, in its region, and such that who
 * made it may be told of it now.
 */
export function isFor(
  { types, regionCode, makerRole, makerRegion }: Wanting,
  event: { type: string; regionCode: string },
): boolean {
  if (!takes(types, event.type) || !covers(regionCode, event.regionCode)) return false;
  const region = event.regionCode === '' ? null : event.regionCode;
  const told = { type: event.type, region, data: {} };
  return mayHear(told, { role: makerRole, region: makerRegion, organizationId: null });
}

/** So many wait for one endpoint; then no more are made until some were taken, and the feed keeps the rest. */
export const mostWaiting = 10_000;

export const logKeptDays = 30;
