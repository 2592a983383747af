import {
  commandOf,
  identityOf,
  isAlive,
  parentOf,
} from '../../infra/postgres/process-identity.mjs';

const npm = /^npm\b|npm-cli\.js/;

/**
 * The processes whose end means that this one shall stop: `relay`, which runs it on a newer Node,
 * and npm with its shell, which die of a signal without passing it on.
 */
export function findLaunchers(relay) {
  const chain = ancestors(4);
  const end = chain.findIndex((pid) => npm.test(commandOf(pid)));
  const pids = chain.slice(0, end + 1);
  if (relay && !pids.includes(relay)) pids.push(relay);
  return pids.map(identityOf);
}

function ancestors(count) {
  const chain = [];
  for (let pid = process.pid; chain.length < count; chain.push(pid)) {
    pid = parentOf(pid);
    if (pid === null || pid <= 1) break;
  }
  return chain;
}

/** Calls back once when one of them is gone. */
export function watchLaunchers(launchers, onGone) {
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}
