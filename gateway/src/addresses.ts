import { Pool } from 'undici';
import type { ServiceAddresses } from './service-urls.rules.js';

/** One address of a service with the connections kept to it. */
export interface Address {
  pool: Pool;
  path: string;
}

/** The addresses of one service, given out in turn. */
export interface Addresses {
  all: readonly Address[];
  next(): Address;
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
  return { pool, path: pathname };
}

export function openAddresses(services: ServiceAddresses): AddressBook {
  const book = new Map<string, Addresses>();
  for (const [service, urls] of services) {
    const all = urls.map(openAddress);
    let turn = 0;
    book.set(service, { all, next: () => all[turn++ % all.length]! });
  }
  return book;
}

export async function closeAddresses(book: AddressBook): Promise<void> {
  const pools = [...book.values()].flatMap(({ all }) => all.map(({ pool }) => pool));
  await Promise.all(pools.map((pool) => pool.destroy()));
}
