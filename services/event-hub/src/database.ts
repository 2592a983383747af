import { rowPolicies } from '@jejaring/trust/rights/row-policies';
import { CreateFeed1765400000000 } from './migrations/1765400000000-create-feed.js';
import { EventDelivery } from './delivery/delivery.entity.js';
import { CreateDeliveries1765420000000 } from './migrations/1765420000000-create-deliveries.js';
import { CreateSubscriptions1765410000000 } from './migrations/1765410000000-create-subscriptions.js';
import { rights } from './rights.js';
import { EventSubscription, SubscriptionKey } from './subscription/subscription.entity.js';

export const database = {
  entities: [EventSubscription, SubscriptionKey, EventDelivery],
  migrations: [
    CreateFeed1765400000000,
    CreateSubscriptions1765410000000,
    CreateDeliveries1765420000000,
  ],
  rights: rowPolicies(rights),
};
