import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, identityOf, isAlive } from '../../infra/postgres/process-identity.mjs';
import { Trouble } from './progress.mjs';

/**
 * Takes a lock that lives as long as this process: a file that names its holder. Answers the
 * holder when another live process has it. `relay` is the process that started this one to run it
 * on a newer Node; its lock passes on.
 */
export function takeLock(file, { relay, launchers = [] } = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = { ...identityOf(process.pid), launchers };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (createWhole(file, own)) return { taken: true, release: () => releaseLock(file) };
    const holder = readHolder(file);
    if (blocks(holder, relay)) return { taken: false, holder };
    discard(file, relay);
  }
  throw new Error(`The lock ${file} changes all the time; wait a moment and start again.`);
}

const blocks = (holder, relay) =>
  holder !== null && isAlive(holder) && (relay === undefined || holder.pid !== relay);

/** Moves a dead holder's file aside; one that another process made meanwhile is put back. */
function discard(file, relay) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    if (blocks(readHolder(aside), relay)) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(error.code)) throw error;
  }
  rmSync(aside, { force: true });
}

/** Links a finished file into place: nobody ever reads half of one, and only one can win. */
function createWhole(file, content) {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, JSON.stringify(content));
  } catch (error) {
    if (error.code !== 'EACCES') throw error;
    const folder = path.dirname(path.dirname(file));
    throw new Trouble(`${folder} belongs to another user; run as that user, or in your own clone.`);
  }
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

export function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function releaseLock(file) {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** Takes the lock, waiting while another process has it. */
export async function waitForLock(file, onWait = () => {}) {
  for (let round = 0; ; round += 1) {
    const lock = takeLock(file);
    if (lock.taken) return lock;
    if (round === 0) onWait(lock.holder);
    await pause(200);
  }
}

const stackLock = (dir) => path.join(dir, 'run', 'stack.lock');

/** Takes the folder of a stack for this process, or says in one sentence who has it. */
export function lockStack(dir, options) {
  const lock = takeLock(stackLock(dir), options);
  if (lock.taken) return lock;
  const { pid } = lock.holder;
  throw new Trouble(
    `This stack already runs under process ${pid}; stop it with Ctrl-C in its terminal or kill ${pid}.`,
  );
}

/** A holder whose launcher was killed is about to stop, or would never: it is stopped here. */
export async function endAbandonedHolder(dir) {
  const holder = readHolder(stackLock(dir));
  if (!holder?.launchers || holder.launchers.every(isAlive)) return;
  await endProcess(holder, [
    ['SIGTERM', 20_000],
    ['SIGKILL', 2_000],
  ]);
}

/** The process that runs the stack of this folder, or null. */
export function findStackHolder(dir) {
  const holder = readHolder(stackLock(dir));
  return holder && isAlive(holder) ? holder : null;
}
