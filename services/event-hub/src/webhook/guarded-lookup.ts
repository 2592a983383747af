import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLoopback, isPublicAddress } from './forbidden-address.js';

/** Where a name leads is none of ours: an answer would tell about the network that we stand in. */
export class ForbiddenAddress extends Error {
  constructor() {
    super('The address is not one of the public internet.');
  }
}

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveBySystem: Resolve = (host) => lookup(host, { all: true });

export const permits = (address: string, { loopback }: { loopback: boolean }): boolean =>
  isPublicAddress(address) || (loopback && isLoopback(address));

/**
 * Resolves a name once for each connection, which then goes to what was judged here: between the check
 * and the connection nobody asks again. A name with one forbidden address is refused as a whole.
 */
export const guardedLookup =
  (resolve: Resolve, allowed: { loopback: boolean }): LookupFunction =>
  (host, options, answer) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (first === undefined || !found.every(({ address }) => permits(address, allowed)))
          return answer(new ForbiddenAddress(), '');
        if (options.all) return answer(null, [...found]);
        return answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, ''),
    );
  };
