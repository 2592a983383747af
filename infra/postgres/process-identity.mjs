import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When the process began, in the system's own words, or null when there is none. A pid together
 * with this never means a stranger that got the same number later.
 */
export function startOf(pid) {
  try {
    // The name in parentheses may hold blanks; the start time is the 20th field after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : fields[19];
  } catch {
    return process.platform === 'linux' ? null : startByPs(pid);
  }
}

function startByPs(pid) {
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options).trim() || null;
  } catch {
    return null;
  }
}

/** The pid of a process's parent, or null; known on Linux only. */
export function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/** What a file keeps so that a later run knows the process again. */
export const identityOf = (pid) => ({ pid, startedAt: startOf(pid) });

export const isAlive = ({ pid, startedAt }) => startedAt !== null && startOf(pid) === startedAt;

/** The command line of a process, or an empty text when there is none. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    if (process.platform === 'linux') return '';
  }
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], options);
  } catch {
    return '';
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the process is gone; false when it still lives after the time given. */
export async function waitForEnd(identity, withinMs) {
  const until = Date.now() + withinMs;
  while (isAlive(identity)) {
    if (Date.now() > until) return false;
    await pause(25);
  }
  return true;
}

/** Sends the signals in turn, each with its patience, until the process is gone. */
export async function endProcess(identity, steps) {
  for (const [signal, withinMs] of steps) {
    if (!isAlive(identity)) return;
    try {
      process.kill(identity.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
    if (await waitForEnd(identity, withinMs)) return;
  }
}
