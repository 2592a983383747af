import type { Rates } from '../admission/rates.js';
import type { FindCaller } from '@jejaring/callers/token-check';
import type { Caller } from '@jejaring/chassis/work/scope.rules';

export interface Arrival {
  authorization: readonly string[];
  requestId: string;
  address: string;
}

/** Who asks. Whoever shows one bad token after the other has to wait, which good tokens never do. */
export const identify = (
  { findCaller, rates }: { findCaller: FindCaller; rates: Rates },
  { authorization, requestId, address }: Arrival,
): Promise<Caller> =>
  findCaller(authorization, requestId).catch((error: unknown) => {
    throw rates.countRefusedToken(address, error) ?? error;
  });
