import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  composeManyPlans,
  manyPlansServices,
  startNodes,
} from '@jejaring/gateway/planning/many-plans.fixture';
import { root } from '#machinery';
import { startIssuer } from '../gateway/issuer.js';
import { cores, freePort, startProcess, waitFor } from '../gateway/processes.js';

/** A gateway that answers any document, over a graph that has too many plans. */
export interface Ground {
  url: string;
  /** The longest stretch of processor time of the serving thread since the last time. */
  readLongest(): Promise<number>;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jejaring-planning-'));
  const [nodes, issuer, port] = [await startNodes(), await startIssuer(), await freePort()];
  const stretchFile = path.join(folder, 'longest.json');
  const services = manyPlansServices.map((name) => `${name}=${nodes.url}`).join(',');
  const gateway = startProcess({
    name: 'gateway',
    core: cores.gateway,
    argv: [
      process.execPath,
      `--import=${pathToFileURL(path.join(import.meta.dirname, 'stretches.js')).href}`,
      path.join(root, 'gateway', 'dist', 'main.js'),
    ],
    cwd: root,
    env: {
      ...writeFiles(folder),
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      PORT: String(port),
      OIDC_ISSUER: issuer.url,
      SERVICE_URLS: services,
      DRAIN_MS: '0',
      JEJARING_STRETCH_FILE: stretchFile,
    },
    logFile: path.join(folder, 'gateway.log'),
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor(gateway, async () => (await fetch(`${url}/livez`)).ok);
  return {
    url,
    readLongest: () => readLongest(gateway.pid, stretchFile),
    async close() {
      await gateway.stop();
      await nodes.stop();
      issuer.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function writeFiles(folder: string) {
  const supergraph = path.join(folder, 'supergraph.graphql');
  const key = path.join(folder, 'gateway.pem');
  writeFileSync(supergraph, composeManyPlans());
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return {
    SUPERGRAPH_FILE: supergraph,
    GATEWAY_PRIVATE_KEY_FILE: key,
    OPERATIONS_FOLDER: path.join(folder, 'none'),
  };
}

async function readLongest(pid: number, file: string): Promise<number> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(file)) await pause(10);
  await pause(10);
  return (JSON.parse(readFileSync(file, 'utf8')) as { longest: number }).longest;
}
