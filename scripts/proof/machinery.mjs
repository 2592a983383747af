// The machines below the services, for proofs that run without a stack: `#machinery`.
export { findKafkaTools, installKafka, startBroker } from '../../infra/kafka/broker.mjs';
export {
  createLogDatabase,
  createServiceDatabase,
  startPostgres,
} from '../../infra/postgres/server.mjs';
export { stateDir } from '../stack/places.mjs';
export { freePorts } from '../stack/ports.mjs';
