import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '@jejaring/chassis/process/database';
import { database } from '@jejaring/event-hub/database';
import { logTransport } from '@jejaring/transports/log-transport';
import pg from 'pg';
import { createLogDatabase, createServiceDatabase, root, startPostgres } from '#machinery';
import { startIssuer } from '../gateway/issuer.js';
import { freePort, readTree } from '../gateway/processes.js';

export type Ground = Awaited<ReturnType<typeof openGround>>;

/** An event-hub as it is deployed, in a process of its own, on a PostgreSQL that keeps what it promised. */
export async function openGround() {
  const folder = mkdtempSync(path.join(tmpdir(), 'jejaring-feed-'));
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), port: 0 });
  const passwords = { owner: 'owner', app: 'app' };
  const urls = await createServiceDatabase(postgres.url, { database: 'event_hub', passwords });
  await migrate(database, urls.owner);
  const logUrl = await createLogDatabase(postgres.url, { password: 'log' });
  const transport = logTransport({ url: logUrl });
  const [issuer, port] = await Promise.all([startIssuer(), freePort()]);
  const admin = new URL(postgres.url);
  admin.pathname = '/event_hub';
  const rows = new pg.Client({ connectionString: admin.href });
  await rows.connect();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ...writeSecrets(folder),
    PORT: String(port),
    EVENT_HUB_DATABASE_URL: urls.app,
    EVENT_LOG_URL: logUrl,
    OIDC_ISSUER: issuer.url,
  };
  let hub = await startHub(folder, url, environment);
  const postmaster = await parentOfBackend(rows);
  return {
    url,
    issuer,
    transport,
    rows,
    /** Processor time that the hub and its database have used so far. */
    cpuMs: () => ({ hub: readTree(hub.pid!).cpuMs, database: readTree(postmaster).cpuMs }),
    /** Ends it without a word, and starts it again at the same address. */
    async kill() {
      const ended = once(hub, 'exit');
      hub.kill('SIGKILL');
      await ended;
      hub = await startHub(folder, url, environment);
    },
    async close() {
      hub.kill();
      issuer.stop();
      await transport.close();
      await rows.end();
      await postgres.stop();
      rmSync(postgres.dataDir, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function parentOfBackend(rows: pg.Client): Promise<number> {
  const { rows: found } = await rows.query<{ pid: number }>('select pg_backend_pid() as pid');
  const stat = readFileSync(`/proc/${found[0]!.pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]);
}

function writeSecrets(folder: string): Record<string, string> {
  const write = (name: string, content: string | Buffer) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seals = path.join(folder, 'seals');
  mkdirSync(seals);
  const ring = { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } };
  return {
    GATEWAY_PUBLIC_KEY_FILE: write(
      'gateway.pem',
      publicKey.export({ type: 'spki', format: 'pem' }),
    ),
    EVENT_HUB_AUDIT_KEY_FILE: write(
      'audit.pem',
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ),
    EVENT_HUB_KEK_FILE: write('kek.json', JSON.stringify(ring)),
    AUDIT_DIRECTORY: seals,
  };
}

async function startHub(folder: string, url: string, env: Record<string, string>) {
  const log = openSync(path.join(folder, 'hub.log'), 'w');
  const main = path.join(root, 'services', 'event-hub', 'dist', 'main.js');
  const child = spawn(process.execPath, [main], {
    env: { ...env, LOG_LEVEL: 'warn', DRAIN_MS: '0' },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  for (let tries = 0; ; tries += 1) {
    // Until it listens nobody answers; why it never does would be in its log.
    const ready = await fetch(`${url}/readyz`).catch(() => null);
    const told = ready?.ok === true ? ((await ready.json()) as { events: boolean }) : null;
    if (told?.events === true) return child;
    if (child.exitCode !== null || tries === 300) throw new Error('The hub did not become ready.');
    await pause(100);
  }
}
