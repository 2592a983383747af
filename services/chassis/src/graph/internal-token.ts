import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, hash, randomUUID, sign, verify } from 'node:crypto';
import type { Role } from '@jejaring/schema/roles';
import type { AccessPurpose } from '@jejaring/schema/vocabulary';
import { decodeId, encodeId } from './ids.js';
import type { Caller } from '../work/scope.rules.js';

const issuer = 'jejaring-gateway';
const lifetimeSeconds = 30;
const toleranceSeconds = 5;

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const hashOf = (body: string) => hash('sha256', body, 'base64url');

/** The one header that is ever written or believed, so that no token can choose its algorithm. */
const header = encode({ alg: 'EdDSA', typ: 'JWT' });

export const readSigningKey = (pem: string): KeyObject => requireEd25519(createPrivateKey(pem));
export const readVerifyingKey = (pem: string): KeyObject => requireEd25519(createPublicKey(pem));

function requireEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new Error('Configuration: the key of the gateway must be an Ed25519 key.');
}

/**
 * The gateway's word on who asks: for one service, for one body, for half a minute. A JWS (RFC 7515),
 * signed here and now: handing it to another thread costs more than the signature.
 */
export function signCaller(key: KeyObject, caller: Caller, audience: string, body: string): string {
  const { role, region, organizationId, officeId, requestId } = caller;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    role,
    region,
    organization: organizationId && encodeId('org', organizationId),
    office: officeId && encodeId('ofc', officeId),
    rid: requestId,
    pur: caller.purpose,
    acr: caller.assurance,
    bdy: hashOf(body),
    iss: issuer,
    aud: audience,
    sub: caller.id,
    jti: randomUUID(),
    iat: now,
    exp: now + lifetimeSeconds,
  };
  const said = `${header}.${encode(claims)}`;
  return `${said}.${sign(null, Buffer.from(said), key).toString('base64url')}`;
}

type Claims = Record<string, unknown>;

/** What the gateway said, or an error when it did not say it. */
function readClaims(key: KeyObject, token: string): Claims {
  const [own, payload = '', signature = '', ...more] = token.split('.');
  const said = Buffer.from(`${header}.${payload}`);
  const isOurs = own === header && more.length === 0;
  if (!isOurs || !verify(null, said, key, Buffer.from(signature, 'base64url')))
    throw new Error('The gateway did not say this.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
}

function isCurrent({ iat, exp }: Claims): boolean {
  const now = Date.now() / 1000;
  const age = typeof iat === 'number' ? now - iat : Number.NaN;
  const isFresh = age >= -toleranceSeconds && age <= lifetimeSeconds + toleranceSeconds;
  return isFresh && typeof exp === 'number' && exp > now - toleranceSeconds;
}

/** Throws unless the gateway said this, to this service, about this body, just now. */
export function verifyCaller(
  key: KeyObject,
  token: string,
  audience: string,
  body: string,
): Caller {
  const claims = readClaims(key, token);
  const isWhole = ['sub', 'jti', 'role', 'rid'].every((name) => typeof claims[name] === 'string');
  const isForUs = claims.iss === issuer && claims.aud === audience && claims.bdy === hashOf(body);
  if (!isWhole || !isForUs || !isCurrent(claims)) throw new Error('The token is not for this.');
  return {
    id: claims.sub as string,
    role: claims.role as Role,
    region: (claims.region as string | null) ?? null,
    organizationId: claims.organization ? decodeId('org', String(claims.organization)) : null,
    officeId: claims.office ? decodeId('ofc', String(claims.office)) : null,
    requestId: claims.rid as string,
    ...(claims.pur ? { purpose: claims.pur as AccessPurpose } : {}),
    ...(claims.acr === 'MULTI_FACTOR' ? { assurance: 'MULTI_FACTOR' } : {}),
  };
}
