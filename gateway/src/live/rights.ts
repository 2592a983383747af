import { encodeId } from '@jejaring/chassis/graph/ids';
import { randomUUID } from 'node:crypto';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { RequestContext } from '../front/request-context.js';
import type { Listener } from '@jejaring/callers/audience.rules';

/** What makes two callers equal: everything but the request. */
export function rightsOf({ requestId: _of, ...rights }: Caller): string {
  return JSON.stringify(Object.entries(rights).sort(([one], [other]) => (one < other ? -1 : 1)));
}

export const listenerOf = ({ role, region, organizationId }: Caller): Listener => ({
  role,
  region,
  organizationId: organizationId === null ? null : encodeId('org', organizationId),
});

/** A request of its own for one event: the services see who asks, and judge anew. */
export function contextFor(caller: Caller, budgetMs: number): RequestContext {
  const requestId = randomUUID();
  return {
    caller: { ...caller, requestId },
    requestId,
    deadlineAt: performance.now() + budgetMs,
    cost: { subgraphRequests: 0, sqlStatements: 0 },
  };
}
