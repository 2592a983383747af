import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Image } from './build.js';
import { readCommand } from './dockerfile.js';

/** Somebody with no rights, whom a root that runs this script steps down to; as the image's user does. */
const nobody = 65_534;

export interface StartOptions {
  image: Image;
  /** Instead of the image's own command. */
  command?: string[];
  /** What compose would set. */
  environment: Record<string, string>;
  /** The folders of `node` and the shell. */
  searchPath: string;
}

export interface Started {
  child: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
}

/** Makes the tree one that nobody can change, as a read-only root file system is. */
export function seal({ root }: Image): void {
  execFileSync('chmod', ['-R', 'a+rX,a-w', root]);
}

/** Runs the command of an image in its tree, with its variables and nothing of this process's own. */
export function start({ image, command, environment, searchPath }: StartOptions): Started {
  const [program = '', ...args] = command ?? readCommand(image.command);
  const child = spawn(program, args, {
    cwd: path.join(image.root, image.workdir),
    env: { ...image.environment, ...environment, PATH: searchPath },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
  });
  let said = '';
  const take = (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-8_000));
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  return { child, said: () => said, ended };
}

export async function untilReady(
  { said, child }: Started,
  url: string,
  withinMs: number,
): Promise<number> {
  const began = Date.now();
  while (Date.now() - began < withinMs) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return Date.now() - began;
    if (child.exitCode !== null) break;
    await pause(100);
  }
  throw new Error(`${url} did not become ready: ${said()}`);
}

/** Sends SIGTERM; answers how long the process took, or says how it failed to end well. */
export async function stopWell({ child, ended, said }: Started, withinMs: number): Promise<number> {
  const began = Date.now();
  child.kill('SIGTERM');
  const late = pause(withinMs, 'late' as const, { ref: false });
  const code = await Promise.race([ended, late]);
  if (code === 0) return Date.now() - began;
  child.kill('SIGKILL');
  throw new Error(`It ended with ${code ?? 'a signal'} after SIGTERM: ${said()}`);
}
