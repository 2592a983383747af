import { auditPolicies } from '@jejaring/trust/audit/audit-policies.rules';
import type { TablePolicy } from '@jejaring/trust/rights/policy.rules';
import { eventDeliveryPolicy, eventReplayPolicy } from './delivery/delivery.rules.js';
import { feedEventPolicy } from './feed/feed.rules.js';
import { redriveRequestPolicy } from './redrive/redrive.rules.js';
import { eventSubscriptionPolicy } from './subscription/subscription.rules.js';

/** Who may read, add and change the rows of each table of this service. */
export const rights: readonly TablePolicy[] = [
  feedEventPolicy,
  redriveRequestPolicy,
  eventSubscriptionPolicy,
  eventDeliveryPolicy,
  eventReplayPolicy,
  ...auditPolicies,
];
