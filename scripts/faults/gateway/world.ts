import { composeServices } from '@apollo/composition';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'graphql';
import { freePorts, root } from '#machinery';
import { RestlessIssuer } from './issuer.js';
import { Restartable, spawnNode } from './processes.js';
import type { ServiceOrder } from './service.js';
import type { ServiceName } from './small-federation.js';
import { serviceNames, typeDefsOf } from './small-federation.js';

/** A real gateway before four scripted services, one of them twice, and an issuer. */
export interface World {
  url: string;
  gateway: Restartable;
  /** The processes of each service. */
  services: Record<ServiceName, Restartable[]>;
  issuer: RestlessIssuer;
  writeSupergraph(text: string): void;
  supergraph(more?: boolean): string;
  /** How often each mutation ran, by its key. */
  countRuns(): Map<string, number>;
  close(): Promise<void>;
}

const script = fileURLToPath(new URL('service.js', import.meta.url));
const replicas: Partial<Record<ServiceName, number>> = { organizations: 2 };

function composeSmall(more: boolean): string {
  const { supergraphSdl, errors } = composeServices(
    serviceNames.map((name) => ({
      name,
      url: 'http://unused.invalid',
      typeDefs: parse(typeDefsOf(name, more && name === 'awards')),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(`It does not compose: ${String(errors)}`);
  return supergraphSdl;
}

interface Place {
  keyFile: string;
  ranFile: string;
  supergraphFile: string;
  operationsFolder: string;
  publicPem: string;
}

function planService(service: ServiceName, port: number, { ranFile, publicPem }: Place) {
  const order: ServiceOrder = { service, port, gatewayPublicKey: publicPem, ranFile };
  const start = () =>
    spawnNode([script, JSON.stringify(order)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Restartable(`${service}:${port}`, start, async (child) => {
    await once(child, 'message');
  });
}

function planGateway(url: string, environment: Record<string, string>, dir: string) {
  const log = openSync(path.join(dir, 'gateway.log'), 'a');
  const start = () =>
    spawnNode([path.join(root, 'gateway/dist/main.js')], {
      stdio: ['ignore', log, log],
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    });
  return new Restartable('gateway', start, () => untilReady(url));
}

async function untilReady(url: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const response = await fetch(`${url}/readyz`).catch(() => null);
    if (response?.status === 200) return;
    if (Date.now() > end) throw new Error('The gateway does not become ready.');
    await pause(25);
  }
}

export async function openWorld(dir: string): Promise<World> {
  const place = prepare(dir);
  const ports: Record<string, number> = await freePorts(replicas);
  const issuer = new RestlessIssuer(ports['identity']!);
  const services = planServices(ports, place);
  const supergraphs = { plain: composeSmall(false), more: composeSmall(true) };
  // Replaced as a deployment replaces it: whole or not at all.
  const writeSupergraph = (text: string): void => {
    writeFileSync(`${place.supergraphFile}.new`, text);
    renameSync(`${place.supergraphFile}.new`, place.supergraphFile);
  };
  writeSupergraph(supergraphs.plain);
  const url = `http://127.0.0.1:${ports['gateway']}`;
  const gateway = planGateway(url, environmentOf(ports, place, issuer.url), dir);
  const everything = Object.values(services).flat();
  await issuer.open();
  await Promise.all(everything.map((each) => each.up()));
  await gateway.up();
  return {
    url,
    gateway,
    services,
    issuer,
    writeSupergraph,
    supergraph: (more = false) => (more ? supergraphs.more : supergraphs.plain),
    countRuns: () => countLines(place.ranFile),
    async close() {
      await gateway.kill();
      await Promise.all(everything.map((each) => each.kill()));
      await issuer.close();
    },
  };
}

function prepare(dir: string): Place {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const place: Place = {
    keyFile: path.join(dir, 'gateway.pem'),
    ranFile: path.join(dir, 'ran'),
    supergraphFile: path.join(dir, 'supergraph.graphql'),
    operationsFolder: path.join(dir, 'operations'),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  writeFileSync(place.keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(place.ranFile, '');
  mkdirSync(place.operationsFolder);
  return place;
}

/** The ports of each service's processes, by the names that the stack gives them. */
const portsOf = (ports: Record<string, number>, service: ServiceName): number[] =>
  Object.entries(ports)
    .filter(([name]) => name.replace(/-\d+$/, '') === service)
    .map(([, port]) => port);

function planServices(ports: Record<string, number>, place: Place): World['services'] {
  const plans = serviceNames.map(
    (name) => [name, portsOf(ports, name).map((port) => planService(name, port, place))] as const,
  );
  return Object.fromEntries(plans) as World['services'];
}

function environmentOf(ports: Record<string, number>, place: Place, issuer: string) {
  const addresses = serviceNames.map((name) => {
    const urls = portsOf(ports, name).map((port) => `http://127.0.0.1:${port}/graphql`);
    return `${name}=${urls.join('|')}`;
  });
  return {
    NODE_ENV: 'development',
    APOLLO_TELEMETRY_DISABLED: 'true',
    PORT: String(ports['gateway']),
    OIDC_ISSUER: issuer,
    GATEWAY_PRIVATE_KEY_FILE: place.keyFile,
    SERVICE_URLS: addresses.join(),
    SUPERGRAPH_FILE: place.supergraphFile,
    OPERATIONS_FOLDER: place.operationsFolder,
    SUPERGRAPH_POLL_MS: '200',
    DRAIN_MS: '0',
  };
}

function countLines(file: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean))
    counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
