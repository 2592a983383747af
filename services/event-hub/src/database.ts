import { rowPolicies } from '@jejaring/trust/rights/row-policies';
import { CreateFeed1765400000000 } from './migrations/1765400000000-create-feed.js';
import { CreateRedrive1765400100000 } from './migrations/1765400100000-create-redrive.js';
import { RedriveRequest } from './redrive/redrive-request.entity.js';
import { EventDelivery } from './delivery/delivery.entity.js';
import { EventReplay } from './delivery/replay.entity.js';
import { CreateDeliveries1765420000000 } from './migrations/1765420000000-create-deliveries.js';
import { CreateFeedEpoch1765430000000 } from './migrations/1765430000000-create-feed-epoch.js';
import { CreateSubscriptions1765410000000 } from './migrations/1765410000000-create-subscriptions.js';
import { rights } from './rights.js';
import { EventSubscription, SubscriptionKey } from './subscription/subscription.entity.js';

export const database = {
  entities: [RedriveRequest, EventSubscription, SubscriptionKey, EventDelivery, EventReplay],
  migrations: [
    CreateFeed1765400000000,
    CreateRedrive1765400100000,
    CreateSubscriptions1765410000000,
    CreateDeliveries1765420000000,
    CreateFeedEpoch1765430000000,
  ],
  rights: rowPolicies(rights),
};
