import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayMetrics } from './metrics.js';
import type { RequestContext } from './front/request-context.js';

export interface Account {
  startedAt: number;
  operationName: string | null | undefined;
  errors: number;
  /** Nothing of it was answered, not even with null. */
  refused: boolean;
}

type Header = readonly [string, string];

/** Measures every request and, where it is asked for, tells its cost in headers. */
export class Accounting {
  constructor(
    private readonly metrics: GatewayMetrics,
    private readonly reportCost: boolean,
  ) {}

  /** Takes a request into the figures. Returns the headers that tell what it cost and what is left. */
  enter({ cost, rate, requestId, trace }: RequestContext, account: Account): readonly Header[] {
    const { startedAt, operationName, errors, refused } = account;
    const outcome = errors === 0 ? 'ok' : refused ? 'refused' : 'partial';
    const operation = this.metrics.labelOf(operationName);
    const seconds = (performance.now() - startedAt) / 1_000;
    this.metrics.requests.observe({ operation, outcome }, seconds);
    trace?.end({
      'graphql.operation.name': operation,
      'jejaring.outcome': outcome,
      'jejaring.request_id': requestId,
      'jejaring.subgraph_requests': cost.subgraphRequests,
    });
    const left = rate?.headers ?? [];
    if (!this.reportCost) return left;
    return [
      ...left,
      ['x-jejaring-subgraph-requests', String(cost.subgraphRequests)],
      ['x-jejaring-sql-statements', String(cost.sqlStatements)],
    ];
  }
}

/** The same for what goes through Apollo Server. */
export const accountingOf = (accounting: Accounting): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    const startedAt = performance.now();
    return {
      async willSendResponse({ contextValue, operationName, response }) {
        const { body, http } = response;
        const result = body.kind === 'single' ? body.singleResult : {};
        const errors = result.errors?.length ?? 0;
        const refused = body.kind === 'single' && result.data === undefined;
        const account = { startedAt, operationName, errors, refused };
        for (const [name, value] of accounting.enter(contextValue, account))
          http.headers.set(name, value);
      },
    };
  },
});
