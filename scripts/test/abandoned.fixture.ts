import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startOf } from '../../infra/postgres/process-identity.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Open to pass through, because PostgreSQL runs under an account of its own when root starts it. */
export function aFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-test-'));
  chmodSync(dir, 0o711);
  return dir;
}

export interface Starter {
  pid: number;
  /** What the starter says when it is done: the pid of what it started. */
  started: number;
  kill(): Promise<void>;
}

/** Another process that starts something and keeps it until it is killed. */
export async function aStarter(module: string, call: string, options: unknown): Promise<Starter> {
  const file = pathToFileURL(path.join(here, '..', '..', module)).href;
  const script = path.join(here, 'left-alone.mjs');
  const child = spawn(process.execPath, [script, file, call, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(String(chunk)));
    child.once('exit', () => reject(new Error('The starter ended before it had started.')));
  });
  const started = Number(await said);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  return { pid: child.pid ?? 0, started, kill };
}

export const isAlive = (pid: number): boolean => startOf(pid) !== null;
