import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { auditShown } from './audit.js';
import { EventTypeResolver } from './event-type/event-type.resolver.js';

export const graph: SubgraphDefinition = {
  resolvers: [EventTypeResolver, ...auditShown.resolvers],
  types: [...auditShown.types],
  references: { ...auditShown.references },
};
