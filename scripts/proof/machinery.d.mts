import type { Stack, TokenClaims } from '../stack/stack.mjs';

export { findKafkaTools, installKafka, startBroker } from '../../infra/kafka/broker.mjs';
export {
  createLogDatabase,
  createLogReader,
  createServiceDatabase,
  startPostgres,
  superuserUrl,
} from '../../infra/postgres/server.mjs';

/** Where PostgreSQL keeps the data and the password of a data folder. */
export function baseOf(dataDir: string): string;

/** The repository. */
export const root: string;

/** Where a development checkout keeps what it made: installed jars, data, keys. */
export const stateDir: string;

export { freePorts } from '../stack/ports.mjs';

/** Asks the development issuer for an access token of somebody with this role and region. */
export function requestToken(issuer: string, claims: TokenClaims): Promise<string>;

/** How to reach the stack that runs on a data folder, for one that was started by somebody else. */
export function readState(
  dir: string,
): Pick<Stack, 'databases'> & { gateway: string; issuer: string };
