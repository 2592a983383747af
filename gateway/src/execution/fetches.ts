import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';

/** A variable that must be true, or false, for something to be done. */
export interface Condition {
  variable: string;
  value: boolean;
}

/** One question of the plan to one service, and after which others it can be asked. */
export interface PlannedFetch {
  node: FetchNode;
  path: readonly (string | number)[];
  after: readonly number[];
  conditions: readonly Condition[];
}

/** The plan has something that only the planner's own executor would understand. */
export class Unsupported extends Error {}

interface Position {
  path: readonly (string | number)[];
  after: readonly number[];
  conditions: readonly Condition[];
}

/** The fetches of a plan in an order in which they can be made. */
export function listFetches({ node }: QueryPlan): PlannedFetch[] {
  const fetches: PlannedFetch[] = [];
  if (node?.kind === 'Subscription') throw new Unsupported('subscription');
  if (node !== undefined) collect(node, { path: [], after: [], conditions: [] }, fetches);
  return fetches;
}

/** Returns the fetches that whatever follows has to wait for. */
function collect(node: PlanNode, at: Position, fetches: PlannedFetch[]): readonly number[] {
  switch (node.kind) {
    case 'Fetch':
      if (node.contextRewrites?.length) throw new Unsupported('context');
      fetches.push({ node, ...at });
      return [fetches.length - 1];
    case 'Flatten':
      return collect(node.node, { ...at, path: [...at.path, ...node.path] }, fetches);
    case 'Parallel':
      return node.nodes.flatMap((each) => collect(each, at, fetches));
    case 'Sequence':
      return node.nodes.reduce<readonly number[]>((after, each) => {
        const last = collect(each, { ...at, after }, fetches);
        return last.length === 0 ? after : last;
      }, at.after);
    case 'Condition':
      return [true, false].flatMap((value) => {
        const clause = value ? node.ifClause : node.elseClause;
        if (clause === undefined) return [];
        const conditions = [...at.conditions, { variable: node.condition, value }];
        return collect(clause, { ...at, conditions }, fetches);
      });
    case 'Defer':
      throw new Unsupported('defer');
    default:
      throw new Unsupported('unknown');
  }
}
