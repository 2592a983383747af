import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { startStandaloneServer } from '@apollo/server/standalone';
import responseCache from '@apollo/server-plugin-response-cache';

/** Apollo Gateway as its documentation starts it; with `RESPONSE_CACHE` also Apollo's own cache. */
const supergraphSdl = readFileSync(process.env.SUPERGRAPH_FILE, 'utf8');
const plugins = process.env.RESPONSE_CACHE
  ? [ApolloServerPluginCacheControl({ defaultMaxAge: 60 }), responseCache()]
  : [];
const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }), plugins });
await startStandaloneServer(server, { listen: { port: Number(process.env.PORT) } });
