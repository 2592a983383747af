import path from 'node:path';
import { root } from './places.mjs';

export const services = ['organizations', 'welfare-cases', 'training', 'awards', 'event-hub'];

/** Names of the processes of a service: `training`, `training-2`, and so on. */
export const replicasOf = (service, count = 1) =>
  Array.from({ length: count }, (_, at) => (at === 0 ? service : `${service}-${at + 1}`));

/** How many processes of each service there are, from one number for all or a number for some. */
export const countReplicas = (wanted = 1) =>
  Object.fromEntries(
    services.map((name) => [name, typeof wanted === 'number' ? wanted : (wanted[name] ?? 1)]),
  );

/** The service that a process belongs to. */
export const serviceOf = (name) => name.replace(/-\d+$/, '');

export const databaseOf = (service) => service.replaceAll('-', '_');

/** Services that keep persons, whose keys lie in a database beside that of the rows. */
export const keyed = ['organizations', 'welfare-cases', 'training'];

/** Services that close something under a ring of keys: the persons of these, the secrets of webhooks. */
export const withKeyRing = [...keyed, 'event-hub'];

export const keysDatabaseOf = (service) => `${databaseOf(service)}_keys`;

export const databases = [...services.map(databaseOf), ...keyed.map(keysDatabaseOf)];

/** `welfare-cases` reads WELFARE_CASES_DATABASE_URL. */
export const variableOf = (service, suffix) => `${databaseOf(service).toUpperCase()}_${suffix}`;

const entries = {
  gateway: 'gateway/dist/main.js',
  identity: 'infra/identity/dist/main.js',
  postgres: 'infra/postgres/process.mjs',
  kafka: 'infra/kafka/broker.mjs',
};

export const entryOf = (name) =>
  path.join(root, ...(entries[name] ?? `services/${serviceOf(name)}/dist/main.js`).split('/'));

export const migrationOf = (service) => path.join(root, 'services', service, 'dist', 'migrate.js');

/** The second store of seals of a stack on one machine. */
export const sealsIn = (dir) => path.join(dir, 'seals');

const address = (port) => `http://127.0.0.1:${port}`;

const connection =
  /_(DATABASE|OWNER|KEYS)_URL$|^(EVENT_LOG_URL|KAFKA_BROKERS|PORT|HOST|JEJARING_RELAY|JEJARING_STARTED)$/;

/** What every process gets from the caller's environment: all but the connections of the others. */
export function commonEnvironment(extra = {}) {
  const own = Object.entries({ ...process.env, NODE_ENV: 'development', ...extra }).filter(
    ([name]) => !connection.test(name),
  );
  return {
    ...Object.fromEntries(own),
    HOST: '127.0.0.1',
    APOLLO_TELEMETRY_DISABLED: 'true',
    REPORT_COST: 'true',
    // Nobody stands before these processes who would have to notice that one leaves.
    DRAIN_MS: '0',
  };
}

/** The environment of each process, by name; `loader` has that of all services together. */
export function environments({ dir, ports, replicas, files, urls, brokers, extra }) {
  const common = commonEnvironment(extra);
  const log = brokers ? { KAFKA_BROKERS: brokers.join(',') } : { EVENT_LOG_URL: urls.event_log };
  const issuer = address(ports.identity);
  const forService = (service) => ({
    ...log,
    [variableOf(service, 'DATABASE_URL')]: urls[databaseOf(service)].app,
    GATEWAY_PUBLIC_KEY_FILE: files.gatewayPublicKey,
    ...(keyed.includes(service) && {
      [variableOf(service, 'KEYS_URL')]: urls[keysDatabaseOf(service)].app,
    }),
    ...(withKeyRing.includes(service) && {
      [variableOf(service, 'KEK_FILE')]: files.keks[service],
    }),
    FILES_DIRECTORY: path.join(dir, 'files'),
    FILES_KEY_FILE: files.filesKey,
    [variableOf(service, 'AUDIT_KEY_FILE')]: files.auditKeys[service],
    AUDIT_DIRECTORY: sealsIn(dir),
    // It has a door of its own, and must know who comes.
    ...(service === 'event-hub' && {
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: 'jejaring',
      // Who tries webhooks out receives them on this machine.
      WEBHOOK_LOOPBACK: 'true',
    }),
  });
  const on = (name, own) => ({ ...common, PORT: String(ports[name]), ...own });
  const processes = services.flatMap((service) => replicasOf(service, replicas[service]));
  const addressesOf = (service) =>
    replicasOf(service, replicas[service]).map((name) => `${address(ports[name])}/graphql`);
  return {
    ...Object.fromEntries(processes.map((name) => [name, on(name, forService(serviceOf(name)))])),
    identity: on('identity', { OIDC_ISSUER: issuer, IDENTITY_KEYS_FILE: files.identityKeys }),
    gateway: on('gateway', {
      ...log,
      // It hears what the services say, and can say nothing.
      ...(urls.event_log_reader && !brokers && { EVENT_LOG_URL: urls.event_log_reader }),
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: 'jejaring',
      OIDC_STRONG_ACR: 'mfa',
      GATEWAY_PRIVATE_KEY_FILE: files.gatewayPrivateKey,
      SERVICE_URLS: services.map((name) => `${name}=${addressesOf(name).join('|')}`).join(','),
    }),
    loader: Object.assign(
      { ...common },
      ...services.map((service) => ({
        ...forService(service),
        // Where it is known: after a load of the whole nation the tables want to be analyzed.
        [variableOf(service, 'OWNER_URL')]: urls[databaseOf(service)].owner ?? '',
      })),
    ),
  };
}

export const migrationEnvironment = (service, urls, extra) => ({
  ...commonEnvironment(extra),
  [variableOf(service, 'DATABASE_URL')]: urls[databaseOf(service)].app,
  [variableOf(service, 'OWNER_URL')]: urls[databaseOf(service)].owner,
  ...(keyed.includes(service) && {
    [variableOf(service, 'KEYS_OWNER_URL')]: urls[keysDatabaseOf(service)].owner,
  }),
});
