import { execFileSync, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { bin, root } from './places.mjs';
import { Trouble } from './progress.mjs';

const wanted = 24;
const majorOf = (version) => Number(version.replace('v', '').split('.')[0]);

/** The Node this project runs on: the host's when it is new enough, else the one npm brought. */
export function findNode24() {
  if (majorOf(process.version) >= wanted) return process.execPath;
  if (existsSync(bin('node'))) {
    const brought = realpathSync(bin('node'));
    if (majorOf(versionOf(brought)) >= wanted) return brought;
  }
  throw new Trouble(
    `Node ${wanted} is needed, here is ${process.version} and npm brings none for ` +
      `${process.platform}-${process.arch}; install Node ${wanted} and start again.`,
  );
}

function versionOf(program) {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return 'v0';
  }
}

export const runsOnNode24 = () => majorOf(process.version) >= wanted;

/** The environment in which `node`, `tsc` and the like are those of this project. */
export function projectEnvironment(extra = {}) {
  const folders = [path.dirname(findNode24()), path.dirname(bin('node')), process.env.PATH];
  return {
    ...process.env,
    PATH: folders.join(path.delimiter),
    APOLLO_TELEMETRY_DISABLED: 'true',
    TURBO_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

/**
 * Runs a script on Node 24 in this terminal, passes signals on and answers its exit code. Whoever
 * listens hears all that it writes.
 */
export function runOnNode24(file, args, { flags = [], env = {}, listen } = {}) {
  const child = spawn(findNode24(), [...flags, file, ...args], {
    cwd: root,
    env: projectEnvironment(env),
    stdio: listen ? ['inherit', 'pipe', 'pipe'] : 'inherit',
  });
  if (listen) {
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      from.on('data', (piece) => (to.write(piece), listen(piece)));
  }
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}
