import { decodeId } from '@jejaring/chassis/graph/ids';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import type { JWTPayload } from 'jose';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Issuer } from './issuer.js';

export interface TokenCheck {
  issuer: Issuer;
  issuerUrl: string;
  audience: string;
  /** How old a token may be whatever its `exp` says; absent in development. */
  maxTokenAge?: string;
  /** Values of `acr` that the issuer gives only after a second factor. */
  strongAcr: readonly string[];
}

/** Who sent a request, by its `authorization` headers: the bearer of a valid token, or the public when there is none. */
export type FindCaller = (authorization: readonly string[], requestId: string) => Promise<Caller>;

/** A token that is not believed; `message` says what is wrong with it, for the log alone. */
export class RefusedToken extends Error {
  constructor(
    message: string,
    readonly reason: 'expired' | 'invalid' = 'invalid',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const bearer = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;
const longestToken = 8_192;
const regionCode = /^(|\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)$/;
// A header that brings or points to its own key asks to be believed on its own word.
const keyBringers = ['jwk', 'jku', 'x5c', 'x5u', 'crit'] as const;

/** Throws `RefusedToken`, or `IssuerUnavailable` when nobody can be told from anybody. */
export function checkTokens(check: TokenCheck): FindCaller {
  return async (authorization, requestId) => {
    if (authorization.every((value) => value.trim() === '')) return anonymous(requestId);
    try {
      const claims = await verify(readBearer(authorization), check);
      return { ...toCaller(claims, requestId), ...assuranceOf(claims, check) };
    } catch (error) {
      throw refusalOf(error);
    }
  };
}

/** The decoder of a token's header throws plain type errors about malformed ones. */
function refusalOf(error: unknown): unknown {
  const cause = { cause: error };
  if (error instanceof errors.JWTExpired) return new RefusedToken(error.code, 'expired', cause);
  if (error instanceof errors.JOSEError) return new RefusedToken(error.code, 'invalid', cause);
  if (error instanceof TypeError) return new RefusedToken('malformed', 'invalid', cause);
  return error;
}

function readBearer(authorization: readonly string[]): string {
  const [value = '', ...others] = authorization;
  if (others.length > 0) throw new RefusedToken('several authorization headers');
  if (value.length > longestToken) throw new RefusedToken('too long');
  const token = bearer.exec(value)?.[1];
  if (token === undefined) throw new RefusedToken('not a bearer token');
  return token;
}

async function verify(token: string, check: TokenCheck): Promise<JWTPayload> {
  const header = decodeProtectedHeader(token);
  if (keyBringers.some((name) => name in header)) throw new RefusedToken('brings its own key');
  const { payload } = await jwtVerify(token, check.issuer.key, {
    algorithms: ['RS256', 'ES256', 'EdDSA'],
    issuer: check.issuerUrl,
    audience: check.audience,
    typ: 'at+jwt',
    requiredClaims: ['exp', 'sub', 'role'],
    clockTolerance: 10,
    ...(check.maxTokenAge === undefined ? {} : { maxTokenAge: check.maxTokenAge }),
  });
  return payload;
}

function toCaller(claims: JWTPayload, requestId: string): Caller {
  const { sub, role, region, organization, office } = claims;
  const known = roles.find((name) => name === role);
  if (known === undefined) throw new RefusedToken('unknown role');
  if (typeof sub !== 'string' || sub === '' || sub.length > 255)
    throw new RefusedToken('bad subject');
  return {
    id: sub,
    role: known,
    region: known === 'PUBLIC' ? null : readRegion(region),
    organizationId: readId('org', organization),
    officeId: readId('ofc', office),
    requestId,
  };
}

/** How sure the issuer is (OpenID Connect Core 1.0, claim `acr`); a word we do not know adds nothing. */
function assuranceOf({ acr }: JWTPayload, { strongAcr }: TokenCheck): Pick<Caller, 'assurance'> {
  return typeof acr === 'string' && strongAcr.includes(acr) ? { assurance: 'MULTI_FACTOR' } : {};
}

/** An absent region is no region at all; only '' is the nation, or ID where an issuer drops empty claims. */
function readRegion(claim: unknown): string | null {
  if (claim === undefined || claim === null) return null;
  if (claim === 'ID') return '';
  if (typeof claim === 'string' && regionCode.test(claim)) return claim;
  throw new RefusedToken('malformed region');
}

function readId(prefix: 'org' | 'ofc', claim: unknown): string | null {
  if (claim === undefined || claim === null) return null;
  const id = typeof claim === 'string' ? decodeId(prefix, claim) : null;
  if (id === null) throw new RefusedToken(`malformed ${prefix} id`);
  return id;
}
