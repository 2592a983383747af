import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readGatewayConfig } from '../src/config.js';
import { startGateway } from '../src/gateway.js';
import type { TestIssuer } from './issuer.fixture.js';
import { startIssuer } from './issuer.fixture.js';
import type { FakeSubgraph, ServiceName } from './subgraph.fixture.js';
import { composeSmallGraph, startSubgraph } from './subgraph.fixture.js';

/** What the small graph answers, as far as tests look into it. */
export interface Answered {
  openCases?: number | null;
  organization?: { name: unknown };
  organizations?: { trainings?: unknown }[];
  parties?: unknown;
  trainings?: unknown;
  __schema?: { queryType: { name: string } };
  [field: string]: unknown;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined where nothing was executed. */
  data: Answered | null | undefined;
  errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

export interface AskOptions {
  variables?: Record<string, unknown>;
  token?: string;
  headers?: Record<string, string>;
  operationName?: string;
}

/** A gateway before three fake services and an issuer, all in this process. */
export interface World {
  url: string;
  issuer: TestIssuer;
  services: Record<ServiceName, FakeSubgraph>;
  supergraphFile: string;
  privateKeyFile: string;
  gatewayPublicKey: string;
  /** Everything that was logged, as JSON lines. */
  logged: string[];
  ask(query: string, options?: AskOptions): Promise<Reply>;
  send(path: string, init?: RequestInit): Promise<Response>;
  untilReady(): Promise<void>;
  close(): Promise<void>;
}

export function makeGatewayKeys(folder: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const file = join(folder, 'gateway.private.pem');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { file, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

export async function openWorld(environment: Record<string, string> = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'jejaring-gateway-'));
  const keys = makeGatewayKeys(folder);
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, composeSmallGraph());
  const services = await startServices(keys.publicPem);
  const issuer = await startIssuer();
  const config = readGatewayConfig({
    ...quick,
    OIDC_ISSUER: issuer.url,
    GATEWAY_PRIVATE_KEY_FILE: keys.file,
    SERVICE_URLS: Object.entries(services)
      .map(([name, { url }]) => `${name}=${url}`)
      .join(),
    SUPERGRAPH_FILE: supergraphFile,
    ...environment,
  });
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void logged.push(line) });
  const gateway = await startGateway(config, log);
  const send = (path: string, init?: RequestInit) => fetch(gateway.address + path, init);
  return {
    url: gateway.address,
    issuer,
    services,
    supergraphFile,
    privateKeyFile: keys.file,
    gatewayPublicKey: keys.publicPem,
    logged,
    send,
    ask: (query, options = {}) => ask(send, query, options),
    untilReady: () => until(async () => (await send('/readyz')).status === 200),
    async close() {
      await gateway.stop();
      await Promise.all([issuer, ...Object.values(services)].map((part) => part.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * Looks often, so that a test need not wait, and gives services the time that a busy machine takes;
 * a test about budgets sets its own.
 */
const quick = {
  PORT: '0',
  SUPERGRAPH_POLL_MS: '50',
  HEALTH_CHECK_MS: '100',
  DRAIN_MS: '0',
  REQUEST_BUDGET_MS: '30000',
  SUBGRAPH_BUDGET_MS: '12000',
  PLANNING_BUDGET_MS: '5000',
  PLANNING_THREADS: '1',
  REPORT_COST: 'true',
  CORS_ORIGINS: 'https://jejaring.example',
};

const startServices = async (publicPem: string) => ({
  organizations: await startSubgraph('organizations', publicPem),
  'welfare-cases': await startSubgraph('welfare-cases', publicPem),
  training: await startSubgraph('training', publicPem),
});

async function ask(send: World['send'], query: string, options: AskOptions): Promise<Reply> {
  const { variables, operationName, token, headers } = options;
  const response = await send('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as Partial<Reply>;
  return { status: response.status, headers: response.headers, text, data, errors };
}

/** Waits until something is so; fails after thirty seconds. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const giveUpAt = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt)
      throw new Error('It did not become so within thirty seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
