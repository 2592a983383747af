import { Pool } from 'undici';
import type { ServiceAddresses } from './service-urls.rules.js';

/** One address of a service with the connections kept to it. */
export interface Address {
  pool: Pool;
  /** A connection of its own for health checks, so that none waits behind a crowd of calls. */
  probes: Pool;
  path: string;
  /** Whether it answered its last health check, and has taken a connection since. */
  ready: boolean;
}

/** The addresses of one service. */
export interface Addresses {
  all: readonly Address[];
  /** In the order in which to try them: those that are ready take turns, the others come last. */
  inTurn(): Address[];
}

export type AddressBook = ReadonlyMap<string, Addresses>;

export const largestAnswer = 5 * 1024 * 1024;

const connections = 64;

function openAddress(url: string): Address {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections,
    maxResponseSize: largestAnswer,
    connect: { timeout: 1_000 },
    // Each call carries its own deadline; these only end what a lost signal would leave open.
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
  });
  const probes = new Pool(origin, { connections: 1, connect: { timeout: 1_000 } });
  return { pool, probes, path: pathname, ready: true };
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const first = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

function takeTurns(all: readonly Address[]): Addresses {
  let turn = 0;
  return {
    all,
    inTurn() {
      turn += 1;
      // What is believed to be away is asked when nothing else is left: the belief may be old.
      const [ready, away] = [true, false].map((is) => all.filter((each) => each.ready === is));
      return [...rotate(ready!, turn), ...rotate(away!, turn)];
    },
  };
}

export function openAddresses(services: ServiceAddresses): AddressBook {
  const entries = [...services].map(
    ([service, urls]) => [service, takeTurns(urls.map(openAddress))] as const,
  );
  return new Map(entries);
}

export async function closeAddresses(book: AddressBook): Promise<void> {
  const pools = [...book.values()].flatMap(({ all }) =>
    all.flatMap(({ pool, probes }) => [pool, probes]),
  );
  await Promise.all(pools.map((pool) => pool.destroy()));
}
