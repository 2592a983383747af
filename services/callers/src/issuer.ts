import type { Logger } from '@jejaring/chassis/process/log';
import type { JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, errors } from 'jose';

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/** The OpenID Connect issuer whose access tokens the gateway believes. */
export interface Issuer {
  /** The key that a token names; throws `IssuerUnavailable` when it cannot be asked for. */
  key: JWTVerifyGetKey;
  known(): boolean;
  stop(): void;
}

/** The issuer did not answer and no keys of it are known: nobody can be told from anybody. */
export class IssuerUnavailable extends Error {}

const answerWithinMs = 2_000;
// Somebody who makes up names of keys must not make us ask the issuer without end.
const askAgainAfterMs = 30_000;
const retryEveryMs = 2_000;
const refreshEveryMs = 600_000;
// Keys outlive an unreachable issuer for an hour; after that its tokens are refused.
const keysLastMs = 3_600_000;

/** Finds the issuer's keys, again and again in the background until they are found, then refreshes them. */
export function followIssuer(issuer: string, log: Logger, cooldownMs = askAgainAfterMs): Issuer {
  let keys: KeySet | null = null;
  let discovering: Promise<KeySet> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const discover = (): Promise<KeySet> =>
    (discovering ??= findKeys(issuer, cooldownMs)
      .then((found) => (keys = found))
      .finally(() => (discovering = null)));

  const follow = async (): Promise<void> => {
    try {
      await (keys === null ? discover() : keys.reload());
    } catch (error) {
      log.warn({ err: error, issuer }, 'the token issuer did not answer');
    }
    timer = setTimeout(() => void follow(), keys?.fresh ? refreshEveryMs : retryEveryMs).unref();
  };
  void follow();

  return {
    key: async (header, token) => {
      const current = keys ?? (await discover().catch(unavailable));
      return current(header, token).catch(judge);
    },
    known: () => keys !== null,
    stop: () => clearTimeout(timer),
  };
}

async function findKeys(issuer: string, cooldownDuration: number): Promise<KeySet> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const signal = AbortSignal.timeout(answerWithinMs);
  const response = await fetch(address, { signal, redirect: 'error' });
  if (!response.ok) throw new Error(`discovery answered ${response.status}`);
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer) throw new Error('discovery speaks for another issuer');
  const keys = createRemoteJWKSet(keysAddress(issuer, found.jwks_uri), {
    timeoutDuration: answerWithinMs,
    cacheMaxAge: keysLastMs,
    cooldownDuration,
  });
  await keys.reload();
  return keys;
}

function keysAddress(issuer: string, found: unknown): URL {
  const address = new URL(String(found));
  const secure = address.protocol === 'https:' || new URL(issuer).protocol === 'http:';
  if (!secure) throw new Error('discovery names keys on an unprotected address');
  return address;
}

function unavailable(error: unknown): never {
  throw new IssuerUnavailable('The token issuer cannot be reached.', { cause: error });
}

/**
 * Tells a token that names no known key from an issuer that could not be asked: it may have taken a
 * new key since, so who shows one must not be told that their token is bad.
 */
function judge(error: unknown): never {
  const tokensFault = error instanceof errors.JOSEError && !fetchFailures.includes(error.code);
  if (tokensFault) throw error;
  return unavailable(error);
}

const fetchFailures = ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID'];
