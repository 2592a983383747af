export { findKafkaTools, installKafka, startBroker } from '../../infra/kafka/broker.mjs';
export {
  createLogDatabase,
  createServiceDatabase,
  startPostgres,
} from '../../infra/postgres/server.mjs';

/** Where a development checkout keeps what it made: installed jars, data, keys. */
export const stateDir: string;

export { freePorts } from '../stack/ports.mjs';
