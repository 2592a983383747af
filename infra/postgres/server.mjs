import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { canEnter, findAccount, findPrograms, makeStandIn } from './account.mjs';
import { claim, clearLeftover, readLockFile, release, shutdownSteps } from './leftover.mjs';
import { endProcess, identityOf } from './process-identity.mjs';

export { createLogDatabase, createLogReader, createServiceDatabase } from './databases.mjs';

const readyWithinMs = 60_000;
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '240',
  shared_buffers: '64MB',
};
/** For tests only: a crash of the machine may lose or break the data. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts PostgreSQL on the data folder, making it first when it is empty, and ends a server that a
 * killed process left behind on it. Port 0 picks a free one.
 */
export async function startPostgres({ dataDir, port, onLog = () => {}, durable = true }) {
  const account = findAccount();
  const base = makeBase(path.resolve(dataDir), account);
  const data = path.join(base, 'data');
  await clearLeftover(base, data);
  const chosenPort = await claimPort(port);
  claim(base);
  try {
    const programs = await findPrograms(account, dataDir);
    const log = rememberLog(onLog);
    if (existsSync(data)) readPassword(path.join(base, 'password'));
    else await initialise({ programs, base, data, account, log });
    const server = await launch({ programs, data, port: chosenPort, durable, account, log });
    return describe(server, { base, port: chosenPort });
  } catch (error) {
    release(base);
    throw error;
  }
}

function describe(server, { base, port }) {
  const stop = async () => {
    await endProcess(identityOf(server.pid), shutdownSteps);
    await server.exited;
    release(base);
  };
  return {
    url: superuserUrl(base, port),
    port,
    pid: server.pid,
    exited: server.exited,
    stop,
    dataDir: base,
  };
}

export function superuserUrl(base, port) {
  const password = readPassword(path.join(base, 'password'));
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

function readPassword(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `The PostgreSQL data in ${path.dirname(file)} is not usable by this user (${error.code}); ` +
        'start as the user who made it, or remove it with npm run reset.',
      { cause: error },
    );
  }
}

function makeBase(wanted, account) {
  openFolder(wanted);
  if (canEnter(wanted, account)) return wanted;
  const base = path.join(makeStandIn(wanted), 'postgres');
  openFolder(base);
  return base;
}

function openFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
  } catch (error) {
    throw new Error(
      `PostgreSQL cannot keep its data in ${folder} (${error.code}); give this user the folder.`,
      { cause: error },
    );
  }
}

function claimPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new Error(`Port ${port} for PostgreSQL is taken; stop what listens there first.`)),
    );
    probe.listen(port, '127.0.0.1', () => {
      const chosen = probe.address().port;
      probe.close(() => resolve(chosen));
    });
  });
}

/** Passes the log on and keeps its end, because PostgreSQL says there why it did not start. */
function rememberLog(onLog) {
  let text = '';
  const take = (chunk) => {
    text = (text + chunk).slice(-4_000);
    onLog(String(chunk));
  };
  return { take, reason: () => text.match(/(?:FATAL|error|could not).*/gi)?.at(-1) ?? text.trim() };
}

/** Prepares a new folder beside the final one, so that a kill half-way leaves nothing that looks whole. */
async function initialise({ programs, base, data, account, log }) {
  const password = randomBytes(24).toString('hex');
  const handover = path.join(base, 'handover');
  const fresh = path.join(base, 'data.new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(handover, password, { mode: 0o600 });
  writeFileSync(path.join(base, 'password'), password, { mode: 0o600 });
  if (account.uid !== undefined) {
    for (const file of [fresh, handover]) chownSync(file, account.uid, account.gid);
  }
  const run = runProgram(
    path.join(programs, 'bin', 'initdb'),
    initdbOptions(fresh, handover),
    account,
    log,
  );
  const code = await run.exited;
  rmSync(handover, { force: true });
  if (code === 0) return renameSync(fresh, data);
  rmSync(fresh, { recursive: true, force: true });
  throw new Error(`PostgreSQL could not prepare ${data}: ${log.reason()}`);
}

const initdbOptions = (data, handover) => [
  '-D',
  data,
  '--username=postgres',
  '--auth=scram-sha-256',
  `--pwfile=${handover}`,
  // The built-in locale sorts and folds alike on every machine, whatever its system library says.
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

function runProgram(program, options, account, log) {
  const child = spawn(program, options, {
    ...account,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' },
    // Its own process group: Ctrl-C in a terminal must reach the starter alone, which stops
    // PostgreSQL after everything that uses it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', log.take);
  child.stderr.on('data', log.take);
  const exited = new Promise((resolve) => {
    child.once('error', (error) => {
      log.take(`error: ${error.message}\n`);
      resolve(-1);
    });
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  return {
    pid: child.pid,
    exited,
    running: () => child.exitCode === null && child.signalCode === null,
  };
}

async function launch({ programs, data, port, durable, account, log }) {
  const values = { ...settings, ...(durable ? {} : careless), port: String(port) };
  const flags = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const program = path.join(programs, 'bin', 'postgres');
  const until = Date.now() + readyWithinMs;
  for (;;) {
    const server = runProgram(program, ['-D', data, ...flags], account, log);
    if (await becomesReady(server, data, until)) return server;
    // Backends of a killed server need a moment to notice and let go of its shared memory.
    const again = /pre-existing shared memory block/.test(log.reason()) && Date.now() < until;
    if (!again) throw new Error(`PostgreSQL did not start on ${data}: ${log.reason()}`);
    await pause(300);
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function becomesReady(server, data, until) {
  while (server.pid !== undefined && server.running()) {
    const lock = readLockFile(data);
    if (lock?.pid === server.pid && lock.ready) return true;
    if (Date.now() > until) await endProcess(identityOf(server.pid), shutdownSteps);
    await pause(20);
  }
  await server.exited;
  return false;
}
