import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { root } from '#machinery';
import { buildSubgraph, printSubgraph } from '@jejaring/chassis/graph/subgraph';
import { parse } from 'graphql';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Started } from '../bench/gateway/processes.js';
import { freePort, startProcess, waitFor } from '../bench/gateway/processes.js';
import { finish } from '../proof/report.js';
import { serveAt } from './subgraph-compatibility/doorways.js';
import { productsGraph, productsHeader } from './subgraph-compatibility/products.js';
import { installSuite, runSuite } from './subgraph-compatibility/suite.js';

/*
 * Apollo's compatibility tests of subgraphs: a products service on our chassis, beside the suite's own
 * users and inventory, behind our gateway. The suite fixes the ports 4000 to 4003 and 8088.
 */
const ports = { gateway: 4000, products: 4001, users: 4002, inventory: 4003, health: 8088 };
const services = ['products', 'users', 'inventory'] as const;

const place = installSuite(root);
const folder = mkdtempSync(path.join(tmpdir(), 'jejaring-conformance-'));
const started: Started[] = [];
const closing: (() => Promise<void>)[] = [];

function compose(): string {
  const sdlOf = (name: (typeof services)[number]) =>
    name === 'products'
      ? printSubgraph(productsGraph, productsHeader)
      : readFileSync(path.join(place, 'dist', 'subgraphs', name, `${name}.graphql`), 'utf8');
  const { supergraphSdl, errors } = composeServices(
    services.map((name) => ({
      name,
      url: `http://localhost:${ports[name]}`,
      typeDefs: parse(sdlOf(name)),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(`Does not compose: ${String(errors)}`);
  const file = path.join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraphSdl);
  return file;
}

function begin(name: string, entry: string, env: Record<string, string>): Started {
  const logFile = path.join(folder, `${name}.log`);
  const argv = [process.execPath, entry];
  const one = startProcess({ name, core: 0, argv, cwd: path.dirname(entry), env, logFile });
  started.push(one);
  return one;
}

async function answers(port: number, at = '/'): Promise<boolean> {
  const response = await fetch(`http://localhost:${port}${at}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  return response.ok;
}

async function startServices(): Promise<void> {
  const apollo = new ApolloServer({ schema: buildSubgraph(productsGraph, productsHeader) });
  await startStandaloneServer(apollo, { listen: { port: ports.products } });
  closing.push(() => apollo.stop());
  for (const name of ['users', 'inventory'] as const) {
    const entry = path.join(place, 'dist', 'subgraphs', name, 'index.js');
    await waitFor(begin(name, entry, {}), () => answers(ports[name]));
  }
}

async function startGateway(supergraphFile: string): Promise<void> {
  const issuer = 'http://127.0.0.1:9';
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const keyFile = path.join(folder, 'gateway.pem');
  writeFileSync(keyFile, key);
  const port = await freePort();
  const gateway = begin('gateway', path.join(root, 'gateway', 'dist', 'main.js'), {
    PORT: String(port),
    OIDC_ISSUER: issuer,
    GATEWAY_PRIVATE_KEY_FILE: keyFile,
    SUPERGRAPH_FILE: supergraphFile,
    SERVICE_URLS: services.map((name) => `${name}=http://localhost:${ports[name]}/`).join(','),
    DRAIN_MS: '0',
  });
  await waitFor(gateway, () => answers(port, '/graphql'));
  closing.push(await serveAt(ports.gateway, `http://127.0.0.1:${port}/graphql`));
  closing.push(await serveAt(ports.health, `http://127.0.0.1:${port}/livez`));
}

try {
  await startServices();
  await startGateway(compose());
  const { passed, total, failed } = await runSuite(place);
  const name = `${passed} of ${total} tests pass, at least 23`;
  finish({ passed, total, failed }, [{ name, met: passed >= 23 && failed.length === 0 }]);
} finally {
  await Promise.all([...closing.map((close) => close()), ...started.map((one) => one.stop())]);
  rmSync(folder, { recursive: true, force: true });
}
