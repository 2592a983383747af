import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { readVerifyingKey, verifyCaller } from '@jejaring/chassis/graph/internal-token';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { GraphQLSchema } from 'graphql';
import { graphql, parse } from 'graphql';
import { headers, resolvers, sources } from './small-graph.fixture.js';

export type ServiceName = keyof typeof sources;

/** Answers instead of the service: how a test makes it fail. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeSubgraph {
  url: string;
  /** Who asked, as the gateway's signed word told it, newest last. */
  callers: Caller[];
  /** Headers of every GraphQL request that arrived, newest last. */
  requests: NodeJS.Dict<string | string[]>[];
  /** Bodies of every GraphQL request that arrived, newest last. */
  bodies: string[];
  behaviour: Behaviour | null;
  ready: boolean;
  stop(): Promise<void>;
}

const liveSdl = new URL('../../schema/live.graphql', import.meta.url);

const typeDefs = (name: ServiceName, extra = '') => parse(headers + sources[name] + extra);

/** The supergraph of the small graph, with a line more in a service when a test changes it. */
export function composeSmallGraph(more: Partial<Record<ServiceName, string>> = {}): string {
  const names = Object.keys(sources) as ServiceName[];
  const url = 'http://unused.invalid';
  const services = names.map((name) => ({ name, url, typeDefs: typeDefs(name, more[name]) }));
  const live = { name: 'events', url, typeDefs: parse(readFileSync(liveSdl, 'utf8')) };
  const { supergraphSdl, errors } = composeServices([...services, live]);
  if (supergraphSdl === undefined)
    throw new Error(`The small graph does not compose: ${String(errors)}`);
  return supergraphSdl;
}

/** What a service of the small graph answers by, without a guard of any kind. */
export const subgraphSchema = (name: ServiceName): GraphQLSchema =>
  buildSubgraphSchema([{ typeDefs: typeDefs(name), resolvers: resolvers[name] as never }]);

export async function startSubgraph(
  name: ServiceName,
  gatewayPublicKey: string,
  port = 0,
): Promise<FakeSubgraph> {
  const schema = subgraphSchema(name);
  const key = readVerifyingKey(gatewayPublicKey);
  const server = createServer((request, response) => {
    if (request.url === '/readyz') return response.writeHead(fake.ready ? 200 : 503).end('{}');
    void answer(request, response);
    return response;
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    fake.bodies.push(body);
    fake.requests.push(request.headers);
    if (fake.behaviour !== null) return fake.behaviour(request, response);
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    fake.callers.push(verifyCaller(key, token, name, body));
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-jejaring-sql-statements', '3');
    response.end(JSON.stringify(await execute(schema, body, { caller: fake.callers.at(-1) })));
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const fake: FakeSubgraph = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    callers: [],
    requests: [],
    bodies: [],
    behaviour: null,
    ready: true,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

async function execute(
  schema: GraphQLSchema,
  body: string,
  contextValue: object,
): Promise<unknown> {
  const { query, variables } = JSON.parse(body) as {
    query: string;
    variables: Record<string, unknown>;
  };
  return graphql({ schema, source: query, variableValues: variables, contextValue });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
