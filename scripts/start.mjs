import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findLaunchers, watchLaunchers } from './stack/launchers.mjs';
import { endAbandonedHolder, lockStack } from './stack/lock.mjs';
import { runOnNode24, runsOnNode24 } from './stack/node24.mjs';
import { stateDir } from './stack/places.mjs';
import { prepare } from './stack/prepare.mjs';
import { createProgress, runScript, Trouble } from './stack/progress.mjs';
import { endTools } from './stack/tool.mjs';

const usage = `npm start -- [--profile demo|empty|national] [--kafka] [--replicas 1] [--port-base 4000]

Brings up the whole federation on this machine. Ctrl-C stops it; npm run reset removes its data.`;

const started = Number(process.env.JEJARING_STARTED ?? Date.now());
const relay = Number(process.env.JEJARING_RELAY) || undefined;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        profile: { type: 'string', default: 'demo' },
        kafka: { type: 'boolean', default: false },
        replicas: { type: 'string', default: '1' },
        'port-base': { type: 'string', default: '4000' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Trouble(`${error.message}\n\n${usage}`);
  }
}

function readBase(text) {
  const base = Number(text);
  if (Number.isInteger(base) && base >= 1024 && base <= 65_000) return base;
  throw new Trouble(`--port-base needs a number from 1024 to 65000, not "${text}".`);
}

/** Of each service; the gateway and the issuer stay alone. Three use up the connections of PostgreSQL here. */
function readReplicas(text) {
  const replicas = Number(text);
  if (Number.isInteger(replicas) && replicas >= 1 && replicas <= 3) return replicas;
  throw new Trouble(`--replicas needs a number from 1 to 3, not "${text}".`);
}

async function start() {
  const options = readOptions();
  if (options.help) return void process.stdout.write(`${usage}\n`);
  const base = readBase(options['port-base']);
  const replicas = readReplicas(options.replicas);
  assertKnown(options.profile);
  await endAbandonedHolder(stateDir);
  const launchers = findLaunchers(relay);
  const lock = lockStack(stateDir, { relay, launchers });
  const stop = stopOnSignals();
  watchLaunchers(launchers, () => process.kill(process.pid, 'SIGTERM'));
  try {
    const progress = createProgress({ since: started });
    await prepare(progress, { build: runsOnNode24() });
    if (!runsOnNode24()) return await handOver(stop);
    await run({ options, base, replicas, lock, stop });
  } catch (error) {
    // Being stopped while starting is no failure.
    if (!stop.signal.aborted) throw error;
  } finally {
    lock.release();
  }
}

/** Checked before the minute-long install; the list itself is checked again by the stack. */
function assertKnown(profile) {
  if (['demo', 'empty', 'national'].includes(profile)) return;
  throw new Trouble(`There is no profile "${profile}"; choose demo, empty or national.`);
}

function stopOnSignals() {
  const stop = new AbortController();
  const ask = () => {
    endTools();
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  return stop;
}

/** The rest runs on Node 24, in a process that ends when this one is killed. */
async function handOver(stop) {
  if (stop.signal.aborted) return;
  const env = { JEJARING_RELAY: String(process.pid), JEJARING_STARTED: String(started) };
  process.exitCode = await runOnNode24(fileURLToPath(import.meta.url), process.argv.slice(2), {
    env,
  });
}

async function run({ options, base, replicas, lock, stop }) {
  const { startStack } = await import('./stack/stack.mjs');
  const { portsFrom } = await import('./stack/ports.mjs');
  const { welcome } = await import('./stack/welcome.mjs');
  const { signal } = stop;
  if (signal.aborted) return;
  const { profile, kafka } = options;
  const stack = await startStack({
    dir: path.resolve(stateDir),
    ports: portsFrom(base, replicas),
    replicas,
    profile,
    kafka,
    lock,
    since: started,
    signal,
  });
  process.stdout.write(welcome(stack, (Date.now() - started) / 1000));
  await new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', resolve);
  });
  process.stdout.write('\nStopping\n');
  await stack.stop();
  process.stdout.write('Stopped\n');
}

await runScript(start);
// An open channel to the launcher, or a tool that does not heed a signal, must not keep this alive.
process.exit();
