import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Seal, SealStatement } from './seal.rules.js';
import { canonicalStatement } from './seal.rules.js';

/** Signs the seals of one service. */
export interface Signer {
  keyId: string;
  /** SPKI in PEM, for whoever verifies. */
  publicKey: string;
  sign(statement: SealStatement): Seal;
}

const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** A signer from a private Ed25519 key, PKCS #8 in PEM. */
export function readSigner(pem: string): Signer {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new Error('Configuration: the key of the audit must be an Ed25519 key.');
  const publicKey = createPublicKey(privateKey);
  const keyId = keyIdOf(publicKey);
  return {
    keyId,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (statement) => ({
      ...statement,
      signature: sign(null, canonicalStatement(statement), privateKey).toString('base64'),
      keyId,
    }),
  };
}

/** Whether the signature of a seal is that of the key which the seal names. */
export function isSignedBy(publicKey: string, seal: Seal): boolean {
  const key = createPublicKey(publicKey);
  const signature = Buffer.from(seal.signature, 'base64');
  return keyIdOf(key) === seal.keyId && verify(null, canonicalStatement(seal), key, signature);
}
