import { createHash } from 'node:crypto';
import type { Role } from '@jejaring/schema/roles';
import type { AccessPurpose } from '@jejaring/schema/vocabulary';
import type { CryptoKey } from 'jose';
import { importPKCS8, importSPKI, jwtVerify, SignJWT } from 'jose';
import { v7 } from 'uuid';
import { decodeId, encodeId } from './ids.js';
import type { Caller } from '../work/scope.rules.js';

const issuer = 'jejaring-gateway';
const algorithm = 'EdDSA';
const lifetimeSeconds = 30;

const hashOf = (body: string) => createHash('sha256').update(body).digest('base64url');

export const readSigningKey = (pem: string): Promise<CryptoKey> => importPKCS8(pem, algorithm);
export const readVerifyingKey = (pem: string): Promise<CryptoKey> => importSPKI(pem, algorithm);

/** The gateway's word on who asks: for one service, for one body, for half a minute. */
export function signCaller(
  key: CryptoKey,
  caller: Caller,
  audience: string,
  body: string,
): Promise<string> {
  const { role, region, organizationId, officeId, requestId } = caller;
  const claims = {
    role,
    region,
    organization: organizationId && encodeId('org', organizationId),
    office: officeId && encodeId('ofc', officeId),
    rid: requestId,
    pur: caller.purpose,
    acr: caller.assurance,
    bdy: hashOf(body),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(caller.id)
    .setJti(v7())
    .setIssuedAt()
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(key);
}

/** Throws unless the gateway said this, to this service, about this body, just now. */
export async function verifyCaller(
  key: CryptoKey,
  token: string,
  audience: string,
  body: string,
): Promise<Caller> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: [algorithm],
    issuer,
    audience,
    requiredClaims: ['sub', 'exp', 'iat', 'jti', 'role', 'rid', 'bdy'],
    maxTokenAge: lifetimeSeconds,
    clockTolerance: 5,
  });
  if (payload.bdy !== hashOf(body)) throw new Error('The token speaks of another body.');
  return {
    id: payload.sub!,
    role: payload.role as Role,
    region: (payload.region as string | null) ?? null,
    organizationId: payload.organization ? decodeId('org', String(payload.organization)) : null,
    officeId: payload.office ? decodeId('ofc', String(payload.office)) : null,
    requestId: String(payload.rid),
    ...(payload.pur ? { purpose: payload.pur as AccessPurpose } : {}),
    ...(payload.acr === 'MULTI_FACTOR' ? { assurance: 'MULTI_FACTOR' } : {}),
  };
}
