import { createServer } from 'node:net';
import { countReplicas, replicasOf, services } from './processes.mjs';
import { Trouble } from './progress.mjs';

/** Where each process listens, counted from the gateway's port. */
const offsets = {
  gateway: 0,
  organizations: 1,
  'welfare-cases': 2,
  training: 3,
  awards: 4,
  'event-hub': 5,
  identity: 10,
  postgres: 20,
  kafka: 21,
  kafkaController: 22,
};

// The second process of a service listens 30 above the first, the third 10 above the second.
const offsetOfReplica = (service, at) => offsets[service] + (at === 0 ? 0 : 20 + 10 * at);

export const defaultBase = 4000;

function offsetsFor(replicas) {
  const counts = countReplicas(replicas);
  const further = services.flatMap((service) =>
    replicasOf(service, counts[service]).map((name, at) => [name, offsetOfReplica(service, at)]),
  );
  return { ...offsets, ...Object.fromEntries(further) };
}

export const portsFrom = (base, replicas) =>
  Object.fromEntries(
    Object.entries(offsetsFor(replicas)).map(([name, offset]) => [name, base + offset]),
  );

/** Free ports, all held open together while they are picked, so that none is picked twice. */
export async function freePorts(replicas) {
  const names = Object.keys(offsetsFor(replicas)).filter((name) => !name.startsWith('kafka'));
  const probes = await Promise.all([...names.map(() => probe(0)), neighbours()]);
  const [kafka, kafkaController] = probes.pop();
  const found = [
    ...names.map((name, index) => [name, portOf(probes[index])]),
    ['kafka', portOf(kafka)],
    ['kafkaController', portOf(kafkaController)],
  ];
  const held = [...probes, kafka, kafkaController];
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(found);
}

/** Kafka's controller listens beside its broker. */
async function neighbours() {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = await probe(0);
    const second = await probeFree(portOf(first) + 1);
    if (second) return [first, second];
    first.close();
  }
  throw new Trouble('No two neighbouring free ports were found for Kafka.');
}

const portOf = (server) => server.address().port;

function probe(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}

/** Null when another program has it. */
const probeFree = (port) =>
  probe(port).catch((error) => {
    if (error.code === 'EADDRINUSE') return null;
    if (error.code !== 'EACCES') throw error;
    throw new Trouble(`Port ${port} is not open to this user; choose another with --port-base.`);
  });

/** Refuses to begin when a port is taken, naming all of them at once. */
export async function assertFree(ports) {
  const taken = [];
  for (const [name, port] of Object.entries(ports)) {
    const server = await probeFree(port);
    if (server) await new Promise((resolve) => server.close(resolve));
    else taken.push(`${port} (${name})`);
  }
  if (taken.length === 0) return;
  const subject = taken.length === 1 ? `Port ${taken[0]} is` : `Ports ${taken.join(', ')} are`;
  throw new Trouble(
    `${subject} taken by another program; stop that, or choose other ports with ` +
      '`npm start -- --port-base 4100`.',
  );
}
