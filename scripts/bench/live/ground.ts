import { serviceAddresses } from '../../checks/subgraphs.js';
import { fork, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { logTransport } from '@jejaring/transports/log-transport';
import { createLogDatabase, createLogReader, root, startPostgres } from '#machinery';
import { startIssuer } from '../gateway/issuer.js';
import type { Started } from '../gateway/processes.js';
import { freePort, startProcess, waitFor } from '../gateway/processes.js';
import type { CrowdFigures, CrowdOrder } from './crowd.js';

const topics = ['awards', 'organizations', 'training', 'welfare-cases', 'welfare-cases.statistics'];

/** One service in place of all: it knows every organization that is asked for. */
async function startService() {
  const server = createServer((request, response) => {
    if (request.url === '/readyz') return void response.end('{}');
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(parts).toString()) as {
        query: string;
        variables: { representations: { id: string }[] };
      };
      const entities = variables.representations.map(({ id }) => ({
        ...(query.includes('__typename') && { __typename: 'Organization' }),
        ...(/\bid\b/.test(query) && { id }),
        ...(query.includes('name') && { name: 'Karang Taruna' }),
      }));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { _entities: entities } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, server };
}

function writeKey(folder: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const file = path.join(folder, 'gateway.pem');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return file;
}

/** A gateway before a log of events and one service in place of all. */
export async function openGround(folder: string) {
  const postgres = await startPostgres({
    dataDir: path.join(folder, 'postgres'),
    port: 0,
    durable: false,
  });
  const logUrl = await createLogDatabase(postgres.url, { password: 'log' });
  const readerUrl = await createLogReader(postgres.url, { password: 'reader' });
  const transport = logTransport({ url: logUrl });
  await transport.ensureTopics(
    topics.map((name) => ({ topic: `jejaring.${name}`, partitions: 12, retentionDays: 30 })),
  );
  const [issuer, service, port] = await Promise.all([startIssuer(), startService(), freePort()]);
  const names = Object.keys(serviceAddresses);
  const env = {
    PORT: String(port),
    LOG_LEVEL: 'warn',
    OIDC_ISSUER: issuer.url,
    GATEWAY_PRIVATE_KEY_FILE: writeKey(folder),
    SERVICE_URLS: names.map((name) => `${name}=${service.url}`).join(),
    SUPERGRAPH_FILE: path.join(root, 'schema', 'supergraph.graphql'),
    OPERATIONS_FOLDER: folder,
    EVENT_LOG_URL: readerUrl,
    DRAIN_MS: '0',
  };
  const url = `http://127.0.0.1:${port}`;
  const startGateway = async (): Promise<Started> => {
    const gateway = startProcess({
      name: 'gateway',
      core: 1,
      argv: [process.execPath, path.join(root, 'gateway', 'dist', 'main.js')],
      cwd: root,
      env,
      logFile: path.join(folder, 'gateway.log'),
    });
    await waitFor(gateway, async () => {
      const ready = await fetch(`${url}/readyz`);
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return ready.ok && /ear_hears\{[^}]*\} 1/.test(metrics);
    });
    return gateway;
  };
  return {
    url,
    transport,
    startGateway,
    async close() {
      await transport.close();
      issuer.stop();
      service.server.close();
      await postgres.stop();
    },
  };
}

/** Many subscribers in a process of their own. */
export class Crowd {
  private readonly child: ChildProcess;

  constructor(order: CrowdOrder) {
    this.child = fork(path.join(import.meta.dirname, 'crowd.js'));
    this.child.send(order);
  }

  async ask(sequence: number): Promise<CrowdFigures> {
    const answered = once(this.child, 'message') as Promise<[CrowdFigures]>;
    this.child.send(sequence);
    const [figures] = await answered;
    return figures;
  }

  stop(): void {
    this.child.kill();
  }
}
