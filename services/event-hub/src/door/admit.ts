import { IssuerUnavailable } from '@jejaring/callers/issuer';
import type { FindCaller } from '@jejaring/callers/token-check';
import { RefusedToken } from '@jejaring/callers/token-check';
import type { Logger } from '@jejaring/chassis/process/log';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { FastifyRequest } from 'fastify';
import { subscribers } from '../feed/feed.rules.js';
import { Refused } from './problem.js';

/** Somebody whom events may be told: their claims, as the issuer gave them. */
export type Subscriber = Caller & { region: string };

/** Finds out who asks, by the token alone; whether the claim still stands, each unit of work judges. */
export type Admit = (request: FastifyRequest) => Promise<Subscriber>;

export const admitBy =
  (findCaller: FindCaller, logger: Logger): Admit =>
  async (request) => {
    const shown = request.raw.headersDistinct['authorization'] ?? [];
    const caller = await findCaller(shown, request.id).catch((error: unknown) => {
      throw translate(error, logger, request.id);
    });
    if (caller.id === 'anonymous') throw new Refused('UNAUTHENTICATED');
    return refuseOthers(caller);
  };

/** Only systems and offices, and of them only who has a region. */
export function refuseOthers(caller: Caller): Subscriber {
  const { role, region } = caller;
  if (!(subscribers as readonly string[]).includes(role)) throw new Refused('NOT_A_SUBSCRIBER');
  if (region === null) throw new Refused('NO_REGION');
  return { ...caller, region };
}

function translate(error: unknown, logger: Logger, requestId: string): unknown {
  if (error instanceof IssuerUnavailable) {
    logger.error({ err: error.cause, requestId }, 'no token can be checked');
    return new Refused('AUTH_UNAVAILABLE');
  }
  if (!(error instanceof RefusedToken)) return error;
  logger.info({ requestId, fault: error.message }, 'token refused');
  return new Refused('UNAUTHENTICATED', {
    headers: [['www-authenticate', 'Bearer realm="jejaring events", error="invalid_token"']],
  });
}
