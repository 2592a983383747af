import type { QueryPlan } from '@apollo/query-planner';
import type { CompiledOperation } from '../execution/compile.js';
import type { GraphVersion } from '../graph/graph-version.js';
import type { KnownOperation } from '../operations/known-operation.js';
import { eventsService } from './feeds.rules.js';

/** A subscription as it is executed once per event. */
export interface FromEvent {
  compiled: CompiledOperation;
  /** Whether the event itself answers it, without any service. */
  alone: boolean;
}

const known = new WeakMap<KnownOperation, Promise<FromEvent>>();

/** What is told of each event, compiled once for all who ask it, also for those who ask at once. */
export function compileFromEvent(
  version: GraphVersion,
  operation: KnownOperation,
): Promise<FromEvent> {
  const found = known.get(operation);
  if (found !== undefined) return found;
  const made = compile(version, operation);
  known.set(operation, made);
  made.catch(() => known.delete(operation));
  return made;
}

/** Like a query whose first fetch the event answers. */
async function compile(version: GraphVersion, operation: KnownOperation): Promise<FromEvent> {
  let alone = false;
  const compiled = await version.compiled.compile(operation, async (asked) => {
    const nodes = nodesOf(await version.planner.plan(asked));
    alone = nodes.length === 1;
    return { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } };
  });
  return { compiled, alone };
}

/** The planner knows subscriptions: one fetch from the events, and what follows from it. */
function nodesOf({ node }: QueryPlan) {
  if (node?.kind !== 'Subscription') throw new Error('The planner gave no subscription.');
  const { primary, rest } = node;
  if (primary.serviceName !== eventsService)
    throw new Error(`${primary.serviceName} cannot answer a subscription.`);
  return rest === undefined ? [primary] : [primary, rest];
}
