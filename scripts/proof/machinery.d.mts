import type { TokenClaims } from '../stack/stack.mjs';

export { findKafkaTools, installKafka, startBroker } from '../../infra/kafka/broker.mjs';
export {
  createLogDatabase,
  createServiceDatabase,
  startPostgres,
} from '../../infra/postgres/server.mjs';

/** The repository. */
export const root: string;

/** Where a development checkout keeps what it made: installed jars, data, keys. */
export const stateDir: string;

export { freePorts } from '../stack/ports.mjs';

/** Asks the development issuer for an access token of somebody with this role and region. */
export function requestToken(issuer: string, claims: TokenClaims): Promise<string>;
