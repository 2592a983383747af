import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { forgetProcess, noteProcess } from './leftovers.mjs';
import { findNode24 } from './node24.mjs';
import { root } from './places.mjs';
import { migrationEnvironment, migrationOf } from './processes.mjs';
import { Trouble } from './progress.mjs';
import { lastWords } from './supervise.mjs';

/** Runs a program that ends by itself, its output in a log; not ending well is trouble. */
export function runJob({ dir, name, entry, args = [], env, running, onLine }) {
  const logFile = path.join(dir, 'logs', `${name}.log`);
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(findNode24(), [entry, ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', onLine ? 'pipe' : log, log],
  });
  if (onLine) followLines(child.stdout, log, onLine);
  else closeSync(log);
  running.add(child);
  if (child.pid !== undefined) noteProcess(dir, name, { pid: child.pid, entry });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      running.delete(child);
      forgetProcess(dir, name);
      if (code === 0) resolve();
      else reject(new Trouble(`${name} failed: ${lastWords(logFile)} (all of it: ${logFile})`));
    });
  });
}

function followLines(output, log, onLine) {
  const lines = createInterface({ input: output });
  lines.on('line', (line) => {
    writeSync(log, `${line}\n`);
    onLine(line);
  });
  lines.on('close', () => closeSync(log));
}

/** Brings the tables of the given services up to date, all at once: each has its own database. */
export function migrate({ dir, services, urls, extra, running }) {
  return Promise.all(
    services.map((service) =>
      runJob({
        dir,
        name: `migrate-${service}`,
        entry: requireBuilt(migrationOf(service)),
        env: migrationEnvironment(service, urls, extra),
        running,
      }),
    ),
  );
}

export function requireBuilt(file) {
  if (existsSync(file)) return file;
  throw new Trouble(`${path.relative(root, file)} is not built; run npm run build.`);
}
