import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { trafficGraph } from '@jejaring/upkeep/traffic-slice';
import { auditShown } from './audit.js';
import type { ClassType } from 'type-graphql';
import { redriveResolver } from './redrive/redrive.resolver.js';
import { DeliveryResolver } from './delivery/delivery.resolver.js';
import { EventTypeResolver } from './event-type/event-type.resolver.js';
import { SubscriptionCommandsResolver } from './subscription/subscription-commands.resolver.js';
import { SubscriptionResolver } from './subscription/subscription.resolver.js';

const trafficShown = trafficGraph('event-hub');

export const graph: SubgraphDefinition = {
  resolvers: [
    EventTypeResolver,
    SubscriptionResolver,
    SubscriptionCommandsResolver,
    redriveResolver(trafficShown.types[0] as ClassType<{ id: string }>),
    DeliveryResolver,
    ...auditShown.resolvers,
    ...trafficShown.resolvers,
  ],
  types: [...auditShown.types, ...trafficShown.types],
  references: { ...auditShown.references, ...trafficShown.references },
};
