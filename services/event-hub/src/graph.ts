import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { auditShown } from './audit.js';
import { EventTypeResolver } from './event-type/event-type.resolver.js';
import { SubscriptionCommandsResolver } from './subscription/subscription-commands.resolver.js';
import { SubscriptionResolver } from './subscription/subscription.resolver.js';

export const graph: SubgraphDefinition = {
  resolvers: [
    EventTypeResolver,
    SubscriptionResolver,
    SubscriptionCommandsResolver,
    ...auditShown.resolvers,
  ],
  types: [...auditShown.types],
  references: { ...auditShown.references },
};
