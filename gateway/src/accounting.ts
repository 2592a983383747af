import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayMetrics } from './metrics.js';
import type { RequestContext } from './front/request-context.js';

/** Measures every request and, where it is asked for, tells its cost in headers. */
export const accounting = (
  metrics: GatewayMetrics,
  reportCost: boolean,
): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    const started = performance.now();
    return {
      async willSendResponse({ contextValue, operationName, response }) {
        const { body, http } = response;
        const errors = body.kind === 'single' ? (body.singleResult.errors?.length ?? 0) : 0;
        const refused = body.kind === 'single' && body.singleResult.data === undefined;
        const outcome = errors === 0 ? 'ok' : refused ? 'refused' : 'partial';
        const operation = metrics.labelOf(operationName);
        metrics.requests.observe({ operation, outcome }, (performance.now() - started) / 1_000);
        if (!reportCost) return;
        http.headers.set(
          'x-jejaring-subgraph-requests',
          String(contextValue.cost.subgraphRequests),
        );
        http.headers.set('x-jejaring-sql-statements', String(contextValue.cost.sqlStatements));
      },
    };
  },
});
