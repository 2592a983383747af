// What proofs need of the stack's scripts and of the machines below it: `#machinery`.
export { findKafkaTools, installKafka, startBroker } from '../../infra/kafka/broker.mjs';
export {
  createLogDatabase,
  createLogReader,
  createServiceDatabase,
  startPostgres,
  superuserUrl,
} from '../../infra/postgres/server.mjs';
export { baseOf } from '../../infra/postgres/account.mjs';
export { root, stateDir } from '../stack/places.mjs';
export { freePorts } from '../stack/ports.mjs';
export { requestToken } from '../stack/token.mjs';
export { readState } from '../stack/state.mjs';
