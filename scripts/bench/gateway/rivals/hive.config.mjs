import { defineConfig } from '@graphql-hive/gateway';

/** Callers' rights go on to the services, as they must where answers depend on them. */
export const gatewayConfig = defineConfig({
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => {
      const authorization = request.headers.get('authorization');
      return authorization ? { authorization } : {};
    },
  },
  ...(process.env.RESPONSE_CACHE ? { responseCaching: { session: () => null, ttl: 60_000 } } : {}),
  ...(process.env.SHARE_INBOUND ? { inboundInflightRequestDeduplication: true } : {}),
});
