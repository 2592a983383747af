import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

export interface Started {
  name: string;
  pid: number;
  logFile: string;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

/** The core of a gateway that is measured, and the core of all around it. */
export const cores = { gateway: 1, others: 0 };

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

/** The measuring process itself keeps off the core of the gateways. */
export function stayAside(): boolean {
  if (canPin) spawnSync('taskset', ['-acp', String(cores.others), String(process.pid)]);
  return canPin;
}

export interface Command {
  name: string;
  core: number;
  argv: readonly string[];
  cwd: string;
  env: Record<string, string>;
  logFile: string;
}

export function startProcess({ name, core, argv, cwd, env, logFile }: Command): Started {
  const [command, ...args] = canPin ? ['taskset', '-c', String(core), ...argv] : argv;
  const log = openSync(logFile, 'w');
  const { PATH = '', HOME = '/tmp' } = process.env;
  const child = spawn(command!, args, {
    cwd,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const hasEnded = () => child.exitCode !== null;
  return { name, pid: child.pid!, logFile, hasEnded, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
}

/** Waits until it is so; what the process has said so far is in the error. */
export async function waitFor(started: Started, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 120_000;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > giveUpAt || started.hasEnded()) {
      const said = readFileSync(started.logFile, 'utf8').slice(-2_000);
      throw new Error(`${started.name} does not answer as it should.\n${said}`);
    }
    await pause(100);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

interface ProcessFigures {
  parent: number;
  cpuMs: number;
  memoryMib: number;
}

const tickMs = 10;
const pageBytes = 4_096;

function readStat(pid: string): ProcessFigures | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks; what follows it does not.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      // Its own, and that of its children that have ended, which would be lost otherwise.
      cpuMs: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * tickMs,
      memoryMib: (Number(fields[21]) * pageBytes) / 1024 / 1024,
    };
  } catch {
    return null;
  }
}

/** Processor time and memory of a process and all that it started. */
export function readTree(pid: number): { cpuMs: number; memoryMib: number } {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), readStat(name)] as const),
  );
  const isIn = (at: number): boolean => at === pid || (at > 1 && isIn(all.get(at)?.parent ?? 0));
  const members = [...all].filter(([at]) => isIn(at)).map(([, figures]) => figures);
  const sum = (of: 'cpuMs' | 'memoryMib') =>
    members.reduce((so, each) => so + (each?.[of] ?? 0), 0);
  return { cpuMs: sum('cpuMs'), memoryMib: sum('memoryMib') };
}
