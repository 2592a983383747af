import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { exportJWK, generateKeyPair } from 'jose';

export const signingAlgorithm = 'ES256';

export interface IssuerKeys {
  jwks: { keys: JWK[] };
  /** Signs the cookies of the login page; derived, so that a login survives a restart. */
  cookieSecret: string;
}

/** Reads the issuer's private keys, making them at the first start, so that tokens outlive a restart. */
export async function loadKeys(file: string): Promise<IssuerKeys> {
  if (!existsSync(file)) await makeKeys(file);
  const jwks = JSON.parse(readFileSync(file, 'utf8')) as { keys: JWK[] };
  const cookieSecret = createHash('sha256').update(`cookies ${jwks.keys[0]?.d}`).digest('hex');
  return { jwks, cookieSecret };
}

async function makeKeys(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const key = {
    ...(await exportJWK(privateKey)),
    kid: randomUUID(),
    alg: signingAlgorithm,
    use: 'sig',
  };
  writeFileSync(`${file}.new`, JSON.stringify({ keys: [key] }, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
