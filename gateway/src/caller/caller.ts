import type { FindCaller, TokenCheck } from '@jejaring/callers/token-check';
import { checkTokens, RefusedToken } from '@jejaring/callers/token-check';
import { IssuerUnavailable } from '@jejaring/callers/issuer';
import type { Logger } from '@jejaring/chassis/process/log';
import { refusal } from '../errors.js';

/** Finds callers, and refuses in the words of the graph. */
export function createCallerCheck({ log, ...check }: TokenCheck & { log: Logger }): FindCaller {
  const find = checkTokens(check);
  return (authorization, requestId) =>
    find(authorization, requestId).catch((error: unknown) => {
      throw translate(error, log, requestId);
    });
}

function translate(error: unknown, log: Logger, requestId: string): unknown {
  if (error instanceof IssuerUnavailable) {
    log.error({ err: error.cause, requestId }, 'no token can be checked');
    return refusal('AUTH_UNAVAILABLE', 503, 'Tokens cannot be checked at the moment.');
  }
  if (!(error instanceof RefusedToken)) return error;
  const { reason, message: fault } = error;
  log.info({ requestId, fault }, 'token refused');
  return refusal('UNAUTHENTICATED', 401, `The access token is ${reason}.`, { reason });
}
