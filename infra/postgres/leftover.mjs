import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandOf, endProcess, identityOf, isAlive } from './process-identity.mjs';

const ownerFile = (base) => path.join(base, 'owner.json');

/** Fast shutdown, then immediate, then by force. */
export const shutdownSteps = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

/**
 * A server whose starter was killed lives on without one. It is ended here, and PostgreSQL's lock
 * file removed when its number meanwhile belongs to a stranger; a server whose starter lives is
 * refused.
 */
export async function clearLeftover(base, data) {
  const owner = readOwner(base);
  if (owner && owner.pid !== process.pid && isAlive(owner)) {
    throw new Error(
      `PostgreSQL of ${base} already runs under process ${owner.pid}; stop that one first.`,
    );
  }
  const pid = readLockFile(data)?.pid;
  if (pid === undefined) return;
  const found = identityOf(pid);
  if (!isAlive(found)) return;
  if (isServerOf(pid, data)) await endProcess(found, shutdownSteps);
  else rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

/** Whether the process is a PostgreSQL server on this data folder. */
export const isServerOf = (pid, data) => {
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(data);
};

function readOwner(base) {
  try {
    return JSON.parse(readFileSync(ownerFile(base), 'utf8'));
  } catch {
    return null;
  }
}

export function claim(base) {
  writeFileSync(ownerFile(base), JSON.stringify(identityOf(process.pid)));
}

export function release(base) {
  rmSync(ownerFile(base), { force: true });
}

/** What PostgreSQL itself writes into its lock file, or null when there is none. */
export function readLockFile(data) {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}
