import { appendFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { readVerifyingKey, verifyCaller } from '@jejaring/chassis/graph/internal-token';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { DocumentNode } from 'graphql';
import { execute, parse } from 'graphql';
import type { Lie } from './lies.js';
import { lies } from './lies.js';
import type { ServiceName } from './small-federation.js';
import { truth, typeDefsOf } from './small-federation.js';

/** What the campaign tells a service at its start. */
export interface ServiceOrder {
  service: ServiceName;
  port: number;
  gatewayPublicKey: string;
  /** Every mutation that runs writes its key here, at once, so that a kill cannot hide it. */
  ranFile: string;
}

interface Asked {
  caller: Caller;
}

const entity = (field: string, value: (id: string) => unknown) => ({
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  [field]: ({ id }: { id: string }) => value(id),
});
const callerOf = (_: unknown, __: unknown, { caller }: Asked) =>
  truth.caller(caller.role, caller.region);

function resolversOf(service: ServiceName, ranFile: string): Record<string, object> {
  const run = (_: unknown, { key }: { key: string }) => {
    appendFileSync(ranFile, `${key}\n`);
    return truth.done(key);
  };
  const ids = (first: number) => Array.from({ length: first }, (_, at) => ({ id: String(at + 1) }));
  return {
    organizations: {
      Query: {
        organization: (_: unknown, { id }: { id: string }) => ({ id }),
        organizations: (_: unknown, { first }: { first: number }) => ids(first),
        organizationsCaller: callerOf,
      },
      Mutation: { rename: run },
      Organization: entity('name', truth.name),
    },
    'welfare-cases': {
      Query: {
        openCases: (_: unknown, { region }: { region: string }) => truth.openCases(region),
        caseFiles: () => truth.caseFiles,
        casesCaller: callerOf,
      },
      Mutation: { openCase: run },
      Organization: entity('caseCount', truth.caseCount),
    },
    training: {
      Query: { trainings: () => truth.allTrainings, trainingCaller: callerOf },
      Mutation: { enrol: run },
      Organization: entity('trainings', truth.trainings),
    },
    awards: {
      Query: { ranking: () => truth.ranking, awardsCaller: callerOf },
      Mutation: { nominate: run },
      Organization: entity('awards', truth.awards),
    },
  }[service];
}

async function serve({ service, port, gatewayPublicKey, ranFile }: ServiceOrder): Promise<void> {
  const key = readVerifyingKey(gatewayPublicKey);
  const schema = buildSubgraphSchema([
    { typeDefs: parse(typeDefsOf(service)), resolvers: resolversOf(service, ranFile) as never },
  ]);
  const documents = new Map<string, DocumentNode>();
  const answer = async (body: string, authorization: string): Promise<string> => {
    const caller = verifyCaller(key, authorization.replace('Bearer ', ''), service, body);
    const { query, variables: variableValues } = JSON.parse(body) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const contextValue: Asked = { caller };
    return JSON.stringify(await execute({ schema, document, variableValues, contextValue }));
  };
  let lie: Lie | null = null;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/readyz') return void response.end('{}');
    const body = await readBody(request);
    const honest = () => answer(body, request.headers.authorization ?? '');
    if (lie !== null) return lie({ request, response, honest });
    response.setHeader('content-type', 'application/json');
    response.end(await honest());
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  process.on('message', (name: keyof typeof lies | 'honest') => {
    lie = name === 'honest' ? null : lies[name];
    process.send!('understood');
  });
  process.once('disconnect', () => process.exit(0));
  server.listen(port, '127.0.0.1', () => process.send!('listening'));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

await serve(JSON.parse(process.argv[2]!) as ServiceOrder);
