// One Apache Kafka node (broker and controller in one) for development and tests, without Docker.
// No dependency, runs on Node 20. Also a command: node infra/kafka/broker.mjs --dir … --port …
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve as absolute } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dataIn, plainProperties, securedProperties, toProperties } from './properties.mjs';
import { makeSecrets } from './secrets.mjs';
import { findKafkaTools, installKafka } from './tools.mjs';

export { findKafkaTools, installKafka };

const storageToolClass = 'kafka.tools.StorageTool';
const serverClass = 'kafka.Kafka';
const readyLine = /Kafka Server started/;
const startDeadlineMs = 60_000;
const stopDeadlineMs = 20_000;
const logSettings = fileURLToPath(new URL('log4j2.properties', import.meta.url));
const smallMachine = ['-Xms128m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

function writeProperties(dir, properties) {
  const file = join(dir, 'server.properties');
  writeFileSync(file, toProperties(properties));
  return file;
}

function clusterId(dir) {
  const file = join(dir, 'cluster-id');
  if (!existsSync(file)) {
    // A leading dash would be read as an option by the storage tool.
    writeFileSync(file, randomBytes(16).toString('base64url').replace(/^-/, 'A'));
  }
  return readFileSync(file, 'utf8').trim();
}

function formatOnce({ java, libs, dir, data, properties }) {
  if (existsSync(join(data, 'meta.properties'))) return;
  const classes = join(libs, '*');
  const options = ['format', '-t', clusterId(dir), '-c', properties, '--standalone', '-g'];
  const result = spawnSync(java, [...smallMachine, '-cp', classes, storageToolClass, ...options], {
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  throw new Error(`Kafka's storage could not be formatted in ${data}: ${result.stderr}`);
}

function assertFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new Error(`Port ${port} is taken: stop what listens there or choose another port.`)),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function waitUntilGone(pid, deadlineMs) {
  const end = Date.now() + deadlineMs;
  while (isAlive(pid) && Date.now() < end) await pause(50);
  return !isAlive(pid);
}

/** A parent that was killed leaves its broker running on the same data: that one is stopped first. */
async function stopOrphan(dir) {
  const file = join(dir, 'broker.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const command = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  // Process ids are used again: only a broker of this very directory is ours to stop.
  if (!(command.stdout ?? '').includes(join(dir, 'server.properties'))) return;
  process.kill(pid, 'SIGTERM');
  if (!(await waitUntilGone(pid, stopDeadlineMs))) process.kill(pid, 'SIGKILL');
  await waitUntilGone(pid, stopDeadlineMs);
}

function launch({ java, libs, dir, properties }) {
  const classes = join(libs, '*');
  const settings = [`-Dlog4j2.configurationFile=${logSettings}`, `-Dkafka.logs.dir=${dir}/logs`];
  return spawn(java, [...smallMachine, ...settings, '-cp', classes, serverClass, properties], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches a whole terminal group; the parent stops the broker in its own order.
    detached: true,
  });
}

function waitUntilReady(broker, onLog) {
  const lastLines = [];
  return new Promise((resolve, reject) => {
    const fail = (reason) =>
      reject(
        new Error(`Kafka did not start (${reason}). Its last words:\n${lastLines.join('\n')}`),
      );
    const deadline = setTimeout(() => fail(`not ready in ${startDeadlineMs} ms`), startDeadlineMs);
    const read = (line) => {
      onLog(line);
      if (lastLines.push(line) > 20) lastLines.shift();
      if (!readyLine.test(line)) return;
      clearTimeout(deadline);
      resolve();
    };
    createInterface({ input: broker.stdout }).on('line', read);
    createInterface({ input: broker.stderr }).on('line', read);
    broker.once('error', (error) => fail(error.message));
    broker.once('exit', (code) => fail(`exit code ${code}`));
    broker.once('exit', () => clearTimeout(deadline));
  });
}

function handleOf(broker, { dir, settings: { ports, host = '127.0.0.1', secrets } }) {
  const exited = new Promise((resolve) => broker.once('exit', resolve));
  const end = async (signal) => {
    if (broker.exitCode === null && broker.signalCode === null) broker.kill(signal);
    const hurry = setTimeout(() => broker.kill('SIGKILL'), stopDeadlineMs);
    await exited;
    clearTimeout(hurry);
    rmSync(join(dir, 'broker.pid'), { force: true });
  };
  return {
    brokers: [`${host}:${ports.services}`],
    // Only a secured node has doors for subscribers and for who sets it up.
    ...(secrets && {
      secrets,
      subscribers: [`${host}:${ports.subscribers}`],
      admin: { host, port: ports.nodes },
    }),
    pid: broker.pid,
    exited,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Ports of a secured node, one after another where nothing else is said. */
const portsFrom = ({ port, controllerPort = port + 1, secured }) => ({
  services: port,
  controller: controllerPort,
  nodes: secured.nodesPort ?? port + 2,
  subscribers: secured.subscribersPort ?? port + 3,
});

/** What the node is told, and the ports it takes; the secrets of a secured one are made at its first start. */
function settingsOf(dir, options) {
  const { port, controllerPort = port + 1, secured } = options;
  const data = dataIn(dir);
  if (!secured) {
    return {
      properties: plainProperties({ data, port, controllerPort }),
      ports: { services: port, controller: controllerPort },
    };
  }
  const { host = 'localhost', secrets = join(dir, 'secrets') } = secured;
  const ports = portsFrom(options);
  makeSecrets({ dir: secrets, hosts: [host] });
  return { properties: securedProperties({ data, secrets, host, ports }), ports, host, secrets };
}

/**
 * Starts the node and resolves when it answers. Everything it keeps is below `dir`; records survive
 * a stop and a kill. `libs` may name the jars of another directory's installation.
 */
export async function startBroker(options) {
  const { onLog = () => {} } = options;
  const dir = absolute(options.dir);
  mkdirSync(join(dir, 'logs'), { recursive: true });
  const { java, missing } = findKafkaTools();
  if (missing) throw new Error(`Apache Kafka needs ${missing}, which was not found here.`);
  const libs = options.libs ?? (await installKafka({ dir })).libs;
  await stopOrphan(dir);
  const settings = settingsOf(dir, options);
  for (const port of Object.values(settings.ports)) await assertFree(port);
  const properties = writeProperties(dir, settings.properties);
  formatOnce({ java, libs, dir, data: dataIn(dir), properties });
  const broker = launch({ java, libs, dir, properties });
  const handle = handleOf(broker, { dir, settings });
  writeFileSync(join(dir, 'broker.pid'), String(broker.pid));
  await waitUntilReady(broker, onLog).catch(async (error) => {
    if (broker.pid !== undefined) await handle.kill();
    throw error;
  });
  return handle;
}

async function runInForeground() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      port: { type: 'string', default: '9092' },
      secured: { type: 'boolean', default: false },
      host: { type: 'string', default: 'localhost' },
    },
  });
  if (!values.dir) throw new Error('Say where the broker keeps its data: --dir <directory>');
  const dir = absolute(values.dir);
  await installKafka({ dir, onProgress: (jar) => console.log(`brought ${jar}`) });
  const secured = values.secured ? { host: values.host } : undefined;
  const port = Number(values.port);
  const broker = await startBroker({ dir, port, secured, onLog: console.log });
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void broker.stop());
  console.log(`Kafka is ready on ${broker.brokers[0]}`);
  if (secured) {
    const { host, port: nodes } = broker.admin;
    console.log(`Subscribers: ${broker.subscribers[0]}. Topics, users and permissions come with:
  npm run kafka:access -- --admin ${host}:${nodes} --secrets ${broker.secrets}`);
  }
  process.exitCode = (await broker.exited) === 143 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  runInForeground().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
