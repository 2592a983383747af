import type { FindCaller } from '@jejaring/callers/token-check';
import { checkTokens } from '@jejaring/callers/token-check';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';

const issuerUrl = 'https://issuer.test';

/** Tokens as an issuer signs them, and the check that believes these alone. */
export interface TestTokens {
  findCaller: FindCaller;
  token(claims?: TestClaims): Promise<string>;
}

export interface TestClaims {
  role?: string;
  region?: string;
  sub?: string;
  /** In how many seconds it ends. */
  lasts?: number;
}

export async function makeTokens(): Promise<TestTokens> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }];
  const key = createLocalJWKSet({ keys });
  const issuer = { key, known: () => true, stop: () => undefined };
  return {
    findCaller: checkTokens({ issuer, issuerUrl, audience: 'jejaring', strongAcr: [] }),
    token: ({ role = 'DINSOS_REGENCY_STAFF', region, sub = 'somebody', lasts = 300 } = {}) =>
      new SignJWT({ role, ...(region === undefined ? {} : { region }) })
        .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
        .setIssuer(issuerUrl)
        .setAudience('jejaring')
        .setSubject(sub)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1_000) + lasts)
        .sign(privateKey),
  };
}
