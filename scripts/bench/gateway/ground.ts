import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '#machinery';
import { configureCosmo } from './cosmo.js';
import { openEventLog } from './event-log.js';
import { installRivals } from './rivals.js';
import { startIssuer, TokenPool } from './issuer.js';
import { Client } from './load.js';
import type { Started } from './processes.js';
import { cores, freePort, startProcess, waitFor } from './processes.js';
import { questions } from './questions.js';
import { composeShop } from './shop.js';
import type { Ground, Variant } from './variants.js';

/** A gateway that runs, and the place in the pool of tokens that it has come to. */
export interface Contestant {
  variant: Variant;
  process: Started;
  url: string;
  client: Client;
  nextToken: number;
  /** Bytes of the right answer to each document. */
  sizes: Map<string, number>;
}

export interface Arena {
  ground: Ground;
  tokens: TokenPool;
  services: Services;
  enter(variant: Variant, connections: number): Promise<Contestant>;
  close(): Promise<void>;
}

/** The services behind every gateway, and what can be asked of those who measure. */
export class Services {
  constructor(private readonly url: string) {}

  async countRequests(): Promise<number> {
    return Number(await (await fetch(`${this.url}/count`)).text());
  }

  async slow(service: string, ms: number): Promise<void> {
    await fetch(`${this.url}/slow?service=${service}&ms=${ms}`);
  }
}

const pem = (key: { export(options: object): string | Buffer }) =>
  String(key.export({ type: 'pkcs8', format: 'pem' }));

function writeFiles(folder: string, servicesUrl: string) {
  const supergraphFile = path.join(folder, 'supergraph.graphql');
  writeFileSync(
    supergraphFile,
    composeShop((service) => `${servicesUrl}/${service}`),
  );
  const privateKeyFile = path.join(folder, 'gateway.pem');
  writeFileSync(privateKeyFile, pem(generateKeyPairSync('ed25519').privateKey));
  const operationsFolder = path.join(folder, 'operations');
  mkdirSync(operationsFolder);
  Object.values(questions)
    .flat()
    .forEach((text, at) => writeFileSync(path.join(operationsFolder, `${at}.graphql`), text));
  return { supergraphFile, privateKeyFile, operationsFolder };
}

export interface Needs {
  rivals: boolean;
  events: boolean;
  cosmo: boolean;
}

const withoutCosmo = { cosmoFolder: '', cosmoConfigFile: '' };

/** Starts what stands around a gateway; the gateways enter one by one. */
export async function openArena(needs: Needs): Promise<Arena> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jejaring-bench-'));
  const rivalsFolder = needs.rivals ? installRivals(root) : '';
  const port = await freePort();
  const servicesUrl = `http://127.0.0.1:${port}`;
  const files = {
    ...writeFiles(folder, servicesUrl),
    ...(needs.cosmo ? configureCosmo(root, servicesUrl, folder) : withoutCosmo),
  };
  const around = startProcess({
    name: 'subgraphs',
    core: cores.others,
    argv: [process.execPath, path.join(import.meta.dirname, 'subgraphs.js')],
    cwd: root,
    env: { NODE_ENV: 'production', PORT: String(port) },
    logFile: path.join(folder, 'subgraphs.log'),
  });
  await waitFor(around, async () => (await fetch(`${servicesUrl}/count`)).ok);
  const issuer = await startIssuer();
  const events = needs.events ? await openEventLog(folder) : null;
  const eventLogUrl = events?.url ?? '';
  const ground = { root, eventLogUrl, rivalsFolder, servicesUrl, issuerUrl: issuer.url, ...files };
  const entered: Contestant[] = [];
  return {
    ground,
    tokens: new TokenPool(issuer),
    services: new Services(servicesUrl),
    async enter(variant, connections) {
      const contestant = await startContestant(variant, ground, folder, connections);
      entered.push(contestant);
      return contestant;
    },
    async close() {
      await Promise.all(entered.map(({ client }) => client.close()));
      await Promise.all([around, ...entered.map((each) => each.process)].map((one) => one.stop()));
      await events?.close();
      issuer.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Only while it hears the events does our gateway keep answers for long. */
async function hears(url: string): Promise<boolean> {
  const figures = await (await fetch(`${url}/metrics`)).text();
  return /^jejaring_gateway_ear_hears\{[^}]*\} 1$/m.test(figures);
}

async function startContestant(
  variant: Variant,
  ground: Ground,
  folder: string,
  connections: number,
): Promise<Contestant> {
  const port = await freePort();
  const started = startProcess({
    name: variant.name,
    core: cores.gateway,
    logFile: path.join(folder, `${variant.name}.log`),
    ...variant.launch(ground, port),
  });
  const url = `http://127.0.0.1:${port}`;
  const client = new Client(url, connections);
  const body = JSON.stringify({ query: questions.tiny[0] });
  const answers = async () =>
    (await client.read({ body })).status === 200 && (!variant.hears || (await hears(url)));
  await waitFor(started, answers).catch(async (error: unknown) => {
    await started.stop();
    throw error;
  });
  return { variant, process: started, url, client, nextToken: 0, sizes: new Map() };
}
