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
import { findKafkaTools, installKafka } from './tools.mjs';

export { findKafkaTools, installKafka };

const storageToolClass = 'kafka.tools.StorageTool';
const serverClass = 'kafka.Kafka';
const readyLine = /Kafka Server started/;
const startDeadlineMs = 60_000;
const stopDeadlineMs = 20_000;
const logSettings = fileURLToPath(new URL('log4j2.properties', import.meta.url));
const smallMachine = ['-Xms128m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

function serverProperties({ data, port, controllerPort }) {
  const listeners = `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`;
  return {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    listeners,
    'advertised.listeners': listeners,
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'log.dirs': data,
    'auto.create.topics.enable': false,
    'num.partitions': 12,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // The default waits three seconds for further members: too long for one developer.
    'group.initial.rebalance.delay.ms': 0,
    // After a kill the node is let in again only when its former session has run out: 9 s by default.
    'broker.session.timeout.ms': 2000,
    'broker.heartbeat.interval.ms': 500,
    'num.network.threads': 2,
    'num.io.threads': 2,
    'log.cleaner.dedupe.buffer.size': 4_194_304,
  };
}

function writeProperties(dir, properties) {
  const file = join(dir, 'server.properties');
  // A properties file takes the backslash of a Windows path for an escape.
  const lines = Object.entries(properties).map(
    ([name, value]) => `${name}=${String(value).replaceAll('\\', '/')}`,
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
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

function handleOf(broker, { dir, port }) {
  const exited = new Promise((resolve) => broker.once('exit', resolve));
  const end = async (signal) => {
    if (broker.exitCode === null && broker.signalCode === null) broker.kill(signal);
    const hurry = setTimeout(() => broker.kill('SIGKILL'), stopDeadlineMs);
    await exited;
    clearTimeout(hurry);
    rmSync(join(dir, 'broker.pid'), { force: true });
  };
  return {
    brokers: [`127.0.0.1:${port}`],
    pid: broker.pid,
    exited,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/**
 * Starts the node and resolves when it answers. Everything it keeps is below `dir`; records survive
 * a stop and a kill. `libs` may name the jars of another directory's installation.
 */
export async function startBroker(options) {
  const { port, controllerPort = port + 1, onLog = () => {} } = options;
  const dir = absolute(options.dir);
  const data = join(dir, 'data');
  mkdirSync(join(dir, 'logs'), { recursive: true });
  const { java, missing } = findKafkaTools();
  if (missing) throw new Error(`Apache Kafka needs ${missing}, which was not found here.`);
  const libs = options.libs ?? (await installKafka({ dir })).libs;
  await stopOrphan(dir);
  await assertFree(port);
  await assertFree(controllerPort);
  const properties = writeProperties(dir, serverProperties({ data, port, controllerPort }));
  formatOnce({ java, libs, dir, data, properties });
  const broker = launch({ java, libs, dir, properties });
  const handle = handleOf(broker, { dir, port });
  writeFileSync(join(dir, 'broker.pid'), String(broker.pid));
  await waitUntilReady(broker, onLog).catch(async (error) => {
    if (broker.pid !== undefined) await handle.kill();
    throw error;
  });
  return handle;
}

async function runInForeground() {
  const { values } = parseArgs({
    options: { dir: { type: 'string' }, port: { type: 'string', default: '9092' } },
  });
  if (!values.dir) throw new Error('Say where the broker keeps its data: --dir <directory>');
  const dir = absolute(values.dir);
  await installKafka({ dir, onProgress: (jar) => console.log(`brought ${jar}`) });
  const broker = await startBroker({ dir, port: Number(values.port), onLog: console.log });
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void broker.stop());
  console.log(`Kafka is ready on ${broker.brokers[0]}`);
  process.exitCode = (await broker.exited) === 143 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  runInForeground().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
