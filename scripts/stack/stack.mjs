import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  createDatabases,
  givenBrokers,
  givenConnections,
  missingDatabases,
} from './connections.mjs';
import { assertProfile, assertSameProfile, isLoaded, loadOnce } from './demo.mjs';
import { migrate } from './jobs.mjs';
import { endLeftovers } from './leftovers.mjs';
import { lockStack } from './lock.mjs';
import { assertFree, defaultBase, freePorts, portsFrom } from './ports.mjs';
import {
  countReplicas,
  databaseOf,
  environments,
  replicasOf,
  sealsIn,
  services,
} from './processes.mjs';
import { createProgress, Trouble } from './progress.mjs';
import { startBroker, startPostgres, startServing } from './members.mjs';
import { ensureSecrets } from './secrets.mjs';
import { shutDown } from './shutdown.mjs';
import { removeState, writeState } from './state.mjs';
import { requestToken } from './token.mjs';

/**
 * Brings up the whole federation below `dir` and answers how to reach and steer it. When anything
 * fails or `signal` asks to stop, everything that had started is stopped before the error is thrown.
 */
export async function startStack(options) {
  const { dir, profile = 'demo', quiet = false, since, signal } = options;
  assertProfile(profile);
  const progress = createProgress({ quiet, since });
  const stack = openStack(path.resolve(dir), { ...options, profile });
  try {
    await Promise.race([bringUp(stack, progress), whenAborted(stack, signal)]);
    return handleOf(stack);
  } catch (error) {
    await closeStack(stack);
    throw error;
  }
}

async function bringUp(stack, progress) {
  await prepareGround(stack, progress);
  await startData(stack, progress);
  await startProcesses(stack, progress);
}

function whenAborted(stack, signal) {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', async () => {
      await closeStack(stack);
      reject(new Trouble('Stopped before it was up.'));
    });
  });
}

function openStack(dir, options) {
  const environment = { ...process.env, ...options.env };
  const stack = {
    dir,
    lock: options.lock ?? lockStack(dir),
    options,
    replicas: countReplicas(options.replicas),
    members: {},
    running: new Set(),
    stopping: null,
    given: givenConnections(environment),
    brokers: options.brokers ?? givenBrokers(environment),
  };
  stack.onExit = () => killAll(stack);
  process.on('exit', stack.onExit);
  return stack;
}

async function prepareGround(stack, progress) {
  const { dir, options } = stack;
  const ended = await endLeftovers(dir);
  if (ended.length > 0) progress.say(`Ended what a killed run left: ${ended.join(', ')}`);
  assertSameProfile(dir, options.profile);
  stack.ports = await choosePorts(options.ports, stack.replicas);
  stack.ownBroker = options.kafka === true && !stack.brokers;
  stack.missing = missingDatabases(stack.given, !stack.ownBroker && !stack.brokers);
  await assertFree(portsInUse(stack));
  mkdirSync(path.join(dir, 'logs'), { recursive: true });
  // PostgreSQL runs under an account of its own when root starts it, and must pass through here.
  chmodSync(dir, 0o711);
  stack.secrets = ensureSecrets(dir);
}

async function choosePorts(ports, replicas) {
  if (ports === 'free') return freePorts(replicas);
  return { ...portsFrom(defaultBase, replicas), ...ports };
}

function portsInUse({ ports, ownBroker, missing }) {
  const { postgres, kafka, kafkaController, ...served } = ports;
  return {
    ...served,
    ...(missing.length > 0 && { postgres }),
    ...(ownBroker && { kafka, 'kafka controller': kafkaController }),
  };
}

async function startData(stack, progress) {
  const { dir, ports, missing, given, secrets, running } = stack;
  const broker = stack.ownBroker ? startBroker(stack, progress) : null;
  // Awaited below; until then its failure must not count as unhandled.
  broker?.catch(() => {});
  if (missing.length > 0) {
    progress.say('Starting PostgreSQL');
    await startPostgres(stack);
  }
  const { passwords } = secrets;
  const port = ports.postgres;
  stack.urls = missing.length
    ? await createDatabases({ dir, port, names: missing, passwords, given })
    : given;
  await broker;
  progress.say('Migrating the databases');
  const withOwner = services.filter((service) => stack.urls[databaseOf(service)].owner);
  const owned = { services: withOwner, urls: stack.urls, extra: stack.options.env };
  await migrate({ dir, running, ...owned });
}

async function startProcesses(stack, progress) {
  const { dir, ports, replicas, secrets, urls, brokers, options, running } = stack;
  const extra = options.env ?? {};
  const { files } = secrets;
  stack.environments = environments({ dir, ports, replicas, files, urls, brokers, extra });
  stack.onChange = () => void (stack.urls && writeState(dir, describe(stack)));
  const later = isLoaded(dir) ? [] : ['gateway'];
  progress.say('Starting the services, the issuer and the gateway');
  const processes = services.flatMap((service) => replicasOf(service, replicas[service]));
  await startServing(
    stack,
    [...processes, 'identity', 'gateway'].filter((name) => !later.includes(name)),
  );
  const stateFile = writeState(dir, describe(stack));
  // Before its data are there the gateway would call itself ready too early.
  const load = { dir, profile: options.profile, env: stack.environments.loader, stateFile };
  await loadOnce({ ...load, progress, running });
  await startServing(stack, later);
  writeState(dir, describe(stack));
}

function describe({ dir, ports, members, urls, brokers }) {
  const pids = Object.values(members).map(({ name, pid }) => [name, pid]);
  return {
    gateway: `http://127.0.0.1:${ports.gateway}`,
    issuer: `http://127.0.0.1:${ports.identity}`,
    ports,
    pids: Object.fromEntries(pids),
    databases: urls,
    seals: sealsIn(dir),
    ...(brokers && { brokers }),
  };
}

function handleOf(stack) {
  const { gateway, issuer, databases, seals } = describe(stack);
  return {
    dir: stack.dir,
    gatewayUrl: gateway,
    issuerUrl: issuer,
    ports: stack.ports,
    databases,
    seals,
    brokers: stack.brokers,
    processes: stack.members,
    token: (claims) => requestToken(issuer, claims),
    stop: () => closeStack(stack),
  };
}

/** Stops everything once, however often it is asked. */
function closeStack(stack) {
  stack.stopping ??= shutDown(stack).finally(() => {
    process.off('exit', stack.onExit);
    removeState(stack.dir);
    stack.lock.release();
  });
  return stack.stopping;
}

/** The last resort of a process that ends without having stopped its stack. */
function killAll({ members, running }) {
  for (const member of Object.values(members)) if (member.pid) trySignal(member.pid);
  for (const child of running) trySignal(child.pid);
}

function trySignal(pid) {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It is gone already.
  }
}
