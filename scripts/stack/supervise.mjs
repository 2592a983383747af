import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findNode24 } from './node24.mjs';
import { forgetProcess, noteProcess } from './leftovers.mjs';
import { root } from './places.mjs';
import { Trouble } from './progress.mjs';

const firstPauseMs = 200;
const longestPauseMs = 5_000;
/** A process that lived this long was well; its next death starts the pauses anew. */
const wellAfterMs = 10_000;
const hopelessAfter = 4;

/**
 * Starts one process and starts it again when it dies unasked. `isReady` tells when it serves, and
 * is given a way to read what the process said since its last start;
 * `signal` reaches the program that does the work when that is not the process itself.
 */
export function supervise({
  dir,
  name,
  entry,
  args = [],
  env,
  isReady,
  signal,
  onChange = () => {},
}) {
  const state = { child: null, doomed: null, wanted: true, deaths: 0, pauseMs: firstPauseMs };
  const logFile = path.join(dir, 'logs', `${name}.log`);
  rotate(logFile);
  const context = { dir, name, entry, args, env, logFile, state, onChange };
  launch(context);
  const waitUntilReady = (withinMs) => becomeReady({ name, logFile, state, isReady }, withinMs);
  const stop = (withinMs = 10_000) => halt(state, withinMs);
  return {
    name,
    logFile,
    waitUntilReady,
    stop,
    get pid() {
      return state.child?.pid ?? null;
    },
    get running() {
      return isRunning(state.child);
    },
    kill(which = 'SIGKILL') {
      // Dead in a moment: what still looks ready must not be taken for its successor.
      if (which === 'SIGKILL') state.doomed = state.child;
      if (signal) signal(which);
      else state.child?.kill(which);
    },
    async restart() {
      await stop();
      Object.assign(state, { wanted: true, deaths: 0, pauseMs: firstPauseMs });
      launch(context);
      await waitUntilReady(60_000);
    },
  };
}

const isRunning = (child) => child !== null && child.exitCode === null && child.signalCode === null;

function launch(context) {
  const { dir, name, entry, args, env, logFile, state, onChange } = context;
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(findNode24(), [entry, ...args], {
    cwd: root,
    env,
    // A process group of its own: Ctrl-C reaches only the supervisor, which stops all in order.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  state.child = child;
  state.logStart = statSync(logFile).size;
  state.startedAt = Date.now();
  if (child.pid !== undefined) noteProcess(dir, name, { pid: child.pid, entry });
  child.once('error', () => {});
  child.once('exit', () => void afterExit(context, child));
  onChange();
}

async function afterExit(context, child) {
  const { dir, name, state } = context;
  if (state.child !== child) return;
  forgetProcess(dir, name);
  if (!state.wanted) return;
  if (Date.now() - state.startedAt > wellAfterMs) state.pauseMs = firstPauseMs;
  state.deaths += 1;
  const waitMs = state.pauseMs;
  state.pauseMs = Math.min(waitMs * 2, longestPauseMs);
  await pause(waitMs);
  if (state.wanted && state.child === child) launch(context);
}

async function halt(state, withinMs) {
  state.wanted = false;
  const { child } = state;
  if (!isRunning(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await gone;
  clearTimeout(force);
}

async function becomeReady({ name, logFile, state, isReady }, withinMs) {
  const until = Date.now() + withinMs;
  const said = () => readFileSync(logFile, 'utf8').slice(state.logStart);
  const isUp = () => isRunning(state.child) && state.child !== state.doomed;
  while (!(isUp() && (await isReady(said)))) {
    const hopeless = state.deaths >= hopelessAfter;
    if (hopeless || Date.now() > until || !state.wanted) {
      throw new Trouble(`${name} does not start: ${lastWords(logFile)} (all of it: ${logFile})`);
    }
    await pause(50);
  }
  state.deaths = 0;
}

/** The last line of a log that says something about a failure. */
export function lastWords(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const telling = lines.filter((line) => /error|refus|fatal|cannot|configuration/i.test(line));
  return (telling.at(-1) ?? lines.at(-1) ?? 'it said nothing').trim().slice(0, 400);
}

/** Keeps the logs of the last three runs beside the present one. */
function rotate(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const older = (number) => file.replace(/\.log$/, `.${number}.log`);
  for (const number of [2, 1]) {
    if (existsSync(older(number))) renameSync(older(number), older(number + 1));
  }
  if (existsSync(file)) renameSync(file, older(1));
}

/** Whether an address answers 200. */
export const answers = (url) => async () => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
};
