import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findKafkaTools, installKafka } from '../../infra/kafka/broker.mjs';
import { baseOf } from '../../infra/postgres/account.mjs';
import { isServerOf, readLockFile } from '../../infra/postgres/leftover.mjs';
import { requireBuilt } from './jobs.mjs';
import { commonEnvironment, entryOf, serviceOf, services } from './processes.mjs';
import { Trouble } from './progress.mjs';
import { answers, supervise } from './supervise.mjs';

const readyWithinMs = 60_000;

function begin(stack, name, options) {
  if (stack.stopping) throw new Trouble('The stack is being stopped.');
  const onChange = () => stack.onChange?.();
  const member = supervise({ dir: stack.dir, name, entry: entryOf(name), onChange, ...options });
  stack.members[name] = member;
  return member;
}

function sendTo(pid, signal) {
  if (!pid) return false;
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

export const postgresData = (dir) => path.join(baseOf(path.join(dir, 'postgres')), 'data');

export async function startPostgres(stack) {
  const { dir, ports, options } = stack;
  const lock = () => readLockFile(postgresData(dir));
  const member = begin(stack, 'postgres', {
    env: {
      ...commonEnvironment(options.env),
      POSTGRES_DIR: path.join(dir, 'postgres'),
      POSTGRES_PORT: String(ports.postgres),
    },
    isReady: () => lock()?.ready === true && isServerOf(lock().pid, postgresData(dir)),
    signal: (which) => sendTo(lock()?.pid, which),
  });
  await member.waitUntilReady(readyWithinMs).catch((error) => {
    throw new Trouble(`${error.message}; npm run reset removes its data and begins anew.`);
  });
}

export async function startBroker(stack, progress) {
  const { dir, ports, options } = stack;
  const { missing } = findKafkaTools();
  if (missing) throw new Trouble(`Kafka needs ${missing}; install it, or start without --kafka.`);
  const folder = path.join(dir, 'kafka');
  await progress.during('Bringing Kafka', () => installKafka({ dir: folder }));
  progress.say('Starting Kafka');
  const member = begin(stack, 'kafka', {
    args: ['--dir', folder, '--port', String(ports.kafka)],
    env: commonEnvironment(options.env),
    isReady: (said) => said().includes('Kafka is ready'),
    signal: (which) => sendTo(Number(readFileSync(path.join(folder, 'broker.pid'), 'utf8')), which),
  });
  await member.waitUntilReady(readyWithinMs);
  stack.brokers = [`127.0.0.1:${ports.kafka}`];
}

/** Starts the named processes together and waits until each says it is ready. */
export async function startServing(stack, names) {
  for (const name of names) requireBuilt(entryOf(name));
  const started = names.map((name) =>
    begin(stack, name, {
      env: stack.environments[name],
      isReady: answers(`http://127.0.0.1:${stack.ports[name]}/readyz`),
    }),
  );
  await Promise.all(started.map((member) => member.waitUntilReady(readyWithinMs)));
}

/** Who stops after whom: nobody loses what it still needs. */
export const stopOrder = (members) => [
  ['gateway'],
  Object.keys(members).filter((name) => services.includes(serviceOf(name))),
  ['identity'],
  ['kafka'],
  ['postgres'],
];
