import path from 'node:path';
import { baseOf } from '../../infra/postgres/account.mjs';
import {
  createLogDatabase,
  createLogReader,
  createServiceDatabase,
  superuserUrl,
} from '../../infra/postgres/server.mjs';
import { databaseOf, databases, keysDatabaseOf, services, variableOf } from './processes.mjs';

/** What the caller's environment gives instead of the embedded PostgreSQL and event log. */
export function givenConnections(environment) {
  const given = {};
  for (const service of services) {
    const app = environment[variableOf(service, 'DATABASE_URL')];
    if (app)
      given[databaseOf(service)] = { app, owner: environment[variableOf(service, 'OWNER_URL')] };
    const keys = environment[variableOf(service, 'KEYS_URL')];
    if (keys) {
      const owner = environment[variableOf(service, 'KEYS_OWNER_URL')];
      given[keysDatabaseOf(service)] = { app: keys, owner };
    }
  }
  if (environment.EVENT_LOG_URL) given.event_log = environment.EVENT_LOG_URL;
  return given;
}

export function givenBrokers(environment) {
  const brokers = (environment.KAFKA_BROKERS ?? '').split(',').map((broker) => broker.trim());
  return brokers.some(Boolean) ? brokers.filter(Boolean) : null;
}

/** What is left for the embedded PostgreSQL to hold. */
export const missingDatabases = (given, withLog) =>
  [...databases, ...(withLog ? ['event_log'] : [])].filter((name) => !given[name]);

/** Makes the databases that are missing and answers the connections of all. */
export async function createDatabases({ dir, port, names, passwords, given }) {
  const admin = superuserUrl(baseOf(path.join(dir, 'postgres')), port);
  const made = names.map(async (name) => {
    if (name === 'event_log') return createLog(admin, passwords);
    const options = { database: name, passwords: passwords[name] };
    return { [name]: await createServiceDatabase(admin, options) };
  });
  return Object.assign({ ...given }, ...(await Promise.all(made)));
}

async function createLog(admin, passwords) {
  const event_log = await createLogDatabase(admin, { password: passwords.event_log });
  const reader = await createLogReader(admin, { password: passwords.event_log_reader });
  return { event_log, event_log_reader: reader };
}
