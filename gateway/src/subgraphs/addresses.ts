import { Pool } from 'undici';
import type { CallLimits } from './calls.js';
import { Circuit } from './circuit.js';
import { ServiceLine } from './service-line.js';
import type { ServiceAddresses } from './service-urls.rules.js';

/** One address of a service with the connections kept to it. */
export interface Address {
  pool: Pool;
  /** A connection of its own for health checks, so that none waits behind a crowd of calls. */
  probes: Pool;
  path: string;
  /** Whether it answered its last health check, and has taken a connection since. */
  ready: boolean;
  circuit: Circuit;
  /** When the latest call began that was answered, on the clock of `performance.now()`. */
  provenAt: number;
  underWay: number;
  /** Until when it asked to be left alone, on the clock of `performance.now()`. */
  restsUntil: number;
}

/** Told when the circuit of an address opens or closes. */
export type WatchCircuits = (service: string, line: ServiceLine, open: boolean) => void;

export type AddressBook = ReadonlyMap<string, ServiceLine>;

const connect = { timeout: 1_000 };

function openAddress(url: string, limits: CallLimits, onCircuit: (open: boolean) => void): Address {
  const { origin, pathname } = new URL(url);
  // Each call carries its own deadline; these only end what a lost timer would leave open.
  const backstops = { headersTimeout: 30_000, bodyTimeout: 30_000 };
  return {
    pool: new Pool(origin, { connections: limits.connections, connect, ...backstops }),
    probes: new Pool(origin, { connections: 1, connect }),
    path: pathname,
    ready: true,
    circuit: new Circuit(limits, onCircuit),
    provenAt: 0,
    underWay: 0,
    restsUntil: 0,
  };
}

export function openAddresses(
  services: ServiceAddresses,
  limits: CallLimits,
  watch: WatchCircuits,
): AddressBook {
  const book = new Map<string, ServiceLine>();
  for (const [service, urls] of services) {
    const line: ServiceLine = new ServiceLine(
      urls.map((url) => openAddress(url, limits, (open) => watch(service, line, open))),
      limits,
    );
    book.set(service, line);
  }
  return book;
}

export async function closeAddresses(book: AddressBook): Promise<void> {
  const pools = [...book.values()].flatMap(({ all }) =>
    all.flatMap(({ pool, probes }) => [pool, probes]),
  );
  await Promise.all(pools.map((pool) => pool.destroy()));
}
