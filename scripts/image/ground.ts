import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  createLogDatabase,
  createServiceDatabase,
  findKafkaTools,
  freePorts,
  installKafka,
  startBroker,
  startPostgres,
  stateDir,
} from '#machinery';

/** What the processes of the images need around them. */
export interface Ground {
  /** Variables of a service, those of its events included. */
  serviceEnvironment(service: string): Promise<Record<string, string>>;
  gatewayEnvironment: Record<string, string>;
  /** An address that says it is ready, and no more. */
  standIn: string;
  /** Where the events go: `kafka` or `embedded`. */
  transport: string;
  close(): Promise<void>;
}

const variable = (service: string, suffix: string) =>
  `${service.replaceAll('-', '_').toUpperCase()}_${suffix}`;

function writeKeys(folder: string) {
  const files = {
    gatewayPrivateKey: path.join(folder, 'gateway.private.pem'),
    gatewayPublicKey: path.join(folder, 'gateway.public.pem'),
    kek: path.join(folder, 'kek.json'),
    filesKey: path.join(folder, 'files.key'),
    auditKey: path.join(folder, 'audit.private.pem'),
  };
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.gatewayPrivateKey, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(files.gatewayPublicKey, publicKey.export({ type: 'spki', format: 'pem' }));
  const ring = { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } };
  writeFileSync(files.kek, JSON.stringify(ring));
  writeFileSync(files.filesKey, 'nobody:nothing');
  const audit = generateKeyPairSync('ed25519').privateKey;
  writeFileSync(files.auditKey, audit.export({ type: 'pkcs8', format: 'pem' }));
  // As the secrets of compose: readable by the user of the image.
  for (const file of Object.values(files)) chmodSync(file, 0o644);
  return files;
}

/** An issuer that knows no more than its own keys: enough to be found. */
async function startIssuer(): Promise<{ url: string; server: Server }> {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }];
  const server = createServer((request, response) => {
    const discovery = { issuer: url, jwks_uri: `${url}/jwks` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/jwks' ? { keys } : discovery));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, server };
}

async function startEventTransport(dir: string, adminUrl: string) {
  if (findKafkaTools().missing !== null) {
    const url = await createLogDatabase(adminUrl, { password: 'log' });
    return { transport: 'embedded', variables: { EVENT_LOG_URL: url }, stop: async () => {} };
  }
  const { libs } = await installKafka({ dir: path.join(stateDir, 'kafka') });
  const { kafka: port, kafkaController: controllerPort } = await freePorts();
  const folder = path.join(dir, 'kafka');
  const broker = await startBroker({ dir: folder, libs, port, controllerPort });
  const variables = { KAFKA_BROKERS: broker.brokers.join(), KAFKA_PLAIN: 'true' };
  return { transport: 'kafka', variables, stop: () => broker.stop() };
}

export async function openGround(dir: string): Promise<Ground> {
  const files = writeKeys(path.join(dir, 'keys'));
  const [server, issuer] = await Promise.all([
    startPostgres({ dataDir: path.join(dir, 'postgres'), port: 0, durable: false }),
    startIssuer(),
  ]);
  const events = await startEventTransport(dir, server.url);
  return {
    transport: events.transport,
    standIn: issuer.url,
    gatewayEnvironment: {
      OIDC_ISSUER: issuer.url,
      OIDC_ISSUER_OVER_HTTP: 'true',
      GATEWAY_PRIVATE_KEY_FILE: files.gatewayPrivateKey,
    },
    async serviceEnvironment(service) {
      const passwords = { owner: 'owner', app: 'app' };
      const database = service.replaceAll('-', '_');
      const urls = await createServiceDatabase(server.url, { database, passwords });
      const keys = await createServiceDatabase(server.url, {
        database: `${database}_keys`,
        passwords,
      });
      return {
        ...events.variables,
        [variable(service, 'OWNER_URL')]: urls.owner,
        [variable(service, 'DATABASE_URL')]: urls.app,
        [variable(service, 'KEYS_OWNER_URL')]: keys.owner,
        [variable(service, 'KEYS_URL')]: keys.app,
        [variable(service, 'KEK_FILE')]: files.kek,
        GATEWAY_PUBLIC_KEY_FILE: files.gatewayPublicKey,
        FILES_S3_BUCKET: 'nowhere',
        FILES_KEY_FILE: files.filesKey,
        [variable(service, 'AUDIT_KEY_FILE')]: files.auditKey,
        AUDIT_DIRECTORY: '/tmp/seals',
      };
    },
    async close() {
      issuer.server.close();
      await events.stop();
      await server.stop();
    },
  };
}
