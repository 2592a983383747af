import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { graphql, parse } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { goods, opinions, people } from './records.js';
import type { ShopService } from './shop.js';
import { shopSdl, shopServices } from './shop.js';

interface Reference {
  id: string;
  upc: string;
  price?: number | null;
  weight?: number | null;
}

type Resolvers = Record<string, Record<string, (parent: never, args: never) => unknown>>;

const opinionsOn = (upc: string) => opinions.filter((opinion) => opinion.upc === upc);
/** As in the published benchmark: everybody wrote the first two, and one person signs them all. */
const author = { __typename: 'User', ...people[0] };

const resolvers: Record<ShopService, Resolvers> = {
  accounts: {
    Query: {
      me: () => people[0],
      user: (_: unknown, { id }: Reference) => people.find((person) => person.id === id),
      users: () => people,
    },
    User: { __resolveReference: ({ id }: Reference) => people.find((person) => person.id === id) },
  },
  inventory: {
    Product: {
      __resolveReference: (known: Reference) => ({
        ...known,
        inStock: goods.find(({ upc }) => upc === known.upc)?.inStock,
      }),
      shippingEstimate: ({ price, weight }: Reference) =>
        price == null || weight == null ? null : price > 1000 ? 0 : Math.floor(weight / 2),
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => goods.slice(0, first) },
    Product: { __resolveReference: ({ upc }: Reference) => goods.find((one) => one.upc === upc) },
  },
  reviews: {
    Review: { author: () => author, product: ({ upc }: Reference) => ({ upc }) },
    User: { reviews: () => opinions.slice(0, 2) },
    Product: { reviews: ({ upc }: Reference) => opinionsOn(upc) },
  },
};

const schemaOf = (service: ShopService) =>
  buildSubgraphSchema([
    { typeDefs: parse(shopSdl(service)), resolvers: resolvers[service] as never },
  ]);

/** What somebody who measures may set, and read. */
const state = { asked: 0, slow: '', slowMs: 0 };

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 1 ? parts[0]!.toString() : Buffer.concat(parts).toString();
}

interface Asked {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** Executed once; afterwards the bytes are served, so that a service costs next to nothing. */
async function answer(schema: GraphQLSchema, body: string): Promise<Buffer> {
  const { query, variables, operationName } = JSON.parse(body) as Asked;
  const result = await graphql({
    schema,
    source: query,
    variableValues: variables ?? null,
    operationName: operationName ?? null,
  });
  return Buffer.from(JSON.stringify(result));
}

const most = 20_000;

function serve(service: ShopService): (request: IncomingMessage, response: ServerResponse) => void {
  const schema = schemaOf(service);
  const known = new Map<string, Buffer>();
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    state.asked += 1;
    const bytes = known.get(body) ?? (await answer(schema, body));
    if (known.size < most) known.set(body, bytes);
    if (state.slow === service || state.slow === 'all') await pause(state.slowMs);
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=60',
      'content-length': bytes.length,
    });
    response.end(bytes);
  };
  return (request, response) =>
    void handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
}

/** `/count` says how often the services were asked; `/slow?service=reviews&ms=50` makes one late. */
function control(url: URL, response: ServerResponse): void {
  if (url.pathname === '/slow') {
    state.slow = url.searchParams.get('service') ?? '';
    state.slowMs = Number(url.searchParams.get('ms'));
  }
  response.end(String(state.asked));
}

const handlers = new Map(shopServices.map((service) => [`/${service}`, serve(service)]));
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const handler = handlers.get(request.url ?? '');
  if (handler) return handler(request, response);
  // A gateway that looks after the health of its services finds them well.
  if (request.url?.endsWith('/readyz')) return void response.end('{}');
  return control(new URL(request.url ?? '/', 'http://localhost'), response);
});
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1');
